"""The files of a RACI matrix: letters told apart, each with its evidence, and nothing that runs."""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from stakeholder_graph.errors import InputError, StakeholderGraphError
from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Statement,
    StoredStatement,
    slug,
)
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries.raci import (
    SUFFIXES,
    Matrix,
    matrix_csv,
    matrix_markdown,
    matrix_page,
    matrix_workbook,
    raci_matrix,
    write_matrix,
)
from stakeholder_graph.queries.raci import matrix as module

WEB = "https://example.org/a page>.html"
SAID = [
    ("agence", "ACCOUNTABLE_FOR", "Halle", "L'agence en répond pendant les travaux.", "travaux"),
    ("ville", "SPONSORS", "Halle", "La ville porte la Halle.", ""),
    ("société", "PILOTS", "Halle", "La société la pilote.", ""),
    ("comité", "GOVERNS", "Halle", "le comité de la Halle", ""),
    ("maire", "CHAIRS", "comité", "Le maire le préside.", ""),
    ("A", "ACCOUNTABLE_FOR", "Tour", "A en est responsable.", ""),
    ("B", "ACCOUNTABLE_FOR", "Tour", "B en est responsable.", ""),
]
PROJECTS = ("Halle", "Tour")


def told(*said: tuple[str, str, str, str, str]) -> Matrix:
    """Return the matrix of all projects of some statements, each on a line of its own."""
    stored = [
        StoredStatement(
            slug(source),
            slug(target),
            Statement(
                Mention(source, Kind.PROJECT if source in PROJECTS else Kind.ORGANIZATION),
                relation,
                Mention(target, Kind.PROJECT if target in PROJECTS else Kind.BODY),
                quote,
                "charte.md",
                Place(1000 * line, 1000 * line + len(quote), f"line {line}"),
                Qualifiers(phase=phase),
            ),
        )
        for line, (source, relation, target, quote, phase) in enumerate(said, start=1)
    ]
    with MemoryStore() as store:
        store.write(Document("charte.md", address=WEB, language="fr"), {}, stored)
        return raci_matrix(store)


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return told(*SAID)


def sheet(content: bytes, name: str = "RACI") -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def test_the_workbook_has_letters_with_notes_that_quote(matrix: Matrix) -> None:
    raci = sheet(matrix_workbook(matrix))
    rows = list(raci.iter_rows())
    heads = [str(cell.value).split("\n")[0] for cell in rows[0]]
    halle = dict(zip(heads, rows[1], strict=True))
    assert {name: halle[name].value for name in ("agence", "ville", "société", "maire")} == {
        "agence": "A*",
        "ville": "(A)*",
        "société": "R",
        "maire": "(C)",
    }
    note = halle["agence"].comment.text
    assert "A stated" in note
    assert "« L'agence en répond pendant les travaux. »" in note
    assert "charte.md:1" in note
    assert "phase: travaux" in note
    assert "answers for it" in halle["ville"].comment.text
    assert halle["agence"].fill.fgColor.rgb != halle["ville"].fill.fgColor.rgb
    assert halle["ville"].font.italic and not halle["agence"].font.italic
    assert "several A" in str(dict(zip(heads, rows[2], strict=True))["to look at"].value)
    assert raci.freeze_panes == "B2"


def test_the_workbook_has_all_evidence_on_a_sheet_of_its_own(matrix: Matrix) -> None:
    evidence = sheet(matrix_workbook(matrix), "Evidence")
    lines = list(evidence.iter_rows(min_row=2, values_only=True))
    assert len(lines) == len(matrix.frame())
    assert {line[9 - 1] for line in lines} >= {f"« {quote} »" for *_, quote, _ in SAID[:5]}


def test_the_same_matrix_gives_the_same_workbook(matrix: Matrix) -> None:
    assert matrix_workbook(matrix) == matrix_workbook(matrix)


