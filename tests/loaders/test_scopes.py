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


@pytest.mark.parametrize("short", ["CP", "PMO", "SRA"])
def test_an_acronym_that_nobody_explains_is_its_document_s(tmp_path: Path, short: str) -> None:
    text = "# Harbour Plan\n\nThe {} oversees the Harbour Plan.\n".replace("{}", short)
    found = names(tmp_path, a_md=text, b_md=text.replace("Harbour", "Orchard"))
    assert {f"{short} (Harbour Plan)", f"{short} (Orchard Plan)"} <= found


@pytest.mark.parametrize("short", ["NATO", "INSEE", "WHO", "APIJ"])
def test_an_acronym_that_is_known_or_long_is_one(tmp_path: Path, short: str) -> None:
    text = "# Harbour Plan\n\nThe {} funds the Harbour Plan.\n".replace("{}", short)
    assert short in names(tmp_path, a_md=text, b_md=text.replace("Harbour", "Orchard"))


def test_an_acronym_that_one_document_explains_is_one_in_all(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        a_md="# Projet Aubrac\n\nLa CUA finance le projet Aubrac.\n",
        b_md="# Projet Brenne\n\nLa CUA finance le projet Brenne.\n",
        c_md="# Projet Port\n\nLa Communauté urbaine d'Arras (CUA) finance le projet Port. "
        "La CUA pilote le projet Port.\n",
    )
    assert {name for name in found if "CUA" in name or "Arras" in name} == {
        "Communauté urbaine d'Arras"
    }


@pytest.mark.parametrize("post", ["Chef de projet", "Project manager", "Director", "HR manager"])
def test_the_posts_of_two_tables_are_two_and_those_of_one_are_one(
    tmp_path: Path, post: str
) -> None:
    table = f"Task,{post},DSI\nSurvey of {{}},R,A\nReport on {{}},A,C\n"
    found = names(tmp_path, a_csv=table.replace("{}", "soil"), b_csv=table.replace("{}", "water"))
    assert {name for name in found if name.startswith((post, "DSI"))} == {
        *(f"{post} (a.csv)", f"{post} (b.csv)", "DSI (a.csv)", "DSI (b.csv)"),
    }


def test_a_table_speaks_of_the_post_of_its_project(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        a_md="# Projet Aubrac\n\nLa commune de Nay finance le projet Aubrac.\n\n"
        "| Tâche | Chef de projet | Commune de Nay |\n| --- | --- | --- |\n| Levé | R | A |\n",
    )
    (post,) = (name for name in found if name.startswith("Chef"))
    assert post.startswith("Chef de projet (")
    assert post.endswith("Aubrac)")
