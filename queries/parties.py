"""Parties: who holds the post that answers, and whom it reports to in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..graph import Kind
from .answer import Answer, Finding
from .asked import Asked
from .evidence import Evidence, reading_order
from .survey import Survey


def placed(survey: Survey, answer: Answer, asked: Asked) -> Answer:
    """Return an answer that says of each party who holds the post and whom it reports to."""
    notes: dict[str, None] = dict.fromkeys(answer.notes)
    survey.read_holders(f.id for f in answer.findings if f.kind == Kind.ROLE)
    survey.read_upwards(f.id for f in answer.findings)
    findings = tuple(_placed(survey, finding, asked, notes) for finding in answer.findings)
    besides = placed(survey, answer.besides, asked) if answer.besides else None
    return replace(answer, findings=findings, besides=besides, notes=tuple(notes))


def _placed(survey: Survey, finding: Finding, asked: Asked, notes: dict[str, None]) -> Finding:
    posts = survey.holders(finding.id) if finding.kind == Kind.ROLE else []
    held = sorted(filter(asked.holds, posts), key=reading_order)
    if posts and not held:
        notes[f"no document says who holds the post of {finding.name} then"] = None
    superiors = tuple(_superiors(survey, finding, asked, notes))
    return replace(finding, holders=tuple(held), superiors=superiors)


def _superiors(
    survey: Survey, finding: Finding, asked: Asked, notes: dict[str, None]
) -> Iterator[Evidence]:
    """Yield whom a party reports to, level by level up to those who report to nobody."""
    level, seen = [finding.id], {finding.id}
    while level:
        said = [s for id_ in level for s in survey.superiors(id_) if asked.holds(s)]
        level = []
        for statement in sorted(said, key=reading_order):
            if statement.target_id not in seen:
                level.append(statement.target_id)
                yield statement
            elif statement.target_id == finding.id:
                notes[f"{statement.source} reports to {finding.name}: it runs in a circle"] = None
            seen.add(statement.target_id)
