"""Stores: where the graph is kept."""

from __future__ import annotations

from ..vocabulary import Vocabulary
from .bulk import Bulk, Columns, Values
from .protocol import NOBODY, Row, Store, StoredStatement, Tell, Told

__all__ = [
    "NOBODY",
    "Bulk",
    "Columns",
    "Row",
    "Store",
    "StoredStatement",
    "Tell",
    "Told",
    "Values",
    "compact",
    "open_store",
]


def compact(address: str, vocabulary: Vocabulary | None = None) -> None:
    """Write the file of a store anew, so that nothing that was removed is left in its pages.

    A server keeps house itself, and is left alone. The store must not be open.

    Raises
    ------
    StoreError
        If the store cannot be read or written.
    """
    if "://" not in address and address != ":memory:":
        from .compacting import rewrite

        rewrite(address, vocabulary)


def open_store(
    address: str, *, read_only: bool = False, vocabulary: Vocabulary | None = None
) -> Store:
    """Open the store at an address.

    Parameters
    ----------
    address : str
        The path of a file (kept by Ladybug), or ``:memory:``, or the address of a Neo4j server:
        ``neo4j://``, ``neo4j+s://``, ``bolt://``, ``bolt+s://`` (see `Neo4jStore`).
    read_only : bool
        Refuse writing. A file can be read while another process writes to it.
    vocabulary : Vocabulary, optional
        The relations there may be; the built-in ones by default.

    Raises
    ------
    StoreError
        If there is no store at the address, it is locked, or it does not answer.

    Examples
    --------
    >>> with open_store(":memory:") as store:
    ...     store.documents()
    []
    """
    if "://" in address:
        from .neo4j import Neo4jStore

        return Neo4jStore(address, read_only=read_only, vocabulary=vocabulary)
    from .ladybug import LadybugStore

    return LadybugStore(address, read_only=read_only, vocabulary=vocabulary)
