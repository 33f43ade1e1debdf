"""The Cypher helpers: one file each, the same text on every store."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def cypher(name: str) -> str:
    """Return the query of ``cypher/<name>.cypher``, to run with its parameters on any store.

    >>> cypher("keys").splitlines()[1]
    'MATCH (n:Name)'
    """
    return (resources.files(__package__) / "cypher" / f"{name}.cypher").read_text("utf-8")
