"""The parties of an answer: who holds a post at a date, and whom a party reports to."""

from __future__ import annotations

from collections.abc import Callable

from stakeholder_graph.graph import Kind, Mention, Store
from stakeholder_graph.queries import Outcome, accountable_for, who_is_accountable

Tell = Callable[..., Store]

ADA, BEA = (Mention(name, Kind.PERSON) for name in ("Ada Lune", "Béa Mars"))
HEAD = Mention("directrice du port", Kind.ROLE)
TENURES = (
    (ADA, "PART_OF", HEAD, {"until": "2023"}),
    (BEA, "PART_OF", HEAD, {"since": "2024"}),
    (HEAD, "ACCOUNTABLE_FOR", "projet Quai"),
)


def test_a_post_stands_with_the_person_who_holds_it_at_the_date(tell: Tell) -> None:
    store = tell(*TENURES)
    expected = {"2022": {"Ada Lune"}, "2025": {"Béa Mars"}, None: {"Ada Lune", "Béa Mars"}}
    for at, names in expected.items():
        (finding,) = who_is_accountable(store, "projet Quai", at=at).findings
        assert finding.name == "directrice du port"
        assert {holder.source for holder in finding.holders} == names
        assert all(holder.quote for holder in finding.holders)


def test_a_post_nobody_holds_then_is_noted(tell: Tell) -> None:
    store = tell((ADA, "PART_OF", HEAD, {"until": "2020"}), TENURES[-1])
    answer = who_is_accountable(store, "projet Quai", at="2026")
    assert answer.findings[0].holders == ()
    assert answer.notes == ("no document says who holds the post of directrice du port then",)


def test_a_person_answers_for_what_the_post_held_then_answers_for(tell: Tell) -> None:
    store = tell(*TENURES, (ADA, "SPONSORS", "projet Phare"))
    answer = accountable_for(store, "Ada Lune", at="2022")
    duties = {(f.name, f.outcome, tuple(s.relation for s in f.chain)) for f in answer.findings}
    assert duties == {
        ("projet Phare", Outcome.DERIVED, ("SPONSORS",)),
        ("projet Quai", Outcome.DERIVED, ("PART_OF", "ACCOUNTABLE_FOR")),
    }
    (quai,) = (finding for finding in answer.findings if finding.name == "projet Quai")
    assert quai.rule == "directrice du port answers for it, a post that Ada Lune holds"
    assert accountable_for(store, "Ada Lune", at="2025").names == ("projet Phare",)


def test_the_chain_of_superiors_is_shown_up_to_who_reports_to_nobody(tell: Tell) -> None:
    store = tell(
        ("service", "PILOTS", "projet Quai"),
        ("service", "REPORTS_TO", "direction"),
        ("direction", "REPORTS_TO", "préfet"),
        ("préfet", "ADVISES", "ministre"),
    )
    (finding,) = who_is_accountable(store, "projet Quai").findings
    assert [(s.source, s.target) for s in finding.superiors] == [
        ("service", "direction"),
        ("direction", "préfet"),
    ]


def test_superiors_in_a_circle_end_and_are_noted(tell: Tell) -> None:
    store = tell(
        ("service", "ACCOUNTABLE_FOR", "projet Quai"),
        ("service", "REPORTS_TO", "direction"),
        ("direction", "REPORTS_TO", "service"),
    )
    answer = who_is_accountable(store, "projet Quai")
    assert len(answer.findings[0].superiors) == 1
    assert answer.notes == ("direction reports to service: it runs in a circle",)
