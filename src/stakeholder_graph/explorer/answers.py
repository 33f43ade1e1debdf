"""The answers to what a page asks: functions over a store, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from ..graph import Vocabulary
from ..graph.stores import Store
from ..queries import find
from ..queries.exploration import Explorer, Part
from ..queries.view import DutyPiece, Language, Piece, duty_of, piece_of, served_page
from . import asked
from .asked import Question

SERVER = "api/"
"""Where a page asks, relative to its own address."""


@dataclass(slots=True)
class Answers:
    """The page of a store, and what it asks for: every answer is read from the store.

    Attributes
    ----------
    store : Store
        The graph.
    vocabulary : Vocabulary
        Its relations.
    of : str
        Name of the stakeholder that the page opens on; those with the most links if it is empty.
    most : int
        How many stakeholders the page opens with.
    title : str
        Heading of the page.
    language : {"en", "fr"}
        Language the page opens in.
    """

    store: Store
    vocabulary: Vocabulary
    of: str = ""
    most: int = 50
    title: str = ""
    language: Language = "en"
    _explorer: Explorer | None = field(default=None, init=False)
    # A store answers one question at a time.
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    def chosen(self) -> str:
        """Return the id of the stakeholder that the page opens on, empty for none.

        Raises
        ------
        NameNotFoundError
            If no stakeholder bears the name, or several do.
        """
        return find(self.store, self.of, vocabulary=self.vocabulary).id if self.of else ""

    def page(self) -> str:
        """Return the page, with the store as it is now."""
        with self._turn:
            self._explorer = explorer = Explorer.of(self.store, self.vocabulary)
            opening = self._opening(explorer)
        title, language = self.title, self.language
        return served_page(explorer, opening, server=SERVER, title=title, language=language)

    def questions(self) -> Mapping[str, Callable[[Question], Any]]:
        """Return what can be asked, by name."""
        return {
            "neighbours": self.neighbours,
            "search": self.search,
            "some": self.some,
            "path": self.path,
            "duty": self.duty,
        }

    def neighbours(self, values: Question) -> Piece:
        """Return the first `most` by `size` of those linked with `of`, but for those held."""
        of, size = asked.text(values, "of"), asked.text(values, "size")
        most, held = asked.number(values, "most"), asked.texts(values, "held")
        return self._piece(lambda explorer: explorer.neighbours(of, size, most, held))

    def search(self, values: Question) -> Piece:
        """Return the `most` likeliest stakeholders of a name like `text`."""
        text, most = asked.text(values, "text"), asked.number(values, "most")
        held = asked.texts(values, "held")
        return self._piece(lambda explorer: explorer.search(text, most, held))

    def some(self, values: Question) -> Piece:
        """Return the stakeholders with these `ids`, but for those held."""
        ids, held = asked.texts(values, "ids"), asked.texts(values, "held")
        return self._piece(lambda explorer: explorer.some(ids, held))

    def path(self, values: Question) -> Piece:
        """Return the stakeholders on a shortest way, but for those held."""
        ends = asked.text(values, "from"), asked.text(values, "to")
        held = asked.texts(values, "held")
        return self._piece(lambda explorer: explorer.path(*ends, held))

    def duty(self, values: Question) -> DutyPiece:
        """Return who is accountable for `of`, who has which letter, and what that rests on."""
        of, held = asked.text(values, "of"), asked.texts(values, "held")
        with self._turn:
            explorer = self._begun()
            return duty_of(explorer, explorer.one(of), held)

    def _opening(self, explorer: Explorer) -> Part:
        chosen = self.chosen()
        if chosen:
            return explorer.neighbours(chosen, "degree", self.most)
        return explorer.first("degree", self.most)

    def _piece(self, ask: Callable[[Explorer], Part]) -> Piece:
        with self._turn:
            explorer = self._begun()
            found = ask(explorer)
        return piece_of(explorer, found)

    def _begun(self) -> Explorer:
        if self._explorer is None:
            self._explorer = Explorer.of(self.store, self.vocabulary)
        return self._explorer
