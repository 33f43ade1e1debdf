"""`stakeholders raci`: a matrix that stays readable, and files of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import LIBRARY, MARKET, Run

pytestmark = pytest.mark.usefixtures("store")


def test_letters_stand_under_names_with_a_legend(run: Run) -> None:
    said = run("raci", "Riverside Library").stdout
    (line,) = [text for text in said.splitlines() if text.endswith("A!")]
    assert line.split() == ["Riverside", "Library", "A!", "A!"]
    assert "several A: county council; trust board" in said.replace("\n  ", " ")
    assert "(A) derived" in said
    assert "No letter: CHAIRS" in said


def test_a_matrix_that_is_too_wide_is_turned(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (40, 80, 400):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = run("raci").stdout.splitlines()
        assert max(map(len, lines)) <= width
        joined = " ".join(" ".join(lines).split())
        for name in ("SEM Loire Rive", "commune de Brissac", "Mary Holt"):
            assert width != 80 or name in joined
    grid = lines[: lines.index("")]
    assert sum(line.startswith("Halle Verte") for line in grid) == 1


def test_quotes_are_shown_when_asked_for(run: Run) -> None:
    assert MARKET not in run("raci", "Halle Verte").stdout
    said = run("raci", "Halle Verte", "--quotes").stdout
    assert "« La SEM Loire Rive la pilote. »" in said
    assert f"{MARKET}:5" in said


def test_rows_by_phase(run: Run) -> None:
    rows = json.loads(run("raci", "Halle Verte", "--by-phase", "--format", "json").stdout)["rows"]
    assert [row["phase"] for row in rows] == ["operation", "other phases"]
    lines = run("raci", "--phase", "travaux", "--phase", "livré", "--format", "jsonl").stdout
    assert [json.loads(line)["phase"] for line in lines.splitlines()][:2] == ["travaux", "livré"]


def test_json_has_all_the_evidence(run: Run) -> None:
    matrix = json.loads(run("raci", "Garden Scheme", "--format", "json").stdout)
    (cell,) = matrix["rows"][0]["cells"]
    assert cell["letters"] == ["(A)", "(C)"]
    derived = cell["marks"][0]
    assert derived["outcome"] == "derived"
    assert [s["document"] for s in derived["statements"]] == [LIBRARY, LIBRARY]
    assert all(s["quote"] and s["locator"] for s in derived["statements"])


def test_letters_may_be_changed(run: Run) -> None:
    said = run("raci", "Halle Verte", "--letters", "sponsors=I, pilots=none", "--format", "json")
    cells = json.loads(said.stdout)["rows"][0]["cells"]
    told = {cell["stakeholder"]: cell["letters"] for cell in cells}
    assert told["commune de Brissac"] == ["I"]
    assert told["SEM Loire Rive"] == ["(A)*"]


@pytest.mark.parametrize("bad", ["sponsors", "sponsors=X", "leads=R", "=R"])
def test_a_wrong_letter_is_exit_3(run: Run, bad: str) -> None:
    result = run("raci", "--letters", bad)
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_file_is_written_and_not_replaced_unasked(run: Run, here: Path) -> None:
    assert run("raci", "-o", "raci.xlsx").stdout == "raci.xlsx\n"
    assert (here / "raci.xlsx").read_bytes().startswith(b"PK")
    again = run("raci", "-o", "raci.xlsx")
    assert again.exit_code == 3
    assert "--force" in again.stderr
    assert run("raci", "-o", "raci.xlsx", "--force").exit_code == 0
    assert run("raci", "-o", "raci.txt").exit_code == 3
    assert run("raci", "X", "--kind", "body").exit_code == 2
    assert run("raci", "--phase", "travaux", "--by-phase").exit_code == 2


def test_the_summary_is_talk(run: Run) -> None:
    assert "with several A" in run("raci").stderr
    assert run("raci", "-q").stderr == ""


def test_nothing_to_show_is_an_answer(run: Run) -> None:
    result = run("raci", "--kind", "place")
    assert result.exit_code == 0
    assert result.stdout.startswith("NOT STATED")


def test_too_many_rows_are_refused_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from stakeholder_graph.cli.commands import raci

    monkeypatch.setattr(raci, "_MOST_ROWS", 2)
    result = run("raci")
    assert result.exit_code == 3
    assert "3 rows are too many to show; name fewer" in result.stderr
    assert len(json.loads(run("raci", "--format", "json").stdout)["rows"]) == 3
