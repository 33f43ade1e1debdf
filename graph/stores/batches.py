"""Batches: a long list goes to a database in parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .protocol import Row

Execute = Callable[[str, Mapping[str, Any]], list[Row]]
"""Runs one query with parameters inside an open transaction."""

_SIZE = 10_000


def batched(
    execute: Execute, query: str, name: str, items: Sequence[Any], **others: Any
) -> list[Row]:
    """Run a query on items, its parameter ``$name``, and return all its rows.

    It does not run on none: Ladybug cannot tell the type of an empty list. What runs it may say
    how many it takes at once.
    """
    rows: list[Row] = []
    size = getattr(execute, "at_once", _SIZE)
    for start in range(0, len(items), size):
        rows += execute(query, {name: list(items[start : start + size]), **others})
    return rows
