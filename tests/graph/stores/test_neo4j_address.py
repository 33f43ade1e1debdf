"""Which server is opened, by whom, and what is refused before anything is sent."""

from __future__ import annotations

import pytest

from stakeholder_graph.errors import StoreError
from stakeholder_graph.graph import open_store
from stakeholder_graph.graph.stores.neo4j_address import login

SECRET = {"NEO4J_PASSWORD": "s3cret-horse"}


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://localhost:7687",
        "bolt://127.0.0.1",
        "bolt://[::1]:7687",
        "neo4j+s://db.example.org",
        "neo4j+ssc://db.example.org:7687",
        "bolt+s://db.example.org",
        "neo4j://localhost:7687/?policy=europe",
    ],
)
def test_these_addresses_are_taken_as_they_are(address: str) -> None:
    assert login(address, SECRET).address == address


def test_user_password_and_database_come_from_the_environment() -> None:
    environment = SECRET | {"NEO4J_USERNAME": "ana", "NEO4J_DATABASE": "works"}
    found = login("bolt://localhost", environment)
    assert (found.username, found.password, found.database) == ("ana", "s3cret-horse", "works")
    assert login("bolt://localhost", SECRET).username == "neo4j"
    assert login("bolt://localhost", SECRET | {"NEO4J_USER": "bob"}).username == "bob"
    assert login("bolt://localhost", {}).username == ""


def test_an_address_without_a_host_stands_for_the_one_of_the_environment() -> None:
    assert login("neo4j://", {"NEO4J_URI": "bolt://localhost:7"}).address == "bolt://localhost:7"
    with pytest.raises(StoreError, match="names no server; write neo4j://host:7687, or set NEO4J"):
        login("neo4j://", {})


@pytest.mark.parametrize("address", ["http://localhost:7474", "s3://bucket", "bolt://localhost:x"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(StoreError, match="is not the address of a Neo4j server"):
        open_store(address)


@pytest.mark.parametrize("address", ["neo4j://ana:s3cret-horse@localhost", "", "neo4j://"])
def test_a_password_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    environment = {"NEO4J_URI": "neo4j+s://ana:s3cret-horse@db.example.org:7687"}
    with pytest.raises(StoreError, match="must not hold a user name or password") as caught:
        login(address, environment)
    assert "s3cret" not in str(caught.value)
    assert "ana" not in str(caught.value)


def test_the_password_is_in_no_representation() -> None:
    assert "s3cret" not in repr(login("bolt://localhost", SECRET))


@pytest.mark.parametrize("address", ["neo4j://db.example.org", "bolt://10.0.0.7:7687"])
def test_nothing_goes_unencrypted_to_another_machine_unless_it_is_allowed(address: str) -> None:
    with pytest.raises(StoreError, match=r"unencrypted; write (neo4j|bolt)\+s://"):
        login(address, SECRET)
    assert login(address, SECRET, insecure=True).address == address
    assert login(address, SECRET | {"STAKEHOLDERS_INSECURE": "1"}).address == address
