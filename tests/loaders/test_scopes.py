"""A name that only says what sort of stakeholder it is depends on its document or project."""

from __future__ import annotations

from pathlib import Path

import pytest

from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.loaders import load


def names(tmp_path: Path, **texts: str) -> set[str]:
    """Return what the stakeholders of some documents are called."""
    for name, text in texts.items():
        (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
    with open_store(":memory:") as store:
        load([tmp_path], store)
        found = {each.name for each in store.stakeholders()}
    return {name.replace(f"{tmp_path}/", "") for name in found}


@pytest.mark.parametrize("body", ["comité de pilotage", "Comité de Pilotage", "COPIL"])
def test_the_bodies_of_two_projects_are_two(tmp_path: Path, body: str) -> None:
    found = names(
        tmp_path,
        a_md=f"# Projet Aubrac\n\nLe {body} est présidé par le maire de Nay.\n",
        b_md=f"# Projet Brenne\n\nLe {body} est présidé par le maire de Lens.\n",
    )
    assert {f"{body} (Projet Aubrac)", f"{body} (Projet Brenne)"} <= found


def test_documents_of_no_known_project_may_speak_of_two(tmp_path: Path) -> None:
    text = "# Minutes\n\nThe Steering Committee is chaired by the Mayor of {}.\n"
    found = names(tmp_path, a_md=text.format("Nay"), b_md=text.format("Leeds"))
    assert {"Steering Committee (a.md)", "Steering Committee (b.md)"} <= found


def test_two_documents_of_one_project_speak_of_one(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        a_md="# Canal Seine-Nord\n\nLe projet Canal Seine-Nord (CSN) est porté par l'État."
        " Le comité de pilotage est présidé par le préfet du Lot.\n",
        b_md="# Projet CSN\n\nLe comité de pilotage réunit la commune de Nay et celle de Pau.\n",
        c_md="# Note\n\nLe comité de pilotage du CSN est financé par la commune de Nay.\n",
    )
    assert len([name for name in found if name.startswith("comité")]) == 1, found


def test_offices_named_by_their_sort_are_those_of_their_document(tmp_path: Path) -> None:
    text = "# Projet {}\n\nLa Préfecture finance le projet {}. L'État finance le projet {}.\n"
    found = names(tmp_path, a_md=text.replace("{}", "Aubrac"), b_md=text.replace("{}", "Brenne"))
    assert {"Préfecture (Projet Aubrac)", "Préfecture (Projet Brenne)"} <= found
    assert len([name for name in found if "État" in name]) == 1


def test_the_board_of_a_house_is_the_house_s(tmp_path: Path) -> None:
    text = (
        "The Halvard Trust is governed by a board. {} chairs the board. The Halvard Trust is old."
    )
    found = names(tmp_path, a_txt=text.format("Ann Lee"), b_txt=text.format("Ann Lee"))
    assert [name for name in found if name.startswith("board")] == ["board (Halvard Trust)"]


def test_tables_too(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        a_csv="body,member\nSteering committee,Halvard Trust\nHarbour Panel,Halvard Trust\n",
        b_csv="body,member\nSteering committee,Coastal Trust\nHarbour Panel,Coastal Trust\n",
    )
    assert found == {
        *("Halvard Trust", "Coastal Trust", "Harbour Panel"),
        *("Steering committee (a.csv)", "Steering committee (b.csv)"),
    }


def test_a_table_speaks_of_the_committee_of_its_document(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        a_md="# Projet Aubrac\n\nLe comité technique est présidé par la commune de Nay.\n\n"
        "| Instance | Membre |\n| --- | --- |\n| Comité technique | Commune de Pau |\n",
    )
    assert len([name for name in found if "omité" in name]) == 1


def test_a_post_is_no_name_of_who_holds_it(tmp_path: Path, any_store: Store) -> None:
    (tmp_path / "a.md").write_text(
        "# Halvard Trust\n\nThe Halvard Trust is led by Ann Lee, director. The director reports to"
        " the Coastal Trust.\n",
        "utf-8",
    )
    load([tmp_path], any_store)
    (person,) = (each for each in any_store.stakeholders() if each.kind.value == "person")
    assert (person.id, person.aliases) == ("ann-lee", ())
