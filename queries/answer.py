"""Answers: what was found, how sure it is, and the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .evidence import COLUMNS, Evidence, frame

if TYPE_CHECKING:
    import pandas as pd


_LIMITS = ("phase", "since", "until", "condition", "jointly_with")


class Outcome(StrEnum):
    """How an answer follows from the documents."""

    STATED = "stated"
    DERIVED = "derived"
    CONFLICTING = "conflicting"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Finding:
    """One party or thing that answers a question, with the chain of statements that says so.

    Attributes
    ----------
    name, kind, id : str
        Who or what it is.
    outcome : Outcome
        How this one follows: stated, derived or conflicting.
    rule : str
        The rule a derived one follows; empty otherwise.
    chain : tuple of Evidence
        The statements, from the one nearest to what was asked about.
    holders : tuple of Evidence
        Who holds the post, where it is one.
    superiors : tuple of Evidence
        Whom the party reports to, and whom that one reports to, nearest first.
    """

    name: str
    kind: str
    id: str
    outcome: Outcome
    rule: str
    chain: tuple[Evidence, ...]
    holders: tuple[Evidence, ...] = ()
    superiors: tuple[Evidence, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The statement that gives the duty: the last of the chain."""
        return self.chain[-1]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values: what its last statement says, and the chain."""
        said = self.evidence.as_dict()
        shown = ("relation", "quote", "document", "locator", *_LIMITS)
        return {
            "name": self.name,
            "kind": self.kind,
            "id": self.id,
            "outcome": self.outcome.value,
            "rule": self.rule,
            **{name: said[name] for name in shown},
            "chain": [link.as_dict() for link in self.chain],
            "holders": [holder.as_dict() for holder in self.holders],
            "superiors": [superior.as_dict() for superior in self.superiors],
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question about one stakeholder.

    Attributes
    ----------
    question : str
        What was asked, in words.
    subject, subject_id : str
        Whom or what it was asked about, as the graph names it.
    phase, at : str
        The phase and the date asked for; empty if none.
    outcome : Outcome
        Stated, derived, conflicting or not stated.
    rule : str
        How it was derived, where the outcome is `Outcome.DERIVED`.
    findings : tuple of Finding
        Who or what answers, one entry for each statement that says so.
    besides : Answer or None
        What holds beside these: outside the phases and conditions they are limited to, or with
        less certainty.
    elsewhere : tuple of Evidence
        Statements that would answer, were another phase or date asked for.
    notes : tuple of str
        Where a chain breaks off or runs in a circle.
    """

    question: str
    subject: str
    subject_id: str
    outcome: Outcome
    phase: str = ""
    at: str = ""
    rule: str = ""
    findings: tuple[Finding, ...] = ()
    besides: Answer | None = None
    elsewhere: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Who or what answers, each once, in the order of the findings."""
        return tuple({finding.id: finding.name for finding in self.findings}.values())

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as plain values, ready for JSON."""
        return {
            "question": self.question,
            "subject": self.subject,
            "subject_id": self.subject_id,
            "phase": self.phase,
            "at": self.at,
            "outcome": self.outcome.value,
            "rule": self.rule,
            "answers": [finding.as_dict() for finding in self.findings],
            "besides": self.besides.as_dict() if self.besides else None,
            "elsewhere": [statement.as_dict() for statement in self.elsewhere],
            "notes": list(self.notes),
        }

    def frame(self) -> pd.DataFrame:
        """Return one row for each statement of each chain, what holds besides last.

        Columns: ``answer`` (who or what), ``outcome``, ``rule``, ``step`` (from 1, the nearest to
        what was asked), then `COLUMNS`.
        """
        return frame(list(self._rows()), ("answer", "outcome", "rule", "step", *COLUMNS))

    def _rows(self) -> Iterator[dict[str, Any]]:
        for finding in self.findings:
            head = {"answer": finding.name, "outcome": finding.outcome.value, "rule": finding.rule}
            for step, link in enumerate(finding.chain, start=1):
                yield {**head, "step": step, **link.as_dict()}
        if self.besides:
            yield from self.besides._rows()
