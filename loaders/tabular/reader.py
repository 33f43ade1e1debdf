"""The reader of tables: each is recognised by its header and read row by row, or left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...graph import Mention, Statement, Vocabulary
from ..blocks import Source
from ..formats import FORMATS
from ..reading import locator
from .entries import Entry, entries_of
from .evidence import Evidence
from .headers import Header, headers_of, heads
from .matrix import Matrix
from .members import Members
from .qualifying import day_first, qualifiers_of
from .register import Register
from .shape import Shape
from .statements import Statements
from .table import Row, Table, tables_of

# In order: what says most comes first.
_SHAPES = (Statements.of, Matrix.of, Register.of, Members.recognise)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a table was read.

    Attributes
    ----------
    place : str
        Where it begins.
    shape : str
        ``raci``, ``members``, ``register``, ``statements``; empty if none was recognised.
    columns : tuple of (str, str)
        Each header, and what the column was taken for; empty if it was not read.
    rows, statements : int
        How many it has.
    missed : tuple of str
        What in it was not understood, each with its place.
    """

    place: str
    shape: str
    columns: tuple[tuple[str, str], ...]
    rows: int
    statements: int
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the tables of a document state.

    Attributes
    ----------
    statements : tuple of Statement
        In order of place.
    explanations : tuple of Explanation
        One a table.
    notes : tuple of str
        Rows that could not be read, and files in which nothing was recognised.
    rest : Source
        The document without the tables that were read.
    """

    statements: tuple[Statement, ...]
    explanations: tuple[Explanation, ...]
    notes: tuple[str, ...]
    rest: Source


def read_tables(source: Source, vocabulary: Vocabulary) -> TableReading:
    """Return what the tables of a document state, cell by cell."""
    kind = FORMATS.get(Path(source.document.address).suffix.lower())
    run = _Run(source, vocabulary, strict=kind is not None and kind.module == "delimited")
    for together in tables_of(source):
        for table in _apart(together):
            run.read(table)
    only_tables = kind is not None and kind.tabular
    if only_tables and not any(each.shape for each in run.explanations):
        run.notes.append(_unknown(run.explanations))
    kept = () if only_tables else tuple(b for b in source.blocks if id(b) not in run.taken)
    return TableReading(
        tuple(run.statements),
        tuple(run.explanations),
        tuple(run.notes),
        replace(source, blocks=kept),
    )


@dataclass(slots=True)
class _Run:
    """One document under way."""

    source: Source
    vocabulary: Vocabulary
    strict: bool  # whether a row must have as many cells as its header
    statements: list[Statement] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def read(self, table: Table) -> None:
        """Take in what a table states, and how it was read."""
        find_place = locator(self.source)
        place = find_place(table.rows[0].block.offsets[0])
        found = recognise(table, self.vocabulary)
        if found is None:
            heads = tuple((cell, "") for cell in _widest(table.rows).cells if cell)
            self.explanations.append(Explanation(place, "", heads, len(table.rows), 0))
            return
        header, shape = found
        document = self.source.document
        evidence = Evidence(document.id, document.text, find_place, shape.name, header.contacts)
        rows = [row for row in table.rows[header.rows :] if self.fits(row, table, header, evidence)]
        before, missed = len(self.statements), list[str]()
        dated = [column.index for column in header.holding("since", "until")]
        dates = (row.cell(index) for row in rows for index in dated)
        first = day_first(dates, self.source.document.language)
        for entry in entries_of(rows, header):
            missed += self.state(entry, header, shape, evidence, day_first=first)
        self.notes += missed
        self.taken |= {id(row.block) for row in table.rows}
        stated = len(self.statements) - before
        columns = columns_of(header, shape)
        self.explanations.append(
            Explanation(place, shape.name, columns, len(rows), stated, tuple(missed))
        )

    def state(
        self, entry: Entry, header: Header, shape: Shape, evidence: Evidence, *, day_first: bool
    ) -> list[str]:
        """Take in what a row states; return what of it was not understood."""
        qualifiers, faults = qualifiers_of(entry, header, self.vocabulary, day_first=day_first)
        missed = [f"{evidence.address(entry.row, c)}: {fault}" for c, fault in faults]
        for each in shape.read(entry, evidence, qualifiers):
            if isinstance(each, str):
                missed.append(each)
            elif self.joins(each):
                self.statements.append(each)
            else:
                missed.append(
                    f"{each.place.locator}: {unfit(each.source, each.relation, each.target)}"
                )
        return missed

    def joins(self, statement: Statement) -> bool:
        relation = self.vocabulary.relations[statement.relation]
        return relation.joins(statement.source.kind, statement.target.kind)

    def fits(self, row: Row, table: Table, header: Header, evidence: Evidence) -> bool:
        width = len(table.rows[header.rows - 1].cells)
        if not self.strict or len(row.cells) == width or len(row.filled()) < 2:
            return True
        place = evidence.find_place(row.block.offsets[0])
        self.notes.append(
            f"{place}: has {len(row.cells)} cells where the header has {width}; it was left out"
        )
        return False


def _apart(table: Table) -> Iterator[Table]:
    """Yield the tables that stand below one another: each begins with a header of its own."""
    start = 0
    for n in range(2, len(table.rows)):
        if heads(table.rows[n]) and not heads(table.rows[n - 1]):
            begin = n
            while begin > start + 1 and len(table.rows[begin - 1].filled()) == 1:
                begin -= 1  # its title
            if table.rows[n].cells != table.rows[start].cells and n - start > 1:
                yield Table(table.rows[start:begin], table.above)
                start = begin
    yield Table(table.rows[start:], table.above)


def recognise(table: Table, vocabulary: Vocabulary) -> tuple[Header, Shape] | None:
    """Return the header under which most columns are understood, and the shape they make."""
    found: list[tuple[Header, Shape]] = []
    for header in headers_of(table.rows):
        rows = table.rows[header.rows :]
        shapes: Iterator[Shape | None] = (
            shape_of(header, rows, table, vocabulary) for shape_of in _SHAPES
        )
        shape = next(filter(None, shapes), None)
        if shape is not None:
            found.append((header, shape))
    return max(found, key=lambda each: len(each[1].columns()), default=None)


def columns_of(header: Header, shape: Shape) -> tuple[tuple[str, str], ...]:
    """Return each header with what its column was taken for."""
    said = shape.columns()
    return tuple(
        (column.header, said.get(column.index) or _qualifies(column.holds))
        for column in header.columns
    )


def _qualifies(holds: str) -> str:
    return holds.replace("_", " ") if holds in _QUALIFIERS else ""


_QUALIFIERS = ("phase", "since", "until", "frequency", "condition", "jointly_with")


def unfit(source: Mention, relation: str, target: Mention) -> str:
    """Return in words that a relation does not join two."""
    return f"{relation} does not join {source.kind} ({source.name!r}) to {target.kind}"


def _widest(rows: Sequence[Row]) -> Row:
    return max(rows[:5], key=lambda row: len(row.filled()))


def _unknown(explanations: Sequence[Explanation]) -> str:
    heads = [head for each in explanations[:1] for head, _ in each.columns]
    listed = ", ".join(heads[:6]) or "nothing"
    return f"no table was recognised by its headers ({listed}); --explain tells what was tried"
