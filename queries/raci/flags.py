"""Flags: a row without an A, or with several that no document says to share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    held = [mark for _, mark in given if mark.letter == "A"]
    if not held:
        yield Flag(NO_A, "no A: nobody is accountable, by statement or by rule")
        return
    if all(mark.limited for mark in held) and not _outside(line, answer):
        yield Flag(NO_A, "no A outside the phases, times or conditions of those there are")
    for outcome in ("stated", "derived"):
        sides = _sides(store, _deciding(line, answer, held, outcome), assignment)
        if len(sides) > 1:
            several = "several A" if outcome == "stated" else "several (A)"
            what = f"{several}: {'; '.join(sides)}; no document says that they share it"
            yield Flag(SEVERAL_A, what)


def _outside(line: Line, answer: Answer) -> bool:
    """Tell whether anybody answers outside the limits of those who answer first."""
    return any(found for part, found in answers(line, answer) if part is not answer)


def _deciding(line: Line, answer: Answer, held: Sequence[Mark], outcome: str) -> list[Evidence]:
    """Return the statements that give an A of one outcome, those outranked left out."""
    by_ladder = [finding for _, found in answers(line, answer) for finding in found]
    ids = {finding.evidence.id for finding in by_ladder}
    decided = {mark.chain[-1].id: mark for mark in held if _counts(mark, ids, outcome)}
    return [mark.chain[-1] for mark in decided.values()]


def _counts(mark: Mark, by_ladder: set[str], outcome: str) -> bool:
    derived = mark.outcome is Outcome.DERIVED
    if outcome == "derived":
        return derived and mark.chain[-1].id in by_ladder
    return not derived


def _sides(store: Store, statements: list[Evidence], assignment: Assignment) -> list[str]:
    """Return who is named by statements that contradict each other, each once."""

    def ids(name: str) -> set[str]:
        return {stakeholder.id for stakeholder in named(store, name)}

    against = contested(statements, assignment.vocabulary, ids)
    return list({s.source_id: s.source for s in statements if s.id in against}.values())
