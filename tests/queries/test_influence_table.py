"""The table of metrics: its form, its choices, and its bad days."""

from __future__ import annotations

import itertools
import math
import pickle
import subprocess
import sys
from functools import partial
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError, VocabularyError
from stakeholder_graph.graph import Document, Kind, Mention, Statement, open_store
from stakeholder_graph.graph.stores import StoredStatement
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries.influence import METRICS, graph, metrics, select
from stakeholder_graph.queries.view import page

AB = [("a", "A", "role"), ("b", "B", "body"), ("c", "C", "project")]


def test_columns_rows_and_order(project: Any) -> None:
    table = metrics(project)
    ranked = [f"{name}_rank" for name in METRICS if name != "community"]
    assert list(table.columns) == ["name", "kind", *METRICS, *ranked]
    assert table.index.name == "id"
    assert set(table.index) == set(project[0].index)
    assert table["pagerank_rank"].is_monotonic_increasing
    assert table.attrs["stakeholders"] == 24
    assert table.attrs["sample"] == 0


def test_a_store_may_be_given(project: Any) -> None:
    class Shelf:
        def frames(self) -> Any:
            return project

    pd.testing.assert_frame_equal(metrics(Shelf()), metrics(project))  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [MemoryStore, partial(open_store, ":memory:")])
def test_what_a_real_store_gives_is_measured_and_drawn(make: Any) -> None:
    ann, board = Mention("Ann Doe", Kind.PERSON), Mention("Board", Kind.BODY, ("BRD",))
    said = Statement(ann, "CHAIRS", board, "Ann Doe chairs the Board.", "minutes.md")
    with make() as store:
        store.write(
            Document("minutes.md"),
            {"ann-doe": [ann], "board": [board]},
            [StoredStatement("ann-doe", "board", said)],
        )
        assert metrics(store)["in_degree"].to_dict() == {"board": 1, "ann-doe": 0}
        assert "Ann Doe chairs the Board." in page(store)


def test_equals_share_a_rank_and_stand_by_id(build: Any) -> None:
    table = metrics(build(AB, [("a", "CHAIRS", "c"), ("b", "CHAIRS", "c")]))
    assert table.index.tolist() == ["c", "a", "b"]
    assert table["pagerank_rank"].tolist() == [1, 2, 2]


def test_no_stakeholder_no_row(build: Any) -> None:
    table = metrics(build([], []))
    assert len(table) == 0
    assert "constraint_rank" in table.columns
    assert table.attrs["components"] == 0


def test_one_stakeholder(build: Any) -> None:
    row = metrics(build(AB[:1], [])).iloc[0]
    assert row["pagerank"] == 1
    assert row["community"] == 0
    assert math.isnan(row["constraint"])


def test_a_statement_about_oneself_counts_nowhere(build: Any) -> None:
    own = metrics(build(AB, [("a", "CHAIRS", "b"), ("a", "PART_OF", "a")]))
    pd.testing.assert_frame_equal(own, metrics(build(AB, [("a", "CHAIRS", "b")])))


def test_parallel_statements_count_once_or_as_weight(build: Any) -> None:
    twice = build(AB, [("a", "FUNDS", "c"), ("a", "PILOTS", "c"), ("b", "FUNDS", "c")])
    assert metrics(twice).loc["c", ["degree", "in_degree", "out_degree"]].tolist() == [2, 2, 0]
    heavy = metrics(twice, weighted=True)
    assert heavy.at["c", "in_degree"] == 3
    assert heavy.at["c", "constraint"] == pytest.approx((2 / 3) ** 2 + (1 / 3) ** 2)
    assert heavy.at["c", "closeness"] == pytest.approx(2 / 1.5)


