"""Rows: tables whose header says what a column is to what each row begins with, "Body | Chair"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....graph import Kind, fold
from ...blocks import BlockKind
from ..arguments import Filler
from ..enumeration import Span, entries
from .candidate import Candidate, Scene

_ACTORS = frozenset([Kind.PERSON, Kind.ORGANIZATION, Kind.ROLE, Kind.BODY, None])
_THINGS = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION, None])
_SAID = frozenset(["functions", "actions"])


def read_rows(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield what the header of a table states of the cells below it."""
    header: Scene | None = None
    columns: dict[int, str] = {}
    for scene in scenes:
        block = scene.unit.block
        if block.kind is not BlockKind.ROW:
            header = None
        elif block.header:
            header, columns = scene, _columns(scene)
        elif header is not None and columns:
            yield from _row(scene, columns, header.unit.index)


def _columns(scene: Scene) -> dict[int, str]:
    """Return the relation that each column's header names: "Lead", "Maître d'ouvrage"."""
    found: dict[int, str] = {}
    members = frozenset(map(fold, scene.lexicon.words["membership_labels"]))
    for number, (start, end) in enumerate(_cells(scene)):
        said = [t for t in scene.triggers if start <= t.start and t.end <= end]
        relations = [t.wording.relation for t in said if t.wording.family in _SAID]
        if relations:
            found[number] = relations[0]
        elif fold(scene.unit.doc[start:end].text) in members:
            found[number] = "PARTICIPATES_IN"
    return found


def _row(scene: Scene, columns: dict[int, str], header: int) -> Iterator[Candidate]:
    cells = _cells(scene)
    first = [e.phrase for e in entries(scene.unit, *cells[0])][:1] if cells else []
    subject = [f for f in scene.arguments.of_phrases(first) if f.referent.kind in _THINGS]
    for number, relation in columns.items():
        if 0 < number < len(cells):
            start, end = cells[number]
            if _tells_chair(scene, start, end):
                continue
            named = [e.phrase for e in entries(scene.unit, start, end) if e.phrase.holder is None]
            actors = [f for f in scene.arguments.of_phrases(named) if _acts(f)]
            yield from scene.propose(actors, relation, subject, (start, end), "row", header)


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
