"""Nodes: what the resources of a graph are called, what they are, and since and until when."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...graph import Kind, Mention, is_contact
from ..tabular.naming import kind_of
from .graph import BASE
from .terms import load_terms

if TYPE_CHECKING:
    from rdflib.term import Node

    from .graph import Triple

_DATE = re.compile(r"-?(\d{4})(-\d\d)?(-\d\d)?(?:T.*|Z|[+-]\d\d:\d\d)?\Z", re.ASCII)
_LANGUAGES = (None, "en", "fr")
_ENTITY = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q\d+)\Z")
_PRIVATE = ("mailto:", "tel:")
_DEEPEST = 4


class Nodes:
    """The resources of a graph, as stakeholders and as dates."""

    def __init__(self, triples: list[Triple]) -> None:
        self.terms = load_terms()
        self.about: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, property_, value in triples:
            self.about[subject][_term(property_)].append(value)
        # The library has an order of its own, and gives nodes without an address other names
        # each time.
        self.about = {node: self.about[node] for node in sorted(self.about, key=self.order)}
        for properties in self.about.values():
            for values in properties.values():
                values.sort(key=self.order)

    def order(self, node: Node) -> tuple[bool, str]:
        """Return where a node stands in an order that is the same each time."""
        blank = is_blank(node)
        return blank, self.described(node) if blank else str(node)

    def described(self, node: Node) -> str:
        """Return what a node without an address says of itself, one level deep."""
        about = self.about.get(node, {})
        plain = {k: [str(v) for v in vs if not is_blank(v)] for k, vs in about.items()}
        return " ".join(f"{key} {' '.join(sorted(plain[key]))}" for key in sorted(plain))

    def values(self, node: Node, *shorts: str) -> list[Node]:
        """Return what some properties of a node name."""
        about = self.about.get(node, {})
        return [value for short in shorts for value in about.get(self.terms.iri(short), ())]

    def labels(self, node: Node) -> list[str]:
        """Return what a node is called: first in no language, in English or in French."""
        about = self.about.get(node, {})
        found: dict[str, None] = {}
        for iri in self.terms.names:
            literals = [each for each in about.get(iri, ()) if is_literal(each)]
            literals.sort(key=lambda each: (_rank(each), str(each)))
            found.update(dict.fromkeys(" ".join(str(each).split()) for each in literals))
        return [name for name in found if name and not is_contact(name)]

    def label(self, node: Node) -> str:
        """Return the name of a node, in need what its address ends in; empty if it has none."""
        if is_literal(node):
            return " ".join(str(node).split())
        found = self.labels(node)
        if found:
            return found[0]
        iri = str(node)
        if is_blank(node) or iri.startswith(_PRIVATE):
            return ""
        tail = re.split(r"[/#:]", unquote(iri.removeprefix(BASE)).rstrip("/#"))[-1]
        words = " ".join(re.sub(r"[_\s]+", " ", tail).split())
        return words if re.search(r"[^\W\d_]{2}", words) and not is_contact(words) else ""

    def mention(self, node: Node) -> Mention | None:
        """Return a node as a stakeholder, None if it has no name."""
        name = self.label(node)
        if not name:
            return None
        aliases = tuple(each for each in self.labels(node) if each != name)
        kind = self.kind(node, name)
        houses = self.values(node, "org:postIn") if kind is Kind.ROLE else []
        scope = self.label(houses[0]) if houses else ""  # "Director" is one of many
        return Mention(name, kind, aliases, scope, self.identifiers(node))

    def kind(self, node: Node, name: str) -> Kind:
        """Return what a node is: what it says, else how it is spoken of."""
        types = {_term(each) for each in self.values(node, "rdf:type")}
        said = next((kind for iri, kind in self.terms.kinds.items() if iri in types), None)
        if said is None:
            return Kind.PERSON if node in self.persons else kind_of(name, Kind.ORGANIZATION)
        # ORG has no term for boards and committees: their names tell.
        if said is Kind.ORGANIZATION and kind_of(name, said) is Kind.BODY:
            return Kind.BODY
        return said

    @cached_property
    def persons(self) -> set[Node]:
        """The nodes that are spoken of as persons."""
        found: set[Node] = set()
        for node, about in self.about.items():
            for iri in self.terms.persons & about.keys():
                names_member = iri.endswith(("member", "heldBy", "hasMember", "employee"))
                found.update(about[iri] if names_member else [node])
        return found

    def identifiers(self, node: Node) -> tuple[str, ...]:
        """Return what identifies a node beside its name."""
        about = self.about.get(node, {})
        same = [str(each) for iri in self.terms.same for each in about.get(iri, ())]
        iris = [each for each in (str(node), *same) if "://" in each]
        return tuple(dict.fromkeys(_identifier(iri) for iri in iris))

    def date(self, node: Node, which: str, deep: int = 0) -> str:
        """Return the date that a node states, or one it refers to: ``since`` or ``until``."""
        if is_literal(node):
            match = _DATE.match(str(node))
            return "".join(part or "" for part in match.groups()) if match else ""
        about = self.about.get(node, {})
        for iri in getattr(self.terms, which) if deep < _DEEPEST else ():
            for value in about.get(iri, ()):
                if found := self.date(value, which, deep + 1):
                    return found
        return ""


def is_blank(node: Node) -> bool:
    """Tell whether a node has no address; the library itself is not needed for that."""
    return type(node).__name__ == "BNode"


def is_literal(node: Node) -> bool:
    """Tell whether a node is a value, not a resource."""
    return type(node).__name__ == "Literal"


def _term(node: Node) -> str:
    """Return the IRI of a property or class: https and http stand for the same vocabulary."""
    return str(node).replace("http://schema.org/", "https://schema.org/")


def _identifier(iri: str) -> str:
    match = _ENTITY.match(iri)
    return f"wikidata:{match[1]}" if match else f"iri:{iri}"


def _rank(literal: Node) -> int:
    language = getattr(literal, "language", None)
    return _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
