"""Opening a Ladybug file, and saying plainly why one cannot be opened."""

from __future__ import annotations

from pathlib import Path

import ladybug

from ...errors import StoreError

MEMORY = ":memory:"

# A lock of the system does not keep one process from opening a file twice for writing; we do.
_writing: dict[str, int] = {}

# Bytes of changes before the file itself is rewritten. Its default of 16 MB makes a load of many
# documents halt for seconds and the file three times as large.
_CHECKPOINT = 64 * 2**20

_REASONS = (
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
    key = _key(address)
    if read_only and (address == MEMORY or not Path(address).exists()):
        raise StoreError(
            "nothing loaded yet", where=address, remedy="run `stakeholders load …` first"
        )
    if not read_only and key in _writing:
        raise StoreError(
            "is already open for writing in this process",
            where=address,
            remedy="close it first, or use the open one",
        )
    try:
        database = ladybug.Database(address, read_only=read_only, checkpoint_threshold=_CHECKPOINT)
    except RuntimeError as error:
        raise _refusal(address, str(error)) from error
    if not read_only and address != MEMORY:
        _writing[key] = id(database)
    return database


def close_database(database: ladybug.Database) -> None:
    """Close the file. Closing again does nothing."""
    for key in [key for key, opened in _writing.items() if opened == id(database)]:
        del _writing[key]
    database.close()


def _key(address: str) -> str:
    return str(Path(address).resolve())


def _refusal(address: str, message: str) -> StoreError:
    for sign, what, remedy in _REASONS:
        if sign in message:
            return StoreError(what, where=address, remedy=remedy)
    return StoreError(
        f"cannot be opened ({message})",
        where=address,
        remedy="if it is damaged, delete it and load the documents again",
    )
