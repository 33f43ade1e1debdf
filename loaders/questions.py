"""The agenda: what a person should look at, each as a question that yes or no decides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..graph import Kind, Review, Stakeholder, Store
from .decisions import Action, Decision, Directory, Party, Said
from .resolution import candidates

if TYPE_CHECKING:
    from .extraction import Extraction

DOUBT = 0.4
"""Statements less sure than this are asked about."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide.

    Attributes
    ----------
    topic : str
        ``stakeholders``: are two one? ``statement``: does the document say so? ``set aside``: does
        it say so after all?
    first, relation, second : str
        The two stakeholders; between the ends of a statement, its relation.
    reason : str
        Why it is asked.
    yes : Decision
        What a yes decides.
    no : Decision
        What a no decides; a no to what is set aside leaves it there, and lasts.
    parties : tuple of Stakeholder
        The two that may be one.
    quote, document, locator : str
        The words in question and where they stand.
    start, end : int
        Offsets of the quote in the stored text of its document.
    """

    topic: str
    first: str
    second: str
    reason: str
    yes: Decision
    no: Decision
    relation: str = ""
    parties: tuple[Stakeholder, ...] = ()
    quote: str = ""
    document: str = ""
    locator: str = ""
    start: int = field(default=-1, repr=False)
    end: int = field(default=-1, repr=False)

    @property
    def key(self) -> str:
        """What tells it from other questions, also in another run."""
        parts = (self.topic, self.first, self.relation, self.second, self.quote, self.document)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def agenda(
    store: Store,
    decisions: Sequence[Decision] = (),
    *,
    doubt: float = DOUBT,
    aside: Iterable[Extraction] = (),
) -> list[Question]:
    """Return what a person should decide: likely doubles first, then the least sure statements.

    Parameters
    ----------
    store : Store
        The graph.
    decisions : sequence of Decision
        What is decided already is not asked again.
    doubt : float
        Statements less sure than this are asked about.
    aside : iterable of Extraction
        Documents read again, for what the evidence gate held back.
    """
    found = [*_doubles(store, decisions), *_doubtful(store, doubt), *_aside(aside, decisions)]
    return list({question.key: question for question in found}.values())


def _doubles(store: Store, decisions: Sequence[Decision]) -> Iterator[Question]:
    known = store.stakeholders()
    directory = Directory(known)
    apart = {
        frozenset(directory.find(party) for party in decision.parties)
        for decision in decisions
        if decision.action is Action.APART
    }
    for each in candidates(known, apart):
        parties = tuple(Party(s.name, s.kind, s.id) for s in (each.one, each.other))
        yield Question(
            "stakeholders",
            each.one.name,
            each.other.name,
            each.reason,
            Decision(Action.MERGE, parties),
            Decision(Action.APART, parties),
            parties=(each.one, each.other),
        )


def _doubtful(store: Store, doubt: float) -> Iterator[Question]:
    nodes, edges = store.frames()
    kinds = dict(zip(nodes.index, nodes["kind"], strict=True))
    unsure = edges[(edges["confidence"] < doubt) & (edges["review"] == Review.PROPOSED.value)]
    for row in unsure.sort_values(["confidence", "document", "start"]).itertuples():
        said = _said(row, kinds)
        yield Question(
            "statement",
            str(row.source_name),
            str(row.target_name),
            f"confidence {row.confidence:.2f} ({row.asserted_by})",
            Decision(Action.ACCEPT, said=said),
            Decision(Action.REJECT, said=said),
            str(row.relation),
            quote=said.quote,
            document=said.document,
            locator=str(row.locator),
            start=int(str(row.start)),
            end=int(str(row.end)),
        )


def _said(row: Any, kinds: dict[Any, str]) -> Said:
    source, target = (
        Party(str(name), Kind(kinds[id_]))
        for name, id_ in ((row.source_name, row.source), (row.target_name, row.target))
    )
    return Said(
        str(row.document), source, str(row.relation), target, str(row.quote), str(row.Index)
    )


def _aside(read: Iterable[Extraction], decisions: Sequence[Decision]) -> Iterator[Question]:
    settled = {d.said for d in decisions if d.action in (Action.ADD, Action.REJECT)}
    for extraction in read:
        for held in extraction.rejected:
            each: Any = held
            if not (each.relation and each.quote):
                continue
            ends = (Party(each.source.name, each.source.kind),
                    Party(each.target.name, each.target.kind))  # fmt: skip
            said = Said(extraction.path, ends[0], each.relation, ends[1], each.quote)
            if said not in settled:
                yield Question(
                    "set aside",
                    ends[0].name,
                    ends[1].name,
                    f"{each.check}: {each.reason}",
                    Decision(Action.ADD, said=said),
                    Decision(Action.REJECT, said=said),
                    relation=each.relation,
                    quote=each.quote,
                    document=extraction.path,
                    locator=each.place.locator,
                    start=each.place.start,
                    end=each.place.end,
                )
