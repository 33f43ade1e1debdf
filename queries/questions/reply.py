"""Replies: how a question was understood, the outcome, and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from ..evidence import COLUMNS, Evidence, frame
from .understanding import Misunderstood, Understood

if TYPE_CHECKING:
    import pandas as pd

NOT_UNDERSTOOD = "not understood"
_SHOWN = ("relation", "source", "target", "quote", "document", "locator")
_LIMITS = ("phase", "since", "until", "condition")


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to a question in words.

    Attributes
    ----------
    question : str
        As it was asked.
    understood : Understood or None
        How it was understood; None where it was not.
    misunderstood : Misunderstood or None
        Why it was not.
    outcome : str
        ``stated``, ``derived``, ``conflicting``, ``not stated`` or ``not understood``.
    answers : tuple of (str, Evidence)
        Each name that answers, with the statement that says so.
    answer : Answer or None
        The whole answer of `who_is_accountable` or `accountable_for`, where one of them replied:
        the rule, the links of each chain, what holds besides.
    rule : str
        Why what is stated of another stakeholder answers, where it does.
    """

    question: str
    understood: Understood | None
    outcome: str
    answers: tuple[tuple[str, Evidence], ...] = ()
    answer: Answer | None = None
    misunderstood: Misunderstood | None = None
    rule: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Who or what answers, each once, in order."""
        return tuple(dict.fromkeys(name for name, _ in self.answers))

    def as_dict(self) -> dict[str, Any]:
        """Return the reply as plain values, ready for JSON.

        Keys: ``question``; ``understood`` (``relation``, ``relations``, ``known``: the name the
        question gives, or the two; ``said``: its words for them; ``asked``: which end; ``asks``:
        the words that ask; ``phase``, ``date``; ``text``: all on one line); ``outcome``;
        ``answers`` (each ``name``, ``relation``, ``source``, ``target``, ``quote``, ``document``,
        ``locator``, ``phase``, ``since``, ``until``, ``condition``, ``outcome``, ``rule``,
        ``chain``; more of them where the helpers of accountability answer, as in `Finding`);
        ``rule``, ``besides``, ``elsewhere`` and ``notes`` as in `Answer`; ``reason``,
        ``unplaced`` and ``candidates`` where it was not understood.
        """
        missed = self.misunderstood or Misunderstood("")
        answer = self.answer
        return {
            "question": self.question,
            "understood": _understood(self.understood, missed),
            "outcome": self.outcome,
            "answers": [self._answer(number) for number in range(len(self.answers))],
            "rule": self.rule or (answer.rule if answer else ""),
            "besides": answer.besides.as_dict() if answer and answer.besides else None,
            "elsewhere": [said.as_dict() for said in answer.elsewhere] if answer else [],
            "notes": list(answer.notes) if answer else [],
            "reason": missed.reason,
            "unplaced": list(missed.unplaced),
            "candidates": list(missed.candidates),
        }

    def _answer(self, number: int) -> dict[str, Any]:
        name, said = self.answers[number]
        facts = said.as_dict()
        chosen = {"name": name, **{key: facts[key] for key in (*_SHOWN, *_LIMITS)}}
        if self.answer:
            return {**chosen, **self.answer.findings[number].as_dict()}
        return {**chosen, "outcome": self.outcome, "rule": self.rule, "chain": [facts]}

    def frame(self) -> pd.DataFrame:
        """Return one row an answer: ``outcome``, ``name``, then `COLUMNS`."""
        rows = [
            {"outcome": self.outcome, "name": name, **said.as_dict()} for name, said in self.answers
        ]
        return frame(rows, ("outcome", "name", *COLUMNS))


def _understood(found: Understood | None, missed: Misunderstood) -> dict[str, Any]:
    """Return what of a question was understood; empty or None where it was not."""
    relations = found.relations if found else missed.relations
    known = found.known if found else ()
    names = [name.one.name for name in known]
    return {
        "relation": relations[0] if relations else None,
        "relations": list(relations),
        "known": names if len(names) > 1 else (names[0] if names else None),
        "said": [name.said for name in known],
        "asked": found.asked if found else None,
        "asks": found.hole.said if found else "",
        "phase": found.phase if found else "",
        "date": found.at if found else "",
        "text": str(found) if found else "",
    }
