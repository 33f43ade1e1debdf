"""Duties: what a stakeholder answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..graph import Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .accountability import decide
from .answer import Answer, Finding, Outcome
from .ladder import Asked, Survey
from .lookup import resolve

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
    the thing itself is why; its parts are not listed. What is stated comes first; `Answer.besides`
    has what is contested, every side of it, then what is derived. Parameters and errors are those
    of `who_is_accountable`.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = Asked.of(vocabulary, phase, at)
    party = resolve(store, name, vocabulary)
    survey = Survey(store, vocabulary)
    found = [f for thing in survey.things(party.id) for f in _duties(survey, party, thing, asked)]
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


def _duties(
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
