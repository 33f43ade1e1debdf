"""How tables were read is shown, and what was not understood is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

RACI = "Task;Harbour board;City;Email\nBuild the pier;A;R;x@example.org\nPaint it;A;?;\n"


@pytest.fixture
def raci(here: Path) -> Path:
    path = here / "raci.csv"
    path.write_text(RACI, "utf-8")
    return path


def test_how_a_table_was_read(run: Run, raci: Path) -> None:
    result = run("extract", "raci.csv", "--explain")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "",
        "raci.csv:1: a matrix of responsibilities",
        "  2 rows, 3 statements",
        "  Task → task",
        "  Harbour board → stakeholder: Harbour board",
        "  City → stakeholder: City",
        "  Email → not read",
    ]
    rows = json.loads(run("extract", "raci.csv", "--explain", "--format", "json").stdout)
    assert [row["read_as"] for row in rows] == [
        "task",
        "stakeholder: Harbour board",
        "stakeholder: City",
        "",
    ]


def test_load_shows_it_too(run: Run, raci: Path) -> None:
    result = run("load", "raci.csv", "--explain")
    assert result.exit_code == 0, result.stderr
    assert "raci.csv:1: a matrix of responsibilities" in result.stdout
    answer = run("who-is-accountable", "Build the pier").stdout
    assert "« Build the pier;A »" in answer or "“Build the pier;A”" in answer
    assert "raci.csv:2" in answer


def test_what_could_not_be_read_is_said_and_the_rest_is_loaded(run: Run, here: Path) -> None:
    Path("bad.csv").write_text("Project;Sponsor\nFerry;City\nPier;City;more\n", "utf-8")
    result = run("load", "bad.csv", "--format", "json")
    assert result.exit_code == 5
    note = "bad.csv: line 3: has 3 cells where the header has 2; it was left out"
    assert result.stderr.splitlines() == [f"Error: {note}"]
    report = json.loads(result.stdout)
    assert report["notes"] == [note]
    assert report["statements"] == {"SPONSORS": 1}


def test_a_table_that_is_not_recognised_is_said(run: Run, here: Path) -> None:
    Path("colours.csv").write_text("Colour;Value\nred;1\nblue;2\n", "utf-8")
    result = run("extract", "colours.csv")
    assert result.exit_code == 5
    assert result.stdout == ""
    assert "colours.csv: no table was recognised by its headers (Colour, Value)" in result.stderr
    shown = run("extract", "colours.csv", "--explain").stdout
    assert "colours.csv:1: not recognised" in shown
    assert "Colour → not read" in shown


def test_documents_without_a_table(run: Run, here: Path) -> None:
    Path("a.txt").write_text("The harbour board oversees the ferry service.", "utf-8")
    result = run("extract", "a.txt", "--explain")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "hold no table" in result.stderr
