"""Rules about those who preside over bodies, and terms that have ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...graph import Kind
from ..dates import ended
from ..evidence import Evidence, reading_order
from .finding import Found
from .register import Register


def body_without_chair(register: Register) -> Iterator[Found]:
    """Find bodies that nobody presides over or leads, and nobody did."""
    presiding = register.heads | {"PILOTS"}
    presided = {s.target_id for s in register.statements if s.relation in presiding}
    via = {step.via for step in register.vocabulary.accountability if step.via}
    governing = {s.source_id for s in register.held if s.relation in via}
    acted_on = {subject.id for subject in register.subjects}
    bodies = [
        register.stakeholders[id_]
        for id_ in sorted((acted_on | governing) - presided)
        if register.stakeholders[id_].kind is Kind.BODY
    ]
    about = register.around(body.id for body in bodies)
    for body in bodies:
        yield Found(body, f"No document says who chairs {body.name}", about[body.id])


def expired_post(register: Register) -> Iterator[Found]:
    """Find posts whose last holder's term has ended, and nobody is said to follow."""
    past: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    filled: set[tuple[str, str]] = set()
    for statement in register.statements:
        post = _post(statement, register)
        if not post:
            continue
        if ended(statement.until, register.at):
            past[statement.target_id, post].append(statement)
        elif register.holds(statement):
            filled.add((statement.target_id, post))
    for (id_, post), said in sorted(past.items()):
        if (id_, post) not in filled:
            last = max(said, key=lambda s: (s.until, reading_order(s)))
            verb = register.vocabulary.relations[last.relation].labels["en"]
            what = f"{last.source} {verb} {last.target} until {last.until}"
            yield Found(
                register.stakeholders[id_], f"{what}, and no document says who follows", (last,)
            )


def _post(statement: Evidence, register: Register) -> str:
    """Return which post a statement says is held, empty for none."""
    if statement.relation in register.heads:
        return "head"
    if statement.relation in register.duties:
        return statement.relation
    tenure = (statement.source_kind, statement.target_kind) == (Kind.PERSON, Kind.ROLE)
    return "holder" if tenure and statement.relation == register.vocabulary.containment else ""
