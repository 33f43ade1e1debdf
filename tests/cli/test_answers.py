"""How answers read: outcome first, then who, each with quote and place."""

from __future__ import annotations

import io
import json
import re

import pytest
from rich.console import Console

from stakeholder_graph.cli.render.groups import Entry, Group
from stakeholder_graph.cli.render.page import Page

from .conftest import COUNTY, LIBRARY, MARKET, Run

pytestmark = pytest.mark.usefixtures("store")

ESCAPE = "\x1b"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_stated(run: Run) -> None:
    said = run("who-is-accountable", "la halle verte", "--phase", "exploitation").stdout
    assert said.startswith("STATED")
    assert "phase: exploitation" in said
    assert "régie des marchés is accountable for Halle Verte" in said
    assert "« Une fois livrée, la Halle Verte sera sous la responsabilité" in said
    assert f"{MARKET}:13" in said


def test_what_holds_besides_has_its_own_outcome(run: Run) -> None:
    said = run("who-is-accountable", "Halle Verte").stdout
    assert said.startswith("STATED")
    assert "\nDERIVED  besides" in said
    assert "commune de Brissac sponsors Halle Verte" in said


def test_derived_shows_the_rule_and_each_link(run: Run) -> None:
    said = flat(run("who-is-accountable", "Garden Scheme").stdout)
    assert said.startswith("DERIVED")
    assert "who chairs or co-chairs a body that governs it answers for it" in said
    first, second = "1. garden panel governs Garden Scheme", "2. Mary Holt chairs garden panel"
    assert said.index(first) < said.index(second)
    assert "“The garden panel steers the Garden Scheme.”" in said
    assert f"{LIBRARY}:7" in said


def test_conflicting_shows_every_side(run: Run) -> None:
    said = run("who-is-accountable", "Riverside Library").stdout
    assert said.startswith("CONFLICTING")
    assert f"{LIBRARY}:2" in said
    assert f"{COUNTY}:4" in said


def test_not_stated_is_an_answer(run: Run) -> None:
    result = run("who-is-accountable", "Mary Holt")
    assert result.exit_code == 0
    assert result.stdout.startswith("NOT STATED")
    assert "The 3 documents in the store do not say." in result.stdout


def test_the_inverse(run: Run) -> None:
    said = run("accountable-for", "régie des marchés").stdout
    assert said.startswith("STATED")
    assert "Halle Verte" in said


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("Halle Verte", "stated"),
        ("Garden Scheme", "derived"),
        ("Riverside Library", "conflicting"),
        ("Mary Holt", "not stated"),
    ],
)
def test_an_answer_as_json_is_one_object(run: Run, name: str, outcome: str) -> None:
    answer = json.loads(run("who-is-accountable", name, "--format", "json").stdout)
    assert answer["outcome"] == outcome
    assert [each["quote"] for each in answer["answers"]] == [
        link["quote"] for each in answer["answers"] for link in each["chain"][-1:]
    ]
    (line,) = run("who-is-accountable", name, "--format", "jsonl").stdout.splitlines()
    assert json.loads(line) == answer


def test_an_answer_as_markdown(run: Run) -> None:
    said = run("who-is-accountable", "Garden Scheme", "--format", "md").stdout
    assert said.startswith("**DERIVED** — Who is accountable for Garden Scheme?")
    assert "| Mary Holt | garden panel governs Garden Scheme |" in said
    assert "| Mary Holt | Mary Holt chairs garden panel |" in said


def test_the_card_goes_from_the_top_down_and_says_who_presides(run: Run) -> None:
    said = run("in-charge", "HALLE VERTE").stdout
    assert said.startswith("STATED  Who is in charge of Halle Verte?")
    headings = [line for line in said.splitlines()[1:] if line and not line.startswith(" ")]
    assert headings == [
        "is the responsibility of",
        "is sponsored by",
        "is piloted by",
        "is governed by",
        "comité de la Halle is co-chaired by",
    ]


def test_one_sentence_about_several_is_shown_once(run: Run) -> None:
    said = run("members", "COHA").stdout
    assert said.count("co-président") == 1
    assert said.count("siègent") == 1
    lines = [line.strip() for line in said.splitlines()]
    assert lines.index("maire") + 1 == lines.index("présidente de la chambre d'agriculture")
    assert "jointly" in lines
    assert lines.index("is co-chaired by") < lines.index("has as a member")


def test_a_name_that_two_sentences_say_the_same_of_is_written_once() -> None:
    entries = [Entry(["board"], "", f"“{quote}”", place) for quote, place in ("ab", "cd")]
    out = io.StringIO()
    Page(Console(file=out, width=80)).groups([Group("governs", entries)])
    assert out.getvalue().split() == ["governs", "board", "“a”", "b", "“c”", "d"]


def test_a_card_of_nothing_says_so(run: Run) -> None:
    result = run("in-charge", "Mary Holt")
    assert result.exit_code == 0
    assert result.stdout.startswith("NOT STATED")


def test_show_tells_what_a_stakeholder_does_before_what_is_done_to_it(run: Run) -> None:
    said = run("show", "comité de la Halle").stdout
    assert "body, also named COHA" in said
    assert said.index("\ngoverns\n") < said.index("\nis co-chaired by\n")


def test_path_walks_step_by_step(run: Run) -> None:
    said = flat(run("path", "maire", "la Halle").stdout)
    assert "How is maire linked to Halle Verte?" in said
    assert said.index("1. maire co-chairs comité de la Halle") < said.index("2. comité de la Halle")
    assert run("path", "maire", "county council").stdout.startswith("NOT STATED")


def test_verbose_tells_what_read_a_statement(run: Run) -> None:
    assert "confidence 0.80" not in run("in-charge", "Halle Verte").stdout
    assert "test, confidence 0.80" in run("in-charge", "Halle Verte", "-v").stdout


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_text_is_wrapped_and_never_cut(
    run: Run, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in (["in-charge", "Halle Verte"], ["members", "COHA"], ["relations"]):
        said = run(*arguments).stdout
        lines = said.splitlines()
        assert max(map(len, lines)) <= int(width)
        assert not any(line.endswith(" ") for line in lines)
        assert "co-président le comité de la Halle." in flat(said)


def test_no_colour_unless_it_is_forced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("who-is-accountable", "Halle Verte")
    assert ESCAPE not in run(*asked).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run(*asked).stdout
    assert ESCAPE in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert ESCAPE not in run(*asked, "--no-color").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(*asked).stdout == plain


def test_names_are_forgiving_and_never_guessed(run: Run) -> None:
    assert run("members", "Comite de la halle").exit_code == 0
    unknown = run("members", "comité de la Hale")
    assert unknown.exit_code == 3
    assert "comité de la Halle" in unknown.stderr
    assert unknown.stdout == ""
