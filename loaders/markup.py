"""Inline Markdown: the words a reader sees, each character tied to its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_BREAK = re.compile(r"<br\b", re.IGNORECASE)

# Open containers; the parser drops what lies deeper, and its own limit of 20 is ten nested lists.
DEEPEST = 100

# The library looks for the end of each bracket anew: 150 kB of brackets take it 14 seconds. What is
# longer is no paragraph that anybody wrote, and is taken with its markup.
_LONGEST = 20_000

Piece = tuple[str, Sequence[int]]
"""Some readable characters and their offsets in the source."""


def parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and struck-out text, blocks only."""
    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.core.ruler.enableOnly(["normalize", "block"])
    # Joining fragments would lose their places.
    markdown.inline.ruler2.disable("fragments_join")
    return markdown


def readable(markdown: MarkdownIt, source: str, env: dict[str, object]) -> tuple[str, list[int]]:
    r"""Return inline source without its markup, and the offset of each character left.

    Links give their words, images and struck-out words nothing, ``<br>`` a line break; other HTML
    tags are dropped.

    >>> readable(parser(), r"The **board** \& [its](u) chair", {})[0]
    'The board & its chair'
    """
    if len(source) > _LONGEST:
        return source, list(range(len(source)))
    text: list[str] = []
    offsets: list[int] = []
    for words, places in _pieces(_tokens(markdown, source, env), source):
        floor = offsets[-1] + 1 if offsets else 0
        text.append(words)
        # The stars of one run all claim its first place: push them apart.
        shift = max(0, floor - places[0])
        offsets.extend([place + shift for place in places] if shift else places)
    return "".join(text), offsets


class _State(StateInline):
    """Notes in every token where it begins, which the library does for blocks only."""

    _begin = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._begin = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  (the library's name)
        token = super().pushPending()
        token.meta["at"] = self._begin
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token


def _tokens(markdown: MarkdownIt, source: str, env: dict[str, object]) -> list[Token]:
    state = _State(source, markdown, env, [])
    markdown.inline.tokenize(state)
    for rule in markdown.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


def _pieces(tokens: Sequence[Token], source: str) -> Iterator[Piece]:
    struck = 0
    for token in tokens:
        struck += (token.type == "s_open") - (token.type == "s_close")
        rule = _RULES.get(token.type)
        if rule and not struck:
            words, start = rule(token, source)
            if words:
                yield words, range(start, start + len(words))


def _text(token: Token, source: str) -> tuple[str, int]:
    at = token.meta["at"]
    if source.startswith("<", at) and not token.content.startswith("<"):
        # An address between angle brackets, perhaps decoded by the library: take it as written.
        return source[at + 1 : source.index(">", at)], at + 1
    return token.content, at


def _special(token: Token, _: str) -> tuple[str, int]:
    """Return an escaped character at itself, an entity at its ampersand."""
    at = token.meta["at"]
    escaped = token.info == "escape"
    return token.content, at + (len(token.markup) - len(token.content) if escaped else 0)


def _code(token: Token, source: str) -> tuple[str, int]:
    start = token.meta["at"] + len(token.markup)
    padded = not source.replace("\n", " ").startswith(token.content, start)
    return token.content, start + padded


def _line_break(token: Token, source: str) -> tuple[str, int]:
    return "\n", source.index("\n", token.meta["at"])


def _tag(token: Token, _: str) -> tuple[str, int]:
    return "\n" if _BREAK.match(token.content) else "", token.meta["at"]


_RULES: dict[str, Callable[[Token, str], tuple[str, int]]] = {
    "text": _text,
    "text_special": _special,
    "code_inline": _code,
    "softbreak": _line_break,
    "hardbreak": _line_break,
    "html_inline": _tag,
}
