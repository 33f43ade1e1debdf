"""Names: forgiving about spelling, never a guess."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import NameNotFoundError
from stakeholder_graph.graph import Kind, Mention, Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import find, nearest, who_is_accountable

Tell = Callable[..., Store]

AGENCY = Mention(
    "Apib", Kind.ORGANIZATION, ("Agence publique pour l'immobilier de la bibliothèque",)
)
NORTH = Mention("comité de pilotage", Kind.BODY, ("COPIL",), "Nord")
SOUTH = Mention("comité de pilotage", Kind.BODY, ("COPIL",), "Sud")
PROJECT = Mention("Grand Élan", Kind.PROJECT, ("GE",))
FOLLOWS = Mention("comité de suivi", Kind.BODY, ("COSUI",), "Grand Élan")


@pytest.fixture
def names(tell: Tell) -> Store:
    """A graph of an agency, a project and two steering committees of one name."""
    return tell(
        (AGENCY, "COMMISSIONS", PROJECT),
        (NORTH, "GOVERNS", PROJECT),
        (SOUTH, "GOVERNS", PROJECT),
        ("direction de l'eau", "OVERSEES", PROJECT),
        (FOLLOWS, "OVERSEES", PROJECT),
    )


def test_case_accents_articles_aliases_and_kinds_do_not_matter(names: Store) -> None:
    spellings = {
        "apib": "Apib",
        "l'APIB": "Apib",
        "A.P.I.B.": "Apib",
        "agence publique pour l’immobilier de la BIBLIOTHEQUE": "Apib",
        "Apib (Agence publique pour l'immobilier de la bibliothèque)": "Apib",
        "le projet Grand Elan": "Grand Élan",
        "the project grand élan": "Grand Élan",
        "comité de pilotage (Nord)": "comité de pilotage (Nord)",
        "le comite de pilotage du Nord": "comité de pilotage (Nord)",
        "copil (sud)": "comité de pilotage (Sud)",
        "COPIL du Sud": "comité de pilotage (Sud)",
        "COSUI du GE": "comité de suivi (Grand Élan)",
        "id:grand-elan": "Grand Élan",
        "grand-elan": "Grand Élan",
    }
    found = {}
    for spelling in spellings:
        try:
            found[spelling] = find(names, spelling).name
        except NameNotFoundError as error:
            found[spelling] = str(error)
    assert found == spellings


def test_what_is_found_is_the_whole_stakeholder(names: Store) -> None:
    agency = find(names, "APIB")
    assert agency in names.stakeholders()
    assert agency.kind is Kind.ORGANIZATION


def test_a_name_of_several_is_no_answer_and_the_candidates_tell_them_apart(names: Store) -> None:
    for name in ("COPIL", "le comité de pilotage"):
        with pytest.raises(NameNotFoundError, match="several") as raised:
            find(names, name)
        candidates = ("comité de pilotage (Nord)", "comité de pilotage (Sud)")
        assert raised.value.candidates == candidates
        assert tuple(find(names, candidate).name for candidate in candidates) == candidates


def test_two_of_the_very_same_name_are_told_apart_by_identifier(tell: Tell) -> None:
    bare = Mention("comité de pilotage", Kind.BODY)
    store = tell((NORTH, "GOVERNS", PROJECT), (bare, "GOVERNS", PROJECT))
    with pytest.raises(NameNotFoundError) as raised:
        find(store, "comité de pilotage")
    assert raised.value.candidates == ("comité de pilotage (Nord)", "id:comite-pilotage")
    ids = [find(store, candidate).id for candidate in raised.value.candidates]
    assert ids == ["comite-pilotage-nord", "comite-pilotage"]


NEAREST = {
    "Apid": "Apib",
    "grand elam": "Grand Élan",
    "DE": "direction de l'eau",
    "comite de pilotage de l'Ouest": "comité de pilotage (Nord)",
    "comité de pilotage (Ouest)": "comité de pilotage (Nord)",
    "organisation Grand Élan": "Grand Élan",
}


def test_an_unknown_name_is_answered_by_the_nearest_ones(names: Store) -> None:
    for name, candidate in NEAREST.items():
        with pytest.raises(NameNotFoundError, match="is not in the graph") as raised:
            find(names, name)
        assert candidate in raised.value.candidates


def test_a_name_without_letters_is_not_found(names: Store) -> None:
    for name in ("", "   ", "!?", "\x00", "\ud800", "(", "() ()", "😀"):
        with pytest.raises(NameNotFoundError):
            find(names, name)


def test_an_empty_graph_knows_nobody(any_store: Store) -> None:
    with pytest.raises(NameNotFoundError):
        find(any_store, "Apib")
    assert nearest(any_store, "Apib") == []


def test_a_stakeholder_may_be_given_instead_of_its_name(names: Store) -> None:
    north = find(names, "comité de pilotage (Nord)")
    assert who_is_accountable(names, north).subject_id == north.id


def test_a_scoped_name_alone_of_its_kind_needs_no_scope(tell: Tell) -> None:
    store = tell((NORTH, "GOVERNS", PROJECT))
    assert find(store, "COPIL").id == "comite-pilotage-nord"


words = st.text(st.sampled_from("abcéÉ' -().,l"), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(st.sets(words.filter(lambda text: any(c.isalpha() for c in text)), min_size=1, max_size=6))
def test_every_name_shown_or_offered_finds_one_stakeholder(write: Tell, texts: set[str]) -> None:
    with MemoryStore() as store:
        write(store, *((Mention(text, Kind.BODY), "ADVISES", "X") for text in sorted(texts)))
        for text in texts:
            try:
                assert text in {find(store, text).name, *find(store, text).aliases}
            except NameNotFoundError as error:
                offered = [find(store, candidate) for candidate in error.candidates]
                assert len({stakeholder.id for stakeholder in offered}) > 1
