"""Furniture: what stands at the head and foot of many pages, and numbers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .lines import Row

Key = tuple[str, int]
"""The words of a row, its numbers aside, and its height."""

# Beside other words, a number is that of the page only if it says so.
_MARKED = re.compile(
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}", re.IGNORECASE
)

_DEEP = 3  # rows at each end of a page that may be furniture
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE = re.compile(
    r"\W*(?:page|p\.|slide|folio)?\s*\d{1,4}(?:\s*(?:/|sur|of|de|-|–)\s*\d{1,4})?\W*", re.IGNORECASE
)
_FEWEST_PAGES = 2
_OFTEN = 0.4  # of all pages: odd and even ones may differ
_STEP = 6.0  # points: how far it may move


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return the rows of each page without its running heads, feet and numbers.

    A row is furniture if it stands at the same height near the edge of several pages, its numbers
    aside, or if it numbers its page. Of a single page only the number can be told.
    """
    seen: Counter[Key] = Counter()
    for rows in pages:
        seen.update({_key(row) for row in _edges(rows)})
    shown = sum(1 for rows in pages if rows)
    return [_body(rows, seen, max(_FEWEST_PAGES, _OFTEN * shown)) for rows in pages]


def _body(rows: Sequence[Row], seen: Counter[Key], often: float) -> list[Row]:
    start, stop = 0, len(rows)
    while start < min(stop, _DEEP) and _is_furniture(rows[start], seen, often):
        start += 1
    while stop > max(start, len(rows) - _DEEP) and _is_furniture(rows[stop - 1], seen, often):
        stop -= 1
    return list(rows[start:stop])


def _is_furniture(row: Row, seen: Counter[Key], often: float) -> bool:
    numbered = any(_MARKED.fullmatch(line.text) for line in row)
    return seen[_key(row)] >= often or numbered or bool(_PAGE.fullmatch(_text(row)))


def _edges(rows: Sequence[Row]) -> list[Row]:
    return [*rows[:_DEEP], *rows[max(_DEEP, len(rows) - _DEEP) :]]


def _key(row: Row) -> Key:
    return _NUMBER.sub("#", _text(row).casefold()), round(row[0].bottom / _STEP)


def _text(row: Row) -> str:
    return " ".join(line.text for line in row)
