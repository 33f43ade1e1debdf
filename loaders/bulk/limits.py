"""Limits of statements: phase, dates, frequency, condition and partners, column by column."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...graph import Vocabulary
from ..tabular.naming import mentions
from ..tabular.qualifying import QUALIFIERS, DateError, day_first, disorder, iso, names_phase
from .coding import Coded, together
from .grid import Numbers
from .notes import Notes
from .records import Records


def qualifiers_of(
    records: Records, vocabulary: Vocabulary, notes: Notes, *, language: str
) -> dict[str, Coded[Any]]:
    """Return what limits the plain rows: qualifier → its value in each."""
    found: dict[str, Coded[Any]] = {}
    dated = records.header.holding("since", "until")
    first = day_first((d for c in dated for d in records.column(c.index).values), language)
    for column in records.header.holding(*QUALIFIERS):
        words = records.column(column.index)
        if column.holds == "jointly_with":
            found[column.holds] = words.map(lambda said: tuple(m.name for m in mentions(said)))
        elif column.holds in ("since", "until"):
            found[column.holds] = _dates(records, words, notes, day_first=first)
        else:
            found[column.holds] = words
    return _in_phases(_in_order(found, records, notes), records, vocabulary)


def _in_order(
    found: dict[str, Coded[Any]], records: Records, notes: Notes
) -> dict[str, Coded[Any]]:
    """Leave out the dates of rows of which the end lies before the beginning."""
    if not {"since", "until"} <= set(found):
        return found
    since, until = found["since"], found["until"]
    pairs, codes = np.unique(np.stack([since.codes, until.codes]), axis=1, return_inverse=True)
    faults = [disorder(since.values[one], until.values[other]) for one, other in pairs.T]
    codes = codes.reshape(-1)
    wrong = np.array([bool(fault) for fault in faults], bool)[codes]
    rows, said = records.plain[wrong], codes[wrong]
    notes.add_all(rows, lambda n: f"{records.grid.place(int(rows[n]))}: {faults[said[n]]}")
    blank = {
        name: Coded(np.where(wrong, len(each.values), each.codes), [*each.values, ""])
        for name, each in (("since", since), ("until", until))
    }
    return {**found, **blank}


def _dates(records: Records, words: Coded[str], notes: Notes, *, day_first: bool) -> Coded[str]:
    faults: dict[str, str] = {}

    def read(said: str) -> str:
        try:
            return iso(said, day_first=day_first) if said else ""
        except DateError as error:
            faults[said] = f"{said!r} {error}"
            return ""

    dates = words.map(read)
    wrong = np.array([value in faults for value in words.values], bool)[words.codes]
    rows, said = records.plain[wrong], words.codes[wrong]
    notes.add_all(
        rows, lambda n: f"{records.grid.place(int(rows[n]))}: {faults[words.values[said[n]]]}"
    )
    return dates


def _in_phases(
    found: dict[str, Coded[Any]], records: Records, vocabulary: Vocabulary
) -> dict[str, Coded[Any]]:
    """Add the phase that stands alone in a row above, where a row has none of its own."""
    if not any(names_phase(said, vocabulary) for _, said in records.groups):
        return found
    below = _above(records.plain, records.groups, vocabulary)
    own = found.get("phase")
    if own is None:
        return {**found, "phase": below}
    values, (mine, theirs) = together(own, below)
    blank = np.array([not value for value in values], bool)
    return {**found, "phase": Coded(np.where(blank[mine], theirs, mine), values)}


def _above(rows: Numbers, groups: list[tuple[int, str]], vocabulary: Vocabulary) -> Coded[str]:
    """Return for each row the phase that is said in the nearest group above it."""
    said = ["", *(text if names_phase(text, vocabulary) else "" for _, text in groups)]
    return Coded(np.searchsorted([row for row, _ in groups], rows), said)
