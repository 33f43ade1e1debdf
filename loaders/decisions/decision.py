"""Decisions: what a person has settled about stakeholders and statements, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ...graph import Kind, Mention, Statement
from .erasure import Erasure


class Action(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    APART = "keep apart"
    RENAME = "rename"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    ADD = "add"
    FORGET = "forget"


_SCOPED = (Kind.BODY, Kind.ROLE, Kind.PROJECT)
JUDGES = (Action.ACCEPT, Action.REJECT)
"""The actions that judge a statement that was read."""


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder as a decision names it: by its id if that still bears the name, else by name.

    Attributes
    ----------
    name : str
        What it was called when it was decided.
    kind : Kind, optional
        What it was.
    id : str
        Its id in the store then.
    """

    name: str
    kind: Kind | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a decision names it: by its id, else by its relation, ends and quote."""

    document: str
    source: Party
    relation: str
    target: Party
    quote: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the file of decisions.

    Attributes
    ----------
    action : Action
        What it does.
    parties : tuple of Party
        Those it merges, keeps apart, renames or splits.
    said : Said, optional
        The statement it accepts, rejects or adds.
    name : str
        The new name, of a stakeholder that is renamed or parted off.
    documents : tuple of str
        Where a name means the stakeholder that is parted off.
    erasure : Erasure, optional
        The person it forgets.
    who, when, why : str
        Who decided it, at which date, and for what reason.
    number : int
        Its number in the file; 0 before it is there.
    """

    action: Action
    parties: tuple[Party, ...] = ()
    said: Said | None = None
    name: str = ""
    documents: tuple[str, ...] = ()
    erasure: Erasure | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    number: int = 0

    def __str__(self) -> str:
        """Return what is decided, in a line."""
        if self.said:
            ends = self.said.source.name, self.said.relation, self.said.target.name
            return f"{self.action}: {' '.join(ends)} ({self.said.document})"
        if self.erasure:
            return f"{self.action}: a person, whose name is not kept"
        names = " = " if self.action is Action.MERGE else " ≠ "
        listed = names.join(party.name for party in self.parties)
        renamed = f" → {self.name}" if self.name else ""
        where = f" in {', '.join(self.documents)}" if self.documents else ""
        return f"{self.action}: {listed}{renamed}{where}"


def said_of(statement: Statement) -> Said:
    """Return how a decision names a statement."""
    return Said(
        statement.document,
        Party(statement.source.name, statement.source.kind),
        statement.relation,
        Party(statement.target.name, statement.target.kind),
        statement.quote,
        statement.id,
    )


def kept_apart(decisions: Iterable[Decision]) -> list[tuple[Mention, Mention]]:
    """Return the pairs that resolution may not join."""
    return [
        (_mention(decision.parties[0]), _mention(decision.parties[1]))
        for decision in decisions
        if decision.action is Action.APART
    ]


def _mention(party: Party) -> Mention:
    name, bracket, rest = party.name.rpartition(" (")
    scope = rest.removesuffix(")") if bracket and rest.endswith(")") else ""
    plain = name if scope and party.kind in _SCOPED else party.name
    scope = scope if plain is name else ""
    return Mention(plain, party.kind or Kind.ORGANIZATION, scope=scope)
