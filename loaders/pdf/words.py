"""Words: what stands on a page of a PDF, each word with its box, as pdfium finds it."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LINE_END_HYPHENS = "\x02\ufffe\xad"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Characters of symbol fonts stand for themselves nowhere else: bullets, mostly.
_PRIVATE = range(0xE000, 0xF900)
_LEVEL = 0.1  # radians a line may lean

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left of the page as it is shown."""


@dataclass(slots=True)
class Word:
    """A word on a page.

    Attributes
    ----------
    text : str
        Its characters; a hyphen that breaks it at the end of a line is ``-``.
    left, bottom, right, top : float
        Its box.
    bold : bool
        Whether its font says so.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False

    @property
    def size(self) -> float:
        """Height of its font, in points."""
        return self.top - self.bottom


def words_of(page: Any) -> list[Word]:
    """Return the words of a page in the order in which it draws them; text that leans is no text.

    Parameters
    ----------
    page : pypdfium2.PdfPage
        The page.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    turn = _Turn(page)
    try:
        words = list(_words(pdfium, textpage.raw, turn))
    finally:
        textpage.close()
    return words


def _words(pdfium: Any, text: Any, turn: _Turn) -> Iterator[Word]:
    box = pdfium.FS_RECTF()
    word: Word | None = None
    for index in range(max(0, pdfium.FPDFText_CountChars(text))):
        character = _readable(pdfium.FPDFText_GetUnicode(text, index))
        if not character or character.isspace():
            if word:
                yield word
            word = None
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        left, bottom, right, top = turn.box((box.left, box.bottom, box.right, box.top))
        if word and _apart(word, left, bottom, top):
            yield word
            word = None
        if word is None:
            if turn.leans(pdfium.FPDFText_GetCharAngle(text, index)):
                continue
            word = Word(character, left, bottom, right, top, _is_bold(pdfium, text, index))
        else:
            word.text = unicodedata.normalize("NFC", word.text + character)
            word.right, word.top = max(word.right, right), max(word.top, top)
            word.bottom = min(word.bottom, bottom)
    if word:
        yield word


def _apart(word: Word, left: float, bottom: float, top: float) -> bool:
    """Tell whether a character begins another word although no blank stands before it."""
    size = max(word.size, 1.0)
    gap = left - word.right
    return gap > size / 2 or gap < -size * 2 or bottom > word.top or top < word.bottom


@lru_cache(maxsize=4096)
def _readable(code: int) -> str:
    if code in _PRIVATE:
        return "•"
    character = chr(code) if 0 <= code < 0x110000 else ""
    if character and character in _LINE_END_HYPHENS:
        return "-"
    if not character or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn"):
        return " " if character in "\r\n\t" else ""
    return _LIGATURES.get(character, character)


def _is_bold(pdfium: Any, text: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    size = pdfium.FPDFText_GetFontInfo(text, index, name, len(name), None)
    return 0 < size <= len(name) and any(w in name.value.lower() for w in (b"bold", b"black"))


class _Turn:
    """A page is shown turned by so many quarters; its coordinates are not."""

    def __init__(self, page: Any) -> None:
        self.quarters: int = page.get_rotation() // 90 % 4
        left, bottom, right, top = page.get_mediabox()
        self.width, self.height = right - left, top - bottom

    def box(self, box: Box) -> Box:
        left, bottom, right, top = box
        if self.quarters == 1:
            return bottom, self.width - right, top, self.width - left
        if self.quarters == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self.quarters == 3:
            return self.height - top, left, self.height - bottom, right
        return box

    def leans(self, angle: float) -> bool:
        """Tell whether text at an angle is not level on the page as it is shown."""
        turned = (angle + self.quarters * math.pi / 2) % (2 * math.pi)
        return _LEVEL < turned < 2 * math.pi - _LEVEL
