"""What is lost if somebody leaves: posts, duties, chairs, chains and parts of the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError, NameNotFoundError
from stakeholder_graph.graph import Kind, Mention, Review, Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import COLUMNS, WhatIf, what_if, who_is_accountable
from stakeholder_graph.queries.impact import FRAME, Effect, Section, departure, parts

Tell = Callable[..., Store]


def told(found: WhatIf, *sections: Section) -> set[tuple[str, Effect, tuple[str, ...]]]:
    """Return to what happens what, and who is left for it."""
    return {(c.subject.name, c.effect, tuple(f.name for f in c.after)) for c in found.of(*sections)}


def test_a_duty_is_left_with_nobody_falls_back_or_is_still_answered_for(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "alone"),
        ("A", "ACCOUNTABLE_FOR", "sponsored"),
        ("S", "SPONSORS", "sponsored"),
        ("A", "ACCOUNTABLE_FOR", "shared", {"jointly_with": ("B",)}),
        ("B", "ACCOUNTABLE_FOR", "shared"),
        ("A", "ADVISES", "other"),
        ("A", "ACCOUNTABLE_FOR", "no more", {"review": Review.REJECTED}),
    )
    found = what_if(store, "A")
    assert told(found, Section.DUTIES) == {
        ("alone", Effect.NOBODY, ()),
        ("sponsored", Effect.FALLS_BACK, ("S",)),
        ("shared", Effect.STILL_ANSWERED, ("B",)),
    }
    assert [c.subject.name for c in found.of(Section.DUTIES)] == ["alone", "sponsored", "shared"]
    fallen = found.of(Effect.FALLS_BACK)[0]
    assert fallen.before[0].evidence.quote == "A ACCOUNTABLE_FOR sponsored."
    assert fallen.after[0].evidence.quote == "S SPONSORS sponsored."
    assert fallen.after[0].rule.startswith("no document says who is accountable for it")


def test_a_duty_for_a_phase_or_a_time_is_one_of_its_own(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", {"phase": "travaux"}),
        ("B", "ACCOUNTABLE_FOR", "X", {"phase": "en service"}),
        ("A", "ACCOUNTABLE_FOR", "Y", {"until": "2026-06"}),
        ("B", "ACCOUNTABLE_FOR", "Y", {"since": "2026-07"}),
    )
    lost = what_if(store, "A").of(Section.DUTIES)
    assert {(c.subject.name, c.when, c.effect) for c in lost} == {
        ("X", "travaux", Effect.NOBODY),
        ("Y", "until 2026-06", Effect.NOBODY),
    }
    assert not what_if(store, "A", "exploitation", "2027").of(Section.DUTIES)
    tell(("A", "SPONSORS", "X"), ("S", "SPONSORS", "X"), document="other.md")
    lost = what_if(store, "A").of(Effect.FALLS_BACK)
    assert [(c.subject.name, c.when) for c in lost] == [("X", "travaux"), ("X", "in other cases")]
    assert len(what_if(store, "A", "chantier", "2025").of(Section.DUTIES)) == 2


def test_what_answers_through_a_thing_as_its_part_loses_it_too(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "projet W"),
        ("projet V", "PART_OF", "projet W"),
        ("projet U", "PART_OF", "projet V"),
        ("projet T", "PART_OF", "projet W"),
        ("B", "ACCOUNTABLE_FOR", "projet T"),
    )
    assert told(what_if(store, "A"), Section.DUTIES) == {
        (name, Effect.NOBODY, ()) for name in ("projet U", "projet V", "projet W")
    }


def test_bodies_without_chair(tell: Tell) -> None:
    store = tell(
        ("A", "CHAIRS", "board"),
        ("A", "CO_CHAIRS", "panel"),
        ("B", "CO_CHAIRS", "panel"),
        ("A", "CHAIRS", "jury", {"until": "2020"}),
        ("board", "GOVERNS", "X"),
        ("A", "PARTICIPATES_IN", "club"),
    )
    found = what_if(store, "A", at="2026")
    assert told(found, Section.BODIES) == {
        ("board", Effect.NO_CHAIR, ()),
        ("panel", Effect.STILL_CHAIRED, ("B",)),
    }
    assert told(found, Section.DUTIES) == {("X", Effect.NOBODY, ())}
    both = what_if(store, ["A", "B"], at="2026")
    assert [c.effect for c in both.of(Section.BODIES)] == [Effect.NO_CHAIR] * 2


def test_chains_that_reach_nobody(tell: Tell) -> None:
    store = tell(
        ("unit", "REPORTS_TO", "X"),
        ("cell", "PART_OF", "X"),
        ("team", "REPORTS_TO", "X"),
        ("team", "PART_OF", "Y"),
        ("X", "GOVERNS", "projet Z"),
        ("P", "PILOTS", "projet Z"),
        ("squad", "REPORTS_TO", "unit"),
    )
    assert told(what_if(store, "X"), Section.CHAINS) == {
        ("unit", Effect.CUT, ()),
        ("cell", Effect.CUT, ()),
        ("projet Z", Effect.LOOSE, ("P",)),
    }


def test_a_person_leaves_a_post_behind(tell: Tell) -> None:
    mary, paul = Mention("Mary", Kind.PERSON), Mention("Paul", Kind.PERSON)
    store = tell(
        (mary, "PART_OF", "préfet du Nord"),
        (mary, "PART_OF", "préfet du Sud", {"until": "2020"}),
        (mary, "PART_OF", "préfet de l'Est"),
        (paul, "PART_OF", "préfet de l'Est"),
        ("préfet du Nord", "ACCOUNTABLE_FOR", "X"),
        ("préfet du Nord", "CHAIRS", "board"),
    )
    found = what_if(store, "Mary", at="2026")
    assert told(found, Section.POSTS) == {
        ("préfet du Nord", Effect.VACANT, ()),
        ("préfet de l'Est", Effect.STILL_HELD, ("Paul",)),
    }
    assert not found.of(Section.DUTIES, Section.BODIES)
    vacant = found.of(Effect.VACANT)[0]
    assert {member.name for member in vacant.members} == {"X", "board"}
    assert vacant.before[0].evidence.quote == "Mary PART_OF préfet du Nord."
    assert who_is_accountable(store, "X").names == ("préfet du Nord",)


def test_what_hangs_on_who_leaves_is_cut_off(tell: Tell) -> None:
    store = tell(
        ("A", "ADVISES", "X"),
        ("B", "ADVISES", "X"),
        ("B", "FUNDS", "A"),
        ("X", "FUNDS", "leaf"),
        ("X", "ADVISES", "far"),
        ("far", "ADVISES", "farther"),
        ("X", "ADVISES", "Out", {"review": Review.REJECTED}),
    )
    cut = what_if(store, "X").of(Section.NETWORK)
    names = [[member.name for member in c.members] for c in cut]
    assert names in ([["far", "farther"], ["leaf"]], [["A", "B"], ["leaf"]])
    assert [c.size for c in cut] == [2, 1]
    assert {f.evidence.quote for f in cut[1].before} == {"X FUNDS leaf."}
    assert not what_if(store, "B").of(Section.NETWORK)
    assert not what_if(store, "leaf").consequences


def test_nothing_is_changed_and_everything_has_a_quote(project: Store) -> None:
    before = project.frames()
    for name in (
        "ministère du Droit",
        "préfet",
        "COPIL",
        "direction des prisons",
        "programme Travail",
    ):
        found = what_if(project, name)
        for c in found.consequences:
            assert c.before
            links = [link for f in (*c.before, *c.after) for link in f.chain]
            assert all(link.quote and link.document and link.locator for link in links)
        frame = found.frame()
        assert tuple(frame.columns) == FRAME
        assert FRAME[-len(COLUMNS) :] == COLUMNS
        assert list(found.as_dict())[3:-1] == ["posts", "duties", "bodies", "chains", "network"]
    after = project.frames()
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))


def test_sections_stand_in_order_the_worst_first(tell: Tell) -> None:
    store = tell(
        ("A", "CHAIRS", "board"),
        ("leaf", "ADVISES", "A"),
        ("unit", "REPORTS_TO", "A"),
        ("A", "SPONSORS", "X"),
        ("P", "PILOTS", "X"),
        ("A", "ACCOUNTABLE_FOR", "Y"),
        ("P", "ADVISES", "Y"),
        ("P", "ADVISES", "unit"),
        ("P", "ADVISES", "board"),
    )
    assert [c.effect for c in what_if(store, "A").consequences] == [
        Effect.NOBODY,
        Effect.FALLS_BACK,
        Effect.NO_CHAIR,
        Effect.CUT,
        Effect.APART,
    ]


def test_a_bound_that_is_met_is_said(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(departure, "MOST_THINGS", 2)
    monkeypatch.setattr(parts, "MOST_VISITED", 3)
    chain = [(f"{side}{n}", "ADVISES", f"{side}{n + 1}") for side in "LR" for n in range(9)]
    duties = [("A", "ACCOUNTABLE_FOR", f"thing {n}") for n in range(3)]
    store = tell(("A", "ADVISES", "L0"), ("A", "ADVISES", "R0"), *chain, *duties)
    notes = what_if(store, "A").notes
    assert any("only 2 of 3" in note for note in notes)
    assert any("not decided" in note for note in notes)


@pytest.mark.parametrize("wrong", ["Nobody", ["préfet", "Nobody"]])
def test_an_unknown_name_is_said(project: Store, wrong: Any) -> None:
    with pytest.raises(NameNotFoundError):
        what_if(project, wrong)


def test_what_is_no_date_is_refused(project: Store) -> None:
    with pytest.raises(InputError):
        what_if(project, "préfet", at="soon")


LETTERS = "abcdefgh"
LINKS = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)), min_size=1, unique=True
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINKS)
def test_parts_are_those_networkx_finds(write: Tell, links: list[tuple[str, str]]) -> None:
    links = [(a, b) for a, b in links if a != b] or [("a", "b")]
    network = nx.Graph(links)
    with MemoryStore() as store:
        write(store, *((a, "ADVISES", b) for a, b in links))
        for leaving in network:
            cut = what_if(store, leaving).of(Section.NETWORK)
            whole = nx.node_connected_component(network, leaving)
            rest = list(nx.connected_components(network.subgraph(whole - {leaving})))
            largest = max(map(len, rest), default=0)
            found = [{member.id for member in c.members} for c in cut]
            assert all(part in rest for part in found)
            assert len(found) == max(len(rest) - 1, 0)
            assert sum(map(len, rest)) - sum(map(len, found)) in (largest, 0)
            assert bool(found) is (leaving in set(nx.articulation_points(network)))


DUTIES = ("ACCOUNTABLE_FOR", "SPONSORS", "PILOTS", "CHAIRS", "GOVERNS", "PART_OF", "REPORTS_TO")
GOVERNANCE = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(DUTIES), st.sampled_from("abcdxy")),
    min_size=1,
    max_size=9,
    unique=True,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(GOVERNANCE)
def test_who_answers_then_is_who_answers_in_a_graph_without_them(
    write: Tell, said: list[tuple[str, str, str]]
) -> None:
    said = [(a, r, b) for a, r, b in said if a != b] or [("a", "PILOTS", "x")]
    rest = [(a, r, b, {"line": n}) for n, (a, r, b) in enumerate(said, 1) if "a" not in (a, b)]
    with MemoryStore() as whole, MemoryStore() as without:
        write(whole, *((*s, {"line": n}) for n, s in enumerate(said, 1)), ("a", "ADVISES", "b"))
        write(without, *rest, *((name, "ADVISES", "z") for name in "bcdxy"))
        for c in what_if(whole, "a").of(Section.DUTIES, Section.CHAINS):
            answer = who_is_accountable(without, c.subject.name)
            assert tuple(f.name for f in c.after) == tuple(f.name for f in answer.findings)
            assert (c.effect in (Effect.NOBODY, Effect.CUT)) is not bool(answer.findings)
        lost = {c.subject.id for c in what_if(whole, "a").consequences}
        for name in {b for *_, b in said} - {"a"}:
            answered = who_is_accountable(whole, name).findings
            duties = [f for f in answered if f.id == "a" and f.evidence.source_id == "a"]
            assert not duties or name in lost
