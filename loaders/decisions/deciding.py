"""Deciding: a decision written to the file and done on the store, or taken back from both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...errors import InputError
from ...graph import Store
from .decision import Decision
from .ledger import Ledger
from .replay import Replayed, replay, survey


def decide(store: Store, ledger: Ledger, decisions: Sequence[Decision]) -> list[Decision]:
    """Write decisions to the file, do them on the store, and return them with their numbers.

    Raises
    ------
    InputError
        If one contradicts another, or is about what is not there; then nothing is written.
    """
    before = ledger.read()
    number = max((each.number for each in before), default=0)
    new = [replace(each, number=number + place) for place, each in enumerate(decisions, 1)]
    _check(store, before, new)
    made = ledger.add(decisions)
    replay(store, [*before, *made])
    return made


def undo(store: Store, ledger: Ledger, number: int) -> tuple[Decision, Replayed]:
    """Take a decision back from the file and the store, and return it.

    Raises
    ------
    InputError
        If there is none of that number.
    """
    taken = ledger.remove(number)
    return taken, replay(store, ledger.read())


def _check(store: Store, before: Sequence[Decision], new: Sequence[Decision]) -> None:
    known = set(survey(store, before).conflicts)
    made = survey(store, [*before, *new])
    fresh = [conflict for conflict in made.conflicts if conflict not in known]
    if fresh:
        remedy = "undo one of them first: `stakeholders decide undo NUMBER`"
        raise InputError(fresh[0], remedy=remedy)
    for decision in new:
        if decision.number in made.waiting:
            raise InputError(f"{decision}: {made.waiting[decision.number]}")