def test_without_xlsxwriter_the_extra_is_named(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(StakeholderGraphError, match=r"stakeholder-graph\[xlsx\]"):
        matrix_workbook(matrix)


def test_markdown_has_a_footnote_for_each_cell(matrix: Matrix) -> None:
    text = matrix_markdown(matrix)
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    explained = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert used == explained == [str(n + 1) for n in range(6)]
    assert r"(A)\*[^" in text
    assert r"A\![^" in text
    assert "« La ville porte la Halle. »" in text
    assert "[charte.md:2](<https://example.org/a%20page%3E.html>)" in text
    widths = {line.count(" |") for line in text.split("\n\n")[1].splitlines()}
    assert len(widths) == 1


def test_csv_is_the_matrix_with_its_evidence(matrix: Matrix) -> None:
    halle, tour = csv.DictReader(io.StringIO(matrix_csv(matrix)))
    assert (halle["for"], halle["agence"], halle["ville"]) == ("Halle", "A*", "(A)*")
    assert "« La ville porte la Halle. »" in halle["evidence"]
    assert "charte.md:2" in halle["evidence"]
    assert tour["to look at"].startswith("several A")


class Links(HTMLParser):
    """The targets and the sources of the links in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.inside: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.ids.add(facts.get("id") or "")
        if tag == "a":
            href = facts["href"] or ""
            (self.inside if href.startswith("#") else self.outside).append(href)


def test_every_letter_of_the_page_leads_to_its_evidence_and_back(matrix: Matrix) -> None:
    links = Links()
    links.feed(matrix_page(matrix))
    assert {href[1:] for href in links.inside} <= links.ids
    assert sum(href.startswith("#note") for href in links.inside) >= 6
    assert set(links.outside) == {"https://example.org/a%20page%3E.html"}


def test_the_page_opens_without_a_network_and_shows_a_sentence_on_demand(
    matrix: Matrix, visit: Callable[..., Any]
) -> None:
    seen = visit(matrix_page(matrix))
    seen.page.get_by_role("link", name="A, stated, limited: evidence").click()
    target = seen.page.locator("li:target")
    assert "L'agence en répond pendant les travaux." in target.inner_text()
    assert seen.page.locator("table th[scope=col]").count() == 2 + len(matrix.columns)
    assert seen.page.locator("table th[scope=row]").count() == 2
    assert len(seen.requests) == 1
    assert seen.complaints == []


EVIL = '</style><script>alert(1)</script>"><img src=x onerror=alert(1)>'


def test_names_and_quotes_are_text_in_every_format(visit: Callable[..., Any]) -> None:
    formula = '=HYPERLINK("http://x")'
    matrix = told((EVIL, "PILOTS", "Halle", EVIL, EVIL), (formula, "ADVISES", "Halle", "| x", ""))
    seen = visit(matrix_page(matrix))
    assert EVIL in seen.text("table")
    assert (seen.complaints, len(seen.requests)) == ([], 1)
    assert "<script" not in matrix_markdown(matrix).replace("\\<", "")
    assert formula not in next(csv.reader(io.StringIO(matrix_csv(matrix))))
    raci = sheet(matrix_workbook(matrix))
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in next(raci.iter_rows()))


def test_a_file_is_written_by_the_end_of_its_name(matrix: Matrix, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        path = write_matrix(matrix, tmp_path / f"raci{suffix}")
        assert path.stat().st_size > 0
    assert zipfile.is_zipfile(tmp_path / "raci.xlsx")
    assert sorted(p.suffix for p in tmp_path.iterdir()) == sorted(SUFFIXES)
    with pytest.raises(InputError, match=r"end it in \.xlsx"):
        write_matrix(matrix, tmp_path / "raci.docx")
    with pytest.raises(InputError, match="cannot be written"):
        write_matrix(matrix, tmp_path / "none" / "raci.md")


def test_a_matrix_too_large_to_show_is_refused(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CELLS", 5)
    for show in (matrix_page, matrix_markdown, matrix_csv, Matrix.grid):
        with pytest.raises(InputError, match="2 rows and 6 columns, too many to show"):
            show(matrix)
    assert not matrix.frame().empty
