"""The store on a server: what Neo4j has beyond the common suite, and how its failures read."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from conformance.graphs import (
    AGENCY,
    HARBOUR,
    MINISTRY,
    Told,
    charter,
    minutes,
    picture,
    states,
    told,
)
from neo4j_server.server import Server

from stakeholder_graph.errors import StoreError
from stakeholder_graph.graph import Kind, Mention, open_store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.graph.stores.neo4j import Neo4jStore


@pytest.fixture
def server(neo4j_server: Server) -> Iterator[Server]:
    neo4j_server.wipe()
    yield neo4j_server


@pytest.fixture
def store(server: Server) -> Iterator[Neo4jStore]:
    with Neo4jStore(environment=server.environment) as opened:
        yield opened


def labels(store: Neo4jStore) -> dict[str, set[str]]:
    rows = store.run("MATCH (s:Stakeholder) RETURN s.id AS id, labels(s) AS labels")
    return {row["id"]: set(row["labels"]) - {"Stakeholder"} for row in rows}


def test_it_is_opened_by_the_variables_of_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    with open_store("neo4j://") as store:
        charter().write_to(store)
        assert store.address == server.address
    with open_store(server.address.replace("bolt", "neo4j"), read_only=True) as store:
        assert [d.id for d in store.documents()] == ["charter"]


def test_every_kind_is_a_second_label(store: Neo4jStore) -> None:
    everyone = {kind.value: [Mention(kind.value, kind)] for kind in Kind}
    told("a", **everyone).write_to(store)
    assert labels(store) == {kind.value: {kind.value.capitalize()} for kind in Kind}


def test_the_label_follows_the_kind(store: Neo4jStore) -> None:
    told("a", works=[Mention("Works", Kind.PLACE)]).write_to(store)
    told("b", works=[Mention("Works", Kind.BODY)]).write_to(store)
    assert labels(store) == {"works": {"Body"}}
    store.forget("b")
    assert labels(store) == {"works": {"Place"}}


def test_stakeholders_documents_and_names_are_unique(store: Neo4jStore) -> None:
    rows = store.run("SHOW CONSTRAINTS YIELD labelsOrTypes AS l, properties AS p RETURN l, p")
    unique = {(row["l"][0], row["p"][0]) for row in rows}
    assert unique >= {("Stakeholder", "id"), ("Document", "id"), ("Name", "key")}


def test_writers_at_the_same_time_end_as_one_after_the_other(server: Server) -> None:
    shared = [AGENCY, MINISTRY, HARBOUR]
    documents = [
        told(f"d{n}", *(states(m, "FUNDS", shared[n % 3], f"d{n}") for m in shared))
        for n in range(6)
    ]

    def write(some: list[Told]) -> None:
        with Neo4jStore(environment=server.environment) as store:
            for document in some:
                document.write_to(store)

    threads = [threading.Thread(target=write, args=(documents[n::3],)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Neo4jStore(environment=server.environment) as store, MemoryStore() as model:
        for document in documents:
            document.write_to(model)
        assert picture(store) == picture(model)


def test_a_store_open_read_only_refuses_to_write(store: Neo4jStore, server: Server) -> None:
    charter().write_to(store)
    with Neo4jStore(environment=server.environment, read_only=True) as reader:
        with pytest.raises(StoreError, match="is open read-only"):
            minutes().write_to(reader)
        assert [d.id for d in reader.documents()] == ["charter"]


def test_a_new_database_read_only_says_that_nothing_is_loaded(server: Server) -> None:
    server.reset()
    with pytest.raises(StoreError, match="nothing loaded yet"):
        Neo4jStore(environment=server.environment, read_only=True)


def test_a_database_of_something_else_is_refused_and_left_alone(server: Server) -> None:
    server.reset()
    with server.driver() as driver:
        driver.execute_query("CREATE (:Document {title: 'of another program'})")
        with pytest.raises(StoreError, match="that are not ours; name an empty database"):
            Neo4jStore(environment=server.environment)
        assert driver.execute_query("SHOW CONSTRAINTS").records == []


def test_a_wrong_password_is_said_without_repeating_it(server: Server) -> None:
    wrong = server.environment | {"NEO4J_PASSWORD": "wr0ng-horse"}
    with pytest.raises(StoreError, match="refused user 'neo4j' or the password; check") as caught:
        Neo4jStore(environment=wrong)
    assert server.address in str(caught.value)
    assert "wr0ng" not in str(caught.value)


def test_no_password_at_all_is_said(server: Server) -> None:
    with pytest.raises(StoreError, match="wants a password; set NEO4J_USERNAME and NEO4J_PASSWO"):
        Neo4jStore(environment={"NEO4J_URI": server.address})


def test_an_unknown_database_is_said(server: Server) -> None:
    with pytest.raises(StoreError, match="has no database 'nowhere'; check NEO4J_DATABASE"):
        Neo4jStore(environment=server.environment | {"NEO4J_DATABASE": "nowhere"})


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+s"])
def test_a_server_that_is_down_is_said_at_once(
    scheme: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"{scheme}://127.0.0.1:{free.getsockname()[1]}"
    started = time.monotonic()
    with pytest.raises(StoreError, match=r"does not answer .*; start the server, or check host"):
        Neo4jStore(address, environment={"NEO4J_PASSWORD": "x"})
    assert time.monotonic() - started < 15
    assert capfd.readouterr() == ("", "")


def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        started = time.monotonic()
        with pytest.raises(StoreError, match="does not answer"):
            Neo4jStore(f"neo4j://127.0.0.1:{mute.getsockname()[1]}", environment={})
        assert time.monotonic() - started < 15


def test_what_is_no_neo4j_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:

        def answer() -> None:
            connection, _ = web.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(StoreError) as caught:
            Neo4jStore(f"bolt://127.0.0.1:{web.getsockname()[1]}", environment={})
        thread.join()
    assert caught.value.exit_code == 4


def test_notes_of_the_server_go_to_the_logs_and_not_to_the_terminal(
    store: Neo4jStore, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    charter().write_to(store)
    with caplog.at_level(logging.WARNING, "neo4j"):
        store.run("MATCH (s:Stakeholder) RETURN s.no_such_property")
        assert caplog.records == []
        store.run("MATCH (s:Stakeholder) RETURN id(s)")
    assert any("deprecated" in record.getMessage() for record in caplog.records)
    assert capfd.readouterr() == ("", "")


def test_a_server_that_goes_away_meanwhile_is_said(store: Neo4jStore) -> None:
    store.close()
    with pytest.raises(StoreError):
        store.documents()
