"""Matrices: tasks by stakeholders, with the letters of RACI or RASCI in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...graph import Kind, Mention, Qualifiers, Statement, Vocabulary
from .entries import Entry
from .evidence import Evidence
from .headers import Header
from .naming import mentions
from .table import Row, Table
from .words import Words, key, load_words

# What a letter states; another relation to which the vocabulary gives the letter, if it takes it
# from this one. Support takes part.
_PREFERRED = {
    "R": "IMPLEMENTS",
    "A": "ACCOUNTABLE_FOR",
    "S": "PARTICIPATES_IN",
    "C": "ADVISES",
    "I": "OVERSEES",
}
_SEPARATORS = re.compile(r"[\s/,;+&.|()-]+|\bet\b|\band\b")
_OF = re.compile(r"\b(?:du|de la|de l['’]|des|d['’]|of the|of|for the|for)\s*(.+)\Z", re.IGNORECASE)
_SAMPLE = 500  # rows that tell whether a table is a matrix
_MOSTLY, _PARTLY = 0.6, 0.3  # of the cells of a column: to be sure, and beside sure ones


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix of responsibilities.

    Attributes
    ----------
    header : Header
        Its header.
    label : int
        The column that names the subject of each row.
    lettered : mapping of int to tuple of Mention
        Column of letters → whom, or what, its header names.
    relations : mapping of str to str
        Letter → relation.
    scope : str
        What the tasks are of; empty if the table does not say.
    turned : bool
        Whether the rows are stakeholders and the columns tasks.
    """

    header: Header
    label: int
    lettered: Mapping[int, tuple[Mention, ...]]
    relations: Mapping[str, str]
    scope: str = ""
    turned: bool = False
    name: str = "raci"

    @classmethod
    def of(
        cls, header: Header, rows: Sequence[Row], table: Table, vocabulary: Vocabulary
    ) -> Matrix | None:
        """Return a table as a matrix, None if it is none."""
        words = load_words()
        heads = {column.index: column.header for column in header.columns}
        full = [row for row in rows[:_SAMPLE] if len(row.filled()) > 1]
        lettered = [column for column in heads if _is_lettered(column, full, words, _MOSTLY)]
        others = [column for column in _filled(full) if column not in lettered]
        if not lettered or not others or others[0] > lettered[0]:
            return None
        seen = {letter for row in full for c in lettered for letter in letters_of(row.cell(c))}
        titled = any(_names_matrix(text, words) for text in (*table.above, *header.titles))
        if not (titled or {"R", "A"} <= seen) or (len(lettered) < 2 and not titled):
            return None
        after = [c for c in heads if c > lettered[0] and c not in lettered]
        lettered += [column for column in after if _is_lettered(column, full, words, _PARTLY)]
        label = _label(others, header, lettered[0])
        turned = key(heads.get(label, "")) in words.actors
        default = Kind.PROJECT if turned else None
        named = {column: tuple(mentions(heads[column], default)) for column in lettered}
        scope = next(
            (
                found
                for text in reversed((*table.above, *header.titles))
                if (found := _scope(text, words))
            ),
            "",
        )
        return cls(header, label, named, letter_relations(vocabulary), scope, turned)

    def columns(self) -> Mapping[int, str]:
        """Return what each column that is read is, for people."""
        row, column = ("stakeholder", "task") if self.turned else ("task", "stakeholder")
        named = {
            index: f"{column}: {', '.join(each.name for each in names) or 'names nobody'}"
            for index, names in self.lettered.items()
        }
        return {self.label: row, **named}

    def read(
        self, entry: Entry, evidence: Evidence, qualifiers: Qualifiers
    ) -> Iterator[Statement | str]:
        """Yield the statements of a row, and in words what of it is not understood."""
        words = entry.cell(self.label)
        subject = None if self.turned else self._task(words)
        actors = mentions(words) if self.turned else []
        for column, named in self.lettered.items():
            cell = entry.cell(column)
            letters = letters_of(cell)
            empty = key(cell) in load_words().nobody or _is_derived(cell)
            if cell and not letters and not empty:
                yield f"{evidence.address(entry.row, column)}: {cell!r} is no letter of RACI"
            for letter in letters:
                relation = self.relations.get(letter)
                if relation is None:
                    yield f"{evidence.address(entry.row, column)}: {letter} is no relation"
                    continue
                for source, target in self._ends(named, subject, actors):
                    yield evidence.state(
                        source, relation, target, entry.row, [self.label], column, qualifiers
                    )

    def _task(self, words: str) -> Mention | None:
        column = next((c for c in self.header.columns if c.index == self.label), None)
        if not words:
            return None
        if column and column.holds in ("project", "body"):
            found = mentions(words, Kind(column.holds))
            return found[0] if found else None
        return Mention(words, Kind.PROJECT, scope=self.scope)

    def _ends(
        self, named: Sequence[Mention], subject: Mention | None, actors: Sequence[Mention]
    ) -> Iterator[tuple[Mention, Mention]]:
        if self.turned:
            for task in named[:1]:
                scoped = Mention(task.name, Kind.PROJECT, task.aliases, self.scope)
                yield from ((actor, scoped) for actor in actors)
        elif subject is not None:
            yield from ((source, subject) for source in named)


