"""CSV: three files of a folder, with the headers that ``neo4j-admin database import`` takes.

https://neo4j.com/docs/operations-manual/current/import/ (values are verbatim: no spreadsheet's).
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ...errors import InputError
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

NODES, DOCUMENTS, EDGES = "stakeholders.csv", "documents.csv", "statements.csv"
_LIST, _INSTEAD = ";", "；"  # the delimiter of arrays, and what stands for it in a value
_OWN_HEADS = {
    "source": ":START_ID(Stakeholder)",
    "target": ":END_ID(Stakeholder)",
    "relation": ":TYPE",
    "start_offset": "start_offset:long",
    "end_offset": "end_offset:long",
    "confidence": "confidence:double",
    **{name: f"{name}:string[]" for name in LISTS},
}
_NODE_HEADS = {**_OWN_HEADS, "id": "id:ID(Stakeholder)"}
_DOCUMENT_HEADS = {"id": "id:ID(Document)"}


def to_csv(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the files of a graph by name: ``stakeholders.csv, documents.csv, statements.csv``.

    Stakeholders and documents are nodes with ``:LABEL``, statements relationships with ``:TYPE``.
    Values of lists are joined by ``;``; one that has it in itself gets ``；`` instead.
    """
    nodes = [_labelled(row) for row in stakeholder_records(snapshot)]
    documents = [{**row, ":LABEL": "Document"} for row in document_records(snapshot)]
    return {
        NODES: _table(nodes, (*STAKEHOLDER, ":LABEL"), _NODE_HEADS),
        DOCUMENTS: _table(documents, (*DOCUMENT, ":LABEL"), _DOCUMENT_HEADS),
        EDGES: _table(statement_records(snapshot), STATEMENT, _OWN_HEADS),
    }


def from_csv(folder: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a folder that `to_csv` made.

    Raises
    ------
    InputError
        If it is none.
    """
    nodes = _rows(Path(folder) / NODES, _NODE_HEADS)
    documents = [
        {key: row[key] for key in DOCUMENT if key in row}
        for row in _rows(Path(folder) / DOCUMENTS, _DOCUMENT_HEADS)
    ]
    return to_snapshot(nodes, documents, _rows(Path(folder) / EDGES, _OWN_HEADS), str(folder))


def _labelled(row: Record) -> Record:
    return {**row, ":LABEL": f"Stakeholder;{row['kind'].capitalize()}"}


def _table(rows: Iterable[Record], columns: Sequence[str], heads: Mapping[str, str]) -> bytes:
    out = StringIO(newline="")
    out.write(",".join(heads.get(name, name) for name in columns) + "\n")
    # Quoted, an empty text is one; without quotes it would be no value to the importer.
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return _LIST.join(each.replace(_LIST, _INSTEAD) for each in value)
    return value


def _rows(path: Path, heads: Mapping[str, str]) -> list[Record]:
    names = {head: name for name, head in heads.items()}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [
                {names.get(head, head): text for head, text in row.items()}
                | {
                    name: text.split(_LIST) if (text := row[f"{name}:string[]"]) else []
                    for name in LISTS
                    if f"{name}:string[]" in row
                }
                for row in csv.DictReader(file)
            ]
    except (OSError, UnicodeDecodeError, csv.Error, AttributeError) as error:
        raise InputError(
            f"cannot be read ({error})", where=str(path), remedy="export it anew"
        ) from error