def test_paths_run_both_ways_where_that_is_asked(build: Any) -> None:
    # A chain of duty a → b ← c: nobody stands between others, but b does in talk.
    links = build(
        [(name, name.upper(), "organization") for name in "abc"],
        [("a", "ADVISES", "b"), ("c", "ADVISES", "b")],
    )
    stated, talk = metrics(links), metrics(links, both_ways=True)
    assert stated["betweenness"].to_dict() == {"a": 0, "b": 0, "c": 0}
    assert talk["betweenness"].to_dict() == {"a": 0, "b": 1, "c": 0}
    assert talk["closeness"].to_dict() == {"a": 2 / 3, "b": 1, "c": 2 / 3}
    assert talk["harmonic"].to_dict() == {"a": 1.5, "b": 2, "c": 1.5}
    assert talk["in_degree"].equals(stated["in_degree"])
    assert (talk.attrs["both_ways"], stated.attrs["both_ways"]) == (True, False)


@pytest.mark.parametrize("weighted", [False, True])
def test_both_ways_is_what_networkx_says_of_the_undirected_network(
    crowd: Any, weighted: bool
) -> None:
    nodes, edges = crowd(60, 200)
    undirected = nx.Graph()
    undirected.add_nodes_from(nodes.index)
    for a, b in edges.loc[edges["source"] != edges["target"], ["source", "target"]].to_numpy():
        before = undirected.get_edge_data(a, b, {"weight": 0})["weight"]
        undirected.add_edge(a, b, weight=before + 1)
    for _, _, link in undirected.edges(data=True):
        link["distance"] = 1 / link["weight"]
    length = "distance" if weighted else None
    expected = {
        "betweenness": nx.betweenness_centrality(undirected, weight=length),
        "closeness": nx.closeness_centrality(undirected, distance=length),
        "harmonic": nx.harmonic_centrality(undirected, distance=length),
    }
    table = metrics((nodes, edges), only=[*expected], both_ways=True, weighted=weighted)
    for name, values in expected.items():
        assert table[name].to_dict() == pytest.approx(values)


def test_a_backend_that_the_user_chose_measures(crowd: Any) -> None:
    nodes, edges = crowd(60, 200)
    expected = metrics((nodes, edges), only=["betweenness", "pagerank"])
    with nx.config.backend_priority(algos=["networkx"]):
        chosen = metrics((nodes, edges), only=["betweenness", "pagerank"])
    pd.testing.assert_frame_equal(chosen, expected)


def test_reversed_rank_goes_to_the_holders(build: Any) -> None:
    chain = build(AB, [("a", "CHAIRS", "b"), ("b", "GOVERNS", "c")])
    assert metrics(chain).index.tolist() == ["c", "b", "a"]
    back = metrics(chain, reverse=True)
    assert back.index.tolist() == ["a", "b", "c"]
    assert back.at["a", "in_degree"] == 1


def test_on_chosen_relations(project: Any) -> None:
    table = metrics(project, ["co-chairs", "CHAIRS"])
    assert table.attrs["relations"] == ["CHAIRS", "CO_CHAIRS"]
    assert table.at["copil", "in_degree"] == 2
    assert table.at["projet", "in_degree"] == 0


def test_chosen_metrics_only(project: Any) -> None:
    table = metrics(project, only=["betweenness", "community"])
    assert list(table.columns) == [
        "name", "kind", "betweenness", "community", "betweenness_rank",
    ]  # fmt: skip
    assert table["betweenness_rank"].is_monotonic_increasing


def test_unknown_choices_are_refused(project: Any) -> None:
    with pytest.raises(VocabularyError, match="unknown relation 'MARRIES'"):
        metrics(project, ["MARRIES"])
    with pytest.raises(InputError, match="unknown metric 'charm'; use one of degree"):
        metrics(project, only=["charm"])
    with pytest.raises(InputError, match="'last year' is not a date"):
        metrics(project, at="last year")


def test_a_statement_about_a_stranger_is_refused(build: Any) -> None:
    with pytest.raises(InputError, match="'z', which is not among the stakeholders"):
        metrics(build(AB, [("a", "CHAIRS", "z")]))


