"""What a format carries comes back as it was, and the same graph gives the same bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from conformance.graphs import charter, minutes
from hypothesis import HealthCheck, given, settings

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Store, load_vocabulary
from stakeholder_graph.graph.exchange import (
    FORMATS,
    Snapshot,
    export,
    fill,
    from_csv,
    from_graphml,
    from_jsonld,
    take,
    to_csv,
    to_graphml,
    to_jsonld,
)
from stakeholder_graph.graph.stores.memory import MemoryStore

from .graphs import graphs

FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@FEW
@given(graphs())
def test_graphml_carries_everything(graph: Snapshot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.graphml"
        path.write_bytes(to_graphml(graph))
        assert from_graphml(path) == graph


@FEW
@given(graphs())
def test_jsonld_carries_everything(graph: Snapshot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.jsonld"
        path.write_bytes(to_jsonld(graph, load_vocabulary()))
        assert from_jsonld(path) == graph


@FEW
@given(graphs(without=";"))
def test_csv_carries_everything(graph: Snapshot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in to_csv(graph).items():
            (Path(folder) / name).write_bytes(data)
        assert from_csv(Path(folder)) == graph


@FEW
@given(graphs())
def test_a_store_holds_the_graph_it_is_filled_with(graph: Snapshot) -> None:
    with MemoryStore() as store:
        fill(store, graph)
        held = take(store)
    assert held.statements == graph.statements
    assert held.stakeholders == graph.stakeholders
    assert held.mentioned_in == graph.mentioned_in


def test_every_store_gives_the_same_snapshot(any_store: Store) -> None:
    with MemoryStore() as model:
        for each in (charter(), minutes()):
            each.write_to(any_store)
            each.write_to(model)
        assert take(any_store) == take(model)
        fill(any_store, take(model))
        assert take(any_store).statements == take(model).statements


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    written = []
    for name, order in (("one", (charter(), minutes())), ("two", (minutes(), charter()))):
        with MemoryStore() as store:
            for each in order:
                each.write_to(store)
            paths = export(take(store), tmp_path / name, form, load_vocabulary())
        written.append([path.read_bytes() for path in paths])
    assert written[0] == written[1]
    assert all(written[0])


def test_without_persons_nothing_is_stated_of_them() -> None:
    with MemoryStore() as store:
        charter().write_to(store)
        graph = take(store)
    left = graph.without(Kind.BODY)
    assert {each.id for each in left.stakeholders} == {
        "port-agency",
        "harbour-project",
        "ministry-works",
    }
    assert {each.statement.relation for each in left.statements} == {"PILOTS", "SPONSORS"}


def test_the_path_on_this_machine_stays_here() -> None:
    with MemoryStore() as store:
        charter().write_to(store)
        assert take(store).documents[0].address == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no XML",
        b"<graphml/>",
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph><node/></graph></graphml>',
    ],
)
def test_what_is_no_export_is_refused(content: bytes, tmp_path: Path) -> None:
    (path := tmp_path / "a.graphml").write_bytes(content)
    with pytest.raises(InputError, match=r"a\.graphml"):
        from_graphml(path)
    with pytest.raises(InputError, match=r"a\.graphml"):
        from_jsonld(path)
    (tmp_path / "stakeholders.csv").write_bytes(content)
    with pytest.raises(InputError):
        from_csv(tmp_path)
