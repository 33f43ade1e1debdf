"""Plain text: paragraphs between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import Block, BlockKind
from .decoding import decode
from .formats import Parsed
from .structure import refine

_RULE = re.compile(r"^[ \t]*[-=_*~+#.]{3,}[ \t]*$", re.MULTILINE)


def parse(data: bytes, where: str) -> Parsed:
    """Read a text file.

    Raises
    ------
    InputError
        If it is not text.
    """
    text = decode(data, where)
    return Parsed(text, refine(plain_blocks(text), text))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield where each run of lines that are not blank begins and ends.

    >>> list(paragraphs("one\ntwo\n \nthree"))
    [(0, 7), (10, 15)]
    """
    at, start, end = 0, -1, 0
    for line in text.split("\n"):
        if line.strip():
            start, end = (at if start < 0 else start), at + len(line)
        elif start >= 0:
            yield start, end
            start = -1
        at += len(line) + 1
    if start >= 0:
        yield start, end


def plain_blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the paragraphs of a text from an offset on."""
    # Rules drawn with characters part paragraphs; blanking them keeps every offset.
    ruled = _RULE.sub(lambda rule: " " * len(rule[0]), text[start:])
    for begin, end in paragraphs(ruled):
        words = text[start + begin : start + end]
        yield Block(BlockKind.PARAGRAPH, words, tuple(range(start + begin, start + end)))
