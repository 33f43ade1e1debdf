"""Asking who is accountable, against the bare query through the same store."""

from collections.abc import Callable
from pathlib import Path

from stakeholder_graph.graph import open_store
from stakeholder_graph.loaders import load
from stakeholder_graph.queries import who_is_accountable

_SAMPLES = Path(__file__).parents[2] / "samples"
_TIMES = 200
_BARE = """
MATCH (n:Name {key: $key})-[:NAMES]->(x:Stakeholder)
MATCH (s:Stakeholder)-[e:ACCOUNTABLE_FOR]->(x)
RETURN s.name AS name, e.quote AS quote
"""


def test_asking_against_the_bare_query(compare: Callable[..., float]) -> None:
    with open_store(":memory:") as store:
        load([_SAMPLES], store)

        def ask() -> None:
            for _ in range(_TIMES):
                who_is_accountable(store, "programme Passerelle")

        def query() -> None:
            for _ in range(_TIMES):
                store.run(_BARE, {"key": "programme passerelle"})

        compare(f"who-is-accountable / bare query, {_TIMES} times", ask, query)
