"""A language model that reads too, at the command line; and that the page about it is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from model_server import hanging, refusing, saying, serving

from .conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "proposer.md").read_text("utf-8")
KEY = "sk-very-secret-1234567890"
CHARTER = """\
# The Orchard Programme

The Ministry of Culture sponsors the Orchard Programme.

The growers' union looks after the orchard's water as part of the Orchard Programme.
"""
SPONSORS = {
    "source": "Ministry of Culture",
    "relation": "SPONSORS",
    "target": "Orchard Programme",
    "quote": "The Ministry of Culture sponsors the Orchard Programme.",
}
PARTICIPATES = {
    "source": "growers' union",
    "relation": "PARTICIPATES_IN",
    "target": "Orchard Programme",
    "quote": "The growers' union looks after the orchard's water as part of the Orchard Programme.",
}
INVENTED = {**SPONSORS, "source": "Mallory Ltd"}


@pytest.fixture(autouse=True)
def charter(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    path = here / "charter.md"
    path.write_text(CHARTER, "utf-8")
    return path


def serve(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("OPENAI_MODEL", "careful")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def block(name: str) -> str:
    """Return an example of the page."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.S)
    assert found is not None
    return found[1]


def test_the_example_of_the_page_is_true(run: Run, charter: Path, here: Path) -> None:
    charter.write_text(block("document"), "utf-8")
    assert run("extract", "charter.md", "--dry-run", "requests").exit_code == 0
    (request,) = (here / "requests").glob("*.request.json")
    assert re.fullmatch(r"charter-001-[0-9a-f]{16}\.request\.json", request.name)
    user = json.loads(request.read_text("utf-8"))["messages"][1]
    assert user == {"role": "user", "content": block("request").rstrip("\n")}
    answers = here / "answers"
    answers.mkdir()
    (answers / request.name.replace(".request", "")).write_text(block("answer"), "utf-8")
    result = run("extract", "charter.md", "--proposer", "answers")
    assert result.exit_code == 0
    found = {
        (s["source"]["name"], s["relation"], s["target"]["name"])
        for s in map(json.loads, result.stdout.splitlines())
        if "model:answers" in s["asserted_by"]
    }
    said = json.loads(block("answer"))["statements"]
    assert len(found) == len(said)
    assert "4 statements proposed on 1 section; 0 refused" in result.stderr


def test_the_settings_of_the_page_are_those_there_are(run: Run) -> None:
    shown = json.loads(run("config", "--format", "json").stdout)
    known = {row["setting"]: row["value"] for row in shown if row["setting"].startswith("proposer")}
    named = set(re.findall(r"`(proposer_\w+)`", PAGE))
    assert named == set(known)
    for name in ("tokens", "answer", "timeout", "retries"):
        assert f"| `proposer_{name}` | {known[f'proposer_{name}']} |" in PAGE


