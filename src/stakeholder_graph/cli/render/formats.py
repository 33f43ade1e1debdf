"""Formats for programs: JSON, JSON lines, CSV and Markdown tables."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ...text import HIDDEN, cell, escape, plain

__all__ = [
    "FORMATS",
    "Row",
    "cell",
    "escape",
    "plain",
    "write_csv",
    "write_json",
    "write_lines",
    "write_markdown",
    "write_rows",
]

Row = Mapping[str, Any]

FORMATS = ("table", "json", "jsonl", "csv", "md")


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str) -> None:
    """Write rows to standard output in one of the formats for programs.

    Parameters
    ----------
    rows : iterable of mappings
        Plain values, lists of text among them.
    columns : sequence of str
        What is written of each row, in order.
    form : {"json", "jsonl", "csv", "md"}
        An empty table is ``[]``, nothing, or a header.
    """
    chosen = ({name: row.get(name) for name in columns} for row in rows)
    writers: dict[str, Callable[[], None]] = {
        "json": lambda: write_json(list(chosen)),
        "jsonl": lambda: write_lines(chosen),
        "csv": lambda: write_csv(chosen, columns),
        "md": lambda: write_markdown((row.values() for row in chosen), columns),
    }
    writers[form]()


def write_json(value: object) -> None:
    """Write one value as indented JSON."""
    print(_json(value, indent=2))


def write_lines(values: Iterable[object]) -> None:
    """Write each value as JSON on a line of its own."""
    for value in values:
        print(_json(value))


def write_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Write a CSV table; several texts in one cell are joined by ``; ``."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(value) for value in row.values()])


def write_markdown(rows: Iterable[Iterable[object]], heads: Sequence[str]) -> None:
    """Write a Markdown table in which all text stands for itself."""
    print(f"| {' | '.join(heads)} |")
    print(f"|{' --- |' * len(heads)}")
    for row in rows:
        print(f"| {' | '.join(escape(plain(value)) for value in row)} |")


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    # These are sound in JSON, but terminals and readers of lines take them for orders.
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
