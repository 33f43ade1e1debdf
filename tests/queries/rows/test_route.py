"""The shortest chain of statements between two stakeholders."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import NameNotFoundError, VocabularyError
from stakeholder_graph.graph import Review, Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import COLUMNS, path

Tell = Callable[..., Store]


def test_each_step_says_which_way_its_statement_runs(project: Store) -> None:
    way = path(project, "préfet", "ministère du Droit")
    assert list(way.columns) == ["step", "from", "to", "direction", *COLUMNS]
    walked = way[["step", "from", "direction", "relation", "to"]]
    assert list(walked.itertuples(index=False, name=None)) == [
        (1, "préfet", "→", "CO_CHAIRS", "comité de pilotage (Nouvel Élan)"),
        (2, "comité de pilotage (Nouvel Élan)", "→", "GOVERNS", "Nouvel Élan"),
        (3, "Nouvel Élan", "←", "SPONSORS", "ministère du Droit"),
    ]
    assert way["quote"].str.len().min() > 0


def test_the_surest_statement_of_a_step_is_taken(tell: Tell) -> None:
    store = tell(
        ("A", "PILOTS", "B", {"confidence": 0.5}),
        ("B", "ADVISES", "A", {"confidence": 0.9}),
        ("A", "FUNDS", "B", {"confidence": 0.9}),
        ("A", "HOSTS", "B", {"confidence": 0.9}),
    )
    assert list(path(store, "A", "B")["relation"]) == ["FUNDS"]


def test_only_the_relations_asked_for_are_followed(tell: Tell) -> None:
    store = tell(("A", "ADVISES", "C"), ("A", "PART_OF", "B"), ("B", "PART_OF", "C"))
    assert len(path(store, "A", "C")) == 1
    assert list(path(store, "A", "C", "part of")["to"]) == ["B", "C"]
    assert path(store, "A", "C", ["funds"]).empty
    with pytest.raises(VocabularyError):
        path(store, "A", "C", "knows")


def test_no_chain_gives_an_empty_table(tell: Tell) -> None:
    no = {"review": Review.REJECTED}
    store = tell(("A", "PILOTS", "B"), ("C", "PILOTS", "D"), ("B", "FUNDS", "C", no))
    assert path(store, "A", "D").empty
    assert path(store, "A", "A").empty
    assert list(path(store, "A", "D").columns) == ["step", "from", "to", "direction", *COLUMNS]
    with pytest.raises(NameNotFoundError):
        path(store, "A", "Z")


ends = st.sampled_from("ABCDEFGH")
edges = st.lists(st.tuples(ends, st.sampled_from(["PILOTS", "FUNDS"]), ends), min_size=1)


@settings(max_examples=25, deadline=None)
@given(edges)
def test_chains_are_as_short_as_networkx_finds_and_hang_together(
    write: Tell, statements: list[tuple[str, str, str]]
) -> None:
    graph = nx.Graph([(source, target) for source, _, target in statements])
    a, b = min(graph), max(graph)
    with MemoryStore() as store:
        write(store, *statements)
        way = path(store, a, b)
    if not nx.has_path(graph, a, b):
        assert way.empty
        return
    assert len(way) == nx.shortest_path_length(graph, a, b)
    stops = [a, *way["to"]]
    assert list(way["from"]) == stops[:-1]
    assert stops[-1] == b
    for row in way.to_dict("records"):
        ends_of = (row["from"], row["to"]) if row["direction"] == "→" else (row["to"], row["from"])
        assert ends_of == (row["source"], row["target"])
        assert (row["source"], row["relation"], row["target"]) in statements
