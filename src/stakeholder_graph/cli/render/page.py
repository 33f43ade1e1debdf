"""A page of text in the terminal: outcome first, then names, each with its quote and place."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from .groups import Entry, Group
from .text import clean

_WIDEST = 110  # longer lines are hard to read
_STYLES = {
    "STATED": "bold green",
    "DERIVED": "bold cyan",
    "CONFLICTING": "bold red",
    "NOT STATED": "bold yellow",
    "ERROR": "bold red",
    "WARNING": "bold yellow",
    "NOTE": "bold cyan",
    "CLEAN": "bold green",
}


class Page:
    """Writes to a terminal line by line, wrapped at its width and never cut."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = min(console.width, _WIDEST)

    def outcome(self, outcome: str, question: str, *notes: str) -> None:
        """Write how an answer follows, what was asked, and what it was limited to."""
        badge = outcome.upper()
        asked = Text(clean(question), "bold")
        limited = Text("".join(f"  ({clean(note)})" for note in notes if note))
        self._line(Text(f"{badge}  ", _STYLES.get(badge, "bold")) + asked + limited)

    def text(self, text: str, indent: int = 2, emphasis: str = "") -> None:
        """Write a paragraph, some words of it in bold."""
        line = Text(clean(text))
        if emphasis:
            line.highlight_words([clean(emphasis)], "bold")
        self._line(line, indent)

    def heading(self, text: str, indent: int = 0) -> None:
        """Write a heading after an empty line."""
        self.space()
        self._line(Text(clean(text), "bold"), indent)

    def space(self) -> None:
        """Write an empty line."""
        self._console.print()

    def groups(self, groups: Iterable[Group]) -> None:
        """Write groups of entries under their headings; a name said twice is written once."""
        for each in groups:
            self.heading(each.heading)
            said: list[str] = []
            for entry in each.entries:
                if entry.names == said:
                    self.evidence(entry, indent=4)
                else:
                    self.entry(entry)
                said = entry.names

    def entry(self, entry: Entry, indent: int = 2, emphasis: str = "") -> None:
        """Write names, each on a line, then the sentence that says it, and its place."""
        for name in entry.names:
            self.text(name, indent, emphasis)
        self.evidence(entry, indent + 2)

    def evidence(self, entry: Entry, indent: int) -> None:
        """Write the limits of an entry, its quote and its place."""
        if entry.limits:
            self._line(Text(entry.limits, "magenta"), indent)
        if entry.quote:
            self._line(Text(entry.quote, "italic"), indent)
        self._line(Text(entry.place, "dim"), indent)

    def _line(self, text: Text, indent: int = 0) -> None:
        for line in text.wrap(self._console, self._width - indent, overflow="fold"):
            line.rstrip()
            self._console.print(Text(" " * indent) + line, soft_wrap=True)
