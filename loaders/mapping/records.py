"""Records: a mapping is run over data, and each record makes its statements."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...graph import Document, Statement, Vocabulary
from ..blocks import Source
from ..limits import LIMITS, Limits
from ..reading import name
from .data import Data, read_data
from .loops import Loops
from .parts import Mapping, Rule
from .run import Run
from .tally import Tally
from .template import Scope

_ROOT = "data"
_NOTES = 20


@dataclass(frozen=True, slots=True)
class MappedEntry:
    """What came of one entry of a mapping.

    Attributes
    ----------
    place : str
        Which entry.
    records, statements : int
        How many records it looped over, and how many statements they made.
    missing : mapping of str to int
        What a statement lacked, and in how many records.
    firsts : mapping of str to str
        The same → the first time: a key that is in no table, a value, the place of a record.
    otherwise : mapping of str to int
        Values for which the relation is the one of ``otherwise``, and of how many records.
    nothing : tuple of str
        Expressions that never found anything, and what there is instead.
    example : Statement or None
        The first statement.
    """

    place: str
    records: int
    statements: int
    missing: Map[str, int]
    firsts: Map[str, str]
    otherwise: Map[str, int]
    nothing: tuple[str, ...]
    example: Statement | None


@dataclass(frozen=True, slots=True)
class MappedReading:
    """What the records of some data state.

    Attributes
    ----------
    source : Source
        The document.
    statements : tuple of Statement
        What it states.
    entries : tuple of MappedEntry
        What came of each entry of the mapping.
    notes : tuple of str
        What is wrong with the data, each with its place: keys that lead nowhere or stand twice,
        dates there are not, rows that do not fit their header.
    """

    source: Source
    statements: tuple[Statement, ...]
    entries: tuple[MappedEntry, ...]
    notes: tuple[str, ...] = ()


def read_records(
    path: Path, mapping: Mapping, vocabulary: Vocabulary, limits: Limits = LIMITS
) -> MappedReading:
    """Return the statements that a mapping reads in a file, or in the files of a folder.

    The text of the document is made of what the statements rest on, a line each: the fields that
    were used, and nothing else of the data. A quote is such a line, and its place is the path to
    the record: ``sigs[0].leadership.chairs[1]``.

    Raises
    ------
    InputError
        If data cannot be read, or the mapping does not fit it.
    """
    scope, digest, notes = _data(path, mapping, limits)
    run = Run(mapping, vocabulary, _called(path), Loops(mapping, scope))
    entries = tuple(_entry(run, rule) for rule in mapping.rules)
    document = Document(
        id=run.document,
        title=mapping.title,
        address=str(path.resolve()),
        language="en",
        sha256=hashlib.sha256(f"{digest} {mapping.text}".encode()).hexdigest(),
        text="".join(run.text),
    )
    found = (*notes, *run.loops.notes, *run.notes)
    kept = found[:_NOTES] + ((f"and {len(found) - _NOTES} more",) if len(found) > _NOTES else ())
    return MappedReading(Source(document, ()), tuple(run.statements), entries, kept)


def _entry(run: Run, rule: Rule) -> MappedEntry:
    before, tally = len(run.statements), Tally()
    run.entry(rule, tally)
    made = run.statements[before:]
    return MappedEntry(
        rule.place,
        tally.records,
        len(made),
        tally.missing,
        tally.firsts,
        tally.otherwise,
        tuple(tally.nothing()),
        made[0] if made else None,
    )


def _called(path: Path) -> str:
    """Return the id of the document: the current folder has its own name."""
    called = name(path)
    return path.resolve().name if called == "." else called


def _data(path: Path, mapping: Mapping, limits: Limits) -> tuple[Scope, str, list[str]]:
    if not mapping.files:
        if path.is_dir():
            remedy = "name a file in it, or name the files in the mapping, under `files`"
            raise InputError("is a folder", where=str(path), remedy=remedy)
        data = read_data(path, limits)
        own = data.value if isinstance(data.value, dict) else {}
        return {**own, _ROOT: data.value}, data.sha256, list(data.notes)
    folder = path if path.is_dir() else path.parent
    read = {key: _inside(folder, file, limits) for key, file in mapping.files.items()}
    notes = [f"{mapping.files[key]}, {note}" for key, data in read.items() for note in data.notes]
    digests = " ".join(data.sha256 for data in read.values())
    return {key: data.value for key, data in read.items()}, digests, notes


def _inside(folder: Path, file: str, limits: Limits) -> Data:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(
            "leads out of the folder of the data", where=str(path), remedy="copy it in"
        )
    return read_data(path, limits)
