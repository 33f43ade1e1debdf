"""CSV and Excel: every cell at its place, whatever the delimiter, the encoding or the damage."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import opendocument_sheet, sheet_row
from soundness import check_offsets

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders import Extraction, Failure, Limits, extract, read
from stakeholder_graph.loaders.delimited import parse as parse_records
from stakeholder_graph.loaders.formats import Parsed
from stakeholder_graph.loaders.workbook import parse as parse_workbook

SOUND = "Project;Sponsor\nFerry;City of Saltmarsh\n"
SHEET = "xl/worksheets/sheet1.xml"


def cells(parsed: Parsed) -> list[list[str]]:
    return [[b.text[start:end] for start, end in b.cells] for b in parsed.blocks]


def records(text: str) -> list[list[str]]:
    parsed = parse_records(text.encode(), "a.csv")
    check_offsets(parsed)
    assert parsed.text == text.replace("\r\n", "\n")
    return cells(parsed)


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def sheet(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'
    return repacked(workbook(["a"]), SHEET, content.encode())


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = ["Name;Role;Note".replace(";", delimiter), f"Ann{delimiter}Chair{delimiter}yes: 1"]
    assert records("\n".join(lines) + "\n") == [
        ["Name", "Role", "Note"],
        ["Ann", "Chair", "yes: 1"],
    ]


def test_commas_inside_cells_are_no_delimiters() -> None:
    text = "Nom;Organisme\nRoy, Ada;Ville de Lens, service achats\nTan, Bo;Ville de Lens, mairie\n"
    assert records(text)[1] == ["Roy, Ada", "Ville de Lens, service achats"]


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks() -> None:
    text = 'a;"b;c";"say ""hi"""\r\n"two\r\nlines";;x\r\n\r\nlast;1;2'
    assert records(text) == [
        ["a", "b;c", 'say ""hi""'],
        ["two\nlines", "", "x"],
        ["last", "1", "2"],
    ]


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))), min_size=2
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    rows = [["x", *row, *[""] * (width - len(row))] for row in rows]
    text = "\n".join(";".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows)
    assert [[c.replace('""', '"') for c in row] for row in records(text)] == rows


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "latin-1"])
def test_accents_of_every_encoding_are_kept(encoding: str, tmp_path: Path) -> None:
    name = "Réhabilitation de la préfecture à Évreux"
    text = f"Projet;Maître d'ouvrage\n{name};Région Île-de-France\n"
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    (found,) = extract([path])
    assert isinstance(found, Extraction)
    ((source, target),) = {(s.source.name, s.target.name) for s in found.statements}
    assert (source, target) == ("Région Île-de-France", name)


def test_numbers_and_dates_of_a_workbook_are_read_as_they_are_shown() -> None:
    import datetime

    data = workbook(["n", 3.0, 0.5, True, datetime.date(2026, 3, 1), "two\nlines", None])
    parsed = parse_workbook(data, "a.xlsx")
    check_offsets(parsed)
    assert parsed.text == "Sheet\n\nn | 3 | 0.5 | TRUE | 2026-03-01 | two; lines"


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="9"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r = 'XFD1048576' t='inlineStr' ><is><t>x</t></is></c></row>",
        '<row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row>",
        '<row r="9"><c r="C2147483647"><v>1</v></c></row>',
        '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_is_refused_at_once(cell: str) -> None:
    far = sheet(f'<row r="1"><c r="A1"><v>1</v></c></row>{cell}')
    start = time.monotonic()
    with pytest.raises(InputError, match=r"sheet1\.xml: reaches over [\d,]+ rows"):
        parse_workbook(far, "a.xlsx")
    assert time.monotonic() - start < 5


def test_a_million_empty_rows_are_nothing() -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 1_000_000))
    data = sheet(f'<row r="1"><c r="A1"><v>7</v></c></row>{empty}')
    assert cells(parse_workbook(data, "a.xlsx"))[1:] == [["7"]]


def test_repeated_rows_of_an_opendocument_are_counted_before_they_are_made() -> None:
    bomb = opendocument_sheet(sheet_row(["x"] * 99, repeated=1_000_000))
    with pytest.raises(InputError, match=r"content\.xml: reaches over 1,000,000 rows"):
        parse_workbook(bomb, "a.ods")
    tail = opendocument_sheet(sheet_row(["x"]) + sheet_row([""], repeated=1_048_575))
    assert cells(parse_workbook(tail, "a.ods"))[1:] == [["x"]]


def test_a_locked_opendocument_sheet_asks_for_its_password() -> None:
    data = opendocument_sheet(sheet_row(["x"]))
    locked = repacked(data, "META-INF/manifest.xml", b"<manifest:encryption-data/>")
    with pytest.raises(InputError, match="password"):
        parse_workbook(locked, "a.ods")


def test_more_cells_than_allowed_are_refused() -> None:
    with pytest.raises(InputError, match="more than 5 cells"):
        parse_workbook(workbook(*[[1, 2, 3]] * 2), "a.xlsx", Limits(cells=5))
    with pytest.raises(InputError, match="more than 5 cells"):
        parse_records(b"a;b;c\nd;e;f\n", "a.csv", Limits(cells=5))


BAD = {
    "bomb.xlsx": (lambda: repacked(workbook(["a"]), SHEET, b" " * 50_000_000), "unpacks to more"),
    "entities.xlsx": (
        lambda: repacked(workbook(["a"]), SHEET, b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>'),
        "sheet1.xml: declares a document type",
    ),
    "broken.xlsx": (
        lambda: repacked(workbook(["a"]), "xl/workbook.xml", b"<workbook"),
        "no sound workbook|holds no cell",
    ),
    "short.xlsx": (lambda: workbook(["a"])[:-200], "damaged or cut short"),
    "empty.xlsx": (workbook, "holds no cell"),
    "text.xlsx": (SOUND.encode, "is not an Excel workbook as its name says"),
    "book.csv": (lambda: workbook(["a"]), "is an Excel workbook, not a CSV file"),
    "nul.csv": (lambda: b"Project;Sponsor\nFerry\0;City\n", "is not text"),
    "prose.csv": (lambda: b"The board leads.\nIt votes.\n", "has one column"),
    "line.csv": (lambda: b"a;" * 6_000_000, "has 12,000,000 bytes, more than the 10,000,000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_sheet_is_refused_in_one_line_and_loses_no_other(name: str, tmp_path: Path) -> None:
    make, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(InputError, match=reason) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    (tmp_path / "sound.csv").write_text(SOUND, "utf-8")
    failed, sound = sorted(extract([tmp_path]), key=lambda each: isinstance(each, Failure))[::-1]
    assert isinstance(failed, Failure)
    assert isinstance(sound, Extraction)
    assert sound.statements


def test_a_workbook_of_many_rows_is_read_fast() -> None:
    rows = [["Project", "Sponsor", "Project manager"]]
    rows += [[f"Project {n}", f"Agency {n % 97}", "Ann Lee"] for n in range(20_000)]
    data = workbook(*rows)
    start = time.monotonic()
    parsed = parse_workbook(data, "a.xlsx")
    assert len(parsed.blocks) == 20_002
    assert time.monotonic() - start < 10
