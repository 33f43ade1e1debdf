"""The card of a project, and the members of a body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stakeholder_graph.graph import Review, Store, load_vocabulary
from stakeholder_graph.queries import COLUMNS, in_charge, members

Tell = Callable[..., Store]


def test_the_card_says_who_is_in_charge_in_a_fixed_order(project: Store) -> None:
    card = in_charge(project, "le projet Nouvel Élan")
    assert list(card.columns) == list(COLUMNS)
    assert list(zip(card["source"], card["relation"], strict=True)) == [
        ("direction des prisons", "ACCOUNTABLE_FOR"),
        ("ministère du Droit", "SPONSORS"),
        ("agence des bâtiments", "COMMISSIONS"),
        ("agence du travail", "PILOTS"),
        ("comité de pilotage (Nouvel Élan)", "GOVERNS"),
        ("direction du Nord", "CO_CHAIRS"),
        ("préfet", "CO_CHAIRS"),
        ("direction des prisons", "OVERSEES"),
        ("mairie", "PARTICIPATES_IN"),
        ("service d'insertion", "HOSTS"),
        ("Nouvel Élan", "PART_OF"),
    ]
    assert card["quote"].str.len().min() > 0
    assert set(card["document"]) == {"charter.md"}
    assert card["phase"].iloc[0] == "Une fois livré et en fonctionnement"


def test_each_governing_body_is_followed_by_those_who_preside_over_it(tell: Tell) -> None:
    store = tell(
        ("Zed", "CHAIRS", "council"),
        ("Amy", "CO_CHAIRS", "board"),
        ("Ben", "CHAIRS", "X"),
        ("council", "GOVERNS", "X"),
        ("board", "GOVERNS", "X"),
        ("Cy", "CHAIRS", "board"),
        ("X", "REPORTS_TO", "board"),
        ("clerk", "REPORTS_TO", "X"),
    )
    card = in_charge(store, "X")
    assert list(card["source"]) == ["Ben", "board", "Cy", "Amy", "council", "Zed", "X"]


def test_a_relation_of_a_users_own_vocabulary_stands_on_the_card(
    write: Tell, open_empty: Tell, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("relations: {AUDITS: {meaning: Audits it.}}", "utf-8")
    vocabulary = load_vocabulary(own)
    store = write(open_empty(vocabulary), ("Q", "AUDITS", "X"), ("P", "HOSTS", "X"))
    assert list(in_charge(store, "X", vocabulary=vocabulary)["source"]) == ["P", "Q"]
    assert list(in_charge(store, "X")["source"]) == ["P", "Q"]


def test_members_come_after_those_who_chair(tell: Tell) -> None:
    store = tell(
        ("Zoe", "PARTICIPATES_IN", "board", {"frequency": "monthly"}),
        ("Abe", "PARTICIPATES_IN", "board"),
        ("Mia", "CO_CHAIRS", "board"),
        ("Leo", "CO_CHAIRS", "board"),
        ("Sam", "CHAIRS", "board", {"until": "2020"}),
        ("Tim", "PARTICIPATES_IN", "board", {"review": Review.REJECTED}),
        ("board", "PARTICIPATES_IN", "league"),
    )
    sitting = members(store, "The Board")
    assert list(sitting.columns) == list(COLUMNS)
    assert list(sitting["source"]) == ["Sam", "Leo", "Mia", "Abe", "Zoe"]
    assert list(sitting["frequency"])[-1] == "monthly"


def test_a_body_without_members_gives_an_empty_table_of_the_same_form(tell: Tell) -> None:
    store = tell(("board", "GOVERNS", "X"))
    full, empty = in_charge(store, "X"), members(store, "board")
    assert empty.empty
    assert list(empty.columns) == list(COLUMNS)
    assert empty.dtypes["start"] == full.dtypes["start"] == "int64"
    assert empty.dtypes["confidence"] == full.dtypes["confidence"] == "float64"
