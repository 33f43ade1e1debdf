"""Data: files of records as plain values, by the library that reads each form."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ...errors import InputError
from ..decoding import decode
from ..limits import Limits
from ..reading import fetch
from .strict import read_json, read_yaml

_NODES = 5_000_000  # values a file may come to: aliases of YAML can make billions of them


def read_data(path: Path, limits: Limits) -> tuple[Any, str]:
    """Return what a file of records holds, and the hash of its bytes.

    JSON, YAML and TOML give what they hold; a CSV, an XLSX sheet and a Parquet file a list with a
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
        value = form(file.data, str(path))
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        said = " ".join(str(error).split()) or "it is nested too deep"
        raise InputError(f"cannot be read ({said})", where=str(path), remedy="mend it") from error
    _check(value, str(path), limits)
    return value, file.sha256


def _json(data: bytes, where: str) -> Any:
    return read_json(decode(data, where))


def _yaml(data: bytes, where: str) -> Any:
    return read_yaml(decode(data, where))


def _toml(data: bytes, where: str) -> Any:
    return tomllib.loads(decode(data, where))


def _csv(data: bytes, where: str) -> Any:
    text = decode(data, where)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:4096], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    return list(csv.DictReader(io.StringIO(text, newline=""), dialect=dialect))


def _xlsx(data: bytes, where: str) -> Any:
    import pandas as pd

    del where
    sheets = pd.read_excel(io.BytesIO(data), sheet_name=None, dtype=str, engine="calamine")
    rows = {
        str(name): sheet.astype(object).where(sheet.notna(), None).to_dict("records")
        for name, sheet in sheets.items()
    }
    return next(iter(rows.values())) if len(rows) == 1 else rows


def _parquet(data: bytes, where: str) -> Any:
    import pandas as pd

    try:
        table = pd.read_parquet(io.BytesIO(data))
    except ImportError as error:
        raise InputError(
            "Parquet needs pyarrow", where=where, remedy="pip install 'stakeholder-graph[parquet]'"
        ) from error
    return table.astype(object).where(table.notna(), None).to_dict("records")


_FORMS: dict[str, Callable[[bytes, str], Any]] = {
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
    ".xlsx": _xlsx,
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
