"""What the page is answered, on each make of store: pieces that fit on what it holds."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from exploring import BRIDGE, COUNCIL, EVIL, FAR, OFFICE, fill_region, mention, write

from stakeholder_graph.errors import InputError, NameNotFoundError
from stakeholder_graph.explorer import Answers
from stakeholder_graph.graph import Store, load_vocabulary, slug

SIZE = {"size": "degree"}


@pytest.fixture
def answers(any_store: Store) -> Answers:
    fill_region(any_store)
    return Answers(any_store, load_vocabulary(), most=10)


def held_by(page: str) -> dict[str, Any]:
    """Return what a page holds."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def ids(piece: Any) -> list[str]:
    return [node["id"] for node in piece["nodes"]]


def ends(piece: Any) -> set[tuple[str, str, str]]:
    return {(edge["source"], edge["relation"], edge["target"]) for edge in piece["edges"]}


def test_the_page_opens_on_those_with_the_most_links(answers: Answers) -> None:
    data = held_by(answers.page())
    assert set(ids(data)) == {"office", "pont-vert", *(f"branch-{n:03}" for n in range(8))}
    assert ("branch-001", "FUNDS", "branch-000") in ends(data)
    facts = data["facts"]
    assert (facts["total"], facts["statements"]) == (126, 184)
    assert facts["server"] == "api/"
    assert {r["name"] for r in facts["legend"]["relations"]} == {
        *("PILOTS", "OVERSEES", "GOVERNS", "CHAIRS", "FUNDS")
    }


def test_the_page_opens_on_the_neighbourhood_of_one(answers: Answers) -> None:
    answers.of = "pont vert"
    assert set(ids(held_by(answers.page()))) == {
        *("pont-vert", "office", slug(COUNCIL.name), slug(EVIL))
    }
    assert answers.chosen() == "pont-vert"
    answers.of = "Pont Bleu"
    with pytest.raises(NameNotFoundError, match="Pont Vert"):
        answers.page()


def test_what_is_fetched_page_by_page_is_the_whole_neighbourhood(answers: Answers) -> None:
    held: list[str] = ["office"]
    found: set[tuple[str, str, str]] = set()
    for most in (50, 100, 150):
        values = {"of": "office", "most": most, "held": held, **SIZE}
        piece = answers.neighbours(values)
        assert len(ids(piece)) == (50 if most < 150 else 21)
        assert not set(ids(piece)) & set(held)
        held += ids(piece)
        found |= ends(piece)
    assert len(held) == 122
    assert len(found) == 120 + 59 + 1  # every statement among what is held
    assert ids(answers.neighbours({"of": "office", "most": 200, "held": held, **SIZE})) == []


def test_a_node_tells_how_many_others_it_is_linked_with(answers: Answers) -> None:
    piece = answers.neighbours({"of": "pont-vert", "most": 1, "held": [], **SIZE})
    told = {node["id"]: node["neighbours"] for node in piece["nodes"]}
    assert told == {"pont-vert": 3, "office": 121}


def test_a_search_finds_whom_the_page_does_not_hold(answers: Answers) -> None:
    assert ids(answers.search({"text": "ile bleue", "most": 5})) == [slug(COUNCIL.name)]
    assert ids(answers.search({"text": "CRIB", "most": 5})) == [slug(COUNCIL.name)]
    assert ids(answers.search({"text": "branch", "most": 3}))[0] == "branch-000"


def test_some_and_a_path_fit_on_what_is_held(answers: Answers) -> None:
    some = answers.some({"ids": [slug(FAR.name)], "held": ["branch-119"]})
    assert ends(some) == {("far-mill", "FUNDS", "branch-119")}
    way = answers.path({"from": "far-mill", "to": "pont-vert", "held": ["far-mill"]})
    assert ids(way) == ["branch-119", "office", "pont-vert"]


def test_who_is_accountable_and_the_letters(answers: Answers) -> None:
    piece = answers.duty({"of": "pont-vert", "held": ["pont-vert"]})
    duty = piece["duty"]
    assert (duty["outcome"], [party["name"] for party in duty["parties"]]) == (
        "derived",
        ["Office"],
    )
    letters = {(each["letter"], each["id"], each.get("outcome", "stated")) for each in duty["raci"]}
    assert letters == {
        *(("R", "office", "stated"), ("A", "office", "derived"), ("C", "prefete", "derived"))
    }
    # What it follows from comes with it.
    assert ("prefete", "CHAIRS", slug(COUNCIL.name)) in ends(piece)


def test_the_letters_of_many_are_counted(any_store: Store) -> None:
    members = [mention(f"Member {n:02}") for n in range(40)]
    write(any_store, [(each, "PARTICIPATES_IN", BRIDGE) for each in members], "members.md")
    duty = Answers(any_store, load_vocabulary()).duty({"of": "pont-vert"})["duty"]
    assert {each["letter"] for each in duty["raci"]} == {"C"}
    assert len(duty["raci"]) + duty["more"]["C"] == 40


def test_the_page_is_of_the_store_as_it_is_now(answers: Answers) -> None:
    answers.page()
    write(answers.store, [(OFFICE, "FUNDS", mention("Newcomer"))], "new.md")
    assert held_by(answers.page())["facts"]["total"] == 127
    near = answers.neighbours({"of": "newcomer", "most": 5, "held": [], **SIZE})
    assert ids(near) == ["newcomer", "office"]


@pytest.mark.parametrize("store_make", ["memory"], indirect=True)
@pytest.mark.parametrize(
    ("name", "values", "fault"),
    [
        ("neighbours", {"of": 3, "most": 5, **SIZE}, "'of' is not a text"),
        ("neighbours", {"of": "office", "most": 5, "size": "charm"}, "unknown size 'charm'"),
        ("neighbours", {"of": "office", "most": 0, **SIZE}, "'most' is not a whole number"),
        ("neighbours", {"of": "office", "most": True, **SIZE}, "'most' is not a whole number"),
        ("neighbours", {"of": "nobody", "most": 5, **SIZE}, "no stakeholder 'nobody'"),
        ("neighbours", {"of": "office", "most": 5, "held": "x", **SIZE}, "'held' is not a list"),
        ("search", {"text": "x" * 1001, "most": 5}, "'text' is not a text"),
        ("some", {"ids": [None]}, "'ids' is not a list"),
        ("path", {"from": "office"}, "'to' is not a text"),
        ("duty", {"of": "'; MATCH (n) DETACH DELETE n //"}, "no stakeholder"),
        ("duty", {}, "'of' is not a text"),
    ],
)
def test_what_makes_no_sense_is_refused(
    answers: Answers, name: str, values: dict[str, Any], fault: str
) -> None:
    with pytest.raises(InputError, match=re.escape(fault)):
        answers.questions()[name](values)
