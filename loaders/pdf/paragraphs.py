"""Paragraphs: lines that follow one another put together again, told from what begins anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..markers import Family, marker
from .columns import Cells
from .hyphens import Words
from .lines import Line

_LARGER = 1.12  # times the size of the body
_ENDED = re.compile(r"[.!?;:…»”\"]\)?\Z")
_SENTENCE_END = re.compile(r"[.!?…]\s?[»”\")]?\Z")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d+\Z|…\s*\d+\Z")
_INDENT = 0.8  # times the size of the font
_SPACED = 1.35  # times the usual distance of two lines


@dataclass(slots=True)
class Passage:
    """Lines that belong together, perhaps from one column or page to the next."""

    lines: list[Line]
    marked: bool = False

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    def text(self, words: Words) -> str:
        """Return its words, those broken at the end of a line joined where that is sure."""
        text = self.lines[0].text
        for line in self.lines[1:]:
            text = words.join(text, line.text)
        return text


@dataclass(frozen=True, slots=True)
class Style:
    """What most of a document looks like.

    Attributes
    ----------
    size : float
        Height of the font of its body.
    leading : float
        Distance of two of its lines, in heights of the font.
    """

    size: float
    leading: float


def style_of(parts: Sequence[Line | Cells]) -> Style:
    """Return what most of a document looks like."""
    sizes: Counter[float] = Counter()
    for line in parts:
        if isinstance(line, Line):
            sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    steps = [
        (a.bottom - b.bottom) / size
        for a, b in pairwise(parts)
        if isinstance(a, Line) and isinstance(b, Line) and _follows(a, b, size)
    ]
    return Style(size, median(steps) if steps else 1.2)


def passages(parts: Sequence[Line | Cells], style: Style) -> Iterator[Passage | Cells]:
    """Yield the passages and table rows of a document in order."""
    current: Passage | None = None
    for part in parts:
        if isinstance(part, Cells):
            if current:
                yield current
            current = None
            yield part
            continue
        if _LEADERS.search(part.text):  # a line of a table of contents
            continue
        if current and _goes_on(current, part, style):
            current.lines.append(part)
            continue
        if current:
            yield current
        current = Passage([part], _is_marked(part))
    if current:
        yield current


def is_large(line: Line, style: Style) -> bool:
    """Tell whether a line is set larger than the body."""
    return line.size > _LARGER * style.size


def _follows(a: Line, b: Line, size: float) -> bool:
    same = a.page == b.page and a.column == b.column
    return same and 0 < a.bottom - b.bottom < 2 * size and abs(a.size - b.size) < size / 10


def _is_marked(line: Line) -> bool:
    return marker(line.text) is not None


def _goes_on(passage: Passage, line: Line, style: Style) -> bool:
    last = passage.lines[-1]
    if abs(last.size - line.size) > 0.1 * style.size or last.bold != line.bold:
        return _runs_in(passage, line, style)
    if _is_marked(line):
        return False
    if is_large(last, style) or last.bold:
        return _near(last, line, style) and not _room(passage, line)
    if last.page != line.page or last.column != line.column:
        return not _SENTENCE_END.search(last.text) and line.text[:1].islower()
    return _near(last, line, style) and not _room(passage, line) and not _set_in(passage, line)


def _runs_in(passage: Passage, line: Line, style: Style) -> bool:
    """Tell whether bold words at the end of a line stand inside a sentence."""
    last = passage.lines[-1]
    if abs(last.size - line.size) > 0.1 * style.size or not _near(last, line, style):
        return False
    begun = line.text[:1].islower() or not any(word.bold for word in (*last.words, *line.words))
    return begun and not _room(passage, line) and not _ENDED.search(last.text)


def _near(last: Line, line: Line, style: Style) -> bool:
    """Tell whether a line stands at the usual distance below another."""
    if last.page != line.page or last.column != line.column:
        return False
    step = last.bottom - line.bottom
    return 0 < step <= _SPACED * style.leading * max(last.size, style.size)


def _room(passage: Passage, line: Line) -> bool:
    """Tell whether the first word of a line would have found room on the line before."""
    last, first = passage.lines[-1], line.words[0]
    # A passage may be set narrower than its column.
    several = len(passage.lines) > 1
    edge = max(each.right for each in passage.lines) if several else last.column[1]
    blank = 0.25 * last.size
    return last.right + blank + (first.right - first.left) < edge - 0.5 * last.size


def _set_in(passage: Passage, line: Line) -> bool:
    """Tell whether a line begins a paragraph by where it begins."""
    first, last = passage.first, passage.lines[-1]
    step = _INDENT * line.size
    if passage.marked:
        # The text of an item hangs at its first word, or goes back to its marker.
        hanging = first.words[1].left if len(first.words) > 1 else first.left
        return (
            line.left < first.left - step
            or (len(passage.lines) > 1 and abs(line.left - last.left) > step)
            or line.left > hanging + step
        )
    return line.left > last.left + step if len(passage.lines) > 1 else line.left > first.left + step


def bullet(text: str) -> str:
    """Return the marker that begins an item of a list, with the blank after it; empty if none.

    >>> bullet("• the mayor;"), bullet("1. Meet."), bullet("Article 2. – The board")
    ('• ', '1. ', '')
    """
    mark = marker(text)
    if mark is None or mark.family not in (Family.BULLET, Family.NUMBER):
        return ""
    return text[: mark.end]
