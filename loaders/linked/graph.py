"""The graph of a file, by rdflib, and the contexts that it may refer to."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError, MissingExtraError
from ..decoding import decode
from ..limits import Limits
from ..strict import read_json
from .terms import load_terms

if TYPE_CHECKING:
    from rdflib.term import Node

    Triple = tuple[Node, Node, Node]

# What has no address of its own in a file is told from this one.
BASE = "urn:x-here:"
_LINKS = ("member memberOf department parentOrganization subOrganization employee funder sponsor"
          " worksFor sameAs").split()  # fmt: skip
_SCHEMA = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in _LINKS},
}


def triples_of(data: bytes, where: str, limits: Limits) -> list[Triple]:
    """Return the triples of a file in JSON-LD, Turtle or N-Triples.

    Raises
    ------
    InputError
        If it is damaged, nested too deep, or refers to a context that lies elsewhere.
    MissingExtraError
        If rdflib is not installed.
    """
    try:
        from rdflib import Dataset, Graph
        from rdflib.exceptions import Error
        from rdflib.plugins.parsers.jsonld import to_rdf
        from rdflib.plugins.parsers.notation3 import BadSyntax
    except ImportError as error:
        raise MissingExtraError("linked data needs rdflib", "rdf", where=where) from error
    text = decode(data, where)
    try:
        if Path(where).suffix.lower() == ".jsonld":
            whole = _answered(read_json(text), where, limits.depth)
            named = Dataset()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of itself
                to_rdf(whole, named, base=BASE)
            return [(subject, property_, value) for subject, property_, value, _ in named.quads()]
        return list(Graph().parse(data=text, format="turtle", publicID=BASE))
    except RecursionError as error:
        raise InputError("is nested too deep", where=where, remedy="simplify it") from error
    except BadSyntax as error:
        line = f"{where}:{error.lines + 1}"
        raise InputError(
            f"is no sound Turtle ({error._why})", where=line, remedy="mend it"
        ) from error
    except (Error, ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        said = " ".join(str(error).split())[:200]
        raise InputError(f"cannot be read ({said})", where=where, remedy="mend it") from error


def _answered(value: Any, where: str, depth: int) -> Any:
    """Return JSON-LD whose contexts are all in it: those we know are put in, others refused."""
    if depth < 0:
        raise InputError("is nested too deep", where=where, remedy="raise limit_depth")
    if isinstance(value, list):
        return [_answered(each, where, depth - 1) for each in value]
    if not isinstance(value, dict):
        return value
    if "@import" in value:
        raise _elsewhere(value["@import"], where)
    return {
        name: _context(each, where, depth - 1)
        if name == "@context"
        else _answered(each, where, depth - 1)
        for name, each in value.items()
    }


def _context(value: Any, where: str, depth: int) -> Any:
    if isinstance(value, list):
        return [_context(each, where, depth) for each in value]
    if not isinstance(value, str):
        return _answered(value, where, depth)
    known = value.partition("://")[2].rstrip("/#").removeprefix("www.")
    if known in ("schema.org", "schema.org/docs/jsonldcontext.json"):
        return _SCHEMA
    if known in ("w3.org/ns/org", "w3.org/2013/json-ld-context/rdfa11"):
        return dict(load_terms().prefixes)
    raise _elsewhere(value, where)


def _elsewhere(address: object, where: str) -> InputError:
    return InputError(
        f"has its context elsewhere, at {address}, and nothing is fetched",
        where=where,
        remedy="write the context into the file",
    )
