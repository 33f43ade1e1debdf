"""What a format carries comes back as it was, and the same graph gives the same bytes."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from conformance.graphs import charter, minutes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import OpenEmpty

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Store, load_vocabulary, open_store
from stakeholder_graph.graph.exchange import (
    FORMATS,
    Snapshot,
    export,
    fill,
    read_graph,
    recognise,
    take,
)
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.loaders import import_graph

from .graphs import graphs

READ = [form for form, each in FORMATS.items() if each.read]
FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("form", READ)
@FEW
@given(data=st.data())
def test_what_a_format_carries_comes_back(form: str, data: st.DataObject) -> None:
    graph = data.draw(graphs(without=";" if form == "csv" else ""))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph.{form}"
        export(graph, path, form, load_vocabulary())
        assert recognise(path) == form
        assert read_graph(path, form) == FORMATS[form].part(graph)


@pytest.mark.parametrize("form", READ)
def test_from_store_to_store_nothing_is_lost(
    form: str, tmp_path: Path, open_empty: OpenEmpty
) -> None:
    path = tmp_path / f"graph.{form}"
    with MemoryStore() as store:
        for each in (charter(), minutes()):
            each.write_to(store)
        graph = take(store)
    export(graph, path, form, load_vocabulary())
    copy = open_empty()
    for _ in range(2):  # doing it again changes nothing
        import_graph(path, copy)
        held = take(copy)
        assert held.statements == FORMATS[form].part(graph).statements
        assert held.stakeholders == graph.stakeholders
        assert held.mentioned_in == graph.mentioned_in


@FEW
@given(graphs())
def test_a_store_holds_the_graph_it_is_filled_with(graph: Snapshot) -> None:
    with MemoryStore() as store:
        fill(store, graph)
        held = take(store)
    assert held.statements == graph.statements
    assert held.stakeholders == graph.stakeholders
    assert held.mentioned_in == graph.mentioned_in


@settings(FEW, max_examples=8)
@given(graphs())
def test_ladybug_holds_it_too(graph: Snapshot) -> None:
    with open_store(":memory:") as store:
        fill(store, graph)
        assert take(store).statements == graph.statements
        assert take(store).stakeholders == graph.stakeholders


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


@pytest.mark.parametrize("form", [form for form in READ if form not in ("csv", "parquet")])
@pytest.mark.parametrize(
    "content",
    [
        b"no XML",
        b"<graphml/>",
        b"{}",
        b"[" * 100_000,
        b'{"@graph": 1, "persons": 2, "memberships": 3, "stakeholder_graph": 4}',
        b'{"schema": "Person", "properties": {}, "stakeholder_graph": {"id": 1}}',
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph><node/></graph></graphml>',
        b'<gexf xmlns="http://www.gexf.net/1.2draft"><graph><edge id="1"/></graph></gexf>',
    ],
)
def test_what_is_no_export_is_refused(form: str, content: bytes, tmp_path: Path) -> None:
    (path := tmp_path / "a.any").write_bytes(content)
    with pytest.raises(InputError, match=r"a\.any"):
        read_graph(path, form)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_that_is_no_export_is_refused(form: str, tmp_path: Path) -> None:
    (tmp_path / f"stakeholders.{form}").write_bytes(b"id\nx\n")
    with pytest.raises(InputError, match=r"cannot be read|no graph"):
        read_graph(tmp_path, form)


@pytest.mark.parametrize(("name", "content"), [("a.txt", b"The board."), ("a.json", b"[]")])
def test_a_file_of_no_format_is_not_recognised(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match="--from"):
        recognise(tmp_path / name)
    with pytest.raises(InputError, match="--from"):
        recognise(tmp_path)


def test_a_graph_that_names_a_document_it_does_not_list(tmp_path: Path) -> None:
    with MemoryStore() as store:
        charter().write_to(store)
        graph = replace(take(store), documents=())
    export(graph, tmp_path / "a.ftm", "ftm", load_vocabulary())
    with pytest.raises(InputError, match="no graph"):
        read_graph(tmp_path / "a.ftm", "ftm")
