"""Decisions on a store: done at each load, done twice as once, taken back without a trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conformance.graphs import (
    AGENCY,
    HARBOUR,
    MINISTRY,
    charter,
    edges,
    minutes,
    picture,
    states,
    told,
)
from conformance.test_properties import documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import OpenEmpty

from stakeholder_graph.graph import Kind, Mention, Review, Store, StoredStatement
from stakeholder_graph.loaders import Action, Decision, Party, Said, replay

PORT = Party("Port Agency", Kind.ORGANIZATION)
WORKS = Party("Ministry of Works", Kind.ORGANIZATION)
PROJECT = Party("Harbour project", Kind.PROJECT)


def examples(make: str) -> settings:
    """Try few: each opens two stores, writes and compares them."""
    return settings(
        max_examples={"memory": 4, "ladybug": 12, "neo4j": 3}[make],
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def decide(action: Action, *parties: Party, number: int = 1, **more: Any) -> Decision:
    return Decision(action, parties, number=number, **more)


def said(document: str = "charter", **more: str) -> Said:
    quote = more.get("quote", "Port Agency PILOTS Harbour project")
    return Said(document, PORT, more.get("relation", "PILOTS"), PROJECT, quote, more.get("id", ""))


def filled(store: Store) -> Store:
    for each in (charter(), minutes()):
        each.write_to(store)
    return store


def test_a_merge_joins_all_statements_and_keeps_every_wording(any_store: Store) -> None:
    store = filled(any_store)
    done = replay(store, [decide(Action.MERGE, PORT, WORKS)])
    assert (done.followed, done.documents) == ((1,), ("charter", "minutes"))
    assert ("port-agency", "SPONSORS", "harbour-project", "charter") in edges(store)
    merged = {each.id: each for each in store.stakeholders()}["port-agency"]
    assert {"MoW", "PA"} < set(merged.aliases)
    _, frame = store.frames()
    assert "Ministry of Works" in set(frame["source_name"])


def test_what_two_merged_ones_say_of_each_other_no_longer_answers(any_store: Store) -> None:
    store = any_store
    told("a", states(AGENCY, "PART_OF", MINISTRY, "a")).write_to(store)
    replay(store, [decide(Action.MERGE, PORT, WORKS)])
    assert store.frames()[1].empty
    replay(store, [])
    assert edges(store) == {("port-agency", "PART_OF", "ministry-works", "a")}


def test_a_name_that_a_person_gives_goes_first(any_store: Store) -> None:
    store = filled(any_store)
    replay(store, [decide(Action.RENAME, PORT, name="Harbour Office")])
    renamed = {each.id: each for each in store.stakeholders()}["port-agency"]
    assert (renamed.name, renamed.aliases) == ("Harbour Office", ("PA", "Port Agency"))


def test_a_statement_that_is_rejected_does_not_answer(any_store: Store) -> None:
    store = filled(any_store)
    before = len(store.frames()[1])
    replay(store, [decide(Action.REJECT, said=said())])
    assert len(store.frames()[1]) == before - 1


def test_a_statement_that_is_accepted_says_so(any_store: Store) -> None:
    store = filled(any_store)
    replay(store, [decide(Action.ACCEPT, said=said())])
    frame = store.frames()[1]
    accepted = frame[frame["review"] == "accepted"]
    assert set(accepted["document"]) == {"charter"}


def test_a_statement_can_be_added_with_its_source(any_store: Store) -> None:
    store = filled(any_store)
    new = Said("Letter of 3 May", PORT, "FUNDS", PROJECT, "The agency pays.")
    replay(store, [decide(Action.ADD, said=new, who="Ada Roy")])
    row = store.frames()[1].query("relation == 'FUNDS'").iloc[0]
    assert (row.source, row.document, row.review) == ("port-agency", "Letter of 3 May", "accepted")
    assert row.asserted_by == "decision 1, Ada Roy"
    assert store.text("Letter of 3 May")[row.start : row.end] == row.quote == "The agency pays."


def test_what_some_documents_mean_by_a_name_can_be_parted_off(any_store: Store) -> None:
    store = filled(any_store)
    replay(store, [decide(Action.SPLIT, PORT, name="Other Agency", documents=("minutes",))])
    assert ("other-agency-split-1", "PILOTS", "harbour-project", "minutes") in edges(store)
    assert ("port-agency", "PILOTS", "harbour-project", "charter") in edges(store)
    names = {each.id: each.name for each in store.stakeholders()}
    assert names["other-agency-split-1"] == "Other Agency"


def test_a_changed_document_is_judged_by_its_words(any_store: Store) -> None:
    store = filled(any_store)
    moved = charter()
    old = next(each.statement.id for each in moved.statements)
    done = replay(store, [decide(Action.REJECT, said=said(id=old))])
    assert done.followed == (1,)
    told("charter", states(AGENCY, "PILOTS", HARBOUR, "charter")).write_to(store)
    assert replay(store, [decide(Action.REJECT, said=said(id=old))]).followed == (1,)
    told("charter", states(MINISTRY, "PILOTS", HARBOUR, "charter")).write_to(store)
    done = replay(store, [decide(Action.REJECT, said=said(id="gone", quote="no more"))])
    assert done.stale == {1: "stale: charter does not say this any more"}


def test_a_decision_about_what_is_not_loaded_waits(any_store: Store) -> None:
    done = replay(any_store, [decide(Action.REJECT, said=said())])
    assert done.waiting == {1: "charter is not loaded"}
    assert done.stale == {}


def test_contradictions_are_told_and_none_is_followed(any_store: Store) -> None:
    store = filled(any_store)
    before = picture(store)
    done = replay(
        store,
        [
            decide(Action.MERGE, PORT, WORKS),
            decide(Action.APART, WORKS, PORT, number=2),
            decide(Action.ACCEPT, said=said(), number=3),
            decide(Action.REJECT, said=said(), number=4),
            decide(Action.RENAME, PROJECT, name="One", number=5),
            decide(Action.RENAME, PROJECT, name="Other", number=6),
        ],
    )
    assert len(done.conflicts) == 3
    assert all("contradict" in conflict for conflict in done.conflicts)
    assert picture(store) == before


def test_merges_that_only_together_contradict_are_told(any_store: Store) -> None:
    store = filled(any_store)
    done = replay(
        store,
        [
            decide(Action.MERGE, PORT, PROJECT),
            decide(Action.MERGE, PROJECT, WORKS, number=2),
            decide(Action.APART, PORT, WORKS, number=3),
        ],
    )
    assert len(done.conflicts) == 1
    assert len(store.stakeholders()) == 4


PARTIES = st.sampled_from([PORT, WORKS, PROJECT, Party("Nobody")])
PAIRS = st.lists(PARTIES, min_size=2, max_size=2).map(tuple)
DECISIONS = st.one_of(
    st.builds(Decision, st.sampled_from([Action.MERGE, Action.APART]), PAIRS),
    st.builds(
        Decision, st.just(Action.RENAME), PARTIES.map(lambda p: (p,)), name=st.sampled_from("XY")
    ),
    st.builds(
        Decision,
        st.just(Action.SPLIT),
        PARTIES.map(lambda p: (p,)),
        name=st.just("Part"),
        documents=st.sampled_from([("charter",), ("minutes", "gone")]),
    ),
    st.builds(
        Decision,
        st.sampled_from([Action.ACCEPT, Action.REJECT]),
        said=st.builds(said, st.sampled_from(["charter", "minutes"])),
    ),
    st.builds(
        Decision,
        st.just(Action.ADD),
        said=st.builds(Said, st.sampled_from(["charter", "Letter"]), PARTIES, st.just("FUNDS"),
                       PARTIES, st.sampled_from(["It pays.", "text"])),
    ),
)  # fmt: skip
MANY = st.lists(DECISIONS, max_size=6).map(
    lambda made: [Decision(*_fields(each), number=i) for i, each in enumerate(made, 1)]
)


def _fields(each: Decision) -> tuple[Any, ...]:
    return each.action, each.parties, each.said, each.name, each.documents


def test_two_decisions_that_add_the_same_add_one(any_store: Store) -> None:
    said = Said("charter", Party("Port Agency"), "FUNDS", Party("Quay"), "It pays.")
    twice = [Decision(Action.ADD, said=said, number=number) for number in (1, 2)]
    replay(filled(any_store), twice)
    added = any_store.frames()[1].query("asserted_by.str.startswith('decision')")
    assert list(added["asserted_by"]) == ["decision 1"]
    assert replay(any_store, twice).documents == ()


def test_done_twice_is_done_once(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(MANY)
    def holds(decisions: list[Decision]) -> None:
        with open_empty() as store:
            replay(filled(store), decisions)
            once = picture(store)
            assert replay(store, decisions).documents == ()
            assert picture(store) == once

    holds()


def test_taken_back_is_as_if_never_made(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(MANY, st.integers(0, 5))
    def holds(decisions: list[Decision], place: int) -> None:
        fewer = decisions[:place] + decisions[place + 1 :]
        with open_empty() as store:
            replay(filled(store), fewer)
            expected = picture(store)
        with open_empty() as store:
            before = picture(filled(store))
            replay(store, decisions)
            replay(store, fewer)
            assert picture(store) == expected
            replay(store, [])
            assert picture(store) == before

    holds()


def test_any_graph_comes_back(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(documents("a.md"), documents("b.md"))
    def holds(one: Any, other: Any) -> None:
        plain = [_undecided(each) for each in (one, other)]
        with open_empty() as store:
            for each in plain:
                each.write_to(store)
            before = picture(store)
            found = store.stakeholders()
            parties = [Party(each.name, each.kind, each.id) for each in found]
            replay(store, [decide(Action.MERGE, *parties)] if len(parties) > 1 else [])
            replay(store, [])
            assert picture(store) == before

    holds()


def _undecided(each: Any) -> Any:
    def plain(mention: Mention) -> Mention:
        return replace(mention, resolved="", chosen=False)

    statements = [
        StoredStatement(
            s.source,
            s.target,
            replace(
                s.statement,
                source=plain(s.statement.source),
                target=plain(s.statement.target),
                review=Review.PROPOSED,
                asserted_by="rule",
            ),
        )
        for s in each.statements
    ]
    mentions = {id_: [plain(m) for m in named] for id_, named in each.mentions.items()}
    return replace(each, mentions=mentions, statements=statements)
