"""Problems: what the audit found, each with the sentences it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ...graph import Document
from ..evidence import Evidence, frame
from .exceptions import Exemption
from .rule import Rule, Severity

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    *("rule", "severity", "subject", "kind", "subject_id", "message", "remedy"),
    *("source", "relation", "target", "quote", "document", "locator", "start", "end"),
)
"""The columns of the table of an audit."""

_SAID = COLUMNS[7:]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a rule found.

    Attributes
    ----------
    rule : Rule
        The rule, with its severity and remedy.
    subject, kind, id : str
        Name, kind and id of what it is about: a stakeholder, a ``document`` or an ``exception``.
    message : str
        What is wrong, as one sentence.
    evidence : tuple of Evidence
        The statements it rests on.
    """

    rule: Rule
    subject: str
    kind: str
    id: str
    message: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity

    @property
    def sentence(self) -> str:
        """The message with its full stop."""
        return self.message if self.message.endswith("?") else f"{self.message}."

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, with its evidence."""
        facts = dict(zip(COLUMNS[:7], self._head(), strict=True))
        return {**facts, "evidence": [said.as_dict() for said in self.evidence]}

    def rows(self) -> list[dict[str, Any]]:
        """Return a row for each statement it rests on, or one if there is none: `COLUMNS`."""
        head = dict(zip(COLUMNS[:7], self._head(), strict=True))
        blank = {**dict.fromkeys(_SAID, ""), "start": -1, "end": -1}
        said = [{name: getattr(each, name) for name in _SAID} for each in self.evidence]
        return [{**head, **each} for each in said or [blank]]

    def _head(self) -> tuple[str, ...]:
        facts = (self.rule.id, self.severity.value, self.subject, self.kind, self.id)
        return (*facts, self.message, self.rule.remedy)


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found.

    Attributes
    ----------
    at : str
        The date everything was judged at.
    rules : tuple of Rule
        Those that were applied.
    problems : tuple of Problem
        What was found, the worst first.
    exempted : tuple of (Problem, Exemption)
        What was found and is allowed, with the entry that allows it.
    documents : mapping
        The documents in the store, by id.
    """

    at: str
    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...]
    exempted: tuple[tuple[Problem, Exemption], ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)

    def counts(self) -> dict[str, int]:
        """Return the number of problems of each severity, the worst first."""
        found = [problem.severity for problem in self.problems]
        return {severity.value: found.count(severity) for severity in Severity}

    def fails(self, threshold: Severity) -> bool:
        """Tell whether a problem is as bad as a threshold, or worse."""
        return any(problem.severity.reaches(threshold) for problem in self.problems)

    def at_least(self, severity: Severity) -> Audit:
        """Return the same without what is less bad."""
        kept = tuple(each for each in self.problems if each.severity.reaches(severity))
        return replace(self, problems=kept)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON."""
        return {
            "at": self.at,
            "documents": len(self.documents),
            "counts": self.counts(),
            "problems": [problem.as_dict() for problem in self.problems],
            "exempted": [
                {**problem.as_dict(), "exception": exemption.as_dict()}
                for problem, exemption in self.exempted
            ],
        }

    def frame(self) -> pd.DataFrame:
        """Return one row for each statement of each problem.

        Columns: ``rule, severity, subject, kind, subject_id, message, remedy``, then those of the
        statement: ``source, relation, target, quote, document, locator, start, end``; empty texts
        and -1 where a problem rests on none.
        """
        return frame([row for problem in self.problems for row in problem.rows()], COLUMNS)
