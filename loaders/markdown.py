"""Markdown: headings, paragraphs, lists and tables, each character tied to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import yaml

from .blocks import Block, BlockKind
from .decoding import decode
from .formats import Parsed
from .plain import paragraphs, plain_blocks
from .strict import read_yaml
from .structure import refine
from .tables import row

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SILENT = re.compile(r"\s*<(script|style)\b", re.IGNORECASE)
_PROSE = ("", "text", "txt", "markdown", "md")
_LISTS = ("bullet_list_open", "ordered_list_open")
_CELLS = ("th_open", "td_open")


def parse(data: bytes, where: str) -> Parsed:
    """Read a Markdown file. The stored text is the whole file, front matter included.

    Raises
    ------
    InputError
        If it is not text.
    """
    text = decode(data, where)
    start, title = _front_matter(text)
    walk = _Walk(text, start)
    blocks = plain_blocks(text, start) if walk.too_deep() else walk.blocks()
    return Parsed(text, refine(blocks, text), title)


def _front_matter(text: str) -> tuple[int, str]:
    """Return where the text proper begins, and the title the front matter gives."""
    match = _FRONT.match(text)
    try:
        front = read_yaml(match[1]) if match else None
    except (yaml.YAMLError, ValueError):
        front = None
    if not match or not isinstance(front, dict):
        return 0, ""
    title = front.get("title")
    return match.end(), title if isinstance(title, str) else ""


@cache
def _markdown() -> MarkdownIt:
    from .markup import parser

    return parser()


class _Walk:
    """One pass over the block tokens of a text."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.env: dict[str, object] = {}
        self.tokens = _markdown().parse(text[start:], self.env)
        breaks = re.compile("\n").finditer(text, start)
        # Where each line begins in the stored text, and where one after the last would.
        self.lines = [start, *(match.end() for match in breaks), len(text) + 1]
        self.open: list[Token] = []
        self.first = False  # no text yet in the list item that is open

    def too_deep(self) -> bool:
        """Tell whether the parser may have dropped text."""
        from .markup import DEEPEST

        return any(token.level >= DEEPEST - 1 for token in self.tokens)

    def blocks(self) -> Iterator[Block]:
        for token in self.tokens:
            if token.nesting > 0:
                self.open.append(token)
                self.first |= token.type == "list_item_open"
                if token.type == "tr_open":
                    yield self.row(token)
            elif token.nesting < 0:
                self.open.pop()
            elif token.type == "inline" and self.open[-1].type not in _CELLS:
                yield self.inline(token)
            elif token.type in ("code_block", "fence", "html_block"):
                yield from self.verbatim(token)

    def inline(self, token: Token) -> Block:
        text, offsets = self.readable(token)
        parent = self.open[-1]
        if parent.type == "heading_open":
            return Block(BlockKind.HEADING, text, offsets, level=int(parent.tag[1]))
        if not self.first:
            return Block(BlockKind.PARAGRAPH, text, offsets)
        self.first = False
        level = sum(token.type in _LISTS for token in self.open) - 1
        return Block(BlockKind.ITEM, text, offsets, level=level)

    def readable(self, token: Token) -> tuple[str, tuple[int, ...]]:
        from .markup import readable

        text, offsets = readable(_markdown(), token.content, self.env)
        places = self.places(token)
        return text, tuple(places[offset] for offset in offsets)

    def places(self, token: Token) -> list[int]:
        """Return the stored offset of each character of a token's content.

        The parser has taken indentation and quote marks from the left of each line, and white
        space or closing ``#`` from its right.
        """
        assert token.map is not None  # noqa: S101  (block tokens have one)
        first = token.map[0] + (token.type == "fence")
        places: list[int] = []
        for number, line in enumerate(token.content.rstrip("\n").split("\n"), first):
            start, end = self.lines[number], self.lines[number + 1] - 1
            bare = line.strip()
            column = self.text.rfind(bare, start, end) if bare else start
            left = column - (len(line) - len(line.lstrip()))
            places.extend(range(left, left + len(line) + 1))
        return places

    def row(self, token: Token) -> Block:
        from .markup import readable

        assert token.map is not None  # noqa: S101  (block tokens have one)
        start, end = self.lines[token.map[0]], self.lines[token.map[0] + 1] - 1
        return row(
            (self.text[start:end], range(start, end)),
            header=any(parent.type == "thead_open" for parent in self.open),
            plain=lambda cell: readable(_markdown(), cell, self.env),
        )

    def verbatim(self, token: Token) -> Iterator[Block]:
        """Read indented text, fences and HTML as paragraphs; leave out code that says it is."""
        code = token.type == "fence" and token.info.strip().lower() not in _PROSE
        if code or not token.content.strip():
            return
        if token.type == "html_block":
            if _SILENT.match(token.content):
                return
            text, offsets = self.readable(token)
        else:
            text, offsets = token.content.rstrip("\n"), tuple(self.places(token))
        for start, end in paragraphs(text):
            yield Block(BlockKind.PARAGRAPH, text[start:end], offsets[start:end])
