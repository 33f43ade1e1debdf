"""Levels: how deep a heading or an item stands, by its marker, indentation and neighbours."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import BlockKind
from .lines import Line
from .markers import Marker, related

_DEEPEST = 6
# Headings seen only by their shape stand below those a format marks as title and chapter.
_BASE = 2
# Styles that stand below another even where they come first.
_BELOW = {"1.": ("1.1",), "I": ("1.", "1.1"), "title": ("article",)}


@dataclass(slots=True)
class HeadingLevels:
    """Gives each heading its level, in order.

    Headings of one style (the same kind of number, capitals, plain words) are siblings; a style
    seen for the first time goes one deeper.
    """

    base: int = _BASE
    stack: list[tuple[str, int]] = field(default_factory=list)

    def real(self, level: int) -> int:
        """Take note of a heading that the format marks."""
        self.base = max(_BASE, level)
        self.stack.clear()
        return level

    def seen(self, line: Line, following: int, *, after: bool) -> int:
        """Return the level of a heading seen by its shape.

        Parameters
        ----------
        line : Line
            The heading.
        following : int
            How many plain headings come right after it: each goes one deeper.
        after : bool
            Whether a plain heading comes right before it.
        """
        kind = style(line)
        styles = [known for known, _ in self.stack]
        if kind == "plain":
            places = [index for index, known in enumerate(styles) if known == kind]
            if places and not after:
                del self.stack[places[max(0, len(places) - following - 1)] :]
        else:
            # A heading numbered 2 comes back above one numbered 1.1.
            ranks = (kind, *_BELOW.get(kind, ()))
            places = [index for index, known in enumerate(styles) if known in ranks]
            if places:
                del self.stack[places[0] :]
        level = min(_DEEPEST, (self.stack[-1][1] if self.stack else self.base) + 1)
        self.stack.append((kind, level))
        return level


def style(line: Line) -> str:
    """Return what headings of one rank have in common: the kind of number, capitals, or nothing."""
    if line.marker:
        return line.marker.kind
    first, *rest = line.text.split()
    if rest and first.lower().rstrip(".") in ("article", "art", "section", "titre", "chapter"):
        return "article" if first.lower().startswith(("art", "sec")) else "title"
    return "caps" if line.text.isupper() else "plain"


@dataclass(slots=True)
class ItemLevels:
    """Gives each item of a list its nesting, in order."""

    stack: list[tuple[Marker | None, int, int]] = field(default_factory=list)
    led: bool = False  # the item before ends with a colon

    def reset(self) -> None:
        """Close the list."""
        self.stack.clear()
        self.led = False

    def of(self, line: Line) -> int:
        """Return the nesting of an item, from 0."""
        mark = line.marker
        if mark and self.stack:
            mark = related(mark, self.stack[-1][0])
        kind = mark.kind if mark else ""
        level = self._level(kind, line)
        self.stack.append((mark, line.indent, level))
        self.led = line.text.endswith(":")
        return level

    def _level(self, kind: str, line: Line) -> int:
        stack, indent = self.stack, line.indent
        if not stack:
            return line.block.level if line.block.kind is BlockKind.ITEM else 0
        if indent > stack[-1][1] + 1:
            return stack[-1][2] + 1
        for index in reversed(range(len(stack))):
            mark, column, level = stack[index]
            if (mark.kind if mark else "") == kind and abs(column - indent) <= 1:
                del stack[index:]
                return level
        while len(stack) > 1 and stack[-1][1] > indent + 1:
            stack.pop()
        nested = bool(kind) or self.led
        return stack[-1][2] + nested if stack[-1][1] <= indent + 1 else stack[-1][2]
