"""Accountability: who answers for a stakeholder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..graph import Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .answer import Answer, Finding, Outcome
from .asked import Asked
from .conflict import contested
from .evidence import Evidence, reading_order
from .ladder import Chain, Climb, climb, verbs_of
from .lookup import named, resolve
from .parties import placed
from .phases import named_phases
from .survey import Survey


def who_is_accountable(
    store: Store,
    name: str | Stakeholder,
    phase: str | None = None,
    at: str | date | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> Answer:
    """Answer who is accountable for a project, body, organisation, role or task.

    The first step of the vocabulary's ladder (``accountability``) that a statement holds for
    decides. The first step *states* it; any later one, and what the stakeholder is part of,
    *derives* it. Different parties stated for the same thing, phase and time, and not as sharing
    it, are *conflicting*. A statement limited to a phase answers for no other phase; one without
    a phase answers for any, after those of the asked phase. With each party stand the persons who
    hold the post, where it is one, and the chain of those it reports to.

    Parameters
    ----------
    store : Store
        The graph.
    name : str or Stakeholder
        For what; see `find` for the forms a name may take.
    phase : str, optional
        A phase in any words ("operation", "en service"). Without it statements of all phases
        answer, each with its phase, and `Answer.besides` says what holds in the others.
    at : str or date, optional
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. Without it statements of all times answer.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears the name, or several do.
    InputError
        If the date is not one.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = Asked.of(vocabulary, phase, at)
    subject = resolve(store, name, vocabulary)
    survey = Survey(store, vocabulary)
    return placed(survey, decide(survey, subject, asked), asked)


def decide(survey: Survey, subject: Stakeholder, asked: Asked) -> Answer:
    """Return who is accountable for a stakeholder, from what a store states around it."""
    climbed = climb(survey, subject, asked)
    findings = _findings(survey, climbed, asked)
    outcome = _outcome(findings)
    limited = bool(findings) and all(any(map(asked.limits, f.chain)) for f in findings)
    return Answer(
        question=f"Who is accountable for {subject.name}?",
        subject=subject.name,
        subject_id=subject.id,
        outcome=outcome,
        phase=asked.phase,
        at=asked.at,
        rule=findings[0].rule if findings else "",
        findings=findings,
        besides=decide(survey, subject, replace(asked, always=True)) if limited else None,
        elsewhere=() if outcome is Outcome.STATED else _elsewhere(survey, subject, asked),
        notes=(*climbed.notes, *_unknown_phase(findings, asked)),
    )


def _findings(survey: Survey, climbed: Climb, asked: Asked) -> tuple[Finding, ...]:
    said = [chain[-1] for chain in climbed.chains] if climbed.step == 0 else []
    against = contested(said, asked.vocabulary, lambda name: _ids(survey, name))
    found = []
    for chain in climbed.chains:
        last, rule, outcome = chain[-1], "", Outcome.STATED
        if climbed.step > 0 or len(chain) > 1:
            rule, outcome = explain(climbed, chain, asked), Outcome.DERIVED
        if last.id in against:
            outcome = Outcome.CONFLICTING
        end = last.end_of(target=climbed.up)
        found.append(Finding(*end, outcome, rule, chain))
    return tuple(found)


def _outcome(findings: Sequence[Finding]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    for outcome in (Outcome.CONFLICTING, Outcome.STATED, Outcome.DERIVED):
        if outcome in outcomes:
            return outcome
    return Outcome.NOT_STATED


def _elsewhere(survey: Survey, subject: Stakeholder, asked: Asked) -> tuple[Evidence, ...]:
    """Return who is stated as accountable in phases and at dates other than those asked."""
    if asked.always:
        return ()
    first = asked.vocabulary.accountability[0]
    said = survey.duties(subject.id)
    other = (s for s in said if s.relation in first.relations and not asked.holds(s))
    return tuple(sorted(other, key=reading_order))


def _unknown_phase(findings: Sequence[Finding], asked: Asked) -> Iterator[str]:
    """Yield a note if a phase is asked that neither the vocabulary nor a finding knows."""
    known = not asked.phase or named_phases(asked.phase, asked.vocabulary)
    if not known and not any(f.evidence.phase for f in findings):
        yield f"no phase is known as {asked.phase!r}: only statements without a phase answer"


def _ids(survey: Survey, name: str) -> set[str]:
    return {stakeholder.id for stakeholder in named(survey.store, name)}


def explain(climbed: Climb, chain: Chain, asked: Asked) -> str:
    """Return in words the rule by which a chain answers: a step of the ladder, in one sentence."""
    vocabulary = asked.vocabulary
    way = chain[:-1] if climbed.step < len(vocabulary.accountability) else chain
    contained = any(link.relation == vocabulary.containment for link in way)
    what = "what it is part of" if contained else "it"
    when = " in that phase" if asked.phase else ""
    when += " at that date" if asked.at else ""
    when += " beyond that" if asked.always else ""
    missing, taken = _who(0, "it", vocabulary), _who(climbed.step, what, vocabulary)
    return f"no document says {missing}{when}; {taken} answers for it"


def _who(step: int, what: str, vocabulary: Vocabulary) -> str:
    """Return "who sponsors or commissions it", for a step of the ladder."""
    if step == len(vocabulary.accountability):
        return what
    rung = vocabulary.accountability[step]
    verbs = verbs_of(rung.relations, vocabulary)
    if rung.up:
        return f"the one {what} {verbs}"
    if rung.via:
        what = f"a body that {vocabulary.relations[rung.via].labels['en']} {what}"
    return f"who {verbs} {what}"
