"""Parquet: three files of a folder, typed, for data frames and warehouses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from types import ModuleType

from ...errors import InputError, MissingExtraError
from .records import (
    DOCUMENT,
    LISTS,
    STAKEHOLDER,
    STATEMENT,
    Record,
    document_records,
    stakeholder_records,
    statement_records,
    to_snapshot,
)
from .snapshot import Snapshot

NODES, DOCUMENTS, EDGES = "stakeholders.parquet", "documents.parquet", "statements.parquet"


def to_parquet(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the files of a graph by name: ``stakeholders``, ``documents``, ``statements``.

    Raises
    ------
    StakeholderGraphError
        If pyarrow, which the extra ``parquet`` brings, is missing.
    """
    return {
        NODES: _table(stakeholder_records(snapshot), STAKEHOLDER),
        DOCUMENTS: _table(document_records(snapshot), DOCUMENT),
        EDGES: _table(statement_records(snapshot), STATEMENT),
    }


def from_parquet(folder: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a folder that `to_parquet` made.

    Raises
    ------
    InputError
        If it is none.
    StakeholderGraphError
        If pyarrow, which the extra ``parquet`` brings, is missing.
    """
    nodes, documents, edges = (_rows(Path(folder) / name) for name in (NODES, DOCUMENTS, EDGES))
    return to_snapshot(nodes, documents, edges, str(folder))


def _table(rows: list[Record], columns: Sequence[str]) -> bytes:
    pa, pq = _pyarrow()
    numbers = {"start_offset": pa.int64(), "end_offset": pa.int64(), "confidence": pa.float64()}
    lists = dict.fromkeys(LISTS, pa.list_(pa.string()))
    schema = pa.schema([(name, {**numbers, **lists}.get(name, pa.string())) for name in columns])
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), out)
    return out.getvalue()


def _rows(path: Path) -> list[Record]:
    pa, pq = _pyarrow()
    try:
        rows: list[Record] = pq.ParquetFile(path).read().to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(
            f"cannot be read ({error})", where=str(path), remedy="export it anew"
        ) from error
    return rows


def _pyarrow() -> tuple[ModuleType, ModuleType]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow", "parquet") from error
    return pa, pq
