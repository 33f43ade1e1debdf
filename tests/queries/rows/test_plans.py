"""How Neo4j runs the helpers: by its indexes, never over all stakeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from neo4j_server.server import Server

from stakeholder_graph.graph import Store
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.queries import cypher

LOOKUPS = (
    "about",
    "among",
    "between",
    "card",
    "duties",
    "holders",
    "identified",
    "named",
    "neighbours",
    "raci",
    "wholes",
)
TEXTS = {"id", "other", "key"}


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
            parameters: dict[str, Any] = {
                key: "x" if key in TEXTS else key == "every" or ["x"]
                for key in re.findall(r"\$(\w+)", query)
            }
            plan = driver.execute_query(f"EXPLAIN {query}", parameters).summary.plan
            assert plan is not None
            used = set(operators(plan))
            # Two nodes each found by a unique index may be crossed: that is one row.
            assert not used & {"AllNodesScan", "NodeByLabelScan"}, (name, used)
            assert any("IndexSeek" in operator for operator in used), (name, used)
