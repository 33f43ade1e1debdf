"""Pairs, roles and the whole: against published values, closed forms and brute force."""

from __future__ import annotations

import math
from typing import Any

import igraph
import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.queries.influence import (
    brokerage,
    centralisation,
    change,
    equivalence,
    interlocks,
    metrics,
    sitting_together,
    stability,
)

ROLES = ["coordinator", "gatekeeper", "representative", "consultant", "liaison"]


def people(names: Any, kind: str = "person") -> list[tuple[str, str, str]]:
    return [(str(name), str(name), kind) for name in names]


@pytest.fixture(scope="module")
def southern_women(build: Any) -> Any:
    """Davis, Gardner & Gardner (1941): 18 women at 14 events."""
    club = nx.davis_southern_women_graph()
    women = [v for v, d in club.nodes(data=True) if d["bipartite"] == 0]
    events = [v for v in club if v not in set(women)]
    seats = [(w, "PARTICIPATES_IN", e) for w in women for e in club[w]]
    return build([*people(women), *people(events, "body")], seats)


def test_women_met_as_published(southern_women: Any) -> None:
    # Breiger (1974), figure 1: Evelyn met Laura six times, Theresa seven.
    pairs = sitting_together(southern_women).set_index(["a", "b"])
    assert pairs.loc[("Evelyn Jefferson", "Laura Mandeville"), "shared"] == 6
    assert pairs.loc[("Evelyn Jefferson", "Theresa Anderson"), "shared"] == 7
    assert pairs["shared"].is_monotonic_decreasing
    assert pairs.iloc[0]["through"] == sorted(pairs.iloc[0]["through"])


def test_events_share_women_as_published(southern_women: Any) -> None:
    # Breiger (1974), figure 2: nine women were at both event 8 and event 9.
    pairs = interlocks(southern_women).set_index(["a", "b"])
    assert pairs.loc[("E8", "E9"), "shared"] == 9
    assert len(pairs) == 66


def test_florentine_centralisation_is_as_published(build: Any) -> None:
    # UCINET's manual on Padgett's 16 families: degree 26.67 %; betweenness as igraph has it.
    families = nx.florentine_families_graph()
    data = build(people([*families, "Pucci"]), [(a, "ADVISES", b) for a, b in families.edges])
    found = centralisation(data)
    assert found["degree"] == pytest.approx(0.2667, abs=1e-4)
    yardstick = igraph.Graph.from_networkx(families)
    yardstick.add_vertices(1)
    spread = max(yardstick.betweenness()) * 16 - sum(yardstick.betweenness())
    assert found["betweenness"] == pytest.approx(spread / (15 * 14 / 2) / 15)


@pytest.mark.parametrize(("links", "value"), [("za zb zc zd", 1.0), ("ab bc cd de ea", 0.0)])
def test_a_star_turns_around_one_and_a_ring_around_none(
    build: Any, links: str, value: float
) -> None:
    names = sorted(set(links) - {" "})
    found = centralisation(build(people(names), [(a, "FUNDS", b) for a, b in links.split()]))
    assert found[["degree", "betweenness", "closeness"]].tolist() == pytest.approx([value] * 3)


def test_each_role_of_a_broker(build: Any) -> None:
    # One path a → v → b for each of the five patterns of Gould & Fernandez (1989), figure 1.
    groups = {"coordinator": "xxx", "gatekeeper": "xyy", "representative": "xxy"}
    groups |= {"consultant": "xyx", "liaison": "xyz"}
    by = {
        f"{role} {end}": g
        for role, three in groups.items()
        for end, g in zip("avb", three, strict=True)
    }
    links = [(f"{r} {a}", "FUNDS", f"{r} {b}") for r in groups for a, b in ("av", "vb")]
    table = brokerage(build(people(by), links), by=by)
    for role in ROLES:
        counts = table.loc[f"{role} v", ROLES]
        assert counts[role] == table.loc[f"{role} v", "total"] == 1
    assert table["total"].sum() == 5


def test_organisations_are_groups_by_what_is_outermost(build: Any) -> None:
    data = build(
        people("abcdow"),
        [
            ("a", "PART_OF", "o"), ("b", "PART_OF", "a"), ("c", "PART_OF", "w"),
            ("d", "FUNDS", "b"), ("b", "ADVISES", "c"),
        ],
    )  # fmt: skip
    table = brokerage(data, ["FUNDS", "ADVISES"], by="organization")
    assert table["group"].to_dict() == {
        "a": "o", "b": "o", "c": "w", "d": "d", "o": "o", "w": "w",
    }  # fmt: skip
    assert table.loc["b", "liaison"] == 1
    with pytest.raises(InputError, match="unknown grouping 'colour'"):
        brokerage(data, by="colour")


def test_equivalent_stakeholders_hold_the_same_for_the_same(build: Any) -> None:
    links = "ac ad bc bd xc"
    pairs = equivalence(build(people("abcdx"), [(a, "FUNDS", b) for a, b in links.split()]))
    found = {(r.a, r.b): (r.shared, r.similarity) for r in pairs.itertuples()}
    assert found == {
        ("a", "b"): (2, 1.0), ("c", "d"): (2, pytest.approx(2 / 3)),
        ("a", "x"): (1, 0.5), ("b", "x"): (1, 0.5),
    }  # fmt: skip
    assert len(equivalence(build(people("ab"), []))) == 0


