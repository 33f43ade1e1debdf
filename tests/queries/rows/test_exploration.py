"""Exploring piece by piece: the first, the neighbours, who is meant, what lies between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Mention, Review, Store, load_vocabulary
from stakeholder_graph.queries.exploration import SIZES, Explorer, Part
from stakeholder_graph.queries.influence import metrics

Tell = Callable[..., Store]
COUNCIL = Mention("Conseil régional d'Île-Bleue", Kind.BODY, ("CRIB",))


@pytest.fixture
def town(tell: Tell) -> Store:
    """A hub with four spokes, two of which are linked, and one that is only rejected."""
    no = {"review": Review.REJECTED}
    return tell(
        ("hub", "PILOTS", "east"),
        ("hub", "FUNDS", "east", {"line": 30}),
        ("hub", "FUNDS", "west"),
        ("north", "OVERSEES", "hub"),
        ("hub", "OVERSEES", "north"),
        ("north", "ADVISES", "west"),
        (COUNCIL, "ADVISES", "hub"),
        ("hub", "ADVISES", "nobody", no),
        ("hub", "ADVISES", "hub"),
        ("far", "FUNDS", "west"),
    )


def explorer(store: Store) -> Explorer:
    return Explorer.of(store, load_vocabulary())


def ids(part: Part) -> list[str]:
    return [stakeholder.id for stakeholder in part.stakeholders]


def triples(part: Part) -> set[tuple[str, str, str]]:
    return {(s.source_id, s.relation, s.target_id) for s in part.statements}


@pytest.mark.parametrize("size", SIZES)
def test_degrees_and_ranks_are_those_of_the_metrics(town: Store, size: str) -> None:
    ranks = explorer(town).ranks
    for id_, row in metrics(town, only=[size]).iterrows():
        assert ranks.of_one(str(id_))[size] == (row[size], row[f"{size}_rank"])


def test_the_first_come_with_what_is_stated_between_them(town: Store) -> None:
    first = explorer(town).first("degree", 3)
    assert ids(first) == ["hub", "north", "west"]
    assert triples(first) == {
        ("hub", "FUNDS", "west"),
        ("north", "OVERSEES", "hub"),
        ("hub", "OVERSEES", "north"),
        ("north", "ADVISES", "west"),
        ("hub", "ADVISES", "hub"),
    }
    assert first.linked == {"hub": 4, "north": 2, "west": 3}


def test_neighbours_are_the_first_of_them_and_joined_with_what_is_held(town: Store) -> None:
    near = explorer(town).neighbours("hub", "degree", 2, ["far"])
    assert ids(near) == ["hub", "north", "west"]
    assert ("far", "FUNDS", "west") in triples(near)
    rest = explorer(town).neighbours("hub", "degree", 100, ["hub", "north", "west"])
    assert set(ids(rest)) == {"east", "conseil-regional-ile-bleue"}
    more = explorer(town).neighbours("hub", "degree", 100)
    assert set(ids(more)) == {"hub", "north", "west", "east", "conseil-regional-ile-bleue"}
    assert {("hub", "PILOTS", "east"), ("hub", "FUNDS", "east")} <= triples(more)
    assert "nobody" not in ids(more)  # rejected statements link nobody


@pytest.mark.parametrize(
    "text",
    ["conseil regional", "CONSEIL RÉGIONAL", "bleue conseil", "crib", "île", "consiel regionale"],
)
def test_a_search_forgives_case_accents_order_and_misspelling(town: Store, text: str) -> None:
    assert ids(explorer(town).search(text, 5))[0] == "conseil-regional-ile-bleue"


def test_of_equal_names_the_most_linked_comes_first(tell: Tell) -> None:
    store = tell(
        *((f"bureau {n}", "FUNDS", to) for n, to in (("Nord", "x"), ("Sud", "x"), ("Sud", "y")))
    )
    assert ids(explorer(store).search("bureau", 5)) == ["bureau-sud", "bureau-nord"]
    assert ids(explorer(store).search("bureau", 1)) == ["bureau-sud"]
    assert ids(explorer(store).search("bureau nord", 5)) == ["bureau-nord"]


@pytest.mark.parametrize("text", ["", "   ", "?!", "zzzzzzzz", "' OR 1=1 //", "x" * 10_000])
def test_a_search_for_nothing_finds_nothing(town: Store, text: str) -> None:
    assert ids(explorer(town).search(text, 5)) == []


def test_a_path_brings_the_statements_along_it(town: Store) -> None:
    way = explorer(town).path("far", "north")
    assert ids(way) == ["far", "west", "north"]
    assert triples(way) == {("far", "FUNDS", "west"), ("north", "ADVISES", "west")}
    assert ids(explorer(town).path("far", "north", ["far", "north"])) == ["west"]
    assert ids(explorer(town).path("far", "nobody")) == []
    assert ids(explorer(town).path("far", "far")) == []


def test_one_who_is_not_there_is_refused(town: Store) -> None:
    with pytest.raises(InputError, match="no stakeholder 'ghost'"):
        explorer(town).neighbours("ghost", "degree", 5)
    with pytest.raises(InputError, match="unknown size 'charm'"):
        explorer(town).neighbours("hub", "charm", 5)


def test_it_knows_how_much_there_is(town: Store) -> None:
    found = explorer(town)
    assert sum(found.kinds.values()) == 7
    assert found.kinds["body"] == 1
    assert found.relations == {"PILOTS": 1, "FUNDS": 3, "OVERSEES": 2, "ADVISES": 3}


def test_some_are_found_by_their_ids(town: Store) -> None:
    some = explorer(town).some(["west", "ghost", "far"], ["north"])
    assert ids(some) == ["west", "far"]
    assert triples(some) == {("far", "FUNDS", "west"), ("north", "ADVISES", "west")}


def test_an_empty_store_has_nobody_in_front(any_store: Store) -> None:
    empty = explorer(any_store)
    assert ids(empty.first("degree", 5)) == []
    assert empty.ranks.most("degree") == 0
