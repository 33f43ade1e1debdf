"""Parquet: three files of a folder, typed, for data frames and warehouses."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from ...errors import StakeholderGraphError
from .records import (
    DOCUMENT,
    LISTS,
    STAKEHOLDER,
    STATEMENT,
    Record,
    document_records,
    stakeholder_records,
    statement_records,
)
from .snapshot import Snapshot


def to_parquet(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the files of a graph by name: ``stakeholders``, ``documents``, ``statements``.

    Raises
    ------
    StakeholderGraphError
        If pyarrow, which the extra ``parquet`` brings, is missing.
    """
    return {
        "stakeholders.parquet": _table(stakeholder_records(snapshot), STAKEHOLDER),
        "documents.parquet": _table(document_records(snapshot), DOCUMENT),
        "statements.parquet": _table(statement_records(snapshot), STATEMENT),
    }


def _table(rows: list[Record], columns: Sequence[str]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise StakeholderGraphError(
            "Parquet needs pyarrow", remedy="pip install 'stakeholder-graph[parquet]'"
        ) from error

    numbers = {"start_offset": pa.int64(), "end_offset": pa.int64(), "confidence": pa.float64()}
    lists = dict.fromkeys(LISTS, pa.list_(pa.string()))
    schema = pa.schema([(name, {**numbers, **lists}.get(name, pa.string())) for name in columns])
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), out)
    return out.getvalue()
