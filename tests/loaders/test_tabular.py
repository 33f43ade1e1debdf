"""Tables state what their cells say, in every format, each statement with its cell."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from making import opendocument_sheet, sheet_row

from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.loaders import Extraction, extract

Rows = Sequence[Sequence[object]]
Triple = tuple[str, str, str]
Make = Callable[..., "Extraction"]

RACI: Rows = [
    ["Task", "Harbour board", "City of Saltmarsh", "Ms Ann Lee"],
    ["Choose the ferry", "A", "C", "R"],
    ["Build the pier", "I", "A/R", "S, C"],
]
RACI_TRIPLES = {
    ("Harbour board", "ACCOUNTABLE_FOR", "Choose the ferry"),
    ("City of Saltmarsh", "ADVISES", "Choose the ferry"),
    ("Ann Lee", "IMPLEMENTS", "Choose the ferry"),
    ("Harbour board", "OVERSEES", "Build the pier"),
    ("City of Saltmarsh", "ACCOUNTABLE_FOR", "Build the pier"),
    ("City of Saltmarsh", "IMPLEMENTS", "Build the pier"),
    ("Ann Lee", "PARTICIPATES_IN", "Build the pier"),
    ("Ann Lee", "ADVISES", "Build the pier"),
}
MEMBERS: Rows = [
    ["Name", "Role", "Organisation", "Committee", "Email"],
    ["Dr Alan Whitby", "Chair", "Arras Hospital", "Data committee", "alan@example.org"],
    ["Ruth Ackroyd", "Vice-chair", "Artois University", "Data committee", "r@example.org"],
    ["", "", "Patient Council", "Data committee", ""],
]
MEMBER_TRIPLES = {
    ("Alan Whitby", "CHAIRS", "Data committee"),
    ("Alan Whitby", "PART_OF", "Arras Hospital"),
    ("Ruth Ackroyd", "PARTICIPATES_IN", "Data committee"),
    ("Ruth Ackroyd", "PART_OF", "Artois University"),
    ("Patient Council", "PARTICIPATES_IN", "Data committee"),
}
REGISTER: Rows = [
    ["Project", "Sponsor", "Project manager", "Steering committee", "Reports to"],
    ["Ferry Renewal", "City of Saltmarsh", "Ann Lee and Bo Tan", "Ferry board", "Harbour board"],
    ["Pier Repair", "TBC", "Cy Oz", "", ""],
]
REGISTER_TRIPLES = {
    ("City of Saltmarsh", "SPONSORS", "Ferry Renewal"),
    ("Ann Lee", "PILOTS", "Ferry Renewal"),
    ("Bo Tan", "PILOTS", "Ferry Renewal"),
    ("Ferry board", "GOVERNS", "Ferry Renewal"),
    ("Ferry Renewal", "REPORTS_TO", "Harbour board"),
    ("Cy Oz", "PILOTS", "Pier Repair"),
}
STATEMENTS: Rows = [
    ["source", "relation", "target", "phase"],
    ["Harbour board", "oversees", "Ferry Renewal", "works"],
    ["Ferry Renewal", "is piloted by", "Ann Lee", ""],
    ["City of Saltmarsh", "CO_CHAIRS", "Harbour board", ""],
]
STATEMENT_TRIPLES = {
    ("Harbour board", "OVERSEES", "Ferry Renewal"),
    ("Ann Lee", "PILOTS", "Ferry Renewal"),
    ("City of Saltmarsh", "CO_CHAIRS", "Harbour board"),
}
SHAPES = {
    "raci": (RACI, RACI_TRIPLES),
    "members": (MEMBERS, MEMBER_TRIPLES),
    "register": (REGISTER, REGISTER_TRIPLES),
    "statements": (STATEMENTS, STATEMENT_TRIPLES),
}


def csv(rows: Rows, delimiter: str = ";") -> bytes:
    def cell(value: object) -> str:
        text = str(value)
        quoted = any(c in text for c in f'{delimiter}"\n')
        return '"' + text.replace('"', '""') + '"' if quoted else text

    return "\r\n".join(delimiter.join(map(cell, row)) for row in rows).encode()


def xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(rows: Rows) -> bytes:
    return opendocument_sheet("".join(map(sheet_row, rows)))


def word(rows: Rows) -> bytes:
    document = docx.Document()
    document.add_paragraph("The table below was agreed in May by all who were present there.")
    table = document.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for place, text in zip(cells.cells, texts, strict=True):
            place.text = str(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def markdown(rows: Rows) -> bytes:
    head, *body = (f"| {' | '.join(map(str, row))} |" for row in rows)
    rule = "|" + "---|" * len(rows[0])
    return "\n".join(["Agreed in May.", "", head, rule, *body]).encode()


def html(rows: Rows) -> bytes:
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    return f"<!doctype html><p>Agreed in May.</p><table>{body}</table>".encode()


FORMATS = {
    ".csv": csv,
    ".comma.csv": lambda rows: csv(rows, ","),
    ".tsv": lambda rows: csv(rows, "\t"),
    ".xlsx": xlsx,
    ".ods": ods,
    ".docx": word,
    ".md": markdown,
    ".html": html,
}


def read(path: Path) -> Extraction:
    (found,) = extract([path])
    assert isinstance(found, Extraction), found
    text = found.source.document.text
    for each in found.statements:
        assert text[each.place.start : each.place.end] == each.quote
        assert each.place.locator
        assert "@" not in each.quote
    return found


def triples(found: Extraction) -> set[Triple]:
    return {(s.source.name, s.relation, s.target.name) for s in found.statements}


@pytest.fixture
def made(tmp_path: Path) -> Make:
    def make(rows: Rows, name: str = "a.csv") -> Extraction:
        suffix = name[name.index(".") :]
        (tmp_path / name).write_bytes(FORMATS[suffix](rows))
        return read(tmp_path / name)

    return make


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_in_every_format(shape: str, suffix: str, tmp_path: Path) -> None:
    rows, expected = SHAPES[shape]
    path = tmp_path / f"a{suffix}"
    path.write_bytes(FORMATS[suffix](rows))
    found = read(path)
    assert triples(found) == expected
    assert [table.shape for table in found.tables] == [shape]
    assert {s.asserted_by for s in found.statements} == {f"table:{shape}"}
    assert {s.confidence for s in found.statements} == {1.0}


def test_the_place_is_the_cell_of_a_sheet_and_the_line_of_a_file(made: Make) -> None:
    accountable = ("Harbour board", "ACCOUNTABLE_FOR", "Choose the ferry")
    for name, place in (("a.xlsx", "Sheet!B2"), ("a.csv", "line 2")):
        (found,) = (
            s
            for s in made(RACI, name).statements
            if (s.source.name, s.relation, s.target.name) == accountable
        )
        assert found.place.locator == place


def test_a_french_matrix_with_a_title_groups_and_words_for_letters(made: Make) -> None:
    found = made(
        [
            ["Matrice RACI – projet Alpha", "", "", ""],
            ["", "", "", ""],
            ["Tâche", "APIJ", "Direction des achats (DA)", "Préfet"],
            ["Phase de conception", "", "", ""],
            ["Choisir l'architecte", "Responsable/Approbateur", "Consulté", "Informé"],
            ["Phase chantier", "", "", ""],
            ["Suivre les travaux", "A", "RC", "x"],
        ]
    )
    assert triples(found) == {
        ("APIJ", "IMPLEMENTS", "Choisir l'architecte"),
        ("APIJ", "ACCOUNTABLE_FOR", "Choisir l'architecte"),
        ("Direction des achats", "ADVISES", "Choisir l'architecte"),
        ("Préfet", "OVERSEES", "Choisir l'architecte"),
        ("APIJ", "ACCOUNTABLE_FOR", "Suivre les travaux"),
        ("Direction des achats", "IMPLEMENTS", "Suivre les travaux"),
        ("Direction des achats", "ADVISES", "Suivre les travaux"),
    }
    assert {(s.target.name, s.qualifiers.phase) for s in found.statements} == {
        ("Choisir l'architecte", "Phase de conception"),
        ("Suivre les travaux", "Phase chantier"),
    }
    assert {s.target.scope for s in found.statements} == {"projet Alpha"}
    assert found.notes == ("line 7: 'x' is no letter of RACI",)


def test_a_matrix_may_be_turned(made: Make) -> None:
    turned = [["Stakeholder", *(row[0] for row in RACI[1:])]]
    turned += [[RACI[0][i], *(row[i] for row in RACI[1:])] for i in range(1, 4)]
    assert triples(made(turned)) == RACI_TRIPLES


def test_letters_may_head_the_columns(made: Make) -> None:
    found = made(
        [
            ["Tâche", "Responsable (R)", "Approbateur (A)", "Consultés (C)", "Informés (I)"],
            ["Choisir l'architecte", "APIJ", "Atigip", "DAP, SPIP", ""],
        ]
    )
    assert triples(found) == {
        ("APIJ", "IMPLEMENTS", "Choisir l'architecte"),
        ("Atigip", "ACCOUNTABLE_FOR", "Choisir l'architecte"),
        ("DAP", "ADVISES", "Choisir l'architecte"),
        ("SPIP", "ADVISES", "Choisir l'architecte"),
    }


def test_grades_are_no_matrix(made: Make) -> None:
    found = made([["Task", "Ann Lee", "Bo Tan"], ["Maths", "A", "C"], ["Latin", "B", "C"]])
    assert found.statements == ()
    assert "no table was recognised" in found.notes[0]


def test_derived_letters_of_an_exported_matrix_are_not_stated(made: Make) -> None:
    found = made([["for", "City", "State"], ["Ferry", "(A)", "R"], ["Pier", "A", "C"]])
    assert triples(found) == {
        ("State", "IMPLEMENTS", "Ferry"),
        ("City", "ACCOUNTABLE_FOR", "Pier"),
        ("State", "ADVISES", "Pier"),
    }


def test_the_body_of_a_member_list_may_stand_above_it(made: Make) -> None:
    rows = [["Nom", "Qualité", "Organisme"], ["M. Louis Roy", "Président", "Ville de Lens"]]
    for title in ("Composition du comité de suivi", "Membres du comité de suivi"):
        found = made([[title, "", ""], *rows])
        assert triples(found) == {
            ("Louis Roy", "CHAIRS", "comité de suivi"),
            ("Louis Roy", "PART_OF", "Ville de Lens"),
        }
    grouped = made([*rows[:1], ["Comité de suivi", "", ""], *rows[1:]])
    assert ("Louis Roy", "CHAIRS", "Comité de suivi") in triples(grouped)


def test_names_of_two_columns_and_blanks_that_mean_the_same_as_above(made: Make) -> None:
    found = made(
        [
            ["Instance", "Nom", "Prénom", "Fonction", "Depuis", "Jusqu'au"],
            ["Comité local", "Carlier", "Hélène", "Présidente", "01/03/2025", "31/12/2026"],
            ["", "Watel", "Bruno", "Membre", "mars 2025", "31/02/2026"],
            ["Conseil scientifique", "Marchand", "Odile", "Membre", "2025", ""],
        ]
    )
    assert {
        (*t, s.qualifiers.since, s.qualifiers.until)
        for s in found.statements
        for t in [(s.source.name, s.relation, s.target.name)]
    } == {
        ("Hélène Carlier", "CHAIRS", "Comité local", "2025-03-01", "2026-12-31"),
        ("Bruno Watel", "PARTICIPATES_IN", "Comité local", "2025-03", ""),
        ("Odile Marchand", "PARTICIPATES_IN", "Conseil scientifique", "2025", ""),
    }
    assert found.notes == ("line 3: '31/02/2026' is no date",)


def test_a_blank_means_none_where_names_are_repeated(made: Make) -> None:
    found = made(
        [
            ["Committee", "Name", "Role"],
            ["Data committee", "Ann Lee", "Chair"],
            ["Data committee", "Bo Tan", "Member"],
            ["", "Cy Oz", "Member"],
        ]
    )
    assert {s.source.name for s in found.statements} == {"Ann Lee", "Bo Tan"}


def test_a_date_that_may_be_two_is_said_and_not_guessed(made: Make) -> None:
    rows = [["Project", "Sponsor", "Start date"], ["Ferry of the town", "The city", "03/04/2026"]]
    found = made(rows)
    assert [s.qualifiers.since for s in found.statements] == [""]
    assert found.notes == ("line 2: '03/04/2026' may be two dates; write it YYYY-MM-DD",)


def test_ragged_rows_and_unknown_relations_are_said_with_their_line(made: Make) -> None:
    found = made(
        [
            *STATEMENTS,
            ["Ann Lee", "chairs", "Harbour board", "", "more", "cells"],
            ["Ann Lee", "likes", "Harbour board", ""],
        ]
    )
    assert triples(found) == STATEMENT_TRIPLES
    assert set(found.notes) == {
        "line 5: has 6 cells where the header has 4; it was left out",
        "line 6: 'likes' is no relation",
    }


def test_sheets_merged_cells_and_titles_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    first.title = "RACI"
    first["B2"] = "RACI matrix of the ferry project"
    first.merge_cells("B2:E2")
    rows = [["Phase", *RACI[0]], ["Design", *RACI[1]], [None, *RACI[2]]]
    for number, row in enumerate(rows, 4):
        for column, value in enumerate(row, 2):
            first.cell(number, column, value)
    first.merge_cells("B5:B6")
    second = book.create_sheet("Data committee")
    second.append(["Name", "Role", "Since"])
    second.append(["Ann Lee", "Chair", datetime.date(2025, 3, 1)])
    third = book.create_sheet("Notes")
    third.append(["Colour", "Value"])
    third.append(["red", 1])
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden.append(["Project", "Sponsor"])
    hidden.append(["Ferry", "City"])
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert triples(found) == RACI_TRIPLES | {("Ann Lee", "CHAIRS", "Data committee")}
    assert [(t.place, t.shape) for t in found.tables] == [
        ("RACI!A2", "raci"),
        ("Data committee!A1", "members"),
        ("Notes!A1", ""),
    ]
    phases = {s.qualifiers.phase for s in found.statements if s.relation != "CHAIRS"}
    assert phases == {"Design"}
    places = {s.place.locator for s in found.statements if s.target.name == "Choose the ferry"}
    assert places == {"RACI!D5", "RACI!E5", "RACI!F5"}


def test_the_prose_around_a_table_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"The harbour board oversees the ferry service.\n\n" + markdown(RACI))
    found = read(path)
    assert triples(found) == RACI_TRIPLES | {("harbour board", "OVERSEES", "ferry service")}


def test_letters_follow_the_vocabulary_in_force(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "relations:\n  INFORMED_OF: {meaning: Is told of it., raci: I}\nraci: {OVERSEES: none}\n",
        "utf-8",
    )
    path = tmp_path / "a.csv"
    path.write_bytes(csv(RACI))
    (found,) = extract([path], vocabulary=load_vocabulary(own))
    assert isinstance(found, Extraction)
    assert ("Harbour board", "INFORMED_OF", "Build the pier") in triples(found)


def test_a_header_of_two_rows(made: Make) -> None:
    found = made(
        [
            ["Tâches", "Acteurs", "", ""],
            ["", "APIJ", "Atigip", "DAP"],
            ["Choisir l'architecte", "A", "R", ""],
            ["Suivre les travaux", "", "A", "R/C"],
        ]
    )
    assert triples(found) == {
        ("APIJ", "ACCOUNTABLE_FOR", "Choisir l'architecte"),
        ("Atigip", "IMPLEMENTS", "Choisir l'architecte"),
        ("Atigip", "ACCOUNTABLE_FOR", "Suivre les travaux"),
        ("DAP", "IMPLEMENTS", "Suivre les travaux"),
        ("DAP", "ADVISES", "Suivre les travaux"),
    }


def test_a_vacant_seat_states_nothing_and_a_role_after_a_name_counts(made: Make) -> None:
    vacant = [["Name", "Organisation", "Board"], ["vacant", "City of Lens", "Ferry board"]]
    assert made(vacant).statements == ()
    found = made(
        [["Forum", "Lead"], ["Ferry board", "Dr Ann Lee, joint chair; Bo Tan, joint chair"]]
    )
    assert triples(found) == {
        ("Ann Lee", "CO_CHAIRS", "Ferry board"),
        ("Bo Tan", "CO_CHAIRS", "Ferry board"),
    }


def test_a_heading_that_names_no_list_makes_nobody_a_member(made: Make) -> None:
    found = made([["Programme de secours", ""], ["Acteur", "Mission"], ["SDIS", "Secourir"]])
    assert found.statements == ()


def test_tables_below_one_another_are_told_apart(made: Make) -> None:
    found = made(
        [
            ["Project", "Sponsor", "", ""],
            ["Ferry", "City of Lens", "", ""],
            ["", "", "", ""],
            ["Members of the ferry board", "", "", ""],
            ["Name", "Role", "Organisation", "Since"],
            ["Ann Lee", "Chair", "City of Lens", "2024"],
        ],
        "a.xlsx",
    )
    assert [table.shape for table in found.tables] == ["register", "members"]
    assert triples(found) == {
        ("City of Lens", "SPONSORS", "Ferry"),
        ("Ann Lee", "CHAIRS", "ferry board"),
        ("Ann Lee", "PART_OF", "City of Lens"),
    }


def test_a_date_that_can_only_begin_with_the_day_settles_the_others(made: Make) -> None:
    head = ["Project", "Sponsor", "Start", "End"]
    settled = made([head, ["Ferry", "City of Lens", "01/03/2025", "31/12/2026"]])
    assert {s.qualifiers.since for s in settled.statements} == {"2025-03-01"}
    open_ = made([head, ["Ferry", "City of Lens", "01/03/2025", "02/12/2026"]])
    assert {s.qualifiers.since for s in open_.statements} == {""}
    assert any("may be two dates" in note for note in open_.notes)


def test_dates_of_which_the_end_lies_before_the_beginning_are_left_out(made: Make) -> None:
    found = made([["Project", "Sponsor", "Start", "End"], ["Ferry", "City", "2025", "2024"]])
    assert {(s.qualifiers.since, s.qualifiers.until) for s in found.statements} == {("", "")}
    assert any("ends 2024, before it begins, 2025" in note for note in found.notes)


def test_a_name_that_begins_with_the_letters_of_an_article_is_whole(made: Make) -> None:
    head = ["Project", "Sponsor", "Funded by"]
    found = made(
        [head, ["Ferry", "Legal", "Laboratoire Curie; Lead team"], ["Pier", "la Ville", ""]]
    )
    names = {s.source.name for s in found.statements}
    assert names == {"Legal", "Laboratoire Curie", "Lead team", "Ville"}
