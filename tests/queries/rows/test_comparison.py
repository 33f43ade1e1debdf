"""Comparisons: what counts as gained, lost, limited and worded otherwise; who is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Stakeholder, Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import Comparison, Turn, compare, compare_dates
from stakeholder_graph.queries.comparison.matching import match

from .conftest import Said, put

Tell = Callable[..., Store]


def told(found: Comparison) -> set[tuple[str, str, str, str]]:
    return {(c.turn.value, c.holder, c.relation, c.target) for c in found.changes}


def of(*said: Said, document: str = "new.md") -> MemoryStore:
    store = MemoryStore()
    put(store, *said, document=document)
    return store


def test_roles_pass_from_one_to_another_with_both_quotes(tell: Tell) -> None:
    old = tell(("A", "PILOTS", "projet X"), ("ville", "SPONSORS", "projet X"), document="old.md")
    with of(("B", "PILOTS", "projet X"), ("La Ville", "SPONSORS", "projet X")) as new:
        found = compare(old, new)
    assert told(found) == {
        ("lost", "A", "PILOTS", "projet X"),
        ("gained", "B", "PILOTS", "projet X"),
        ("wording", "La Ville", "SPONSORS", "projet X"),
    }
    lost, gained = found.of(Turn.LOST)[0], found.of(Turn.GAINED)[0]
    assert [e.quote for e in lost.before] == ["A PILOTS projet X."]
    assert [e.quote for e in lost.after] == ["B PILOTS projet X."]
    assert (lost.before, lost.after) == (gained.before, gained.after)
    assert {e.document for e in lost.before} == {"old.md"}


def test_limits_are_told_apart_from_wording(tell: Tell) -> None:
    old = tell(
        ("A", "PILOTS", "projet X", {"until": "2025", "quote": "A until 2025"}),
        ("B", "FUNDS", "projet X", {"quote": "B funds it", "line": 3}),
        ("C", "HOSTS", "projet X", {"quote": "C hosts  it", "line": 5}),
        ("D", "ADVISES", "projet X", {"phase": "Travaux"}),
        document="old.md",
    )
    with of(
        ("A", "PILOTS", "projet X", {"until": "2027", "quote": "A until 2027"}),
        ("B", "FUNDS", "projet X", {"quote": "B pays for it", "line": 7}),
        ("C", "HOSTS", "projet X", {"quote": "C hosts it", "line": 9}),
        ("D", "ADVISES", "projet X", {"phase": "travaux"}),
    ) as new:
        found = compare(old, new)
    assert told(found) == {
        ("limits", "A", "PILOTS", "projet X"),
        ("wording", "B", "FUNDS", "projet X"),
    }
    (limits,) = found.of(Turn.LIMITS)
    assert (limits.before[0].until, limits.after[0].until) == ("2025", "2027")


def test_a_second_source_changes_nothing(tell: Tell) -> None:
    old = tell(("A", "PILOTS", "projet X", {"quote": "one"}))
    with of(("A", "PILOTS", "projet X", {"quote": "one"})) as new:
        put(new, ("A", "PILOTS", "projet X", {"quote": "another"}), document="second.md")
        assert compare(old, new).changes == ()


def test_who_else_holds_the_office_is_what_the_other_side_says(tell: Tell) -> None:
    both = {"jointly_with": ("A", "B"), "line": 7, "quote": "A and B"}
    old = tell(("A", "CO_CHAIRS", "comité X", both), ("B", "CO_CHAIRS", "comité X", both))
    with of(("B", "CHAIRS", "comité X", {"quote": "B alone"})) as new:
        found = compare(old, new)
    assert told(found) == {
        ("lost", "A", "CO_CHAIRS", "comité X"),
        ("lost", "B", "CO_CHAIRS", "comité X"),
        ("gained", "B", "CHAIRS", "comité X"),
    }
    assert {e.quote for change in found.of(Turn.LOST) for e in change.after} == {"B alone"}
    with of(("A", "ADVISES", "comité X", {"quote": "advice"})) as new:
        (change, *_) = (c for c in compare(old, new).of(Turn.LOST) if c.holder == "A")
    assert [e.quote for e in change.after] == ["advice"]


def test_between_dates_only_what_is_dated_changes(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "projet X", {"until": "2026-12-31"}),
        ("B", "ACCOUNTABLE_FOR", "projet X", {"since": "2027"}),
        ("C", "PILOTS", "projet X"),
        ("D", "FUNDS", "projet Y", {"until": "2026"}),
        ("D", "FUNDS", "projet Y"),
        ("E", "FUNDS", "projet Y", {"since": "2024", "until": "2026"}),
        ("E", "FUNDS", "projet Y", {"since": "2027"}),
    )
    found = compare_dates(store, "2026", "2027")
    assert (found.before, found.after) == ("2026", "2027")
    assert told(found) == {
        ("lost", "A", "ACCOUNTABLE_FOR", "projet X"),
        ("gained", "B", "ACCOUNTABLE_FOR", "projet X"),
    }
    assert [e.source for e in found.of(Turn.LOST)[0].after] == ["B"]
    assert compare_dates(store, "2026", "2026-06").changes == ()
    with pytest.raises(InputError, match="not a date"):
        compare_dates(store, "2026", "later")


def test_two_stores_at_a_date(tell: Tell) -> None:
    old = tell(("A", "PILOTS", "projet X", {"until": "2024"}))
    with of(("B", "PILOTS", "projet X", {"since": "2024"})) as new:
        assert told(compare(old, new, at="2026")) == {("gained", "B", "PILOTS", "projet X")}


def test_a_table_has_both_sides(tell: Tell) -> None:
    old = tell(("A", "PILOTS", "projet X"), document="old.md")
    with of(("B", "PILOTS", "projet X")) as new:
        table = compare(old, new).frame()
        empty = compare(new, new).frame()
    assert list(table["change"]) == ["lost", "gained"]
    assert list(table["before_source"]) == ["A", "A"]
    assert list(table["after_quote"]) == ["B PILOTS projet X."] * 2
    assert list(empty.columns) == list(table.columns)


# --- who is the same


def someone(id_: str, name: str, *aliases: str, kind: str = "body", **more: Any) -> Stakeholder:
    return Stakeholder(id_, name, Kind(kind), aliases, tuple(more.get("identifiers", ())))


SAME = [
    (someone("a", "Port Agency"), someone("b", "the PORT agency"), True),
    (someone("a", "Port Agency", "PA"), someone("b", "PA"), True),
    (
        someone("a", "Port Agency", identifiers=["siren:1"]),
        someone("b", "Harbour Co", identifiers=["siren:1"]),
        True,
    ),
    (
        someone("a", "Port Agency", identifiers=["siren:1"]),
        someone("b", "Port Agency", identifiers=["siren:2"]),
        False,
    ),
    (someone("a", "Port Agency", kind="person"), someone("b", "Port Agency"), False),
    (someone("a", "board (North)", "board"), someone("b", "board (North)"), True),
    (someone("x", "Port Agency"), someone("x", "Harbour Co"), False),
]


@pytest.mark.parametrize(("before", "after", "same"), SAME)
def test_stakeholders_are_matched(before: Stakeholder, after: Stakeholder, same: bool) -> None:
    assert match([before], [after]) == ({before.id: after.id} if same else {})
    assert match([after], [before]) == ({after.id: before.id} if same else {})


def test_a_name_that_several_bear_matches_only_by_more() -> None:
    boards = [
        someone("north", "board (North)", "board"),
        someone("south", "board (South)", "board"),
    ]
    assert match(boards, [someone("b", "board")]) == {}
    twins = [someone("ada", "Ada"), someone("ada-2", "Ada")]
    assert match(twins, twins) == {"ada": "ada", "ada-2": "ada-2"}


# --- properties

NAMES = ["A", "B", "projet X", "comité Y", "préfet Z"]
_limits = st.sampled_from(
    [{}, {}, {"until": "2025"}, {"since": "2026"}, {"phase": "travaux"}, {"quote": "so it is"}]
)
_relations = st.sampled_from(["PILOTS", "ACCOUNTABLE_FOR", "CHAIRS", "CO_CHAIRS", "FUNDS"])
_said = st.tuples(st.sampled_from(NAMES), _relations, st.sampled_from(NAMES), _limits)
graphs = st.lists(_said.filter(lambda said: said[0] != said[2]), max_size=6)
SWAPPED = {Turn.GAINED: Turn.LOST, Turn.LOST: Turn.GAINED}


def sides(found: Comparison, *, swap: bool = False) -> set[object]:
    """Return each change by its statements, perhaps with the sides swapped."""
    told = set()
    for change in found.changes:
        turn, ids = change.turn, [frozenset(e.id for e in s) for s in (change.before, change.after)]
        if swap:
            turn, ids = SWAPPED.get(turn, turn), ids[::-1]
        told.add((turn, change.relation, *ids))
    return told


@settings(max_examples=20, deadline=None)
@given(graphs, graphs)
def test_a_thing_is_like_itself_and_swapping_swaps(old: list[Said], new: list[Said]) -> None:
    with of(*old) as a, of(*new) as b, of(*reversed(old), document="copy.md") as copy:
        assert compare(a, a).changes == ()
        assert compare(a, copy).changes == ()
        assert compare_dates(a, "2025", "2025").changes == ()
        assert sides(compare(a, b)) == sides(compare(b, a), swap=True)
        there, back = compare_dates(a, "2025", "2026"), compare_dates(a, "2026", "2025")
        assert sides(there) == sides(back, swap=True)
