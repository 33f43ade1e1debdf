"""Who is accountable: the four outcomes, phases, dates, chains, ties."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import (
    Kind,
    Mention,
    Review,
    Step,
    Store,
    load_vocabulary,
)
from stakeholder_graph.queries import Answer, Outcome, accountable_for, who_is_accountable

Tell = Callable[..., Store]
Fact = tuple[str, str]


def told(answer: Answer) -> set[Fact]:
    """Return who answers, and how."""
    return {(finding.name, finding.outcome.value) for finding in answer.findings}


def links(answer: Answer) -> set[tuple[Fact, ...]]:
    """Return each chain as (source, relation) pairs."""
    return {tuple((s.source, s.relation) for s in f.chain) for f in answer.findings}


# --- stated


def test_a_statement_says_so_with_its_quote_document_and_place(project: Store) -> None:
    answer = who_is_accountable(project, "Nouvel Élan", "en service")
    assert answer.outcome is Outcome.STATED
    (finding,) = answer.findings
    assert finding.name == "direction des prisons"
    assert finding.evidence.quote == "direction des prisons ACCOUNTABLE_FOR Nouvel Élan."
    assert (finding.evidence.document, finding.evidence.locator) == ("charter.md", "line 12")
    assert finding.evidence.phase == "Une fois livré et en fonctionnement"
    assert (answer.rule, finding.rule, answer.besides) == ("", "", None)


def test_without_a_phase_limited_statements_answer_and_the_rest_is_said_besides(
    project: Store,
) -> None:
    answer = who_is_accountable(project, "Nouvel Élan")
    assert (answer.outcome, told(answer)) == (
        Outcome.STATED,
        {("direction des prisons", "stated")},
    )
    assert answer.besides is not None
    assert told(answer.besides) == {
        ("ministère du Droit", "derived"),
        ("agence des bâtiments", "derived"),
    }


def test_an_unlimited_statement_needs_nothing_besides(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), ("B", "ACCOUNTABLE_FOR", "X", {"phase": "travaux"}))
    answer = who_is_accountable(store, "X")
    assert (answer.outcome, answer.names, answer.besides) == (Outcome.STATED, ("A", "B"), None)


def test_several_documents_that_agree_are_each_shown(tell: Tell) -> None:
    tell(("A", "ACCOUNTABLE_FOR", "X"), document="one.md")
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), document="two.md")
    answer = who_is_accountable(store, "X")
    assert (answer.outcome, answer.names) == (Outcome.STATED, ("A",))
    assert [finding.evidence.document for finding in answer.findings] == ["one.md", "two.md"]


def test_a_rejected_statement_never_answers(tell: Tell) -> None:
    no = {"review": Review.REJECTED}
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", no), ("B", "PILOTS", "X"), ("C", "SPONSORS", "X", no)
    )
    answer = who_is_accountable(store, "X", "travaux")
    assert told(answer) == {("B", "derived")}
    assert answer.elsewhere == ()


def test_a_condition_is_a_limit(tell: Tell) -> None:
    crisis = {"condition": "en cas de crise"}
    store = tell(("préfet", "ACCOUNTABLE_FOR", "X", crisis), ("B", "PILOTS", "X"))
    answer = who_is_accountable(store, "X")
    assert told(answer) == {("préfet", "stated")}
    assert answer.besides is not None
    assert told(answer.besides) == {("B", "derived")}


# --- phases and dates


def test_a_statement_of_one_phase_does_not_answer_for_another(project: Store) -> None:
    answer = who_is_accountable(project, "Nouvel Élan", "construction")
    assert answer.outcome is Outcome.DERIVED
    assert answer.names == ("ministère du Droit", "agence des bâtiments")
    assert [said.source for said in answer.elsewhere] == ["direction des prisons"]


def test_the_statement_of_the_asked_phase_comes_before_the_general_one(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), ("B", "ACCOUNTABLE_FOR", "X", {"phase": "travaux"}))
    answer = who_is_accountable(store, "X", "chantier")
    assert (answer.outcome, answer.names) == (Outcome.STATED, ("B", "A"))


def test_a_phase_nobody_knows_is_noted(project: Store) -> None:
    answer = who_is_accountable(project, "Nouvel Élan", "trvaux")
    assert answer.outcome is Outcome.DERIVED
    assert any("trvaux" in note for note in answer.notes)
    assert not who_is_accountable(project, "Nouvel Élan", "travaux").notes


def test_statements_answer_on_the_days_they_hold(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", {"until": "2020-06"}),
        ("B", "ACCOUNTABLE_FOR", "X", {"since": "2020-07"}),
    )
    expected = {
        "2019": {"A"},
        "2020-06-30": {"A"},
        "2020-06": {"A"},
        "2020-07": {"B"},
        "2020": {"A", "B"},
        "2031": {"B"},
        None: {"A", "B"},
    }
    answers = {at: who_is_accountable(store, "X", at=at) for at in expected}
    assert {at: set(answer.names) for at, answer in answers.items()} == expected
    assert {answer.outcome for answer in answers.values()} == {Outcome.STATED}


def test_an_ended_duty_does_not_answer_afterwards(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X", {"until": "2020"}))
    answer = who_is_accountable(store, "X", at="2021-01-01")
    assert answer.outcome is Outcome.NOT_STATED
    assert [said.source for said in answer.elsewhere] == ["A"]


def test_what_is_no_date_is_refused(project: Store) -> None:
    with pytest.raises(InputError, match="not a date"):
        who_is_accountable(project, "Nouvel Élan", at="tomorrow")


# --- derived: the ladder


LADDER = {
    "A SPONSORS X,B COMMISSIONS X,C PILOTS X": {"A", "B"},
    "C PILOTS X,board GOVERNS X,D CHAIRS board": {"C"},
    "board GOVERNS X,D CHAIRS board,X PART_OF W,E ACCOUNTABLE_FOR W": {"D"},
    "board GOVERNS X,X PART_OF W,E PILOTS W": {"E"},
    "X PART_OF W,W PART_OF V,E PILOTS W,F ACCOUNTABLE_FOR V": {"E"},
    "X PART_OF W,X PART_OF V,E PILOTS W,F ACCOUNTABLE_FOR V": {"F"},
    "X PART_OF W,X PART_OF V,E ACCOUNTABLE_FOR W,F ACCOUNTABLE_FOR V": {"E", "F"},
    "X PART_OF W,X ACCOUNTABLE_FOR W,W PART_OF V,F PILOTS V": {"F"},
    "A CHAIRS X,board GOVERNS X,D CHAIRS board": {"A"},
    "X REPORTS_TO D,X PART_OF W,E ACCOUNTABLE_FOR W": {"D"},
    "X PART_OF W,W REPORTS_TO D,W PART_OF V": {"D"},
    "X PART_OF W,W PART_OF V,E ACCOUNTABLE_FOR V": {"W"},
    "X PART_OF projet W,projet W PART_OF V,V ADVISES X": {"V"},
}


def test_the_first_step_that_holds_nearest_to_the_thing_answers(tell: Tell) -> None:
    def apart(case: int, said: str) -> tuple[str, str, str]:
        source, relation, target = re.split(r" ([A-Z_]{5,}) ", said)
        return f"{source} {case}", relation, f"{target} {case}"

    store = tell(*(apart(case, s) for case, said in enumerate(LADDER) for s in said.split(",")))
    for case, (statements, names) in enumerate(LADDER.items()):
        answer = who_is_accountable(store, f"X {case}")
        assert {name.rpartition(" ")[0] for name in answer.names} == names, statements
        assert answer.outcome is Outcome.DERIVED
        assert answer.rule.startswith("no document says who is accountable for it")


def test_a_derived_answer_shows_each_link_from_the_thing_outwards(tell: Tell) -> None:
    store = tell(
        ("X", "PART_OF", "W"),
        ("board", "GOVERNS", "W"),
        ("D", "CO_CHAIRS", "board"),
        ("E", "CO_CHAIRS", "board"),
    )
    answer = who_is_accountable(store, "X")
    assert links(answer) == {
        (("X", "PART_OF"), ("board", "GOVERNS"), ("D", "CO_CHAIRS")),
        (("X", "PART_OF"), ("board", "GOVERNS"), ("E", "CO_CHAIRS")),
    }
    assert answer.rule.endswith(
        "who chairs or co-chairs a body that governs what it is part of answers for it"
    )
    assert all(link.quote and link.document for f in answer.findings for link in f.chain)


def test_every_link_must_hold_in_the_phase_and_at_the_date(tell: Tell) -> None:
    store = tell(
        ("board", "GOVERNS", "X", {"since": "2022"}),
        ("D", "CHAIRS", "board", {"phase": "travaux"}),
    )
    assert who_is_accountable(store, "X", "chantier", "2022").names == ("D",)
    assert who_is_accountable(store, "X", "chantier", "2021").outcome is Outcome.NOT_STATED
    assert who_is_accountable(store, "X", "études", "2022").outcome is Outcome.NOT_STATED


def test_the_ladder_is_data(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), ("B", "FUNDS", "X"), ("C", "OVERSEES", "Y"))
    ladder = (Step(("FUNDS",)), Step(("OVERSEES",)))
    vocabulary = replace(load_vocabulary(), accountability=ladder)
    assert told(who_is_accountable(store, "X", vocabulary=vocabulary)) == {("B", "stated")}
    assert told(who_is_accountable(store, "Y", vocabulary=vocabulary)) == {("C", "derived")}


# --- conflicting


def test_documents_that_name_different_parties_conflict_and_each_side_is_shown(tell: Tell) -> None:
    tell(("A", "ACCOUNTABLE_FOR", "X"), document="one.md")
    store = tell(("B", "ACCOUNTABLE_FOR", "X"), document="two.md")
    answer = who_is_accountable(store, "X")
    assert answer.outcome is Outcome.CONFLICTING
    assert told(answer) == {("A", "conflicting"), ("B", "conflicting")}
    assert {f.evidence.document for f in answer.findings} == {"one.md", "two.md"}


def test_only_the_contested_phase_conflicts(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", {"phase": "travaux"}),
        ("B", "ACCOUNTABLE_FOR", "X", {"phase": "pendant le chantier"}),
        ("C", "ACCOUNTABLE_FOR", "X", {"phase": "en service"}),
    )
    contested = {("A", "conflicting"), ("B", "conflicting")}
    assert told(who_is_accountable(store, "X")) == contested | {("C", "stated")}
    assert told(who_is_accountable(store, "X", "construction")) == contested
    assert who_is_accountable(store, "X", "exploitation").outcome is Outcome.STATED


SENTENCE = {"line": 700, "quote": "A et B en répondent"}
CELL = {"line": 0, "quote": "A, B"}
NO_CONFLICT: list[tuple[dict[str, object], dict[str, object]]] = [
    ({"jointly_with": ("le bureau",)}, {}),
    ({}, {"jointly_with": ("AGENCE",)}),
    (SENTENCE, SENTENCE),
    (CELL, CELL),
    ({"phase": "travaux"}, {"phase": "en service"}),
    ({"phase": "travaux"}, {}),
    ({"until": "2020"}, {"since": "2021"}),
    ({"condition": "en cas de crise"}, {}),
]


def test_parties_that_share_or_take_turns_do_not_conflict(tell: Tell) -> None:
    store = tell(
        *(
            (party, "ACCOUNTABLE_FOR", f"X {case}", facts)
            for case, pair in enumerate(NO_CONFLICT)
            for party, facts in zip(("Agence", "Bureau"), pair, strict=True)
        )
    )
    for case, pair in enumerate(NO_CONFLICT):
        answer = who_is_accountable(store, f"X {case}")
        assert told(answer) == {("Agence", "stated"), ("Bureau", "stated")}, pair


def test_sharing_goes_through_common_partners(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", {"jointly_with": ("B",)}),
        ("B", "ACCOUNTABLE_FOR", "X", {"jointly_with": ("C",)}),
        ("C", "ACCOUNTABLE_FOR", "X"),
    )
    assert who_is_accountable(store, "X").outcome is Outcome.STATED
    store = tell(("D", "ACCOUNTABLE_FOR", "X"), document="other.md")
    assert who_is_accountable(store, "X").outcome is Outcome.CONFLICTING


def test_a_conflict_about_what_it_is_part_of_is_one_about_it(tell: Tell) -> None:
    store = tell(
        ("X", "PART_OF", "W"), ("A", "ACCOUNTABLE_FOR", "W"), ("B", "ACCOUNTABLE_FOR", "W")
    )
    answer = who_is_accountable(store, "X")
    assert answer.outcome is Outcome.CONFLICTING
    assert {len(finding.chain) for finding in answer.findings} == {2}


def test_several_sponsors_are_no_conflict(tell: Tell) -> None:
    store = tell(("A", "SPONSORS", "X"), ("B", "SPONSORS", "X"))
    assert told(who_is_accountable(store, "X")) == {("A", "derived"), ("B", "derived")}


# --- not stated


def test_nothing_stated_is_an_answer(tell: Tell) -> None:
    store = tell(("A", "ADVISES", "X"), ("X", "PART_OF", "projet W"))
    answer = who_is_accountable(store, "X")
    assert (answer.outcome, answer.findings, answer.besides) == (Outcome.NOT_STATED, (), None)
    assert answer.notes == ("nothing is stated for projet W either",)


def test_where_a_chain_breaks_off_is_said(tell: Tell) -> None:
    store = tell(("comité", "GOVERNS", "projet X"), ("A", "PARTICIPATES_IN", "comité"))
    answer = who_is_accountable(store, "projet X")
    assert answer.outcome is Outcome.NOT_STATED
    assert answer.notes == (
        "comité governs projet X, but no document says who chairs or co-chairs it",
    )


def test_what_it_is_part_of_answers_itself_if_it_can_act(tell: Tell) -> None:
    store = tell(("service", "PART_OF", "direction"), ("direction", "PART_OF", "ministère"))
    answer = who_is_accountable(store, "service")
    assert told(answer) == {("direction", "derived")}
    assert links(answer) == {(("service", "PART_OF"),)}
    assert answer.rule == (
        "no document says who is accountable for it; what it is part of answers for it"
    )


def test_a_superior_answers_for_who_reports_to_it(tell: Tell) -> None:
    store = tell(("service", "REPORTS_TO", "préfet", {"since": "2024"}))
    answer = who_is_accountable(store, "service", at="2025")
    assert told(answer) == {("préfet", "derived")}
    assert answer.rule.endswith("at that date; the one it reports to answers for it")
    assert who_is_accountable(store, "service", at="2023").outcome is Outcome.NOT_STATED
    assert told(accountable_for(store, "préfet")) == {("service", "derived")}


@pytest.mark.parametrize("last", ["X", "W", "V"])
def test_a_circle_of_parts_ends(tell: Tell, last: str) -> None:
    parts = [("X", "W"), ("W", "V"), ("V", last)]
    store = tell(*((f"projet {a}", "PART_OF", f"projet {b}") for a, b in parts))
    answer = who_is_accountable(store, "projet X")
    assert answer.outcome is Outcome.NOT_STATED
    assert ("circle" in " ".join(answer.notes)) is (last != "V")


def test_a_stakeholder_does_not_answer_for_itself(tell: Tell) -> None:
    store = tell(("X", "ACCOUNTABLE_FOR", "X"), ("X", "PART_OF", "X"))
    assert who_is_accountable(store, "X").outcome is Outcome.NOT_STATED


# --- ties


def test_the_order_of_loading_and_of_statements_changes_nothing(tell: Tell) -> None:
    said = [(name, "SPONSORS", "X") for name in ("Zèle", "alpha", "Écho", "Delta")]
    first = [who_is_accountable(tell(*said), "X").names]
    first.append(who_is_accountable(tell(*reversed(said)), "X").names)
    assert first == [("alpha", "Delta", "Écho", "Zèle")] * 2


def test_the_same_name_of_two_stakeholders_is_two_parties(tell: Tell) -> None:
    boards = [Mention("board", Kind.BODY, scope=scope) for scope in ("North", "South")]
    store = tell(*((board, "ACCOUNTABLE_FOR", "X") for board in boards))
    answer = who_is_accountable(store, "X")
    assert answer.outcome is Outcome.CONFLICTING
    assert answer.names == ("board (North)", "board (South)")
