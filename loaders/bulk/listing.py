"""Listing: the rows of a list of statements as statements, by columns."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...graph import Document, Vocabulary
from ..tabular import Explanation
from ..tabular.evidence import reach
from ..tabular.reader import columns_of, unfit
from ..tabular.statements import Statements
from ..tabular.table import words_of
from .coding import Coded, coded
from .ends import Ends, ends_of
from .grid import Flags, Grid, Numbers
from .limits import qualifiers_of
from .notes import Notes
from .records import Records
from .table import LargeTable

Contacts = frozenset[int]
Quotes = tuple[Numbers, Numbers]


def table_of(
    document: Document, records: Records, shape: Statements, vocabulary: Vocabulary, notes: Notes
) -> LargeTable:
    """Return what the plain rows of a list state; what is wrong with others is noted."""
    grid, header = records.grid, records.header
    kinds = (_kinds(records, "source_kind"), _kinds(records, "target_kind"))
    ends = ends_of(shape, vocabulary, records, document.id, kinds)
    qualifiers = qualifiers_of(records, vocabulary, notes, language=document.language)
    stated = _stated(records, ends, vocabulary, notes)
    rows = records.plain[stated]
    columns = sorted((shape.source.index, shape.relation.index, shape.target.index))
    starts, finishes = _quotes(grid, rows, columns, shape.relation.index, header.contacts)
    explanation = Explanation(
        grid.place(0),
        shape.name,
        columns_of(header, shape),
        len(grid) - 1 - records.misfits,
        len(rows),
        notes.listed(),
    )
    limits = {name: Coded(each.codes[stated], each.values) for name, each in qualifiers.items()}
    return LargeTable(
        document,
        grid,
        rows,
        ends.select(stated),
        starts,
        finishes,
        limits,
        explanation,
        (*records.left_out.listed(), *explanation.missed),
    )


def _kinds(records: Records, what: str) -> Coded[str] | None:
    columns = records.header.holding(what)
    return records.column(columns[0].index) if columns else None


def _stated(records: Records, ends: Ends, vocabulary: Vocabulary, notes: Notes) -> Flags:
    """Tell which plain rows state something, and note the others."""
    unknown = ends.relation < 0
    missing = ~unknown & ((ends.sources < 0) | (ends.targets < 0))
    stated = ~(unknown | missing)
    at = np.flatnonzero(stated)
    joined = ends.select(stated).joins(vocabulary)
    stated[at] = joined
    said = records.relation

    def note(places: Numbers, say: Callable[[int], str]) -> None:
        rows = records.plain[places]
        notes.add_all(rows, lambda n: f"{records.grid.place(int(rows[n]))}: {say(int(places[n]))}")

    note(np.flatnonzero(unknown), lambda n: f"{said.values[said.codes[n]]!r} is no relation")
    note(np.flatnonzero(missing), lambda _: "one end is missing")
    note(at[~joined], lambda n: unfit(*ends.at(n)))
    return stated


def _quotes(grid: Grid, rows: Numbers, columns: list[int], at: int, contacts: Contacts) -> Quotes:
    """Return where the quotes of rows stand, with the quotation marks around several cells."""
    first, last = reach(columns, at, contacts)
    firsts: Numbers = np.full(len(rows), at)
    lasts: Numbers = np.full(len(rows), at)
    for column in range(at - 1, first - 1, -1):
        firsts[_filled(grid, rows, column, columns)] = column
    for column in range(at + 1, last + 1):
        lasts[_filled(grid, rows, column, columns)] = column
    starts = grid.starts[grid.firsts[rows] + firsts]
    ends = grid.ends[grid.firsts[rows] + lasts]
    text = grid.text
    if '"' not in text:
        return starts, ends
    several = firsts < lasts
    before = np.fromiter((text[at - 1 : at] == '"' for at in starts.tolist()), bool, len(rows))
    after = np.fromiter((text[at : at + 1] == '"' for at in ends.tolist()), bool, len(rows))
    return starts - (before & several), ends + (after & several)


def _filled(grid: Grid, rows: Numbers, column: int, sure: list[int]) -> Flags:
    """Tell in which rows a column holds something; it does where it is one of the sure ones."""
    if column in sure:
        return np.ones(len(rows), bool)
    words = coded(grid.column(rows, column)).map(words_of)
    return np.array([bool(each) for each in words.values], bool)[words.codes]
