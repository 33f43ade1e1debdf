"""`stakeholders what-if`: what was, what is then, each with its sentence."""

from __future__ import annotations

import json

import pytest

from .conftest import LIBRARY, MARKET, Run

pytestmark = pytest.mark.usefixtures("store")


def test_what_was_and_what_is_then(run: Run) -> None:
    said = run("what-if", "--without", "commune de Brissac").stdout
    assert said.startswith("WHAT IF  What is lost without commune de Brissac?")
    assert "DERIVED  Duties that fall back by rule" in said
    assert said.index("« Brissac porte la Halle Verte. »") < said.index(
        "La SEM Loire Rive la pilote"
    )
    assert "then: SEM Loire Rive (derived" in said
    assert f"{MARKET}:3" in said


def test_the_sections_stand_in_order(run: Run) -> None:
    said = run("what-if", "--without", "Mary Holt").stdout
    heads = ["Duties left with nobody accountable", "Bodies left without chair"]
    places = [said.index(head) for head in heads]
    assert places == sorted(places)
    assert said.count("then: not stated") == 2
    assert f"{LIBRARY}:7" in said


def test_several_may_leave(run: Run) -> None:
    one = run("what-if", "--without", "maire").stdout
    assert "Bodies that others still chair" in one
    both = ("--without", "maire", "--without", "présidente de la chambre d'agriculture")
    assert "Bodies left without chair" in run("what-if", *both).stdout


def test_formats(run: Run) -> None:
    whole = json.loads(run("what-if", "--without", "Mary Holt", "--format", "json").stdout)
    assert [each["name"] for each in whole["without"]] == ["Mary Holt"]
    (duty,) = whole["duties"]
    assert (duty["name"], duty["effect"], duty["after"]) == (
        "Garden Scheme",
        "nobody is accountable",
        [],
    )
    assert duty["before"][0]["quote"] == "Mary Holt chairs the garden panel."
    lines = run("what-if", "--without", "Mary Holt", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["section"] for line in lines] == ["duties", "bodies"]
    table = run("what-if", "--without", "Mary Holt", "--format", "csv").stdout.splitlines()
    assert table[0].startswith("section,effect,subject")
    assert len(table) == 6
    page = run("what-if", "--without", "Mary Holt", "--format", "md").stdout
    assert "**NOT STATED** — Duties left with nobody accountable" in page
    assert "| Garden Scheme | then | not stated |" in page


def test_nothing_lost_is_an_answer(run: Run) -> None:
    result = run("what-if", "--without", "collectif des riverains")
    assert result.exit_code == 0
    assert "Nothing that the documents state is lost." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 2), (["--without", "nobody"], 3), (["--without", "maire", "--at", "soon"], 3)],
)
def test_bad_input(run: Run, arguments: list[str], code: int) -> None:
    result = run("what-if", *arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.stderr