@pytest.mark.parametrize(
    ("at", "held"),
    [("2019", ""), ("2020", "x"), ("2021-05", "xy"), ("2021-06-30", "xy"), ("2022", "y")],
)
def test_at_a_date(build: Any, at: str, held: str) -> None:
    _, edges = build(
        AB,
        [
            ("a", "CHAIRS", "b", {"quote": "x", "since": "2020-03", "until": "2021-06"}),
            ("a", "CHAIRS", "b", {"quote": "y", "since": "2021-05-02"}),
        ],
    )
    assert "".join(sorted(select(edges, at=at)["quote"])) == held


def test_in_a_phase(project: Any) -> None:
    _, edges = project
    operating = select(edges, ["ACCOUNTABLE_FOR"], phase="in operation")
    assert operating["target"].tolist() == ["projet"]
    assert select(edges, ["ACCOUNTABLE_FOR"], phase="travaux").empty
    assert len(select(edges, phase="travaux")) == len(edges) - 1


def test_the_graph_has_one_edge_per_statement(project: Any) -> None:
    nodes, edges = project
    statements = graph(nodes, edges)
    assert statements.number_of_nodes() == len(nodes)
    assert {key for *_, key in statements.edges(keys=True)} == set(edges.index)
    assert statements.nodes["copil"]["kind"] == "body"
    (first,) = statements.get_edge_data("copil", "projet").values()
    assert first["quote"] == "Le COPIL pilote Nouvel Élan."


def test_eigenvector_that_does_not_converge_is_nan(build: Any) -> None:
    ids = [f"n{i:03}" for i in range(400)]
    chain = [(a, "PART_OF", b) for a, b in itertools.pairwise(ids)]
    table = metrics(build([(i, i, "role") for i in ids], chain), only=["eigenvector"])
    assert table["eigenvector"].isna().all()
    assert table["eigenvector_rank"].isna().all()


def test_betweenness_is_estimated_above_a_size(crowd: Any) -> None:
    frames = crowd(120, 300)
    exact = metrics(frames, only=["betweenness"])
    rough = metrics(frames, only=["betweenness"], exact_up_to=100, sample=60)
    again = metrics(frames, only=["betweenness"], exact_up_to=100, sample=60)
    assert rough.attrs["sample"] == 60
    pd.testing.assert_frame_equal(rough, again)
    assert exact["betweenness"].corr(rough["betweenness"]) > 0.9


_PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=25)


@settings(max_examples=40, deadline=None)
@given(pairs=_PAIRS, order=st.randoms(use_true_random=False))
def test_the_order_of_loading_changes_nothing(build: Any, pairs: Any, order: Any) -> None:
    people = [(f"p{i}", f"P{i}", "person") for i in range(8)]
    nodes, edges = build(people, [(f"p{a}", "ADVISES", f"p{b}") for a, b in pairs])
    rows, ids = list(edges.index), list(nodes.index)
    order.shuffle(rows)
    order.shuffle(ids)
    shuffled = metrics((nodes.loc[ids], edges.loc[rows]))
    pd.testing.assert_frame_equal(metrics((nodes, edges)), shuffled)


def test_communities_do_not_depend_on_the_process(crowd: Any) -> None:
    script = (
        "import pickle, sys; from stakeholder_graph.queries.influence import metrics;"
        "t = metrics(pickle.load(sys.stdin.buffer), only=['community', 'pagerank']);"
        "print(t.to_csv())"
    )

    tables = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=pickle.dumps(crowd(80, 200)),
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(tables) == 1


def test_columns_have_the_types_that_are_documented(project: Any) -> None:
    table = metrics(project)
    whole = ["degree", "in_degree", "out_degree", "strength", "core", "articulation", "community"]
    for name, kind in table.dtypes.astype(str).items():
        if name in ("name", "kind"):
            expected = "str"
        elif str(name).endswith("_rank"):
            expected = "Int64"
        else:
            expected = "int64" if name in whole else "float64"
        assert kind == expected, name
    assert list(table.columns[:2]) == ["name", "kind"]
    assert {f"{name}_rank" for name in METRICS} - {"community_rank"} == {
        name for name in table.columns if name.endswith("_rank")
    }
