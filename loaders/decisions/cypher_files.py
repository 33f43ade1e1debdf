"""The Cypher that decisions need, one file a query."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def cypher(name: str) -> str:
    """Return the query of ``cypher/<name>.cypher``."""
    return (resources.files(__package__) / "cypher" / f"{name}.cypher").read_text("utf-8")
