"""Duties: what a stakeholder answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..graph import Kind, Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .accountability import decide
from .answer import Answer, Finding, Outcome
from .asked import Asked
from .lookup import resolve
from .survey import Survey

_SUREST_FIRST = (Outcome.STATED, Outcome.CONFLICTING, Outcome.DERIVED)


def accountable_for(
    store: Store,
    name: str | Stakeholder,
    phase: str | None = None,
    at: str | date | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> Answer:
    """Answer what a stakeholder is accountable for: the inverse of `who_is_accountable`.

    A thing is found if `who_is_accountable` names the stakeholder for it and a statement about
    the thing itself is why. A person also answers for what the posts held at that date answer for:
    such a chain begins with the post. What is stated comes first; `Answer.besides` has what is
    contested, every side of it, then what is derived. Parameters and errors are those of
    `who_is_accountable`.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = Asked.of(vocabulary, phase, at)
    party = resolve(store, name, vocabulary)
    survey = Survey(store, vocabulary)
    found = [*_duties(survey, party, asked), *_through_posts(survey, party, asked)]
    question = f"What is {party.name} accountable for?"
    answered: Answer | None = None
    for outcome in reversed(_SUREST_FIRST):
        alike = tuple(finding for finding in found if finding.outcome is outcome)
        if alike:
            answered = Answer(
                question, party.name, party.id, outcome, findings=alike, besides=answered
            )
    answered = answered or Answer(question, party.name, party.id, Outcome.NOT_STATED)
    return replace(answered, phase=asked.phase, at=asked.at)


def _duties(survey: Survey, party: Stakeholder, asked: Asked) -> Iterator[Finding]:
    """Yield all that makes a party answer for things, and what contradicts it."""
    for thing in survey.things(party.id):
        yield from _duty(survey, party, thing, asked)


def _through_posts(survey: Survey, person: Stakeholder, asked: Asked) -> Iterator[Finding]:
    """Yield what the posts of a person answer for, as far as nobody contests it."""
    for post in filter(asked.holds, survey.posts(person.id)):
        role = Stakeholder(post.target_id, post.target, Kind(post.target_kind))
        for duty in _duties(survey, role, asked):
            if duty.outcome is not Outcome.CONFLICTING and duty.id != person.id:
                rule = f"{role.name} answers for it, a post that {person.name} holds"
                chain = (post, *duty.chain)
                yield replace(duty, outcome=Outcome.DERIVED, rule=rule, chain=chain)


def _duty(
    survey: Survey, party: Stakeholder, thing: Stakeholder, asked: Asked
) -> Iterator[Finding]:
    """Yield what makes a party answer for a thing, and what contradicts it."""
    answered: Answer | None = decide(survey, thing, asked)
    while answered:
        sides = [f for f in answered.findings if f.id == party.id]
        if any(side.outcome is Outcome.CONFLICTING for side in sides):
            contested = (f for f in answered.findings if f.outcome is Outcome.CONFLICTING)
            sides += [f for f in contested if f.id != party.id]
        for side in sides:
            yield replace(side, name=thing.name, kind=thing.kind.value, id=thing.id)
        answered = answered.besides
