"""The audit: every rule applied to a graph at a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...graph import Document, Stakeholder, Vocabulary, fold, load_vocabulary
from ...graph.stores import Store
from ..dates import parse_date
from .accountability import (
    nobody_accountable,
    responsible_without_accountable,
    several_accountable,
)
from .bodies import body_without_chair, expired_post
from .chains import broken_chain, circular_chain, self_oversight
from .exceptions import Exemption
from .finding import Found
from .problem import Audit, Problem
from .register import Register
from .rule import Rule, Severity, choose, rules
from .sources import contradicting_sources, mentioned_once, stale_document
from .vacancies import vacant_post

CHECKS: Mapping[str, Callable[[Register], Iterator[Found]]] = {
    "nobody-accountable": nobody_accountable,
    "several-accountable": several_accountable,
    "contradicting-sources": contradicting_sources,
    "circular-chain": circular_chain,
    "broken-chain": broken_chain,
    "responsible-without-accountable": responsible_without_accountable,
    "body-without-chair": body_without_chair,
    "expired-post": expired_post,
    "vacant-post": vacant_post,
    "self-oversight": self_oversight,
    "stale-document": stale_document,
    "mentioned-once": mentioned_once,
}
"""How each rule of ``rules.yaml`` is checked, but ``unused-exception``."""

_UNUSED = "unused-exception"


def audit(
    store: Store,
    at: str | date | None = None,
    *,
    only: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    exceptions: Sequence[Exemption] = (),
    vocabulary: Vocabulary | None = None,
) -> Audit:
    """Check the governance that documents state against the rules of `rules`.

    Parameters
    ----------
    store : Store
        The graph.
    at : str or date, optional
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; today by default. Statements that do not hold
        then count only where a rule is about the past.
    only, ignore : iterable of str, optional
        Ids of the rules that are applied, all by default, and of those that are not.
    exceptions : sequence of Exemption, optional
        What is as it should be, see `load_exceptions`. One that has run out or matches nothing is
        a problem itself.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    InputError
        If the date is none, or a rule is unknown.

    Notes
    -----
    The statements of the relations that the rules follow are read once, one query a relation;
    the rules are then linear in the number of statements, but for what is contested.
    """
    day = parse_date(at) or date.today().isoformat()
    chosen = choose(only, ignore)
    register = Register.of(store, vocabulary or load_vocabulary(), day)
    found = [
        _problem(rule, each)
        for rule in chosen
        if rule.id in CHECKS
        for each in CHECKS[rule.id](register)
    ]
    problems, exempted, unused = _sort_out(found, exceptions, register)
    if _UNUSED in {rule.id for rule in chosen}:
        applied = {rule.id for rule in chosen}
        problems += [_unused(each, day) for each in unused if each.rule in applied]
    problems.sort(key=_order)
    return Audit(day, tuple(chosen), tuple(problems), tuple(exempted), register.documents)


def _problem(rule: Rule, found: Found) -> Problem:
    subject = found.subject
    if isinstance(subject, Document):
        return Problem(rule, subject.id, "document", subject.id, *found[1:])
    return Problem(rule, subject.name, subject.kind.value, subject.id, *found[1:])


def _sort_out(
    found: Iterable[Problem], exceptions: Sequence[Exemption], register: Register
) -> tuple[list[Problem], list[tuple[Problem, Exemption]], list[Exemption]]:
    """Tell the problems that stay from those an exception covers, and what covers none."""
    problems, exempted = [], []
    for problem in found:
        names = _names(problem, register.stakeholders)
        covering = [e for e in exceptions if e.covers(problem.rule.id, names, register.at)]
        if covering:
            exempted.append((problem, covering[0]))
        else:
            problems.append(problem)
    used = {exemption for _, exemption in exempted}
    return problems, exempted, [each for each in exceptions if each not in used]


def _names(problem: Problem, known: Mapping[str, Stakeholder]) -> list[str]:
    names = [problem.subject, problem.id]
    return [*names, *known[problem.id].aliases] if problem.id in known else names


def _unused(exemption: Exemption, at: str) -> Problem:
    over = exemption.until and exemption.until < at
    why = f"ran out on {exemption.until}" if over else "matches nothing that was found"
    place = f" ({exemption.place})" if exemption.place else ""
    message = f"The exception from {exemption.rule} for {exemption.subject}{place} {why}"
    named = exemption.place or exemption.subject
    return Problem(rules()[_UNUSED], exemption.subject, "exception", named, message)


def _order(problem: Problem) -> tuple[object, ...]:
    places = list(rules())
    severities = list(Severity)
    return (
        severities.index(problem.severity),
        places.index(problem.rule.id),
        fold(problem.subject),
        problem.id,
        problem.message,
    )
