"""The metrics against published values on classic data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.queries.influence import METRICS, metrics


def both_ways(graph: Any) -> list[tuple[str, str, str]]:
    """Return an undirected graph as statements in both directions."""
    pairs = [(str(a), str(b)) for a, b in graph.edges]
    return [(a, "ADVISES", b) for a, b in [*pairs, *((b, a) for a, b in pairs)]]


def people(names: Iterable[object]) -> list[tuple[str, str, str]]:
    return [(str(name), str(name), "person") for name in names]


@pytest.fixture(scope="module")
def karate(build: Any) -> pd.DataFrame:
    club = nx.karate_club_graph()
    return metrics(build(people(club), both_ways(club)))


@pytest.fixture(scope="module")
def florence(build: Any) -> pd.DataFrame:
    families = nx.florentine_families_graph()
    # Padgett's 16th family, without marriages in the data.
    return metrics(build(people([*families, "Pucci"]), both_ways(families)))


@pytest.fixture(scope="module")
def florence15(build: Any) -> pd.DataFrame:
    families = nx.florentine_families_graph()
    return metrics(build(people(families), both_ways(families)))


def test_florentine_betweenness_is_as_published(florence15: pd.DataFrame) -> None:
    # Jackson, M. O. (2008). Social and Economic Networks, section 1.2.1.
    published = {"Medici": 0.522, "Strozzi": 0.103, "Guadagni": 0.255}
    for family, value in published.items():
        assert florence15.at[family, "betweenness"] == pytest.approx(value, abs=5e-4)
    assert florence15["betweenness_rank"].idxmin() == "Medici"


def test_florentine_closeness_is_as_published(florence15: pd.DataFrame) -> None:
    # Jackson (2008), table 2.1: closeness of the Medici is 14/25.
    assert florence15.at["Medici", "closeness"] == pytest.approx(14 / 25)


def test_florentine_degrees_are_as_published(florence15: pd.DataFrame) -> None:
    # Padgett & Ansell (1993): six marriages of the Medici, four of the Strozzi.
    assert florence15.at["Medici", "in_degree"] == florence15.at["Medici", "out_degree"] == 6
    assert florence15.at["Strozzi", "degree"] == 8


def test_the_medici_have_most_eigenvector_centrality(florence15: pd.DataFrame) -> None:
    # Jackson (2008), table 2.1: .430 and .356.
    assert florence15.at["Medici", "eigenvector"] == pytest.approx(0.430, abs=5e-4)
    assert florence15.at["Strozzi", "eigenvector"] == pytest.approx(0.356, abs=5e-4)


def test_a_family_without_marriages_has_a_row(florence: pd.DataFrame) -> None:
    pucci = florence.loc["Pucci"]
    assert pucci[["degree", "betweenness", "closeness", "core"]].tolist() == [0, 0, 0, 0]
    assert pd.isna(pucci["constraint"]) and pd.isna(pucci["constraint_rank"])
    assert florence.attrs["components"] == 2


def test_karate_betweenness_is_as_published(karate: pd.DataFrame) -> None:
    # Girvan & Newman's data; the values every package prints: instructor and administrator first.
    assert karate.at["0", "betweenness"] == pytest.approx(0.437635, abs=1e-6)
    assert karate.at["33", "betweenness"] == pytest.approx(0.304075, abs=1e-6)


def test_karate_eigenvector_is_as_published(karate: pd.DataFrame) -> None:
    assert karate.at["33", "eigenvector"] == pytest.approx(0.373363, abs=1e-6)
    assert karate.at["0", "eigenvector"] == pytest.approx(0.355491, abs=1e-6)


def test_karate_pagerank_is_as_published(karate: pd.DataFrame) -> None:
    assert karate["pagerank"].sum() == pytest.approx(1)
    assert karate.index[:2].tolist() == ["33", "0"]
    assert karate.at["33", "pagerank"] == pytest.approx(0.100919, abs=1e-6)
    assert karate.at["0", "pagerank"] == pytest.approx(0.096997, abs=1e-6)


def test_karate_core_of_ten(karate: pd.DataFrame) -> None:
    assert karate["core"].max() == 4
    assert (karate["core"] == 4).sum() == 10


def test_karate_communities_reach_the_best_modularity(karate: pd.DataFrame) -> None:
    # Brandes et al. (2008), IEEE TKDE 20(2): the maximum is 0.4198, with four communities.
    groups = [set(g.index.astype(int)) for _, g in karate.groupby("community")]
    club = nx.karate_club_graph()
    assert len(groups) == 4
    assert nx.community.modularity(club, groups, weight=None) == pytest.approx(0.4198, abs=1e-4)
    assert karate["community"].value_counts().sort_index().is_monotonic_decreasing


def test_pagerank_of_the_eleven_pages(build: Any) -> None:
    # The worked example of the Wikipedia article "PageRank", in per cent.
    links = "BC CB DA DB EB ED EF FB FE GB GE HB HE IB IE JE KE"
    pages = build(people("ABCDEFGHIJK"), [(a, "ADVISES", b) for a, b in links.split()])
    ranks = metrics(pages, only=["pagerank"])["pagerank"] * 100
    published = {"B": 38.4, "C": 34.3, "E": 8.1, "D": 3.9, "F": 3.9, "A": 3.3, "K": 1.6}
    assert {page: round(ranks[page], 1) for page in published} == published


def test_constraint_of_a_star_and_of_a_closed_group(build: Any) -> None:
    # Closed forms: 1/k for the centre of k ends; (1/2 + 1/4)² twice in a triangle.
    star = build(people("zabcd"), [("z", "ADVISES", end) for end in "abcd"])
    triangle = build(
        people("abc"), [("a", "ADVISES", "b"), ("b", "ADVISES", "c"), ("c", "ADVISES", "a")]
    )
    assert metrics(star).at["z", "constraint"] == pytest.approx(1 / 4)
    assert metrics(star).at["a", "constraint"] == pytest.approx(1)
    assert metrics(triangle)["constraint"].tolist() == pytest.approx([1.125] * 3)
    assert metrics(star).at["z", "constraint_rank"] == 1


def test_every_metric_says_what_it_is() -> None:
    for name, metric in METRICS.items():
        text = metric.measure.__doc__ or ""
        for part in ("Definition", "Direction", "Reference", "Complexity"):
            assert part in text or name == "degree", f"{name} has no {part}"
