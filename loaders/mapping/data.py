"""Data: files of records as plain values, by the library that reads each form."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ...errors import InputError, MissingExtraError
from ..decoding import decode
from ..delimited import delimiter_of
from ..limits import Limits
from ..reading import fetch
from ..sniffing import check_name
from ..strict import read_json, read_yaml
from ..workbook import check_workbook

Read = tuple[Any, list[str]]
"""What a file holds, and what of it could not be read."""

_NODES = 5_000_000  # values a file may come to: aliases of YAML can make billions of them


@dataclass(frozen=True, slots=True)
class Data:
    """What a file of records holds.

    Attributes
    ----------
    value : object
        Lists, mappings and plain values.
    sha256 : str
        Hash of its bytes.
    notes : tuple of str
        What of it could not be read, each with its place.
    """

    value: Any
    sha256: str
    notes: tuple[str, ...] = ()


def read_data(path: Path, limits: Limits) -> Data:
    """Return what a file of records holds.

    JSON, YAML and TOML give what they hold; a CSV, a sheet and a Parquet file a list with a
    mapping for each row.

    Raises
    ------
    InputError
        If it cannot be read, is too large, or of an unknown form.
    """
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise InputError(
            f"cannot read records from {path.suffix or 'a file without a suffix'}",
            where=str(path),
            remedy=f"use one of {', '.join(_FORMS)}",
        )
    file = fetch(path, limits=limits)
    try:
        value, notes = form(file.data, str(path), limits)
    except (ValueError, yaml.YAMLError, csv.Error, RecursionError) as error:
        said = " ".join(str(error).split())
        if isinstance(error, RecursionError):
            said = "it is nested too deep"
        raise InputError(f"cannot be read ({said})", where=str(path), remedy="mend it") from error
    _check(value, str(path), limits)
    return Data(value, file.sha256, tuple(notes))


def _json(data: bytes, where: str, _: Limits) -> Read:
    return read_json(decode(data, where)), []


def _yaml(data: bytes, where: str, limits: Limits) -> Read:
    return read_yaml(decode(data, where), limits.depth), []


def _toml(data: bytes, where: str, _: Limits) -> Read:
    return tomllib.loads(decode(data, where)), []


def _csv(data: bytes, where: str, limits: Limits) -> Read:
    text = decode(data, where)
    csv.field_size_limit(limits.size)
    parted = any(each in text for each in ";,\t|")
    delimiter = delimiter_of(text, where) if parted else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = next(lines)
    if twice := [name for name in header if name and header.count(name) > 1]:
        raise ValueError(f"two columns are called {twice[0]!r}")
    rows, notes = [], []
    for cells in lines:
        if len(cells) == len(header):
            rows.append(dict(zip(header, cells, strict=True)))
        elif any(cells):
            what = f"has {len(cells)} cells where the header has {len(header)}; it was left out"
            notes.append(f"line {lines.line_num}: {what}")
    return rows, notes


def _sheets(data: bytes, where: str, limits: Limits) -> Read:
    import pandas as pd

    check_name(data, Path(where).suffix.lower(), where)
    check_workbook(data, where, limits)
    sheets = pd.read_excel(io.BytesIO(data), sheet_name=None, dtype=str, engine="calamine")
    rows = {
        str(name): sheet.astype(object).where(sheet.notna(), None).to_dict("records")
        for name, sheet in sheets.items()
    }
    return (next(iter(rows.values())) if len(rows) == 1 else rows), []


def _parquet(data: bytes, where: str, _: Limits) -> Read:
    import pandas as pd

    try:
        table = pd.read_parquet(io.BytesIO(data))
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow", "parquet", where=where) from error
    return table.astype(object).where(table.notna(), None).to_dict("records"), []


_FORMS: dict[str, Callable[[bytes, str, Limits], Read]] = {
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".ftm": _json,
    ".popolo": _json,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".toml": _toml,
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _sheets,
    ".ods": _sheets,
    ".parquet": _parquet,
}


def _check(value: Any, where: str, limits: Limits) -> None:
    """Refuse what is nested too deep or comes to too many values."""
    level, count, depth = [value], 0, 0
    while level:
        depth += 1
        count += len(level)
        if depth > limits.depth or count > _NODES:
            what = "is nested too deep" if depth > limits.depth else "comes to too many values"
            raise InputError(what, where=where, remedy="simplify it or raise limit_depth")
        level = [child for each in level for child in _children(each)]


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
