"""What every store gives to those who read it."""

from __future__ import annotations

import pandas as pd
import pytest
from conformance.graphs import AGENCY, HARBOUR, charter, minutes, picture, states, told
from opening import OpenEmpty
from pandas.testing import assert_frame_equal

from stakeholder_graph.errors import StoreError
from stakeholder_graph.graph import Place, Review, Store, load_vocabulary
from stakeholder_graph.graph.stores.memory import MemoryStore

NODES = ["name", "kind", "aliases"]
EDGES = (
    "source relation target source_name target_name quote document start end locator phase since "
    "until frequency condition jointly_with confidence asserted_by review"
).split()


def test_an_empty_store_has_empty_frames_with_their_columns(any_store: Store) -> None:
    nodes, edges = any_store.frames()
    assert (list(nodes.columns), list(edges.columns)) == (NODES, EDGES)
    assert (len(nodes), len(edges)) == (0, 0)
    assert (nodes.index.name, edges.index.name) == ("id", "id")
    assert edges.dtypes["start"] == "int64"
    assert edges.dtypes["confidence"] == "float64"


def test_frames_are_the_same_from_every_store(any_store: Store) -> None:
    with MemoryStore() as model:
        for store in (any_store, model):
            charter().write_to(store)
            minutes().write_to(store)
        for frame, expected in zip(any_store.frames(), model.frames(), strict=True):
            assert frame.index.is_monotonic_increasing
            assert_frame_equal(frame, expected)


def test_an_edge_of_the_frame_says_who_what_and_where(any_store: Store) -> None:
    place = Place(3, 19, "line 1")
    statement = states(AGENCY, "PILOTS", HARBOUR, "charter", place=place)
    told("charter", statement).write_to(any_store)
    nodes, edges = any_store.frames()
    edge = edges.loc[statement.statement.id]
    assert (edge["source"], edge["relation"], edge["target"]) == (
        "port-agency",
        "PILOTS",
        "harbour-project",
    )
    assert (edge["start"], edge["end"], edge["locator"]) == (3, 19, "line 1")
    assert edge["jointly_with"] == []
    assert nodes.loc["port-agency", "aliases"] == ["PA"]
    assert isinstance(nodes, pd.DataFrame)


def test_rejected_statements_are_left_out_of_the_frame(any_store: Store) -> None:
    no = states(AGENCY, "PILOTS", HARBOUR, "a", review=Review.REJECTED)
    yes = states(AGENCY, "FUNDS", HARBOUR, "a")
    told("a", no, yes).write_to(any_store)
    assert list(any_store.frames()[1]["relation"]) == ["FUNDS"]
    assert len(picture(any_store)["statements"]) == 2


def test_a_query_takes_parameters_and_gives_rows(any_store: Store) -> None:
    charter().write_to(any_store)
    query = """
    MATCH (n:Name)-[:NAMES]->(a:Stakeholder)-[r]->(b:Stakeholder)
    WHERE n.key IN $keys
    RETURN a.name AS who, type(r) AS relation, b.name AS what, a.aliases AS aliases
    ORDER BY who
    """
    assert any_store.run(query, {"keys": ["mow", "pa"]}) == [
        {"who": "Ministry of Works", "relation": "SPONSORS", "what": "Harbour project",
         "aliases": ["MoW"]},
        {"who": "Port Agency", "relation": "PILOTS", "what": "Harbour project", "aliases": ["PA"]},
    ]  # fmt: skip


def test_a_query_sees_what_was_written_since_the_last_one(any_store: Store) -> None:
    count = "MATCH (s:Stakeholder) RETURN count(s) AS n"
    assert any_store.run(count) == [{"n": 0}]
    charter().write_to(any_store)
    assert any_store.run(count) == [{"n": 4}]
    any_store.forget("charter")
    assert any_store.run(count) == [{"n": 0}]


@pytest.mark.parametrize(
    "query", ["CREATE (:Name {key: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n"]
)
def test_a_query_that_writes_or_is_wrong_is_refused(any_store: Store, query: str) -> None:
    charter().write_to(any_store)
    before = picture(any_store)
    with pytest.raises(StoreError, match="refused"):
        any_store.run(query)
    assert picture(any_store) == before


def test_relations_of_a_user_are_kept_like_the_others(
    open_empty: OpenEmpty, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("vocabulary") / "own.yaml"
    own.write_text("relations: {LOBBIES: {meaning: Speaks for a cause.}, ORDER: {meaning: Bids.}}")
    store = open_empty(load_vocabulary(own))
    pair = (states(AGENCY, name, HARBOUR, "a") for name in ("LOBBIES", "ORDER"))
    told("a", *pair).write_to(store)
    assert set(store.frames()[1]["relation"]) == {"LOBBIES", "ORDER"}


def test_closing_twice_does_nothing(any_store: Store) -> None:
    with any_store as store:
        assert store is any_store
    any_store.close()


def test_the_address_says_where_the_store_is(any_store: Store, store_make: str) -> None:
    expected = {"memory": "memory", "ladybug": ":memory:", "neo4j": "bolt://127.0.0.1"}
    assert any_store.address.startswith(expected[store_make])
