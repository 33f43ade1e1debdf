"""How the databases run the helpers: by their indexes, never over all stakeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import ladybug
import pytest
from neo4j_server.server import Server

from stakeholder_graph.graph import Store
from stakeholder_graph.graph.stores.ladybug import LadybugStore
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.queries import cypher

FOLDER = resources.files("stakeholder_graph.queries") / "cypher"
WHOLE = {
    "audit_documents": "counts the statements of every document",
    "audit_once": "counts the statements of every stakeholder",
    "audit_subjects": "lists everything that can lack somebody accountable",
    "audit_texts": "reads the texts of all documents",
    "containing": "words stand anywhere in a name",
    "dated": "lists every statement that has a date",
    "held": "counts the links of every stakeholder",
    "keys": "the nearest names are told from all names",
    "of_kinds": "lists every stakeholder of some kinds",
    "received": "counts the links of every stakeholder",
    "relations": "lists every statement of some relations",
    "tally_kinds": "counts every stakeholder",
    "tally_relations": "counts every statement",
}
"""The helpers that go through the whole graph by design, and why; all others are lookups."""

LOOKUPS = sorted({file.name.removesuffix(".cypher") for file in FOLDER.iterdir()} - set(WHOLE))
TEXTS = {"id", "other", "key"}


def parameters(query: str) -> dict[str, Any]:
    return {
        key: "x" if key in TEXTS else False if key == "every" else ["PILOTS"]
        for key in re.findall(r"\$(\w+)", query)
    }


def operators(plan: dict[str, Any]) -> Iterator[str]:
    """Yield the operators of a plan."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_a_lookup_starts_from_an_index(neo4j_server: Server, write: Callable[..., Store]) -> None:
    neo4j_server.wipe()
    with Neo4jStore(environment=neo4j_server.environment) as store, neo4j_server.driver() as driver:
        # The planner counts: over a handful of stakeholders a scan is as good as an index.
        write(store, *((f"office {n}", "PILOTS", f"projet {n // 3}") for n in range(3000)))
        driver.execute_query("CALL db.prepareForReplanning(60)")
        for name in LOOKUPS:
            query = cypher(name)
            plan = driver.execute_query(f"EXPLAIN {query}", parameters(query)).summary.plan
            assert plan is not None
            used = set(operators(plan))
            # Two nodes each found by a unique index may be crossed: that is one row.
            assert not used & {"AllNodesScan", "NodeByLabelScan"}, (name, used)
            assert any("IndexSeek" in operator for operator in used), (name, used)


@pytest.fixture(scope="module")
def database(
    tmp_path_factory: pytest.TempPathFactory, write: Callable[..., Store]
) -> Iterator[ladybug.Connection]:
    path = str(tmp_path_factory.mktemp("plans") / "store.lbug")
    with LadybugStore(path) as store:
        write(store, *((f"office {n}", "PILOTS", f"projet {n // 3}") for n in range(300)))
    with ladybug.Database(path, read_only=True) as database:
        yield ladybug.Connection(database)


@pytest.mark.parametrize("name", LOOKUPS)
def test_a_lookup_is_by_primary_key_in_ladybug(name: str, database: ladybug.Connection) -> None:
    query = cypher(name)
    plan = str(database.execute(f"EXPLAIN {query}", parameters(query)).get_all())
    # Every part of a UNION is looked up on its own.
    assert len(re.findall("PRIMARY_KEY", plan)) >= len(query.split("UNION")), plan
