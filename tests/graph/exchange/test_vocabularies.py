"""What stands in Popolo and FollowTheMoney files is what their specifications have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conformance.graphs import AGENCY, BOARD, HARBOUR, MINISTRY, states, told
from hypothesis import HealthCheck, given, settings

from stakeholder_graph.graph import Kind, Mention, Qualifiers, load_vocabulary
from stakeholder_graph.graph.exchange import Snapshot, take, to_ftm, to_popolo
from stakeholder_graph.graph.stores.memory import MemoryStore

from .graphs import graphs

# What followthemoney 4.11.2 has of the schemata that are written: names of schemata and their
# ancestors, the properties used here and the type or range of each.
SCHEMATA = json.loads(Path(__file__).with_name("ftm_schemata.json").read_text("utf-8"))
ADA = Mention("Ada Roy", Kind.PERSON, identifiers=("wikidata:Q1",))
PREFECT = Mention("prefect", Kind.ROLE)


@pytest.fixture
def graph() -> Snapshot:
    said = (
        states(ADA, "CHAIRS", BOARD, "d", qualifiers=Qualifiers(since="2024", until="soon")),
        states(PREFECT, "CO_CHAIRS", BOARD, "d"),
        states(AGENCY, "PILOTS", HARBOUR, "d"),
        states(AGENCY, "PART_OF", MINISTRY, "d"),
        states(MINISTRY, "APPOINTS", ADA, "d"),
    )
    with MemoryStore() as store:
        told("d", *said).write_to(store)
        return take(store)


def entities(graph: Snapshot) -> dict[str, dict[str, Any]]:
    lines = to_ftm(graph, load_vocabulary()).decode().split("\n")
    return {entity["id"]: entity for entity in map(json.loads, filter(None, lines))}


def test_statements_become_the_links_that_fit(graph: Snapshot) -> None:
    links = {
        (each["schema"], each["properties"]["role"][0])
        for each in entities(graph).values()
        if "role" in each["properties"]
    }
    assert links == {
        ("Membership", "chairs"),
        ("UnknownLink", "co-chairs"),  # a post is no member
        ("ProjectParticipant", "leads"),
        ("UnknownLink", "is part of"),
        ("UnknownLink", "appoints"),
    }


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_entities_are_those_of_the_schemata(graph: Snapshot) -> None:
    found = entities(graph)
    for entity in found.values():
        schema = SCHEMATA[entity["schema"]]
        assert re.fullmatch(r"[0-9a-zA-Z][0-9a-zA-Z.\-]*", entity["id"])
        assert set(schema["required"]) <= set(entity["properties"])
        for name, values in entity["properties"].items():
            assert values and all(isinstance(value, str) and value for value in values)
            check(schema["properties"][name], values, found)


def check(kind: str, values: list[str], found: dict[str, Any]) -> None:
    if kind[0].isupper():
        ends = [SCHEMATA[found[value]["schema"]]["schemata"] for value in values]
        assert all(kind in schemata for schemata in ends)
    if kind == "date":
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value in values)


def test_popolo_has_lists_of_what_it_knows(graph: Snapshot) -> None:
    whole = json.loads(to_popolo(graph, load_vocabulary()))
    (ada,) = whole["persons"]
    assert (ada["name"], ada["identifiers"]) == (
        "Ada Roy",
        [{"scheme": "wikidata", "identifier": "Q1"}],
    )
    assert [each["label"] for each in whole["posts"]] == ["prefect"]
    parents = {each["name"]: each.get("parent_id") for each in whole["organizations"]}
    assert parents["Port Agency"] == "ministry-works"
    by_role = {each["role"]: each for each in whole["memberships"]}
    assert set(by_role) == {"chairs", "co-chairs", "leads", "is part of"}
    chair = by_role["chairs"]
    assert (chair["person_id"], chair["organization_id"]) == (ada["id"], "steering-board")
    assert (chair["start_date"], "end_date" in chair) == ("2024", False)
    assert chair["sources"] == [{"note": "Ada Roy CHAIRS steering board"}]
    assert by_role["co-chairs"]["post_id"] == "prefect"
    assert by_role["leads"]["member"] == {"@type": "Organization", "id": "port-agency"}
