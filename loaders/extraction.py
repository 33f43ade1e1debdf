"""Extraction: documents read into statements, without a store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..errors import InputError
from ..graph import Statement, Vocabulary, load_vocabulary
from .blocks import Source
from .files import Failure, find
from .limits import LIMITS, Limits
from .reading import locator, read
from .tabular import Explanation, read_tables

# Documents read, and resolved, together, and their characters: what is in memory at a time.
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


def extract(
    paths: Iterable[str | os.PathLike[str]],
    *,
    vocabulary: Vocabulary | None = None,
    reader: Reader | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Iterator[Extraction | Failure]:
    """Yield what each document states; of a path that cannot be read, why.

    Parameters
    ----------
    paths : iterable of path
        Files, folders and globs, as `find` takes them.
    vocabulary : Vocabulary, optional
        The relations to read; the built-in ones by default.
    reader : Reader, optional
        What reads the prose; the project's own by default.
    limits : Limits, optional
        What a file may not exceed.
    progress : callable, optional
        Told of each file that is done.
    """
    found = find(paths)
    yield from found.failures
    outcomes = _outcomes(found.files, reader or own_reader(vocabulary), vocabulary, limits)
    for done, outcome in enumerate(outcomes, 1):
        yield outcome
        if progress:
            progress(done, len(found.files), outcome.path)


def own_reader(vocabulary: Vocabulary | None) -> Reader:
    """Return the project's own reader of prose; its models load when it first reads."""
    from .prose import Reader as ProseReader

    return ProseReader(vocabulary)


def transform(
    reader: Reader, sources: Sequence[Source], vocabulary: Vocabulary | None = None
) -> Iterator[Extraction]:
    """Yield what each source states, each statement with a place that people can find.

    Tables that are recognised state what their cells say; the reader gets the rest.
    """
    tables = [read_tables(source, vocabulary or load_vocabulary()) for source in sources]
    readings = reader.read_all([each.rest for each in tables])
    for source, table, reading in zip(sources, tables, readings, strict=True):
        find_place = locator(source)
        statements = [
            *table.statements,
            *(_placed(each, find_place) for each in reading.statements),
        ]
        statements.sort(key=lambda each: each.place.start)
        notes = (*source.notes, *table.notes)
        yield Extraction(
            source, tuple(statements), tuple(reading.rejected), table.explanations, notes
        )


def batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Yield sources some at a time, so that memory does not grow with their number."""
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.document.text)
        if len(batch) == _BATCH or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _outcomes(
    files: Sequence[os.PathLike[str]],
    reader: Reader,
    vocabulary: Vocabulary | None,
    limits: Limits,
) -> Iterator[Extraction | Failure]:
    failures: list[Failure] = []

    def sources() -> Iterator[Source]:
        for file in files:
            try:
                yield read(file, limits=limits)
            except InputError as error:
                failures.append(Failure(os.fspath(file), error))

    for batch in batches(sources()):
        yield from transform(reader, batch, vocabulary)
        yield from failures
        failures.clear()
    yield from failures


def _placed(statement: Statement, find_place: Callable[[int], str]) -> Statement:
    place = statement.place
    if place.locator or place.start < 0:
        return statement
    return replace(statement, place=replace(place, locator=find_place(place.start)))
