"""What every store can do, in the terms of the domain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from ..model import Document, Mention, Stakeholder, Statement

if TYPE_CHECKING:
    import pandas as pd

    from .bulk import Bulk

Row = dict[str, Any]

Tell = Callable[[int], None]
"""Told of the number of statements that are written."""


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement whose ends are resolved to stakeholders."""

    source: str
    target: str
    statement: Statement


NOBODY = "-"
"""What a mention stands for by resolution alone if only a decision makes it."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that one document states.

    Attributes
    ----------
    document : Document
        With its text.
    mentions : mapping
        Id of a stakeholder → how the document names it.
    statements : tuple of StoredStatement
        What it states, the rejected ones too.
    """

    document: Document
    mentions: Mapping[str, Sequence[Mention]]
    statements: tuple[StoredStatement, ...]


class Store(Protocol):
    """A graph of stakeholders, whatever keeps it."""

    @property
    def address(self) -> str:
        """Where the store is, without any secret."""

    @property
    def relations(self) -> frozenset[str]:
        """The relations that may be in it: a query can name these as types."""

    def documents(self) -> list[Document]:
        """Return what is loaded, by id, without the texts."""

    def text(self, document: str) -> str:
        """Return the stored text of a document, empty if it is not there."""

    def told(self, document: str) -> Told | None:
        """Return all that a document states, as it was written; None if it is not there."""

    def stakeholders(self, *, decided: bool = True) -> list[Stakeholder]:
        """Return every stakeholder, by id; or as resolution alone makes them, undecided."""

    def write(
        self,
        document: Document,
        mentions: Mapping[str, Sequence[Mention]],
        statements: Iterable[StoredStatement],
    ) -> None:
        """Put a document, its mentions (by stakeholder id) and statements, in one transaction.

        What the document stated before is replaced; the ends of its statements count as mentioned.
        A stakeholder's name, kind and aliases follow from the mentions of all documents.
        """

    def pour(self, bulk: Bulk, tell: Tell | None = None) -> None:
        """Put a large document in batches, in place of what it stated before.

        In the end the same is there as `write` would leave. If this is stopped, whole batches are
        there, and the document has no date ``loaded``; to pour the same again writes the rest.
        """

    def forget(self, document: str) -> bool:
        """Remove a document, its statements, and the stakeholders no other one mentions."""

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return all stakeholders and all statements but the rejected, both indexed by ``id``.

        The first has ``name, kind, aliases``; the second ``source, relation, target, source_name,
        target_name, quote, document, start, end, locator, phase, since, until, frequency,
        condition, jointly_with, confidence, asserted_by, review``.
        """

    def close(self) -> None:
        """Release files and connections."""

    def __enter__(self) -> Self:
        """Open a block at whose end the store is closed."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
