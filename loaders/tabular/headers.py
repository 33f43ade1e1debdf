"""Headers: which row heads a table, and what each of its columns may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..prose.lexicon import load_lexicon
from .table import Row
from .words import Words, key, load_words
from .words.words import LANGUAGES

_DEEPEST = 12  # rows that may stand above a header: titles, dates, legends
_LONGEST = 80  # characters of a header
_PARTS = re.compile(r"[/(),:;\n]|\bou\b|\bet\b|\band\b|\bor\b|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, and what its header may mean.

    Attributes
    ----------
    index : int
        Its place, from 0.
    header : str
        Its header, as written.
    holds : str
        What stands in it: ``project``, ``name``, ``since``, ``contact`` …; empty if unknown.
    relation, inverse : str
        The relation that who stands in it has to the subject of the row, or the subject to it.
    letter : str
        The letter of a matrix that it lists: ``R``, ``A``, ``S``, ``C`` or ``I``.
    """

    index: int
    header: str
    holds: str = ""
    relation: str = ""
    inverse: str = ""
    letter: str = ""

    @property
    def known(self) -> bool:
        """Whether the header says anything."""
        return bool(self.holds or self.relation or self.inverse)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    Attributes
    ----------
    rows : int
        How many rows come before the first row of data.
    columns : tuple of Column
        Its columns, those without a header left out.
    titles : tuple of str
        What stands alone in a row above.
    """

    rows: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()

    @property
    def contacts(self) -> frozenset[int]:
        """The columns that hold addresses and the like."""
        return frozenset(column.index for column in self.holding("contact"))

    def holding(self, *what: str) -> list[Column]:
        """Return the columns that hold one of these."""
        return [column for column in self.columns if column.holds in what]


def headers_of(rows: Sequence[Row]) -> Iterator[Header]:
    """Yield what could head a table, the likeliest first: the rows in which most is known."""
    found = [_header(rows, n) for n in range(min(_DEEPEST, len(rows) - 1)) if _may_head(rows[n])]
    # Of two that are equally good, the first: data may repeat the words of a header.
    yield from sorted(found, key=lambda header: -_known(header))


@lru_cache(maxsize=65536)
def is_header(text: str) -> bool:
    """Tell whether words head a column."""
    return _column(0, text).known


def heads(row: Row) -> bool:
    """Tell whether all that a row holds are words that head columns."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 1 and _may_head(row) and all(map(is_header, filled))


def _known(header: Header) -> float:
    return sum(column.known for column in header.columns) + (0.5 if header.rows == 1 else 0)


def _may_head(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 1 and all(len(cell) <= _LONGEST for cell in filled)


def _header(rows: Sequence[Row], number: int) -> Header:
    texts = dict(enumerate(rows[number].cells))
    if number and _may_head(rows[number - 1]):
        # A header of two rows: what stands above holds where nothing stands below it.
        above = enumerate(rows[number - 1].cells)
        texts |= {index: text for index, text in above if not texts.get(index)}
    columns = tuple(_column(index, text) for index, text in sorted(texts.items()) if text)
    titles = tuple(row.cells[row.filled()[0]] for row in rows[:number] if len(row.filled()) == 1)
    return Header(number + 1, columns, titles)


def _column(index: int, text: str) -> Column:
    words = load_words()
    # The whole header first, then its parts: "Pilote (R)", "Nom / Prénom".
    tries = [key(text), *(key(part) for part in _PARTS.split(text) if part.strip())]
    letters = [words.letters[each] for each in tries[1:] if each in words.letters]
    return Column(
        index,
        text,
        _first(tries, words.columns),
        _first(tries, words.relations) or _of_lexicon(tries[:2], words),
        _first(tries, words.inverse),
        letters[-1] if letters else words.letters.get(tries[0], ""),
    )


def _first(tries: Sequence[str], known: Mapping[str, str]) -> str:
    return next((known[each] for each in tries if each in known), "")


def _of_lexicon(tries: Sequence[str], words: Words) -> str:
    """Return the relation of a post that sentences know as well: "senior responsible owner"."""
    if any(each in words.columns for each in tries):
        return ""
    posts = posts_known()
    return next((posts[each] for each in tries if each in posts), "")


@cache
def posts_known() -> dict[str, str]:
    """Return the posts that sentences know, each with the relation it is to what it is a post of.

    >>> posts_known()["sponsor"]
    'SPONSORS'
    """
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for wording in load_lexicon(language).wordings:
            if wording.family == "functions":
                found.setdefault(key(" ".join(wording.words)), wording.relation)
    return found
