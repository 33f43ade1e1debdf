"""Compacting: a store file written anew, so that nothing that was removed is left in its pages."""

from __future__ import annotations

from pathlib import Path

from ..vocabulary import Vocabulary
from .ladybug import LadybugStore
from .protocol import Store


def rewrite(address: str, vocabulary: Vocabulary | None = None) -> None:
    """Write the file of a store anew.

    The old file is replaced when the new one is whole. The store must not be open.

    Raises
    ------
    StoreError
        If the store cannot be read or written.
    """
    path = Path(address)
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with (
        LadybugStore(str(path), vocabulary=vocabulary) as old,
        LadybugStore(str(beside), vocabulary=vocabulary) as new,
    ):
        _copy(old, new)
    for left in path.parent.glob(f"{path.name}.*"):  # its log, if it has one
        left.unlink()
    beside.replace(path)


def _copy(old: Store, new: Store) -> None:
    for document in old.documents():
        told = old.told(document.id)
        if told is not None:
            new.write(told.document, told.mentions, told.statements)
