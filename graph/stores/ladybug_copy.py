"""Copying into Ladybug: rows in bulk by ``COPY``, some ten times as fast as by ``CREATE``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .batches import Execute
from .cyphers import cypher
from .protocol import Row

Copy = Callable[[str, Any], None]

_STAKEHOLDER = ("id", "name", "kind", "aliases", "identifiers")
_MENTION = ("name", "aliases", "kind", "scope", "identifiers", "resolved", "chosen")
# What creates one by one → the same by COPY, and its columns in order.
_COPIES = {
    "create_stakeholders": (
        f"COPY Stakeholder({', '.join(_STAKEHOLDER)}) FROM $rows",
        _STAKEHOLDER,
    ),
    "create_names": ("COPY Name(key) FROM $rows", ("key",)),
    "link_names": ("COPY NAMES FROM $rows", ("key", "id")),
    "create_mentions": (
        f"COPY MENTIONED_IN({', '.join(_MENTION)}) FROM $rows",
        ("id", "document", *_MENTION),
    ),
}
_LISTS = frozenset({"aliases", "identifiers", "jointly_with"})
_ORDER = ("source", "target")
_STATEMENT = (
    *("id", "quote", "document", "start_offset", "end_offset", "locator"),
    *("phase", "since", "until", "frequency", "condition", "jointly_with"),
    *("confidence", "asserted_by", "review"),
    *("source_name", "target_name", "source_resolved", "target_resolved"),
)


def copying(execute: Execute, copy: Copy) -> Execute:
    """Return what runs queries in a transaction, and copies where they only create."""
    copies = {cypher(name): found for name, found in _COPIES.items()}

    def run(query: str, parameters: Mapping[str, Any]) -> list[Row]:
        if query not in copies:
            return execute(query, parameters)
        command, names = copies[query]
        rows = parameters.get("rows") or [{"key": key} for key in parameters["keys"]]
        copy(command, _table({name: [row[name] for row in rows] for name in names}))
        return []

    return run


def laid_out(values: Mapping[str, Sequence[Any]]) -> Any:
    """Return statements as a table for ``ladybug_copy.cypher``: the two ends, then its columns."""
    return _table({name: values[name] for name in (*_ORDER, *_STATEMENT)})


def _table(columns: Mapping[str, Sequence[Any]]) -> Any:
    """Return columns as Arrow has them, or pandas where that is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        import pandas as pd

        return pd.DataFrame({n: pd.Series(v, dtype=_dtype(n, v)) for n, v in columns.items()})
    listed = pa.list_(pa.string())
    return pa.table(
        {n: pa.array(v, listed) if n in _LISTS else pa.array(v) for n, v in columns.items()}
    )


def _dtype(name: str, values: Sequence[Any]) -> str | None:
    return "object" if name in _LISTS or isinstance(values[0], str) else None
