"""What may be one stakeholder is a candidate, with its reason; what cannot be is none."""

from __future__ import annotations

import pytest

from stakeholder_graph.graph import Kind, Stakeholder
from stakeholder_graph.loaders import candidates


def found(one: str, other: str, kind: Kind = Kind.ORGANIZATION) -> list[str]:
    pair = [Stakeholder("a", one, kind), Stakeholder("b", other, kind)]
    return [each.reason for each in candidates(pair)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ministère de l'Écologie", "Ministère de l'Ecolgie", "spelt almost alike"),
        ("Department of Health", "Health Department", "another order"),
        (
            "Ministère de l'Économie",
            "Ministère de l'Économie et des Finances",
            "one also says: finances",
        ),
        ("Communauté urbaine d'Arras", "CUA", "CUA may be the initials"),
    ],
)
def test_a_near_name_is_a_candidate(one: str, other: str, reason: str) -> None:
    for pair in ((one, other), (other, one)):
        (why,) = found(*pair)
        assert reason in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agence 1 du bois", "Agence 2 du bois"),
        ("Agence de l'eau Loire", "Agence de l'eau Rhin"),
        ("Direction régionale du bois", "Direction nationale du bois"),
        ("Directeur général du bois", "Directeur général adjoint du bois"),
        ("Chambre de l'Ain", "Chambre de l'Aisne"),
    ],
)
def test_what_tells_two_apart_makes_no_candidate(one: str, other: str) -> None:
    assert found(one, other) == []


def test_initials_of_persons() -> None:
    assert found("J. Martin", "Jean Martin", Kind.PERSON) == ["J. may be an initial"]
    assert found("Paul Martin", "Jean Martin", Kind.PERSON) == []


def test_two_names_of_one_acronym() -> None:
    one = Stakeholder("a", "Agence de l'eau Loire", Kind.ORGANIZATION, ("AEL",))
    other = Stakeholder("b", "Association des élus locaux", Kind.ORGANIZATION, ("AEL",))
    (pair,) = candidates([one, other])
    assert pair.reason == "both are called 'AEL'"
    assert candidates([one, other], [frozenset("ab")]) == []


def test_identifiers_that_differ_make_no_candidate() -> None:
    one = Stakeholder("a", "Régie des eaux", Kind.ORGANIZATION, (), ("siren:1",))
    other = Stakeholder("b", "Eaux, Régie", Kind.ORGANIZATION, (), ("siren:2",))
    assert candidates([one, other]) == []


def test_the_same_board_of_two_projects_is_no_candidate() -> None:
    one, other = (
        Stakeholder(f"b-{s}", f"comité de pilotage ({s})", Kind.BODY, ("comité de pilotage",))
        for s in ("Alpha", "Beta")
    )
    assert candidates([one, other]) == []


def test_boards_of_documents_that_do_not_say_of_what_may_be_one() -> None:
    one, other = (
        Stakeholder(f"b-{s}", f"board ({s})", Kind.BODY, ("board",)) for s in ("a.md", "b.md")
    )
    (found,) = candidates([one, other])
    assert found.reason == "the same name in two documents, which do not say of what"


def test_a_part_and_its_whole_are_two() -> None:
    part = Stakeholder("a", "data catalogue (Open Data)", Kind.PROJECT, ("data catalogue",))
    assert candidates([part, Stakeholder("b", "Open Data", Kind.PROJECT)]) == []


def test_an_acronym_of_two_documents_is_asked_about_but_no_committee_of_two_projects() -> None:
    def scoped(short: str, scope: str) -> Stakeholder:
        return Stakeholder(scope, f"{short} ({scope})", Kind.ORGANIZATION, (short,))

    for short in ("SRA", "DREAL"):
        (asked,) = candidates([scoped(short, "Halle"), scoped(short, "Pont")])
        assert asked.reason == "the same acronym in two documents, which do not explain it"
    assert candidates([scoped("PMO", "Halle"), scoped("PMO", "Pont")]) == []
