"""The sample documents: what each one states, and what they answer together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from stakeholder_graph import (
    Outcome,
    Statement,
    Store,
    accountable_for,
    in_charge,
    load,
    members,
    open_store,
    who_is_accountable,
)
from stakeholder_graph.loaders import Extraction, extract

SAMPLES = Path(__file__).parents[2] / "samples"
Triple = tuple[str, str, str]

COPIL, BOARD = "comité de pilotage d'InSERRE", "conseil d'administration"
DAP, DISP = "direction de l'administration pénitentiaire", "DISP de Lille"
MAISON = "Maison de l'emploi et des métiers du pays d'Artois"
MAIRIE, CUA = "mairie de Saint-Laurent-Blangy", "Communauté urbaine d'Arras"
DEPARTEMENT, REGION = "Département du Pas-de-Calais", "Région Hauts-de-France"
SPIP, PREFET = "SPIP du Pas-de-Calais", "préfet du Pas-de-Calais"
PARTNERS = (
    MAIRIE,
    CUA,
    "préfecture du Pas-de-Calais",
    DEPARTEMENT,
    REGION,
    MAISON,
    "clubs d'entreprises",
    "Union des associations d'Artois",
)
NCRN, STUDY = "Northern Clinical Research Network", "Custody Health Study"
BOARD_OF_DATA = "programme board (Open Justice Data)"


def all_in(body: str, names: Iterable[str]) -> set[Triple]:
    return {(name, "PARTICIPATES_IN", body) for name in names}


STATED: dict[str, set[Triple]] = {
    "inserre.md": {
        ("ministère de la Justice", "SPONSORS", "InSERRE"),
        ("Atigip", "PILOTS", "InSERRE"),
        ("APIJ", "COMMISSIONS", "InSERRE"),
        ("Atigip", "OVERSEES", "InSERRE"),
        (DAP, "OVERSEES", "InSERRE"),
        (DAP, "ADVISES", "InSERRE"),
        (COPIL, "GOVERNS", "InSERRE"),
        (PREFET, "CO_CHAIRS", COPIL),
        (DISP, "CO_CHAIRS", COPIL),
        (SPIP, "HOSTS", "InSERRE"),
        ("administration pénitentiaire", "ACCOUNTABLE_FOR", "InSERRE"),
        *all_in(COPIL, PARTNERS),
        *all_in("groupes de travail", PARTNERS),
    },
    "comite-de-pilotage.md": {
        ("Hélène Carlier", "PILOTS", DISP),
        ("Bruno Watel", "PILOTS", SPIP),
        ("Nadia Ferhat", "PILOTS", "InSERRE"),
        ("APIJ", "ACCOUNTABLE_FOR", "InSERRE"),
        ("groupement constructeur", "IMPLEMENTS", "halle Saint-Laurent"),
        (REGION, "FUNDS", "halle Saint-Laurent"),
        (SPIP, "ACCOUNTABLE_FOR", "programme Passerelle"),
        (MAISON, "PILOTS", "commission Emploi"),
        ("commission Emploi", "REPORTS_TO", COPIL),
        *all_in(COPIL, ("Hélène Carlier", "Bruno Watel", "Louis Sénéchal", "Nadia Ferhat")),
    },
    "lettre-de-mission.txt": {
        ("directeur de l'Atigip", "APPOINTS", "Nadia Ferhat"),
        ("Nadia Ferhat", "PILOTS", "InSERRE"),
        ("Nadia Ferhat", "REPORTS_TO", "directeur de l'Atigip"),
        ("Atigip", "ACCOUNTABLE_FOR", "programme Passerelle"),
        (SPIP, "IMPLEMENTS", "programme Passerelle"),
        ("conseil scientifique d'InSERRE", "ADVISES", "Atigip"),
        ("Odile Marchand", "CHAIRS", "conseil scientifique d'InSERRE"),
    },
    "maison-de-l-emploi.html": {
        (BOARD, "GOVERNS", MAISON),
        ("Sylvie Poulain", "CHAIRS", BOARD),
        (CUA, "FUNDS", MAISON),
        *all_in(BOARD, (CUA, MAIRIE, DEPARTEMENT, "chambre de métiers")),
    },
    "open-data-charter.md": {
        ("programme board", "GOVERNS", "Open Justice Data"),
        ("Margaret Doyle", "CHAIRS", "programme board"),
        ("secretariat", "PILOTS", "Open Justice Data"),
        ("secretariat", "REPORTS_TO", "programme board"),
        ("Artois University", "HOSTS", "secretariat"),
        ("Hauts-de-France region", "FUNDS", "Open Justice Data"),
        ("programme board", "ACCOUNTABLE_FOR", "data catalogue"),
        ("Artois University", "ACCOUNTABLE_FOR", "data catalogue"),
        *all_in("programme board", ("Atigip", "APIJ", "Arras Hospital", "Artois University")),
    },
    "clinical-research-network.md": {
        ("steering committee", "GOVERNS", NCRN),
        ("Alan Whitby", "CHAIRS", "steering committee"),
        ("coordinating centre", "PILOTS", NCRN),
        ("coordinating centre", "REPORTS_TO", "steering committee"),
        ("Arras Hospital", "HOSTS", "coordinating centre"),
        ("Scientific Advisory Board", "ADVISES", "steering committee"),
        (NCRN, "PARTICIPATES_IN", "Open Justice Data"),
        ("Arras Hospital", "SPONSORS", STUDY),
        ("Ruth Ackroyd", "PILOTS", STUDY),
        (SPIP, "PARTICIPATES_IN", STUDY),
        ("Data Monitoring Committee", "OVERSEES", STUDY),
        *all_in("steering committee", ("Arras Hospital", "Artois University", "Patient Council")),
    },
}


# True by the name alone: a document that says it elsewhere, or not at all, may be read so.
BY_NAME = {
    (COPIL, "GOVERNS", "InSERRE"),
    (DAP, "PART_OF", "administration pénitentiaire"),
    ("conseil scientifique d'InSERRE", "PART_OF", "InSERRE"),
}


def triple(statement: Statement) -> Triple:
    """Return who does what to whom; a project is called by its name alone."""
    source, target = statement.source.name, statement.target.name
    return source, statement.relation, target.removeprefix("projet ")


@pytest.fixture(scope="module")
def readings() -> dict[str, Extraction]:
    read = [each for each in extract([SAMPLES]) if isinstance(each, Extraction)]
    return {Path(each.path).name: each for each in read}


def test_every_sample_is_read(readings: dict[str, Extraction]) -> None:
    assert set(readings) == set(STATED) == {path.name for path in SAMPLES.iterdir()}


@pytest.mark.parametrize("name", STATED)
def test_what_a_sample_states(name: str, readings: dict[str, Extraction]) -> None:
    stated = {triple(statement) for statement in readings[name].statements}
    assert stated - BY_NAME == STATED[name] - BY_NAME


def test_every_quote_stands_where_it_is_said_to(readings: dict[str, Extraction]) -> None:
    for reading in readings.values():
        for statement in reading.statements:
            place = statement.place
            assert reading.source.document.text[place.start : place.end] == statement.quote


def test_the_menu_around_a_page_is_not_read(readings: dict[str, Extraction]) -> None:
    names = {name for each in STATED["maison-de-l-emploi.html"] for name in each[::2]}
    page = readings["maison-de-l-emploi.html"]
    assert {m.name for s in page.statements for m in (s.source, s.target)} == names


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        assert load([SAMPLES], opened).failures == []
        yield opened


def test_the_samples_hang_together(store: Store) -> None:
    _, edges = store.frames()
    groups = {name: {name} for name in set(edges["source"]) | set(edges["target"])}
    for source, target in zip(edges["source"], edges["target"], strict=True):
        if groups[source] is not groups[target]:
            groups[source] |= groups[target]
            groups.update(dict.fromkeys(groups[target], groups[source]))
    assert len({id(group) for group in groups.values()}) == 1


@pytest.mark.parametrize(
    ("name", "asked", "outcome", "answers"),
    [
        ("InSERRE", {}, Outcome.STATED, {"APIJ", "administration pénitentiaire"}),
        ("InSERRE", {"phase": "chantier"}, Outcome.STATED, {"APIJ"}),
        ("InSERRE", {"phase": "en service"}, Outcome.STATED, {"administration pénitentiaire"}),
        ("programme Passerelle", {}, Outcome.CONFLICTING, {"Atigip", SPIP}),
        ("halle Saint-Laurent", {}, Outcome.NOT_STATED, set()),
        ("data catalogue", {"at": "2026-11"}, Outcome.STATED, {BOARD_OF_DATA}),
        ("data catalogue", {"at": "2027-06"}, Outcome.STATED, {"Artois University"}),
        ("custody health study", {}, Outcome.DERIVED, {"Arras Hospital"}),
        ("NCRN", {}, Outcome.DERIVED, {f"coordinating centre ({NCRN})"}),
    ],
)
def test_who_answers(
    store: Store, name: str, asked: dict[str, str], outcome: Outcome, answers: set[str]
) -> None:
    answer = who_is_accountable(store, name, **asked)
    assert (answer.outcome, set(answer.names)) == (outcome, answers)


def test_the_two_sides_of_a_conflict_come_from_two_documents(store: Store) -> None:
    answer = who_is_accountable(store, "programme Passerelle")
    assert {Path(finding.evidence.document).name for finding in answer.findings} == {
        "comite-de-pilotage.md",
        "lettre-de-mission.txt",
    }


def test_the_card_of_the_project(store: Store) -> None:
    card = in_charge(store, "InSERRE")
    said = set(zip(card["relation"], card["source"], strict=True))
    assert ("GOVERNS", COPIL) in said
    assert {relation for relation, _ in said} == {
        *("ACCOUNTABLE_FOR", "SPONSORS", "COMMISSIONS", "PILOTS", "GOVERNS", "CO_CHAIRS"),
        *("OVERSEES", "ADVISES", "HOSTS"),
    }
    assert {name for relation, name in said if relation == "CO_CHAIRS"} == {PREFET, DISP}


def test_the_committee_is_one_in_every_document(store: Store) -> None:
    table = members(store, "COPIL")
    assert list(table["relation"][:2]) == ["CO_CHAIRS", "CO_CHAIRS"]
    assert set(PARTNERS) < set(table["source"])
    assert {Path(document).name for document in table["document"]} == {
        "inserre.md",
        "comite-de-pilotage.md",
    }


def test_what_a_stakeholder_answers_for(store: Store) -> None:
    assert set(accountable_for(store, "APIJ").names) == {"projet InSERRE"}
