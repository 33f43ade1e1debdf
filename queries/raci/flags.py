"""Flags: a row without an A, or with several that no document says to share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...graph import Stakeholder
from ...graph.stores import Store
from ..answer import Answer, Outcome
from ..conflict import contested
from ..evidence import Evidence
from ..lookup import named
from .assignment import Assignment
from .cells import Flag, Mark
from .lines import Line
from .marks import Given, answers

NO_A, SEVERAL_A = "no-a", "several-a"


def flags(
    store: Store, line: Line, answer: Answer, given: Sequence[Given], assignment: Assignment
) -> Iterator[Flag]:
    """Yield what is wrong with a line."""
    held = [(who, mark) for who, mark in given if mark.letter == "A"]
    if not held:
        yield Flag(NO_A, "no A: nobody is accountable, by statement or by rule")
        return
    if all(mark.limited for _, mark in held) and not _outside(line, answer):
        yield Flag(NO_A, "no A outside the phases, times or conditions of those there are")
    by_ladder = {f.evidence.id for _, found in answers(line, answer) for f in found}
    derived = [(w, m) for w, m in held if m.outcome is Outcome.DERIVED and _last(m).id in by_ladder]
    stated = [(w, m) for w, m in held if m.outcome is not Outcome.DERIVED]
    for several, deciding in (("several A", stated), ("several (A)", derived)):
        sides = _sides(store, deciding, assignment)
        if len(sides) > 1:
            what = f"{several}: {'; '.join(sides)}; no document says that they share it"
            yield Flag(SEVERAL_A, what)


def _outside(line: Line, answer: Answer) -> bool:
    """Tell whether anybody answers outside the limits of those who answer first."""
    return any(found for part, found in answers(line, answer) if part is not answer)


def _sides(store: Store, deciding: Sequence[Given], assignment: Assignment) -> list[str]:
    """Return who is named by statements that contradict each other, each once."""

    def ids(name: str) -> set[str]:
        return {stakeholder.id for stakeholder in named(store, name)}

    said = {_last(mark).id: _from(who, _last(mark)) for who, mark in deciding}
    against = contested(list(said.values()), assignment.vocabulary, ids)
    return list({s.source_id: s.source for s in said.values() if s.id in against}.values())


def _last(mark: Mark) -> Evidence:
    return mark.chain[-1]


def _from(who: Stakeholder, said: Evidence) -> Evidence:
    """Return a statement as it reads from a stakeholder: of whom it reports to, the other way."""
    if said.source_id == who.id:
        return said
    return replace(
        said,
        source=said.target,
        source_id=said.target_id,
        target=said.source,
        target_id=said.source_id,
    )
