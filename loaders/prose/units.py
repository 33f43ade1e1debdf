"""Units: the blocks of a document with their analysis."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..blocks import Block
from .casing import plain
from .phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .triggers import Trigger


@dataclass(slots=True, eq=False)
class Unit:
    """One block with its analysis and its phrases."""

    index: int
    block: Block
    doc: Doc
    phrases: list[Phrase]
    by_token: dict[int, Phrase] = field(default_factory=dict)
    triggers: list[Trigger] | None = None

    def __post_init__(self) -> None:
        """Index the phrases: by head, then by any token of an outermost one."""
        lower = plain(self.block.text).lower()
        for phrase in self.phrases:
            phrase.name = self._verbatim(phrase.name, phrase, lower)
            phrase.aliases = [self._verbatim(alias, phrase, lower) for alias in phrase.aliases]
        for phrase in reversed(self.phrases):
            for position in range(phrase.start, phrase.end):
                self.by_token[position] = phrase
        for phrase in self.phrases:
            for inner in (phrase, *phrase.inner):
                for position in range(inner.start, inner.end):
                    self.by_token[position] = inner
        for phrase in self.phrases:
            self.by_token[phrase.head] = phrase

    def _verbatim(self, name: str, phrase: Phrase, lower: str) -> str:
        """Return a name as the block writes it, where it was read in another case."""
        text, start = self.block.text, self.doc[phrase.start].idx
        found = lower.find(name.lower(), start) if len(text) == len(lower) else -1
        return text[found : found + len(name)] if found >= 0 else name

    @property
    def outermost(self) -> list[Phrase]:
        """Phrases that are not nested in another one."""
        return [phrase for phrase in self.phrases if phrase.outer is None]
