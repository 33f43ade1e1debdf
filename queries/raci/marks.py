"""Marks: the letters of a line, from what is stated of the thing and from who is accountable."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph import Kind, Stakeholder, Vocabulary
from ..answer import Answer, Finding, Outcome
from ..ends import source_of, target_of
from ..evidence import Evidence
from .assignment import Assignment
from .cells import Mark
from .lines import Line
from .surroundings import Surroundings

_IS = {"R": "is responsible", "A": "answers for it", "C": "is consulted", "I": "is informed"}

Given = tuple[Stakeholder, Mark]


def marks(
    line: Line, around: Surroundings, answer: Answer, assignment: Assignment
) -> Iterator[Given]:
    """Yield who has which letter and why: who answers first, then as the vocabulary orders it."""
    yield from _accountable(line, answer, assignment)
    yield from _stated(line, around, assignment)
    yield from _implied(line, around, assignment)


def answers(line: Line, answer: Answer) -> Iterator[tuple[Answer, list[Finding]]]:
    """Yield an answer and each of what holds besides, with the findings that count for a line."""
    part: Answer | None = answer
    while part:
        found = [f for f in part.findings if not line.rest or not any(s.phase for s in f.chain)]
        yield part, found
        part = None if line.rest and found else part.besides


def _accountable(line: Line, answer: Answer, assignment: Assignment) -> Iterator[Given]:
    """Yield an A for each party that `who_is_accountable` names."""
    for part, findings in answers(line, answer):
        beside = part is not answer and not line.rest
        for finding in findings:
            last = finding.evidence.relation
            if last in assignment.first and assignment.letters.get(last) != "A":
                continue
            limited = beside or _limited(line, finding.chain)
            who = Stakeholder(finding.id, finding.name, Kind(finding.kind))
            yield who, Mark("A", finding.outcome, limited, finding.rule, finding.chain)


def _stated(line: Line, around: Surroundings, assignment: Assignment) -> Iterator[Given]:
    """Yield the letter of each relation to the thing itself."""
    for said in around.towards.get(line.thing.id, ()):
        letter = assignment.letters.get(said.relation, "")
        if not letter or not line.holds(said):
            continue
        outcome, rule = Outcome.STATED, ""
        if letter == "A" and said.relation in assignment.first:
            continue  # who is accountable has said so
        if letter == "A" and said.relation in assignment.later:
            outcome, rule = Outcome.DERIVED, _outranked(said, assignment.vocabulary)
        limited = bool(rule) or _limited(line, (said,))
        yield source_of(said), Mark(letter, outcome, limited, rule, (said,))


def _implied(line: Line, around: Surroundings, assignment: Assignment) -> Iterator[Given]:
    """Yield letters that follow: through a body, or by whom the thing turns to."""
    for entry in assignment.implied:
        for body in around.towards.get(line.thing.id, ()):
            if body.relation != entry.via or not line.holds(body):
                continue
            for head in around.heads.get(body.source_id, ()):
                if head.relation in entry.relations and line.holds(head):
                    yield source_of(head), _follow(line, entry.letter, (body, head), assignment)
        for said in around.away.get(line.thing.id, ()):
            if said.relation in entry.towards and line.holds(said):
                yield target_of(said), _follow(line, entry.letter, (said,), assignment)


def _follow(line: Line, letter: str, chain: tuple[Evidence, ...], assignment: Assignment) -> Mark:
    rule = f"{_who(chain, assignment.vocabulary)} {_IS[letter]}"
    return Mark(letter, Outcome.DERIVED, _limited(line, chain), rule, chain)


def _outranked(said: Evidence, vocabulary: Vocabulary) -> str:
    verb = vocabulary.relations[said.relation].labels["en"]
    return f"who {verb} it answers for it where nobody is stated to be accountable"


def _who(chain: tuple[Evidence, ...], vocabulary: Vocabulary) -> str:
    verbs = [vocabulary.relations[said.relation].labels["en"] for said in chain]
    if len(chain) == 1:
        return f"the one it {verbs[0]}"
    return f"who {verbs[1]} a body that {verbs[0]} it"


def _limited(line: Line, chain: tuple[Evidence, ...]) -> bool:
    return any(line.asked.limits(said) for said in chain)
