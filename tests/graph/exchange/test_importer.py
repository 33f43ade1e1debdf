"""The folder of CSV files, by the real ``neo4j-admin database import``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conformance.graphs import AGENCY, HARBOUR, MINISTRY, charter, states, told
from neo4j_server.server import NoServerError, administer, running

from stakeholder_graph.graph import Qualifiers, load_vocabulary
from stakeholder_graph.graph.exchange import Snapshot, export, take
from stakeholder_graph.graph.stores.memory import MemoryStore

ODD = 'It says "a", b;\n<c> \\ \' é 😀\t=1+1'


@pytest.fixture
def graph() -> Snapshot:
    said = states(MINISTRY, "FUNDS", HARBOUR, "odd", quote=ODD)
    joint = states(
        AGENCY, "PILOTS", HARBOUR, "odd", qualifiers=Qualifiers(jointly_with=("a", "b, c"))
    )
    with MemoryStore() as store:
        charter().write_to(store)
        told("odd", said, joint).write_to(store)
        return take(store)


def test_the_importer_takes_the_folder(graph: Snapshot, tmp_path: Path) -> None:
    network = tmp_path / "network"
    export(graph, network, "csv", load_vocabulary())
    home = tmp_path / "home"
    nodes = [f"--nodes={network / name}.csv" for name in ("stakeholders", "documents")]
    try:
        said = administer(
            home,
            *("database", "import", "full", "neo4j", "--multiline-fields=true", *nodes),
            f"--relationships={network / 'statements.csv'}",
        )
    except NoServerError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    assert f"{len(graph.stakeholders) + 2} nodes" in said
    with running(home) as server, server.driver() as driver:
        edges = driver.execute_query(
            "MATCH (a:Stakeholder)-[r]->(b:Stakeholder) RETURN a.id, type(r), b.id, r.quote, "
            "r.start_offset, r.confidence, r.phase, coalesce(r.jointly_with, [])"
        ).records
        labels = driver.execute_query(
            "MATCH (n:Organization {id: 'port-agency'}) RETURN labels(n)"
        ).records
    assert sorted(map(tuple, edges)) == sorted(
        (
            each.source,
            said.relation,
            each.target,
            said.quote,
            said.place.start,
            said.confidence,
            said.qualifiers.phase,
            list(said.qualifiers.jointly_with),
        )
        for each in graph.statements
        for said in [each.statement]
    )
    assert [set(*record) for record in labels] == [{"Stakeholder", "Organization"}]
