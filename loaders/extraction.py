"""Extraction: a document and what was read in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..errors import InputError
from ..graph import Statement, Vocabulary, load_vocabulary
from .blocks import Source
from .files import Failure
from .limits import LIMITS, Limits
from .reading import File, locator, understand
from .scopes import scoped
from .tabular import Explanation, read_tables

# Documents resolved together, and their characters: what is in memory at a time.
_BATCH, _CHARACTERS = 200, 20_000_000

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, the number of all files and the file just done."""


class SetAside(Protocol):
    """A candidate that the evidence gate held back."""

    @property
    def check(self) -> str:
        """Which check did."""

    @property
    def reason(self) -> str:
        """Why, for a person."""


class Reading(Protocol):
    """What a reader finds in a document."""

    @property
    def statements(self) -> Sequence[Statement]:
        """What it states."""

    @property
    def rejected(self) -> Sequence[SetAside]:
        """What was held back."""

    @property
    def notes(self) -> Sequence[str]:
        """What of it could not be read, and why."""


class Reader(Protocol):
    """Whatever reads the prose of documents."""

    def read_all(self, sources: Iterable[Source]) -> Iterator[Reading]:
        """Yield the reading of each document, in order."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and what was read in it.

    Attributes
    ----------
    source : Source
        The document.
    statements : tuple of Statement
        What its tables and its prose state.
    rejected : tuple of SetAside
        What was held back of its prose.
    tables : tuple of Explanation
        How each of its tables was read.
    notes : tuple of str
        What in it could not be read, each with its place.
    """

    source: Source
    statements: tuple[Statement, ...]
    rejected: tuple[SetAside, ...]
    tables: tuple[Explanation, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The id of the document."""
        return self.source.document.id


@dataclass(frozen=True, slots=True)
class FileReader:
    """Whatever reads documents, whole: their tables and their prose.

    Attributes
    ----------
    reader : Reader
        What reads the prose.
    vocabulary : Vocabulary
        The relations of tables.
    limits : Limits
        What a file may not exceed.
    """

    reader: Reader
    vocabulary: Vocabulary
    limits: Limits

    def read(self, file: File) -> Extraction | Failure:
        """Return what a document states, or why it cannot be read.

        Raises
        ------
        InputError
            If nothing can be read at all, for want of a spaCy model.
        """
        try:
            source = understand(file, limits=self.limits)
        except InputError as error:
            return Failure(str(file.path), error)
        return self.transform(source)

    def transform(self, source: Source) -> Extraction:
        """Return what a source states, each statement with a place that people can find.

        Tables that are recognised state what their cells say; the reader gets the rest.
        """
        tables = read_tables(source, self.vocabulary)
        (reading,) = self.reader.read_all([tables.rest])
        find_place = locator(source)
        prose = [_placed(each, find_place) for each in reading.statements]
        statements = scoped(tables.statements, prose, source.document)
        stated = [each for each in source.stated if _is_known(each, self.vocabulary)]
        statements = [*statements, *stated]
        statements.sort(key=lambda each: each.place.start)
        notes = (*source.notes, *tables.notes, *reading.notes)
        return Extraction(
            source, tuple(statements), tuple(reading.rejected), tables.explanations, notes
        )


def file_reader(
    reader: Reader | None, vocabulary: Vocabulary | None, limits: Limits = LIMITS
) -> FileReader:
    """Return what reads documents, with a reader of prose or the project's own.

    The models of the project's own load when it first reads.
    """
    from .prose import Reader as ProseReader

    known = vocabulary or load_vocabulary()
    return FileReader(reader or ProseReader(known), known, limits)


def batches(extractions: Iterable[Extraction]) -> Iterator[list[Extraction]]:
    """Yield extractions some at a time, so that memory does not grow with their number."""
    batch: list[Extraction] = []
    size = 0
    for extraction in extractions:
        batch.append(extraction)
        size += len(extraction.source.document.text)
        if len(batch) == _BATCH or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _is_known(said: Statement, vocabulary: Vocabulary) -> bool:
    known = vocabulary.relations.get(said.relation)
    return known is not None and known.joins(said.source.kind, said.target.kind)


def _placed(statement: Statement, find_place: Callable[[int], str]) -> Statement:
    place = statement.place
    if place.locator or place.start < 0:
        return statement
    return replace(statement, place=replace(place, locator=find_place(place.start)))
