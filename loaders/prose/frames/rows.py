"""Rows: tables whose header says what a column is to what each row begins with, "Body | Chair"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....graph import Kind, fold
from ...blocks import BlockKind
from ..arguments import Filler
from ..enumeration import Span, entries
from ..triggers import Trigger
from .candidate import Candidate, Scene

_ACTORS = frozenset([Kind.PERSON, Kind.ORGANIZATION, Kind.ROLE, Kind.BODY, None])
_THINGS = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION, None])
_SAID = frozenset(["functions", "actions"])


def read_rows(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield what the header of a table states of the cells below it."""
    header: Scene | None = None
    columns: dict[int, Column] = {}
    for scene in scenes:
        block = scene.unit.block
        if block.kind is not BlockKind.ROW:
            header = None
        elif block.header:
            header, columns = scene, _columns(scene)
        elif header is not None and columns:
            yield from _row(scene, columns, header.unit.index)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header says of its cells: `forward` where the row's first cell does it."""

    relation: str
    forward: bool = False


def _columns(scene: Scene) -> dict[int, Column]:
    """Return what each column's header says: "Lead", "Maître d'ouvrage", "Reports to"."""
    found: dict[int, Column] = {}
    members = frozenset(map(fold, scene.lexicon.words["membership_labels"]))
    for number, (start, end) in enumerate(_cells(scene)):
        said = [t for t in scene.triggers if start <= t.start and t.end <= end + 1]
        nouns = [t.wording.relation for t in said if t.wording.family in _SAID]
        if fold(scene.unit.doc[start:end].text) in members:
            found[number] = Column("PARTICIPATES_IN")
        elif nouns:
            found[number] = Column(nouns[0])
        elif verb := _verb(scene, said, end):
            found[number] = verb
    return found


def _verb(scene: Scene, said: Sequence[Trigger], end: int) -> Column | None:
    """Read a header that is a verb: "Chaired by", "Made up of", "Reports to"."""
    doc = scene.unit.doc
    for trigger in said:
        wording, after = trigger.wording, doc[trigger.end : end].text.lower()
        if wording.family == "containers":
            return Column(wording.relation)
        if wording.family == "verbs" and after in ("by", "par"):
            return Column(wording.relation)
        if wording.family == "verbs" and wording.preposition and after == wording.preposition:
            return Column(wording.relation, forward=True)
    return None


def _row(scene: Scene, columns: dict[int, Column], header: int) -> Iterator[Candidate]:
    cells = _cells(scene)
    first = [e.phrase for e in entries(scene.unit, *cells[0])][:1] if cells else []
    subject = [f for f in scene.arguments.of_phrases(first) if f.referent.kind in _THINGS]
    for number, column in columns.items():
        if 0 < number < len(cells):
            start, end = cells[number]
            if _tells_chair(scene, start, end):
                continue
            named = [e.phrase for e in entries(scene.unit, start, end) if e.phrase.holder is None]
            actors = [f for f in scene.arguments.of_phrases(named) if _acts(f)]
            ends = (subject, actors) if column.forward else (actors, subject)
            yield from scene.propose(ends[0], column.relation, ends[1], (start, end), "row", header)


def _tells_chair(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a cell itself says who chairs: that is read as it stands."""
    return any(
        start <= t.start < end and t.wording.relation in ("CHAIRS", "CO_CHAIRS")
        for t in scene.triggers
    )


def _acts(filler: Filler) -> bool:
    return filler.referent.kind in _ACTORS


def _cells(scene: Scene) -> list[Span]:
    """Return the tokens of each cell."""
    doc = scene.unit.doc
    spans = []
    for start, end in scene.unit.block.cells:
        tokens = [t.i for t in doc if start <= t.idx < end]
        if tokens:
            spans.append((tokens[0], tokens[-1] + 1))
    return spans
