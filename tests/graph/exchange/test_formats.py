"""What stands in the files, as the tools they are for read it."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from conformance.graphs import AGENCY, HARBOUR, MINISTRY, states, told
from hypothesis import HealthCheck, given, settings
from lxml import etree
from neo4j_server.server import Server

from stakeholder_graph.errors import InputError, VocabularyError
from stakeholder_graph.graph import Qualifiers, load_vocabulary
from stakeholder_graph.graph.exchange import (
    Snapshot,
    format_of,
    take,
    to_csv,
    to_cypher,
    to_gexf,
    to_graphml,
    to_parquet,
)
from stakeholder_graph.graph.stores.memory import MemoryStore

from .graphs import graphs


@pytest.fixture
def graph() -> Snapshot:
    said = (
        states(AGENCY, "PILOTS", HARBOUR, "d", qualifiers=Qualifiers(since="2024", until="2026")),
        states(MINISTRY, "SPONSORS", HARBOUR, "d", quote='It says "a", b;\n<c>'),
    )
    with MemoryStore() as store:
        told("d", *said).write_to(store)
        return take(store)


def test_graphml_is_read_by_networkx(graph: Snapshot) -> None:
    read = nx.read_graphml(BytesIO(to_graphml(graph)))
    assert read.nodes["port-agency"]["labels"] == ":Stakeholder:Organization"
    assert {data["label"] for *_, data in read.edges(data=True)} == {"PILOTS", "SPONSORS"}
    quotes = {data["quote"] for *_, data in read.edges(data=True)}
    assert 'It says "a", b;\n<c>' in quotes


def test_graphml_is_read_by_igraph(graph: Snapshot, tmp_path: Path) -> None:
    import igraph

    (path := tmp_path / "graph.graphml").write_bytes(to_graphml(graph))
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.is_directed()
    assert set(read.es["label"]) == {"PILOTS", "SPONSORS"}
    assert 'It says "a", b;\n<c>' in read.es["quote"]


def test_gexf_has_intervals_for_dates(graph: Snapshot) -> None:
    data = to_gexf(graph)
    assert nx.read_gexf(BytesIO(data)).number_of_edges() == 2
    root = etree.fromstring(data)
    edges = {edge.get("label"): edge for edge in root.iter("{*}edge")}
    assert (edges["PILOTS"].get("start"), edges["PILOTS"].get("end")) == (
        "2024-01-01",
        "2026-12-31",
    )
    assert edges["SPONSORS"].get("start") is None
    (whole,) = root.iter("{*}graph")
    assert (whole.get("mode"), whole.get("timeformat")) == ("dynamic", "date")


def test_csv_has_the_headers_of_the_importer(graph: Snapshot) -> None:
    files = {name: data.decode() for name, data in to_csv(graph).items()}
    heads = {name: next(csv.reader(StringIO(text))) for name, text in files.items()}
    assert {"id:ID(Stakeholder)", ":LABEL"} <= set(heads["stakeholders.csv"])
    assert {":START_ID(Stakeholder)", ":TYPE", ":END_ID(Stakeholder)"} <= set(
        heads["statements.csv"]
    )
    assert '"It says ""a"", b;\n<c>"' in files["statements.csv"]


def test_parquet_has_types(graph: Snapshot) -> None:
    frame = pd.read_parquet(BytesIO(to_parquet(graph)["statements.parquet"]))
    assert frame["start_offset"].dtype == "int64"
    assert frame["confidence"].dtype == "float64"
    assert set(frame["relation"]) == {"PILOTS", "SPONSORS"}


def test_only_relations_of_the_vocabulary_become_types() -> None:
    with MemoryStore() as store:
        told("d", states(AGENCY, "PILOTS", HARBOUR, "d")).write_to(store)
        graph = take(store)
    few = load_vocabulary()
    few = type(few)({}, few.kinds, few.accountability, few.containment, few.phases)
    with pytest.raises(VocabularyError):
        to_cypher(graph, few)


def test_the_script_builds_the_same_graph_whatever_its_texts_hold(neo4j_server: Server) -> None:
    from neo4j import GraphDatabase

    driver = GraphDatabase.driver(
        neo4j_server.environment["NEO4J_URI"],
        auth=(
            neo4j_server.environment["NEO4J_USERNAME"],
            neo4j_server.environment["NEO4J_PASSWORD"],
        ),
    )

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(graphs())
    def holds(graph: Snapshot) -> None:
        neo4j_server.wipe()
        script = to_cypher(graph, load_vocabulary()).decode()
        for command in script.removesuffix(";\n").split(";\n"):
            driver.execute_query(command)
        edges = driver.execute_query(
            "MATCH (a)-[r]->(b:Stakeholder) "
            "RETURN a.id, type(r), b.id, r.quote, r.condition, r.jointly_with, r.document"
        ).records
        assert sorted(map(tuple_of, edges)) == sorted(
            (
                s.source,
                s.statement.relation,
                s.target,
                s.statement.quote,
                s.statement.qualifiers.condition,
                s.statement.qualifiers.jointly_with,
                s.statement.document,
            )
            for s in graph.statements
        )
        nodes = driver.execute_query("MATCH (n:Stakeholder) RETURN n.id, n.name, n.aliases").records
        assert sorted(map(tuple_of, nodes)) == [
            (s.id, s.name, s.aliases) for s in graph.stakeholders
        ]

    with driver:
        holds()


def tuple_of(record: object) -> tuple[object, ...]:
    return tuple(tuple(v) if isinstance(v, list) else v for v in record)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["graph", "graph.docx", "graph.graphml.txt"])
def test_a_name_that_tells_no_format(name: str) -> None:
    with pytest.raises(InputError, match="graphml"):
        format_of(name)