@lru_cache(maxsize=4096)
def letters_of(cell: str) -> tuple[str, ...]:
    """Return the letters of a cell, none if it holds anything else.

    >>> letters_of("A/R"), letters_of("Responsable, Approbateur"), letters_of("RA"), letters_of("B")
    (('A', 'R'), ('R', 'A'), ('R', 'A'), ())
    """
    if _is_derived(cell):
        return ()
    known = load_words().letters
    parts = [part for part in _SEPARATORS.split(cell) if part]
    if len(parts) == 1 and len(cell) <= 4 and cell.isupper() and key(cell) not in known:
        parts = list(cell)
    letters = [known.get(key(part), "") for part in parts]
    return tuple(dict.fromkeys(letters)) if letters and all(letters) else ()


def _is_derived(cell: str) -> bool:
    """Tell whether letters stand in brackets: derived, not stated."""
    return cell.startswith("(") and cell.rstrip("*† ").endswith(")")


def _is_lettered(column: int, rows: Sequence[Row], words: Words, share: float) -> bool:
    cells = [row.cell(column) for row in rows]
    filled = [c for c in cells if c and key(c) not in words.nobody and not _is_derived(c)]
    return bool(filled) and sum(bool(letters_of(c)) for c in filled) >= share * len(filled)


def _filled(rows: Sequence[Row]) -> list[int]:
    return sorted({column for row in rows for column in row.filled()})


def _label(others: Sequence[int], header: Header, first: int) -> int:
    """Return the column that names the subject: the one that says so, else the last before."""
    for column in header.holding("task", "project", "body"):
        if column.index in others:
            return column.index
    held = {c.index for c in header.holding("phase", "other", "since", "until", "contact")}
    before = [column for column in others if column < first and column not in held]
    return before[-1] if before else others[0]


def _names_matrix(text: str, words: Words) -> bool:
    folded = f" {key(text)} "
    return any(f" {name} " in folded for name in words.matrix)


def _scope(text: str, words: Words) -> str:
    """Return what a title says a matrix is of: "RACI – projet Alpha" is of "projet Alpha"."""
    if not _names_matrix(text, words):
        return ""
    part = re.split(r"\s[-–—:]\s|:\s|\s\|\s", text)
    rest = [each for each in part if not _names_matrix(each, words)]
    if rest:
        return rest[-1].strip(' .«»"')
    match = _OF.search(text)
    named = match is not None and not _names_matrix(match[1], words)
    return match[1].strip(" .") if match and named else ""


def letter_relations(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the relation of each letter that the vocabulary in force gives it."""
    found = {}
    for letter, preferred in _PREFERRED.items():
        given = [name for name, each in vocabulary.relations.items() if each.raci == letter]
        known = preferred in vocabulary.relations
        if known and (preferred in given or letter == "S"):
            found[letter] = preferred
        elif given:
            found[letter] = given[0]
    return found
