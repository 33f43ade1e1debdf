"""Extension: what the terms of others lack stands beside them, under one key of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .records import UNSAID, Record, said

KEY = "stakeholder_graph"
_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def extended(terms: Record, record: Record, *carried: str) -> Record:
    """Return an entry in the terms of others, and beside them what they do not carry of a record.

    >>> extended({"name": "APIJ"}, {"name": "APIJ", "kind": "organization"}, "name")
    {'name': 'APIJ', 'stakeholder_graph': {'kind': 'organization'}}
    """
    return {**said(terms), KEY: said(record, *carried)}


def record_of(entry: Mapping[str, Any], keys: tuple[str, ...], **carried: Any) -> Record:
    """Return the record of an entry that `extended` made, with what the terms of others carry."""
    told = {key: value for key, value in carried.items() if value}
    return {**{key: UNSAID[key] for key in keys}, **told, **entry[KEY]}


def dates(record: Record) -> dict[str, str]:
    """Return which of ``since`` and ``until`` have the form of a date, as others ask for."""
    return {k: record[k] for k in ("since", "until") if _DATE.fullmatch(record[k])}