def test_what_is_sure_has_one_rank_and_what_is_doubtful_several(build: Any) -> None:
    doubt = {"confidence": 0.5}
    data = build(
        people("abcpq"),
        [("a", "FUNDS", "p"), ("b", "FUNDS", "p"), ("a", "FUNDS", "q", doubt),
         ("b", "FUNDS", "q", doubt), ("c", "FUNDS", "q", doubt)],
    )  # fmt: skip
    table = stability(data, "in_degree", runs=60)
    assert table.index[0] == "q"
    assert (table.at["q", "rank"], table.at["q", "rank_low"], table.at["q", "rank_high"]) == (
        1,
        1,
        2,
    )
    pd.testing.assert_frame_equal(table, stability(data, "in_degree", runs=60))
    sure = build(people("abp"), [("a", "FUNDS", "p"), ("b", "FUNDS", "p")])
    steady = stability(sure, "in_degree", runs=5)
    assert (steady["rank_low"] == steady["rank_high"]).all()
    with pytest.raises(InputError, match="'community' does not rank"):
        stability(sure, "community")


def test_change_between_two_dates(build: Any) -> None:
    data = build(
        people("abp"),
        [("a", "FUNDS", "p", {"until": "2020"}), ("b", "FUNDS", "p", {"until": "2020"}),
         ("p", "ADVISES", "a", {"since": "2022"})],
    )  # fmt: skip
    table = change(data, "2019", "2023", "in_degree")
    assert table["difference"].to_dict() == {"p": -2, "a": 1, "b": 0}
    assert (table.at["p", "rank_before"], table.at["a", "rank_after"]) == (1, 1)


edges = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(edges)
def test_every_metric_is_what_networkx_and_igraph_say(build: Any, pairs: list[Any]) -> None:
    names = [f"s{i:02}" for i in range(12)]
    data = build(people(names), [(names[a], "FUNDS", names[b]) for a, b in pairs])
    table = metrics(data).sort_index()
    directed = nx.DiGraph()
    directed.add_nodes_from(names)
    directed.add_edges_from((names[a], names[b]) for a, b in pairs if a != b)
    expected = {
        "betweenness": nx.betweenness_centrality(directed),
        "closeness": nx.closeness_centrality(directed),
        "harmonic": nx.harmonic_centrality(directed),
        "clustering": nx.clustering(directed.to_undirected()),
    }
    for name, values in expected.items():
        assert table[name].to_dict() == pytest.approx(values)
    yardstick = igraph.Graph(
        12, [(names.index(a), names.index(b)) for a, b in directed.edges], directed=True
    )
    assert table["pagerank"].tolist() == pytest.approx(yardstick.pagerank(), abs=1e-9)
    ways = yardstick.as_undirected()
    assert table["core"].tolist() == ways.coreness()
    assert table["constraint"].dropna().tolist() == pytest.approx(
        [c for c in ways.constraint() if not math.isnan(c)]
    )
    points = set(ways.articulation_points())
    assert {i for i, cuts in enumerate(table["articulation"]) if cuts} == points


def test_hubs_and_authorities_as_kleinberg_defines_them(build: Any) -> None:
    links = "ap bp cp aq bq cr"
    table = metrics(build(people("abcpqr"), [(a, "FUNDS", b) for a, b in links.split()]))
    yardstick = igraph.Graph.TupleList([tuple(link) for link in links.split()], directed=True)
    names = yardstick.vs["name"]
    for column, scores in (
        ("hubs", yardstick.hub_score()),
        ("authorities", yardstick.authority_score()),
    ):
        expected = {name: score / sum(scores) for name, score in zip(names, scores, strict=True)}
        assert table[column].to_dict() == pytest.approx(expected, abs=1e-9)


def test_katz_and_effective_size_of_a_star(build: Any) -> None:
    # Closed forms: with λ = 2, α = 0.425, the centre has 1 + 4 α, an end 1; no end knows another.
    star = build(people("zabcd"), [(end, "FUNDS", "z") for end in "abcd"])
    table = metrics(star)
    assert table.at["z", "katz"] / table.at["a", "katz"] == pytest.approx(1 + 4 * 0.85 / 2)
    assert table.at["z", "effective_size"] == 4
    assert table.at["z", "articulation"] == 3


def test_communities_of_a_large_network_are_as_good(
    build: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    club = nx.karate_club_graph()
    data = build(people(club), [(str(a), "ADVISES", str(b)) for a, b in club.edges])
    monkeypatch.setattr("stakeholder_graph.queries.influence.communities._LARGE", 10)
    groups = [set(g.index.astype(int)) for _, g in metrics(data).groupby("community")]
    assert sum(map(len, groups)) == len(club)
    assert nx.community.modularity(club, groups, weight=None) > 0.38


def test_strength_counts_statements(build: Any) -> None:
    data = build(people("ab"), [("a", "FUNDS", "b"), ("a", "PILOTS", "b"), ("b", "ADVISES", "a")])
    table = metrics(data)
    assert (table.at["a", "degree"], table.at["a", "strength"]) == (2, 3)


def test_estimates_of_shortest_paths_come_near(build: Any) -> None:
    random = nx.gnm_random_graph(150, 900, seed=3, directed=True)
    data = build(people(range(150)), [(str(a), "FUNDS", str(b)) for a, b in random.edges])
    only = ["closeness", "harmonic"]
    exact = metrics(data, only=only).sort_index()
    rough = metrics(data, only=only, exact_up_to=100, sample=75).sort_index()
    assert rough.attrs["sample"] == 75
    for name in only:
        assert exact[name].corr(rough[name]) > 0.9
