"""Qualifying: phase, dates, frequency and condition of a row, from the columns that hold them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ...graph import Qualifiers, Vocabulary
from .entries import Entry
from .headers import Header
from .naming import mentions
from .words import key

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d.*)?")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "février fevrier févr fév feb february",
            "mars mar march",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "août aout august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "décembre decembre déc dec december",
        ),
        1,
    )
    for name in names.split()
}
_WORDED = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?([^\W\d_]+)\.?,?\s+(\d{4})")
_NO_DATE = "is no date"


class DateError(ValueError):
    """Words that should be a date are none, or could be two."""


def iso(words: str, *, day_first: bool) -> str:
    """Return a date as ISO 8601 has it: year, year and month, or all three.

    Parameters
    ----------
    words : str
        ``2026``, ``2026-03-01``, ``01/03/2026``, ``1er mars 2026``, ``March 2026``.
    day_first : bool
        Whether the day is known to come first where both numbers could be a month.

    Raises
    ------
    DateError
        If it is no date, or one of two.

    Examples
    --------
    >>> iso("1er mars 2026", day_first=True), iso("31/12/2026", day_first=False)
    ('2026-03-01', '2026-12-31')
    """
    words = words.strip()
    if match := _ISO.fullmatch(words):
        return _checked(*(int(part) if part else 0 for part in match.groups()))
    if match := _NUMERIC.fullmatch(words):
        first, second, year = map(int, match.groups())
        if not day_first and first <= 12 and second <= 12 and first != second:
            raise DateError("may be two dates; write it YYYY-MM-DD")
        day, month = (second, first) if second > 12 and not day_first else (first, second)
        return _checked(year, month, day)
    if (match := _WORDED.fullmatch(words)) and match[2].lower() in _MONTHS:
        return _checked(int(match[3]), _MONTHS[match[2].lower()], int(match[1] or 0))
    raise DateError(_NO_DATE)


def day_first(dates: Iterable[str], language: str) -> bool:
    """Tell whether the day comes first in dates of numbers: one that can only be so settles it.

    >>> day_first(["01/03/2025", "31/12/2026"], "en"), day_first(["01/03/2025"], "en")
    (True, False)
    """
    found = [match for words in dates if (match := _NUMERIC.fullmatch(words.strip()))]
    days, months = ({int(each[n]) > 12 for each in found} for n in (1, 2))
    return True not in months and (language == "fr" or True in days)


def _checked(year: int, month: int, day: int) -> str:
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError as error:
        raise DateError(_NO_DATE) from error
    parts = [f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])]
    return "-".join(parts)


def qualifiers_of(
    entry: Entry, header: Header, vocabulary: Vocabulary, *, day_first: bool
) -> tuple[Qualifiers, list[tuple[int, str]]]:
    """Return what limits the statements of a row, and which of its cells could not be read."""
    # "Phase de conception", alone in a row, holds for the rows below it.
    said = {"phase": entry.group} if names_phase(entry.group, vocabulary) else {}
    faults: list[tuple[int, str]] = []
    partners: tuple[str, ...] = ()
    for column in header.holding(*QUALIFIERS):
        words = entry.cell(column.index)
        if not words:
            continue
        if column.holds == "jointly_with":
            partners = tuple(each.name for each in mentions(words))
        elif column.holds in ("since", "until"):
            try:
                said[column.holds] = iso(words, day_first=day_first)
            except DateError as error:
                faults.append((column.index, f"{words!r} {error}"))
        else:
            said[column.holds] = words
    if fault := disorder(said.get("since", ""), said.get("until", "")):
        faults.append((header.holding("until")[0].index, fault))
        said |= {"since": "", "until": ""}
    return Qualifiers(**said, jointly_with=partners), faults


def disorder(since: str, until: str) -> str:
    """Return what is wrong with dates of which the end lies before the beginning; else nothing.

    >>> disorder("2025-03", "2024"), disorder("2024-03", "2024")
    ('ends 2024, before it begins, 2025-03: both dates left out', '')
    """
    if not until or since[: len(until)] <= until[: len(since)]:
        return ""
    return f"ends {until}, before it begins, {since}: both dates left out"


def names_phase(group: str, vocabulary: Vocabulary) -> bool:
    """Tell whether what stands alone in a row says which phase the rows below are in."""
    return bool(group) and (key(group).startswith("phase ") or bool(vocabulary.phase(group)))


QUALIFIERS = ("phase", "since", "until", "frequency", "condition", "jointly_with")
