"""The command that answers questions in words."""

from __future__ import annotations

import json

import pytest

from .conftest import MARKET, Run

pytestmark = pytest.mark.usefixtures("store")


def test_it_shows_how_a_question_was_understood(run: Run) -> None:
    result = run("ask", "Qui sera responsable de la Halle Verte une fois livrée ?")
    assert result.stdout.startswith("STATED")
    assert "understood: qui ACCOUNTABLE_FOR Halle Verte (phase: une fois livrée)" in result.stdout
    assert "« Une fois livrée, la Halle Verte sera sous la responsabilité" in result.stdout
    assert f"{MARKET}:13" in result.stdout
    assert result.exit_code == 0


def test_json_is_one_object(run: Run) -> None:
    result = run("ask", "Who is accountable for Halle Verte in operation?", "--format", "json")
    reply = json.loads(result.stdout)
    assert {"question", "understood", "outcome", "answers"} <= set(reply)
    assert {"relation", "known", "asked", "phase", "date"} <= set(reply["understood"])
    assert {"name", "relation", "quote", "document"} <= set(reply["answers"][0])
    assert reply["outcome"] == "stated"
    assert reply["answers"][0]["name"] == "régie des marchés"


def test_what_is_not_understood_says_so(run: Run) -> None:
    result = run("ask", "Qui préside la Halle Vert ?")
    assert result.exit_code == 3
    assert result.stdout.startswith("NOT UNDERSTOOD")
    assert "did you mean" in result.stdout
    result = run("ask", "Quel temps fait-il ?", "--format", "json")
    reply = json.loads(result.stdout)
    assert (result.exit_code, reply["outcome"], reply["answers"]) == (3, "not understood", [])
    assert "not understood" in result.stderr


def test_not_stated_is_an_answer(run: Run) -> None:
    result = run("ask", "Qui nomme la régie des marchés ?")
    assert result.exit_code == 0
    assert result.stdout.startswith("NOT STATED")
    assert "do not say" in result.stdout


def test_markdown_and_csv(run: Run) -> None:
    question = "What links Mary Holt and Garden Scheme?"
    page = run("ask", question, "--format", "md").stdout
    assert page.startswith("**STATED** — What links")
    assert "| --- |" in page
    table = run("ask", question, "--format", "csv").stdout
    assert table.startswith("outcome,name,source,relation,target")
