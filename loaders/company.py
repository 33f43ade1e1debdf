"""Company: what is stated of a person concerns whom, by which two of one name are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ..graph import Kind, Mention, Stakeholder, Store
from .decisions import cypher
from .resolution import Met, Resolver

if TYPE_CHECKING:
    from .extraction import Extraction

Pair = tuple[Mention, Mention]


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
    met = [
        (extraction.path, [(said.source, said.target) for said in extraction.statements])
        for extraction in extractions
    ]
    return resolve_in_company(resolver, named, met)


def resolve_in_company(
    resolver: Resolver, named: Iterable[Mention], met: Sequence[tuple[str, Sequence[Pair]]]
) -> list[dict[Mention, str]]:
    """Return the stakeholder of each mention in each of some documents.

    Parameters
    ----------
    named : iterable of Mention
        Whom these mention.
    met : sequence of (str, sequence of pairs of Mention)
        Id of a document, and whom it puts together with a person.
    """
    ids = resolver.resolve(each for each in named if each.kind is not Kind.PERSON)
    people = [_meetings(document, pairs, ids) for document, pairs in met]
    persons = resolver.resolve(chain.from_iterable(each.values() for each in people))
    return [ids | {one: persons[each] for one, each in here.items()} for here in people]


def ends(extraction: Extraction) -> Iterator[Mention]:
    """Yield both ends of each statement of a document."""
    for statement in extraction.statements:
        yield statement.source
        yield statement.target


def _meetings(
    document: str, pairs: Iterable[Pair], ids: Mapping[Mention, str]
) -> dict[Mention, Met]:
    """Return the persons of a document as it meets them, given who all others are."""
    found: defaultdict[Mention, set[str]] = defaultdict(set)
    for source, target in pairs:
        for one, other in ((source, target), (target, source)):
            if one.kind is Kind.PERSON:
                found[one].add(_document(document))
                if other in ids:
                    found[one].add(ids[other])
    return {mention: Met(mention, frozenset(company)) for mention, company in found.items()}


def _document(id_: str) -> str:
    return f"in {id_}"
