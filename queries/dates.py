"""Dates: whether what a document states held on the day asked for."""

from __future__ import annotations

import re
from datetime import date

from ..errors import InputError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\Z", re.ASCII)


def parse_date(at: str | date | None) -> str:
    """Return an asked date as ISO 8601, empty if none is asked.

    Raises
    ------
    InputError
        If it is not a day, month or year of the calendar.

    Examples
    --------
    >>> parse_date("2026-11"), parse_date(date(2026, 11, 23))
    ('2026-11', '2026-11-23')
    """
    text = at.isoformat() if isinstance(at, date) else (at or "").strip()
    if text and not is_date(text):
        remedy = "write it as YYYY, YYYY-MM or YYYY-MM-DD"
        raise InputError(f"{text!r} is not a date", remedy=remedy)
    return text[:10]


def is_date(text: str) -> bool:
    """Tell whether a text is a day, month or year of the calendar, in ISO 8601."""
    found = _ISO.match(text)
    if not found:
        return False
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def holds(since: str, until: str, at: str) -> bool:
    """Tell whether a statement holds at a date: on one of its days, for a month or a year.

    An end that is not stated is open. One that cannot be read proves nothing, so the statement
    does not hold at any date asked for.

    >>> holds("2024-05", "", "2024"), holds("2024-05", "", "2024-04-30")
    (True, False)
    >>> holds("", "2024", "2024-12-31"), holds("spring", "", "2024")
    (True, False)
    """
    if not at:
        return True
    if not all(is_date(end) for end in (since, until) if end):
        return False
    return _first(since) <= _last(at) and _first(at) <= _last(until)


def ended(until: str, at: str) -> bool:
    """Tell whether an end that is stated and can be read lies before a date.

    >>> ended("2024", "2025"), ended("2024", "2024-12-31"), ended("", "2025")
    (True, False, False)
    """
    return is_date(until) and _last(until) < _first(at)


def overlap(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two spells, each (since, until), have a day in common as far as one can read.

    >>> overlap(("2020", "2022-06"), ("2022", "")), overlap(("", "2021"), ("2022", ""))
    (True, False)
    """
    return _first(a[0]) <= _last(b[1]) and _first(b[0]) <= _last(a[1])


# Texts compare as dates do: a month ends on a 31st that need not exist.
def _first(text: str) -> str:
    return _pad(text, "01", "01") if is_date(text) else "0000-01-01"


def _last(text: str) -> str:
    return _pad(text, "12", "31") if is_date(text) else "9999-12-31"


def _pad(text: str, month: str, day: str) -> str:
    year, *rest = text[:10].split("-")
    return "-".join([year, *rest, *[month, day][len(rest) :]])
