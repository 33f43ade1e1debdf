"""Lines: the words of a page put in rows, and pieces of rows that a wide gap parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from ..markers import Family, marker
from .words import Word

_SAME_LINE = 0.35
_GAP = 0.5  # times the size of the font: two or three blanks


@dataclass(slots=True)
class Line:
    """Some words side by side.

    Attributes
    ----------
    words : list of Word
        From left to right.
    column : (float, float)
        Left and right of the column it stands in.
    page : int
        Its page, from 1.
    """

    words: list[Word]
    column: tuple[float, float] = (0.0, 0.0)
    page: int = 1
    left: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure the box around the words."""
        self.left = self.words[0].left
        self.right = max(word.right for word in self.words)
        self.size = median(word.size for word in self.words)
        self.bottom = median(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """The words with a blank between two."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


Row = list[Line]
"""What stands at one height, from left to right."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the rows of a page, from top to bottom, parted where gaps are wider than a blank."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.bottom, word.left)):
        if rows and _level(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_parted(sorted(row, key=lambda word: word.left)) for row in rows]


def _level(row: Sequence[Word], word: Word) -> bool:
    """Tell whether a word stands in a row; small raised ones, such as notes' numbers, do."""
    last = row[0]
    tolerance = _SAME_LINE * max(last.size, word.size)
    return last.bottom - word.bottom <= tolerance or word.top > last.top - tolerance / 2


def _parted(words: Sequence[Word]) -> Row:
    parts: list[list[Word]] = []
    for word in words:
        if parts and _beside(parts[-1], word):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [Line(part) for part in parts]


def _beside(part: Sequence[Word], word: Word) -> bool:
    last = part[-1]
    if word.left - last.right <= _GAP * max(last.size, word.size):
        return True
    # A bullet or number stands apart from its item.
    mark = marker(f"{last.text} x") if len(part) == 1 and word.left - last.right < 60 else None
    return mark is not None and mark.family in (Family.BULLET, Family.NUMBER)
