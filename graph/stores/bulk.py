"""Bulk: what a large document states, by columns, as it goes into a store in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Document, Mention
from .protocol import Row, StoredStatement

Values = Mapping[str, Sequence[Any]]
"""Property of a statement, ``source`` or ``target`` → its value in each of some statements."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The statements of one relation.

    Attributes
    ----------
    relation : str
        A relation of the vocabulary.
    size : int
        How many they are.
    shared : dict
        Property → the value it has in all of them.
    take : callable
        From one number to another → all other properties of these, always in the same order.
    """

    relation: str
    size: int
    shared: Row
    take: Callable[[int, int], Values]

    def batches(self, size: int, first: int = 0) -> Iterator[Values]:
        """Yield the statements so many at a time, those before the first left out."""
        for start in range(first, self.size, size):
            yield self.take(start, min(start + size, self.size))


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a large document states.

    Attributes
    ----------
    document : Document
        As it is when all is written.
    mentions : mapping
        Id of a stakeholder → how the document names it; the ends of all statements are among them.
    columns : sequence of Columns
        Its statements.
    statements : sequence of StoredStatement
        Some more of them, such as those a person added.
    mark : str
        Two with the same mark are the same; a store that was stopped while it took one goes on
        with another that has its mark.
    """

    document: Document
    mentions: Mapping[str, Sequence[Mention]]
    columns: Sequence[Columns]
    statements: Sequence[StoredStatement] = ()
    mark: str = ""


def rows(columns: Columns, values: Values) -> Iterator[Row]:
    """Yield statements as `statement_row` lays them out."""
    names = list(values)
    for row in zip(*values.values(), strict=True):
        yield {**columns.shared, **dict(zip(names, row, strict=True))}
