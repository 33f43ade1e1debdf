"""Copying into Ladybug: rows in bulk by ``COPY``, some ten times as fast as by ``CREATE``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .batches import Execute
from .bulk import Values
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


class Copying:
    """Runs queries in a transaction, and copies where they only create.

    Parameters
    ----------
    execute : callable
        Runs a query.
    copy : callable
        Runs a ``COPY``.
    """

    at_once = 1_000_000  # rows: most of what a COPY takes does not depend on their number

    def __init__(self, execute: Execute, copy: Copy) -> None:
        self._execute, self._copy = execute, copy
        self._copies = {cypher(name): found for name, found in _COPIES.items()}

    def __call__(self, query: str, parameters: Mapping[str, Any]) -> list[Row]:
        """Run a query, or copy what it creates."""
        if query not in self._copies:
            return self._execute(query, parameters)
        command, names = self._copies[query]
        rows = parameters.get("rows") or [{"key": key} for key in parameters["keys"]]
        columns = {name: [row[name] for row in rows] for name in names}
        self._copy(command, _table(columns, {}, len(rows)))
        return []


def laid_out(values: Values, shared: Row) -> Any:
    """Return statements as a table for ``ladybug_copy.cypher``: the two ends, then its columns.

    Parameters
    ----------
    values : mapping
        Property → its value in each.
    shared : dict
        Property → the value of those that are not among these, which all have in common.
    """
    return _table({n: values.get(n) for n in (*_ORDER, *_STATEMENT)}, shared, len(values["id"]))


def _table(columns: Mapping[str, Sequence[Any] | None], shared: Row, size: int) -> Any:
    """Return columns as Arrow has them, or pandas where that is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        import pandas as pd

        listed = {n: [shared[n]] * size if v is None else v for n, v in columns.items()}
        return pd.DataFrame({n: pd.Series(v, dtype=_dtype(n, v)) for n, v in listed.items()})
    return pa.table(
        {
            n: pa.repeat(pa.scalar(shared[n], _type(n)), size)
            if v is None
            else pa.array(v, _type(n))
            for n, v in columns.items()
        }
    )


def _type(name: str) -> Any:
    """Return the type of a column where its values may not tell it."""
    import pyarrow as pa

    return pa.list_(pa.string()) if name in _LISTS else None


def _dtype(name: str, values: Sequence[Any]) -> str | None:
    return "object" if name in _LISTS or isinstance(values[0], str) else None
