"""Consequences: what is lost if somebody leaves, who answered before and who does after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ...graph import Stakeholder
from ..answer import Finding
from ..evidence import COLUMNS, frame

if TYPE_CHECKING:
    import pandas as pd

FRAME: tuple[str, ...] = (
    *("section", "effect", "subject", "subject_id", "subject_kind", "when", "time"),
    *("party", "outcome", "rule", "step", *COLUMNS),
)
"""The columns of `WhatIf.frame`, in order."""


OTHERWISE = "in other cases"
"""When a duty was theirs outside of the phases, times and conditions that are named."""


class Section(StrEnum):
    """What a consequence is about, in the order they are told."""

    POSTS = "posts"
    DUTIES = "duties"
    BODIES = "bodies"
    CHAINS = "chains"
    NETWORK = "network"


class Effect(StrEnum):
    """What happens, in each section the worst first."""

    VACANT = "the post is vacant"
    STILL_HELD = "others still hold the post"
    NOBODY = "nobody is accountable"
    FALLS_BACK = "falls back by rule"
    STILL_ANSWERED = "others are still accountable"
    NO_CHAIR = "no chair"
    STILL_CHAIRED = "others still chair"
    CUT = "the chain reaches nobody"
    LOOSE = "nothing stands above, but somebody answers"
    APART = "cut off"


SECTIONS = {
    Section.POSTS: (Effect.VACANT, Effect.STILL_HELD),
    Section.DUTIES: (Effect.NOBODY, Effect.FALLS_BACK, Effect.STILL_ANSWERED),
    Section.BODIES: (Effect.NO_CHAIR, Effect.STILL_CHAIRED),
    Section.CHAINS: (Effect.CUT, Effect.LOOSE),
    Section.NETWORK: (Effect.APART,),
}
"""The effects of each section, in order."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one post, duty, body, chain or part of the network.

    Attributes
    ----------
    effect : Effect
        What happens.
    subject : Stakeholder
        To whom or what; of a part that is cut off, the first of its members.
    when : str
        When it was theirs: a phase, up to or from which day, `OTHERWISE`; empty for always.
    before : tuple of Finding
        What the leaving stakeholders were to it, each with the statements that say so.
    after : tuple of Finding
        Who answers, chairs or holds it then: stated, or derived by a rule. None is "not stated".
    members : tuple of Stakeholder
        Of a post: what it answers for. Of a part that is cut off: the first of those in it.
    size : int
        How many stakeholders a part has.
    """

    effect: Effect
    subject: Stakeholder
    when: str = ""
    before: tuple[Finding, ...] = ()
    after: tuple[Finding, ...] = ()
    members: tuple[Stakeholder, ...] = ()
    size: int = 0

    @property
    def section(self) -> Section:
        """What it is about."""
        return next(section for section, effects in SECTIONS.items() if self.effect in effects)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "effect": self.effect.value,
            "name": self.subject.name,
            "id": self.subject.id,
            "kind": self.subject.kind.value,
            "when": self.when,
            "before": [finding.as_dict() for finding in self.before],
            "after": [finding.as_dict() for finding in self.after],
            "members": [_end(member) for member in self.members],
            "size": self.size,
        }


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is lost if stakeholders leave.

    Attributes
    ----------
    without : tuple of Stakeholder
        Those who leave.
    phase, at : str
        The phase and the date asked for; empty if none.
    consequences : tuple of Consequence
        By section, in each the worst first, then by name.
    notes : tuple of str
        What was not looked at, and why.
    """

    without: tuple[Stakeholder, ...]
    phase: str
    at: str
    consequences: tuple[Consequence, ...]
    notes: tuple[str, ...] = ()

    def of(self, *wanted: Section | Effect) -> tuple[Consequence, ...]:
        """Return the consequences of some sections or effects."""
        return tuple(c for c in self.consequences if c.section in wanted or c.effect in wanted)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON: a list for each section, in order."""
        sections = {s.value: [c.as_dict() for c in self.of(s)] for s in Section}
        return {
            "without": [_end(stakeholder) for stakeholder in self.without],
            "phase": self.phase,
            "at": self.at,
            **sections,
            "notes": list(self.notes),
        }

    def frame(self) -> pd.DataFrame:
        """Return one row for each statement behind what was, and what is then: columns `FRAME`.

        ``time`` is ``before`` or ``after``; where nobody is found after, one row says so: its
        outcome is ``not stated``, and the columns of a statement are empty.
        """
        return frame(list(self._lines()), FRAME)

    def _lines(self) -> Iterator[dict[str, Any]]:
        nothing: dict[str, Any] = dict.fromkeys(("party", "rule", *COLUMNS), "")
        nothing |= {"step": 0, "jointly_with": [], "confidence": 0.0, "start": -1, "end": -1}
        for c in self.consequences:
            head = {
                "section": c.section.value,
                "effect": c.effect.value,
                "subject": c.subject.name,
                "subject_id": c.subject.id,
                "subject_kind": c.subject.kind.value,
                "when": c.when,
            }
            for time, findings in (("before", c.before), ("after", c.after)):
                for finding in findings:
                    yield from _chain({**head, "time": time}, finding)
            if not c.after and c.section is not Section.NETWORK:
                then = {
                    "time": "after",
                    "party": "",
                    "outcome": "not stated",
                    "rule": "",
                    "step": 0,
                }
                yield {**head, **then, **nothing, "jointly_with": []}


def _chain(head: dict[str, Any], finding: Finding) -> Iterator[dict[str, Any]]:
    facts = {"party": finding.name, "outcome": finding.outcome.value, "rule": finding.rule}
    for step, link in enumerate(finding.chain, start=1):
        yield {**head, **facts, "step": step, **link.as_dict()}


def _end(stakeholder: Stakeholder) -> dict[str, str]:
    return {"name": stakeholder.name, "id": stakeholder.id, "kind": stakeholder.kind.value}
