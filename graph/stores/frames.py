"""Frames: the graph as two tables, the same from every store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NODES = ("id", "name", "kind", "aliases")
EDGES = (
    *("id", "source", "relation", "target", "source_name", "target_name", "quote", "document"),
    *("start", "end", "locator", "phase", "since", "until", "frequency", "condition"),
    *("jointly_with", "confidence", "asserted_by", "review"),
)
_TYPES = {"start": "int64", "end": "int64", "confidence": "float64"}
# ``end`` is a reserved word of Cypher, so the stores keep the offsets under longer names.
_RENAMED = {"start_offset": "start", "end_offset": "end"}
_LISTS = frozenset({"aliases", "jointly_with"})


def shape(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the columns in order, of fixed types, indexed and sorted by ``id``."""
    kept = frame.rename(columns=_RENAMED).reindex(columns=list(columns))
    types = {name: _TYPES.get(name, "object" if name in _LISTS else "str") for name in columns}
    return kept.astype(types).set_index("id").sort_index(kind="stable")
