"""What a stakeholder is accountable for: the inverse of who is accountable."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import (
    Answer,
    Finding,
    Outcome,
    accountable_for,
    who_is_accountable,
)

Tell = Callable[..., Store]
COPIL = "comité de pilotage (Nouvel Élan)"


def layers(answer: Answer | None) -> Iterator[Answer]:
    """Yield an answer, and what holds besides it."""
    while answer:
        yield answer
        answer = answer.besides


def findings(answer: Answer) -> list[Finding]:
    """Return every finding of an answer, besides included."""
    return [finding for layer in layers(answer) for finding in layer.findings]


def test_what_is_stated_comes_first_then_what_is_contested_then_what_is_derived(
    tell: Tell,
) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X"),
        ("A", "ACCOUNTABLE_FOR", "Y"),
        ("B", "ACCOUNTABLE_FOR", "Y"),
        ("A", "SPONSORS", "Z"),
        ("A", "PILOTS", "taken"),
        ("C", "ACCOUNTABLE_FOR", "taken"),
        ("A", "ADVISES", "other"),
    )
    answer = accountable_for(store, "A")
    assert answer.question == "What is A accountable for?"
    shown = [(layer.outcome.value, layer.names) for layer in layers(answer)]
    assert shown == [("stated", ("X",)), ("conflicting", ("Y",)), ("derived", ("Z",))]
    sides = {f.evidence.source for f in findings(answer) if f.outcome is Outcome.CONFLICTING}
    assert sides == {"A", "B"}


def test_a_chair_answers_for_what_the_body_governs(project: Store) -> None:
    answer = accountable_for(project, "préfet")
    assert (answer.outcome, answer.names) == (Outcome.DERIVED, (COPIL,))
    answer = accountable_for(project, "DDP")
    assert (answer.outcome, answer.names) == (Outcome.STATED, ("Nouvel Élan",))


def test_a_body_that_governs_gives_its_chairs_a_duty(tell: Tell) -> None:
    store = tell(("board", "GOVERNS", "X"), ("D", "CHAIRS", "board"))
    answer = accountable_for(store, "D")
    assert (answer.outcome, answer.names) == (Outcome.DERIVED, ("board", "X"))
    chains = [[link.relation for link in finding.chain] for finding in answer.findings]
    assert chains == [["CHAIRS"], ["GOVERNS", "CHAIRS"]]


def test_the_phase_and_the_date_count(project: Store) -> None:
    assert accountable_for(project, "DDP", "travaux").outcome is Outcome.NOT_STATED
    answer = accountable_for(project, "DDP", "en service", "2030")
    assert (answer.outcome, answer.phase, answer.at) == (Outcome.STATED, "en service", "2030")


def test_nothing_stated_is_an_answer(project: Store) -> None:
    answer = accountable_for(project, "mairie")
    assert (answer.outcome, answer.findings, answer.besides) == (Outcome.NOT_STATED, (), None)


PARTIES = ("A", "B", "C", "D")
said = st.tuples(
    st.sampled_from(PARTIES),
    st.sampled_from(
        ["ACCOUNTABLE_FOR", "SPONSORS", "PILOTS", "CHAIRS", "GOVERNS", "PART_OF", "REPORTS_TO"]
    ),
    st.sampled_from(PARTIES),
    st.fixed_dictionaries({"phase": st.sampled_from(["", "travaux", "en service"])}),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(said, min_size=1, max_size=8), st.sampled_from([None, "travaux"]))
def test_the_two_questions_agree(write: Tell, statements: list[object], phase: str | None) -> None:
    with MemoryStore() as store:
        write(store, *statements)
        present = {s.name: s.id for s in store.stakeholders()}
        named = {
            (finding.id, thing_id, finding.evidence.id)
            for thing, thing_id in present.items()
            for finding in findings(who_is_accountable(store, thing, phase))
            if len(finding.chain) == 1 and finding.outcome is not Outcome.CONFLICTING
        }
        inverse = {
            (party_id, finding.id, finding.evidence.id)
            for party, party_id in present.items()
            for finding in findings(accountable_for(store, party, phase))
            if len(finding.chain) == 1 and finding.outcome is not Outcome.CONFLICTING
        }
    assert named == inverse
