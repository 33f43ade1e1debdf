"""Duties: what those who leave answer for, and who does then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from ...graph import Stakeholder, fold
from ..accountability import decide
from ..answer import Answer, Finding, Outcome
from ..asked import Asked
from ..dates import is_date
from ..ends import source_of
from ..evidence import read
from .consequences import OTHERWISE, Consequence, Effect
from .departure import Departure

_EFFECTS = {
    Outcome.NOT_STATED: Effect.NOBODY,
    Outcome.DERIVED: Effect.FALLS_BACK,
    Outcome.STATED: Effect.STILL_ANSWERED,
    Outcome.CONFLICTING: Effect.STILL_ANSWERED,
}


def duties(departure: Departure) -> Iterator[Consequence]:
    """Yield what those who leave answer for, and what answers through it as a part of it.

    A duty for one phase is a duty of its own. Who answers only as what something is part of or
    reports to has no duty: that is a chain.
    """
    seen = set(departure.gone)
    level = [t for id_ in sorted(departure.gone) for t in departure.before.things(id_)]
    while level:
        new = sorted({thing for thing in level if thing.id not in seen}, key=_name)
        lost: list[Stakeholder] = []
        for thing in departure.look_at(new, "things they may answer for"):
            seen.add(thing.id)
            answer = decide(departure.before, thing, departure.asked)
            theirs = [(w, f) for w, f in _scopes(departure.asked, answer) if f.id in departure.gone]
            lost += [thing] if theirs else []
            yield from _of_thing(departure, thing, theirs)
        level = _parts(departure, lost)


def _of_thing(
    departure: Departure, thing: Stakeholder, theirs: Iterable[tuple[_Scope, Finding]]
) -> Iterator[Consequence]:
    """Yield what is lost of one thing: for each phase, and outside of those, who answers then."""
    told: dict[_Scope, list[Finding]] = {}
    for scope, found in theirs:
        if _is_duty(departure, found):
            told.setdefault(scope, []).append(found)
    for scope, before in told.items():
        asked = replace(departure.asked, phase=scope.phase, at=scope.at, always=scope.always)
        then = decide(departure.after, thing, asked)
        yield Consequence(
            _EFFECTS[then.outcome], thing, str(scope), before=tuple(before), after=then.findings
        )


def _is_duty(departure: Departure, found: Finding) -> bool:
    """Tell a duty from what is told as a chain, and from the chair of the body itself."""
    relation = found.evidence.relation
    chairs = len(found.chain) == 1 and relation in departure.heads
    return relation not in departure.upward and not chairs


class _Scope(NamedTuple):
    """When a duty was theirs: in a phase, up to or from a day, or outside of such limits."""

    phase: str
    at: str
    always: bool
    words: str

    def __str__(self) -> str:
        return self.words


def _scopes(asked: Asked, answer: Answer) -> Iterator[tuple[_Scope, Finding]]:
    """Yield each finding of an answer with when it holds."""
    part: Answer | None = answer
    while part:
        for found in part.findings:
            yield _scope(asked, found, always=part is not answer), found
        part = part.besides


def _scope(asked: Asked, found: Finding, *, always: bool) -> _Scope:
    phase, since, until = (
        next((getattr(s, name) for s in found.chain if getattr(s, name)), "")
        for name in ("phase", "since", "until")
    )
    ends = [] if asked.at else [("until", until), ("since", since)]
    end = next(((word, day) for word, day in ends if is_date(day)), ("", ""))
    words = [
        "" if asked.phase else phase,
        " ".join(end).strip(),
        OTHERWISE if always else "",
    ]
    return _Scope(asked.phase or phase, asked.at or end[1], always, " · ".join(filter(None, words)))


def _parts(departure: Departure, things: Iterable[Stakeholder]) -> list[Stakeholder]:
    """Return what is part of things, which may answer through them."""
    ids = [thing.id for thing in things]
    relations = [departure.asked.vocabulary.containment]
    found = read(departure.store, "around", ids=ids, relations=relations, towards=[""])
    return [source_of(said) for said in found if departure.asked.holds(said)] if ids else []


def _name(thing: Stakeholder) -> tuple[str, str]:
    return fold(thing.name), thing.id
