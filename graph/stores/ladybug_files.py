"""Opening a Ladybug file, and saying plainly why one cannot be opened."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from weakref import WeakSet

import ladybug

from ...errors import StoreError

T = TypeVar("T")

MEMORY = ":memory:"

# The system's lock keeps other processes from writing, but not this one, and is gone as soon as
# this process closes the file anywhere: here one may write, or several read.
_open_here: WeakSet[ladybug.Database] = WeakSet()

# Bytes of changes before the file itself is rewritten. Its default of 16 MB makes a load of many
# documents halt for seconds and the file three times as large.
_CHECKPOINT = 64 * 2**20

# A writer killed in the midst of a transaction leaves a log whose last record is cut short. It was
# never committed: the log is read up to it, as other databases do, and cut there by the next write.
_STRICT = False

# Seconds that a reader waits for a writer to finish rewriting the file.
_PATIENCE = 5.0
_REWRITING = "checkpoint recovery is pending"

_REASONS = (
    (
        _REWRITING,
        "a writer is rewriting the store, or was stopped while it did",
        "try again; if it stays so, run `stakeholders load …` once more, which mends it",
    ),
    (
        "Could not set lock",
        "another process is writing to the store",
        "wait until it has finished, or open the store read-only",
    ),
    ("not a valid Lbug database", "is not a store but another kind of file", "give another path"),
    ("cannot be a directory", "is a folder, not a store", "name a file in it"),
    ("No such file or directory", "the folder is not there", "create it, or give another path"),
    ("Permission denied", "may not be opened", "check who may read and write it"),
)


def open_database(address: str, *, read_only: bool) -> ladybug.Database:
    """Open or, for writing, make the file.

    Raises
    ------
    StoreError
        If it cannot be opened; the message names the remedy.
    """
    if read_only and (address == MEMORY or not Path(address).exists()):
        raise StoreError(
            "nothing loaded yet", where=address, remedy="run `stakeholders load …` first"
        )
    if address != MEMORY and _is_taken(Path(address), read_only=read_only):
        raise StoreError(
            "is already open in this process, and one of the two would write",
            where=address,
            remedy="close it first, or use the open one",
        )
    try:
        database = ladybug.Database(
            address,
            read_only=read_only,
            checkpoint_threshold=_CHECKPOINT,
            throw_on_wal_replay_failure=_STRICT,
        )
    except RuntimeError as error:
        raise _refusal(address, str(error)) from error
    _open_here.add(database)
    return database


def _is_taken(path: Path, *, read_only: bool) -> bool:
    return any(
        Path(other.database_path).resolve() == path.resolve()
        for other in _open_here
        if not (other.is_closed or (read_only and other.read_only))
    )


def stamp(address: str) -> tuple[int, ...]:
    """Return what changes when the file is rewritten; nothing of a store in memory."""
    try:
        found = _path(address).stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


_path = lru_cache(Path)  # it is asked for with every query


def patiently(address: str, read: Callable[[], T]) -> T:
    """Read a file, again if a writer has rewritten it meanwhile.

    No lock keeps a writer from that while readers have the file open, and what they hold of it in
    memory then no longer fits: they would miss statements without a word.

    Raises
    ------
    StoreError
        If it cannot be read, or is rewritten for longer than a few seconds.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        before = stamp(address)
        try:
            result = read()
        except StoreError as error:
            rewriting = stamp(address) != before or _REWRITING in str(error.__cause__)
            if not rewriting or time.monotonic() > deadline:
                raise
        else:
            if stamp(address) == before:
                return result
            if time.monotonic() > deadline:
                raise _refusal(address, _REWRITING)
        time.sleep(0.02)


def _refusal(address: str, message: str) -> StoreError:
    for sign, what, remedy in _REASONS:
        if sign in message:
            return StoreError(what, where=address, remedy=remedy)
    return StoreError(
        f"cannot be opened ({message})",
        where=address,
        remedy="if it is damaged or of another version, delete it and load the documents again",
    )
