"""Company: what is stated of a person concerns whom, by which two of one name are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ..graph import Kind, Mention, Stakeholder, Statement, Store
from .decisions import cypher
from .resolution import Met, Resolver

if TYPE_CHECKING:
    from .extraction import Extraction


def known_company(store: Store, known: Iterable[Stakeholder]) -> dict[str, set[str]]:
    """Return the company of each person of a store, before any decision.

    Parameters
    ----------
    store : Store
        The graph.
    known : iterable of Stakeholder
        Its stakeholders before any decision.
    """
    persons = {each.id for each in known if each.kind is Kind.PERSON}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.run(cypher("company")) if persons else ():
        source = row["source_resolved"] or row["source"]
        target = row["target_resolved"] or row["target"]
        for one, other in ((source, target), (target, source)):
            if one in persons:
                found[one].add(_document(row["document"]))
                if other not in persons:
                    found[one].add(other)
    return found


def resolve_all(resolver: Resolver, extractions: Sequence[Extraction]) -> list[dict[Mention, str]]:
    """Return the stakeholder of each mention in each of some documents.

    Whom a person is depends on whom the document puts the person with: these come first.
    """
    named = chain.from_iterable(map(ends, extractions))
    ids = resolver.resolve(each for each in named if each.kind is not Kind.PERSON)
    met = [_meetings(extraction, ids) for extraction in extractions]
    persons = resolver.resolve(chain.from_iterable(each.values() for each in met))
    return [ids | {one: persons[each] for one, each in here.items()} for here in met]


def ends(extraction: Extraction) -> Iterator[Mention]:
    """Yield both ends of each statement of a document."""
    for statement in extraction.statements:
        yield statement.source
        yield statement.target


def _meetings(extraction: Extraction, ids: Mapping[Mention, str]) -> dict[Mention, Met]:
    """Return the persons of a document as it meets them, given who all others are."""
    found: defaultdict[Mention, set[str]] = defaultdict(set)
    for said in extraction.statements:
        for one, other in _both(said):
            if one.kind is Kind.PERSON:
                found[one].add(_document(extraction.path))
                if other in ids:
                    found[one].add(ids[other])
    return {mention: Met(mention, frozenset(company)) for mention, company in found.items()}


def _both(said: Statement) -> tuple[tuple[Mention, Mention], tuple[Mention, Mention]]:
    return (said.source, said.target), (said.target, said.source)


def _document(id_: str) -> str:
    return f"in {id_}"
