"""What docs/influence.md hands to other engines is the network that `metrics` measures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.graph import Store
from stakeholder_graph.graph.exchange import take, to_parquet
from stakeholder_graph.queries.influence import metrics

PAGE = Path(__file__).parents[3] / "docs" / "influence.md"


def block(language: str) -> str:
    """Return the first example of the page in a language."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("store_make", ["neo4j"], indirect=True)
def test_what_is_projected_in_neo4j_are_the_links(project: Store) -> None:
    counted = block("cypher").replace(
        "gds.graph.project('stakeholders', a, b)", "count(DISTINCT a) AS nodes, count(b) AS links"
    )
    measured = metrics(project, only=["degree"]).attrs
    assert project.run(counted) == [{"nodes": measured["stakeholders"], "links": measured["links"]}]


@pytest.mark.parametrize("store_make", ["ladybug"], indirect=True)
def test_the_parquet_files_have_the_same_links(
    project: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("network").mkdir()
    for name, data in to_parquet(take(project)).items():
        Path("network", name).write_bytes(data)
    tables: dict[str, Any] = {}
    exec(block("python"), tables)  # noqa: S102  (our own page)
    table = metrics(project, only=["in_degree"])
    assert set(tables["vertices"]["id"]) == set(table.index)
    assert tables["links"]["dst"].value_counts().to_dict() == {
        id_: count for id_, count in table["in_degree"].items() if count
    }
