"""The store in a file: who may open it, and what is said when it cannot be opened."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
from pathlib import Path

import ladybug
import pytest
from conformance.graphs import AGENCY, HARBOUR, charter, edges, minutes, picture, states, told

from stakeholder_graph.errors import StoreError
from stakeholder_graph.graph import load_vocabulary, open_store
from stakeholder_graph.graph.stores.ladybug_session import Session


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "stakeholders.lbug")


def in_another_process(code: str, path: str) -> str:
    """Run code that finds `path` and `open_store`, and return what it prints."""
    imports = "import sys; from stakeholder_graph.graph import open_store; path = sys.argv[1]\n"
    command = [sys.executable, "-c", imports + code, path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_file_keeps_what_was_written(path: str) -> None:
    with open_store(path) as store:
        charter().write_to(store)
        before = picture(store)
    with open_store(path, read_only=True) as store:
        assert picture(store) == before
        assert store.address == path


def test_a_missing_file_read_only_says_that_nothing_is_loaded(path: str) -> None:
    with pytest.raises(StoreError, match=r"nothing loaded yet; run `stakeholders load …`"):
        open_store(path, read_only=True)
    assert not Path(path).exists()


def test_an_empty_file_read_only_says_that_nothing_is_loaded(path: str) -> None:
    Path(path).touch()
    with pytest.raises(StoreError, match="nothing loaded yet"):
        open_store(path, read_only=True)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: str, read_only: bool) -> None:
    text = Path(path)
    text.write_text("Dear board,\nplease find attached.\n")
    with pytest.raises(StoreError, match="is not a store but another kind of file"):
        open_store(path, read_only=read_only)
    assert text.read_text() == "Dear board,\nplease find attached.\n"
    assert list(text.parent.iterdir()) == [text]


def test_a_database_of_another_kind_is_refused(path: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    with pytest.raises(StoreError, match="another kind of file"):
        open_store(path)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_ladybug_database_of_something_else_is_refused(path: str, read_only: bool) -> None:
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:
        connection.execute("CREATE NODE TABLE Person(id STRING PRIMARY KEY)")
    with pytest.raises(StoreError, match="a database, but not one of stakeholders"):
        open_store(path, read_only=read_only)
    with ladybug.Database(path) as database, ladybug.Connection(database) as connection:
        rows = connection.execute("CALL show_tables() RETURN name").get_all()
    assert rows == [["Person"]]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder, not a store; name a file in it"):
        open_store(str(tmp_path))


def test_a_file_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the folder is not there"):
        open_store(str(tmp_path / "no" / "stakeholders.lbug"))


def test_a_damaged_file_is_refused(path: str) -> None:
    with open_store(path) as store:
        charter().write_to(store)
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError) as caught:
        open_store(path, read_only=True).frames()
    assert caught.value.exit_code == 4


def test_a_second_writer_is_refused_and_told_what_to_do(path: str) -> None:
    code = """
from stakeholder_graph.errors import StoreError
try:
    open_store(path)
except StoreError as error:
    print(error)
"""
    with open_store(path):
        message = in_another_process(code, path)
    assert message == (
        f"{path}: another process is writing to the store; "
        "wait until it has finished, or open the store read-only"
    )


@pytest.mark.parametrize(("first", "second"), [(False, False), (False, True), (True, False)])
def test_in_one_process_one_may_write_or_several_read(path: str, first: bool, second: bool) -> None:
    open_store(path).close()
    with (
        open_store(path, read_only=first),
        pytest.raises(StoreError, match="already open in this process"),
    ):
        open_store(path, read_only=second)
    with open_store(path, read_only=True), open_store(path, read_only=True) as store:
        assert store.documents() == []


def test_a_store_that_was_dropped_can_be_opened_again(path: str) -> None:
    store = open_store(path)
    store = open_store(path[:-1] + "2")
    gc.collect()
    with open_store(path) as again:
        assert again.documents() == store.documents() == []
    store.close()


def test_others_can_read_beside_a_writer(path: str) -> None:
    code = "print([d.id for d in open_store(path, read_only=True).documents()])"
    with open_store(path) as store:
        charter().write_to(store)
        assert in_another_process(code, path) == "['charter']"
        minutes().write_to(store)
        assert in_another_process(code, path) == "['charter', 'minutes']"


def test_a_reader_that_stays_open_sees_what_a_writer_made_of_the_file(path: str) -> None:
    code = """
with open_store(path) as store:
    store.forget("charter")
"""
    with open_store(path) as store:
        charter().write_to(store)
        minutes().write_to(store)
    with open_store(path, read_only=True) as reader:
        assert len(reader.frames()[1]) == 5
        in_another_process(code, path)
        assert len(reader.frames()[1]) == 2
        assert {document for *_, document in edges(reader)} == {"minutes"}


def test_a_store_open_read_only_refuses_to_write(path: str) -> None:
    with open_store(path) as store:
        charter().write_to(store)
    with open_store(path, read_only=True) as store:
        with pytest.raises(StoreError, match="is open read-only"):
            minutes().write_to(store)
        with pytest.raises(StoreError, match="is open read-only"):
            store.forget("charter")
        assert [d.id for d in store.documents()] == ["charter"]


def test_a_richer_vocabulary_adds_its_relations_and_a_poorer_one_keeps_them(
    path: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("relations: {LOBBIES: {meaning: Speaks for a cause.}}")
    with open_store(path) as store:
        charter().write_to(store)
    with open_store(path, vocabulary=load_vocabulary(own)) as store:
        told("own", states(AGENCY, "LOBBIES", HARBOUR, "own")).write_to(store)
    with open_store(path) as store:
        assert ("port-agency", "LOBBIES", "harbour-project", "own") in edges(store)
        assert store.forget("own")
        assert {document for *_, document in edges(store)} == {"charter"}


@pytest.mark.parametrize("read_only", [True, False])
def test_a_closed_store_says_so(path: str, read_only: bool) -> None:
    open_store(path).close()
    store = open_store(path, read_only=read_only)
    store.close()
    with pytest.raises(StoreError, match="is closed; open it again"):
        store.documents()


def test_many_writes_keep_the_same_graph(path: str) -> None:
    with open_store(path) as store:
        for _ in range(9):
            charter().write_to(store)
            minutes().write_to(store)
        assert len(edges(store)) == 5


def test_a_store_of_an_earlier_version_is_told_and_left_alone(path: str) -> None:
    with open_store(path) as store:
        assert store.documents() == []
    session = Session(path, read_only=False)
    session.rows("ALTER TABLE MENTIONED_IN DROP resolved", {})
    session.close()
    with pytest.raises(StoreError, match="earlier version"):
        open_store(path)
    with open_store(path, read_only=True) as store:
        assert store.stakeholders() == []