def test_what_both_say_is_surer_and_the_summary_counts_refusals(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (alone,) = (
        json.loads(line)["confidence"]
        for line in run("extract", "charter.md").stdout.splitlines()
        if '"SPONSORS"' in line
    )
    with serving(saying(SPONSORS, PARTICIPATES, INVENTED)) as server:
        serve(monkeypatch, server.url)
        result = run("extract", "charter.md", "--proposer", "model")
        again = run("extract", "charter.md", "--proposer", "model")
        assert len(server.bodies) == 1
    said = {s["relation"]: s for s in map(json.loads, result.stdout.splitlines())}
    assert said["SPONSORS"]["confidence"] == round(1 - (1 - alone) * 0.15, 3)
    assert said["SPONSORS"]["asserted_by"].endswith(" + model:careful")
    assert said["PARTICIPATES_IN"]["asserted_by"] == "model:careful"
    assert "3 statements proposed on 1 section; 1 refused by the evidence gate" in result.stderr
    assert "1 ends: " in result.stderr
    assert "1 request, 0 more from the cache" in result.stderr
    assert again.stdout == result.stdout
    assert "0 requests, 1 more from the cache; 0 tokens" in again.stderr


def test_compare_tells_who_says_what(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(saying(SPONSORS, PARTICIPATES)) as server:
        serve(monkeypatch, server.url)
        result = run(
            "extract", "charter.md", "--proposer", "model", "--compare", "--format", "json"
        )
        table = run("load", "charter.md", "--proposer", "model", "--compare")
    rows = {row["relation"]: row for row in json.loads(result.stdout)}
    assert rows["SPONSORS"]["said_by"] == "both"
    assert rows["PARTICIPATES_IN"]["said_by"] == "model"
    assert rows["SPONSORS"]["locator"] == "line 3"
    assert "said by both" in table.stdout
    assert "said only by the model" in table.stdout


def test_what_the_model_says_lands_in_the_store(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(saying(SPONSORS, PARTICIPATES)) as server:
        serve(monkeypatch, server.url)
        assert run("load", "charter.md", "--proposer", "model").exit_code == 0
    rows = json.loads(run("relations", "--format", "json").stdout)
    by = {row["relation"]: row["asserted_by"] for row in rows}
    assert by["PARTICIPATES_IN"] == "model:careful"
    assert by["SPONSORS"].endswith("model:careful")


def test_a_missing_answer_is_one_line_and_the_rules_still_read(run: Run, here: Path) -> None:
    (here / "answers").mkdir()
    plain = run("extract", "charter.md")
    result = run("extract", "charter.md", "--proposer", "answers")
    assert result.exit_code == 5
    assert result.stdout == plain.stdout
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("Error"))
    assert "no answer to charter-001-" in line
    assert "charter.md" in line


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [(refusing(401, f"bad key {KEY}"), "refused the key"), (hanging, "did not answer within")],
)
def test_one_that_refuses_or_hangs_is_one_line_without_the_key(
    run: Run, monkeypatch: pytest.MonkeyPatch, behaviour: object, told: str
) -> None:
    monkeypatch.setenv("STAKEHOLDERS_PROPOSER_TIMEOUT", "0.2")
    monkeypatch.setenv("STAKEHOLDERS_PROPOSER_RETRIES", "0")
    with serving(behaviour) as server:  # type: ignore[arg-type]
        serve(monkeypatch, server.url)
        result = run("load", "charter.md", "--proposer", "model", "-v")
    assert result.exit_code == 1
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("Error"))
    assert told in line
    assert KEY not in result.output


def test_the_key_is_not_shown_among_the_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, "https://user:word@model.example/v1")
    shown = run("config", "--format", "json").stdout
    assert KEY not in shown
    assert "word" not in shown
    assert "OPENAI_API_KEY" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--proposer", "model"], 3, "OPENAI_BASE_URL is not set"),
        (["--proposer", "nowhere/"], 3, "is no folder"),
        (["--compare"], 2, "--compare needs --proposer"),
        (["--proposer", "x", "--scheduler", "tcp://x:1"], 2, "leave out --scheduler"),
    ],
)
def test_options_that_cannot_be_are_refused(
    run: Run, arguments: list[str], code: int, told: str
) -> None:
    result = run("extract", "charter.md", *arguments)
    assert result.exit_code == code
    assert told in result.stderr


def test_a_cost_without_prices_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, "https://model.example/v1")
    monkeypatch.setenv("STAKEHOLDERS_PROPOSER_COST", "2")
    result = run("extract", "charter.md", "--proposer", "model")
    assert result.exit_code == 3
    assert "cannot be kept without prices" in result.stderr


def test_a_limit_stops_the_asking_and_the_rules_read_on(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAKEHOLDERS_PROPOSER_TOKENS", "5000")
    with serving(saying(SPONSORS)) as server:
        serve(monkeypatch, server.url)
        result = run("extract", "charter.md", "--proposer", "model")
        assert not server.bodies
    assert result.exit_code == 5
    assert "limit of 5,000 tokens would be exceeded" in result.stderr
    assert '"SPONSORS"' in result.stdout
