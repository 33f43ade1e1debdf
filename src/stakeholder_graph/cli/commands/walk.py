"""A walk through questions, one key each; every answer is kept at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from ..render.questions import show_lines, show_passage, show_question
from ..render.text import clean, place
from ..session import Session

if TYPE_CHECKING:
    from ...graph import Store
    from ...loaders import Decision, Ledger, Question

_SHOWN = 4


@dataclass(slots=True)
class Walk:
    """Questions under way: where it is, and what has been answered.

    Attributes
    ----------
    session : Session
        Where to write.
    store : Store
        The texts of the documents.
    ledger : Ledger
        Where answers are kept.
    who : str
        Who answers.
    """

    session: Session
    store: Store
    ledger: Ledger
    who: str
    answered: list[Decision | None] = field(default_factory=list)

    def through(self, questions: Sequence[Question]) -> int:
        """Ask all questions, until one is answered by quitting; return how many are decided."""
        while len(self.answered) < len(questions):
            question = questions[len(self.answered)]
            self._show(question, len(questions))
            while (key := _key()) in ("m", "?"):
                self._more(question)
            if key == "q":
                break
            if key == "u":
                self._undo()
            elif key in ("y", "n", "s"):
                self.answered.append(self._answer(question, key))
            else:
                self.session.say("Press y, n, m, s, u or q.")
        return sum(each is not None for each in self.answered)

    def _show(self, question: Question, total: int) -> None:
        text = self.store.text(question.document) if question.document else ""
        console, words = self.session.console, self.session.wording
        show_question(console, question, len(self.answered) + 1, total, words, text)

    def _answer(self, question: Question, key: str) -> Decision | None:
        decision = {"y": question.yes, "n": question.no}.get(key)
        if decision is None:
            return None
        return self.ledger.add([replace(decision, who=self.who, why="review")])[0]

    def _undo(self) -> None:
        if not self.answered:
            self.session.say("There is nothing to undo.")
            return
        taken = self.answered.pop()
        if taken is not None:
            self.ledger.remove(taken.number)
            self.session.say(f"Took back: {clean(str(taken))}.")

    def _more(self, question: Question) -> None:
        """Show what stands around the words, or what is stated of each stakeholder."""
        console = self.session.console
        if question.quote:
            show_passage(console, question, self.store.text(question.document), around=True)
            return
        from ...queries import relations

        vocabulary = self.session.vocabulary
        for party in question.parties:
            show_lines(console, [f"{party.name}:"], 2)
            for said in (
                relations(self.store, source=party, vocabulary=vocabulary),
                relations(self.store, target=party, vocabulary=vocabulary),
            ):
                rows = said.head(_SHOWN).drop_duplicates("quote").itertuples()
                lines = (f"{r.quote}  ({place(str(r.document), str(r.locator))})" for r in rows)
                show_lines(console, lines, 4)


def _key() -> str:
    """Return the key that is pressed, or the first letter of a line where nobody sits."""
    if sys.stdin.isatty():
        key = click.getchar()
        if key in ("\x03", "\x04"):
            return "q"
        return key.lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() if line else "q"
