"""The audit: formats, thresholds, exceptions, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from stakeholder_graph.queries.audit import rules

from .conftest import Run

pytestmark = pytest.mark.usefixtures("store")
AT = ("--at", "2026-06-01")
REASON = "Both councils know, and meet in June."


def entry(subject: str = "Riverside Library", rule: str = "contradicting-sources") -> str:
    return f"- {{rule: {rule}, subject: {subject}, reason: '{REASON}'}}"


def test_a_problem_is_shown_with_its_sentences_and_what_to_do(run: Run) -> None:
    result = run("audit", *AT)
    assert result.exit_code == 1
    said = " ".join(result.stdout.split())
    assert said.startswith("1 error, ")
    assert "ERROR Sources contradict each other (contradicting-sources)" in said
    assert "Riverside Library: county council and trust board." in said
    assert "county.md:4" in said and "library.md:2" in said
    assert "To do: Find out which source is right" in said
    assert said.index("ERROR") < said.index("NOTE")


def test_every_format_tells_the_same_problems(run: Run) -> None:
    whole = json.loads(run("audit", *AT, "--format", "json").stdout)
    assert whole["at"] == "2026-06-01"
    problems = whole["problems"]
    lines = run("audit", *AT, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == problems
    rows = list(csv.DictReader(io.StringIO(run("audit", *AT, "--format", "csv").stdout)))
    told = [(row["rule"], row["subject"]) for row in rows]
    assert list(dict.fromkeys(told)) == [(p["rule"], p["subject"]) for p in problems]
    (sarif,) = json.loads(run("audit", *AT, "--format", "sarif").stdout)["runs"]
    assert [r["ruleId"] for r in sarif["results"]] == [p["rule"] for p in problems]
    page = run("audit", *AT, "--format", "md").stdout
    assert page.count("\n| error |") == whole["counts"]["error"]


def test_severity_limits_what_is_shown_and_fail_on_what_fails(run: Run) -> None:
    errors = run("audit", *AT, "--severity", "error")
    assert "NOTE" not in errors.stdout
    assert "Not shown:" in errors.stderr
    assert run("audit", *AT, "--fail-on", "never").exit_code == 0
    notes = ("audit", *AT, "--ignore", "contradicting-sources")
    assert run(*notes).exit_code == 0
    assert run(*notes, "--fail-on", "note", "--severity", "error").exit_code == 1
    clean = run("audit", *AT, "--rule", "circular-chain")
    assert (clean.exit_code, clean.stdout) == (0, "No problems in 3 documents, at 2026-06-01\n")


def test_exceptions_beside_the_store_are_read_unless_others_are_given(run: Run) -> None:
    Path("audit.yaml").write_text(f"exceptions:\n{entry()}\n", "utf-8")
    result = run("audit", *AT)
    assert result.exit_code == 0
    assert "1 problem excepted" in result.stdout
    (excepted,) = json.loads(run("audit", *AT, "--format", "json").stdout)["exempted"]
    assert excepted["exception"]["reason"] == REASON
    Path("other.yaml").write_text(f"exceptions:\n{entry('Ghost')}\n", "utf-8")
    other = run("audit", *AT, "--exceptions", "other.yaml")
    assert other.exit_code == 1
    assert (
        "other.yaml, entry 1"
        in run("audit", *AT, "--exceptions", "other.yaml", "--format", "csv").stdout
    )
    assert "matches nothing that was found" in " ".join(other.stdout.split())


def test_what_is_not_sound_is_refused(run: Run) -> None:
    Path("bad.yaml").write_text("exceptions:\n- {rule: mentioned-once, subject: X}\n", "utf-8")
    for arguments, says in (
        (("--exceptions", "bad.yaml"), "bad.yaml, entry 1: has no reason"),
        (("--exceptions", "none.yaml"), "none.yaml"),
        (("--rule", "fun"), "unknown rule 'fun'"),
        (("--at", "soon"), "'soon' is not a date"),
    ):
        refused = run("audit", *arguments)
        assert refused.exit_code == 3
        assert says in refused.stderr
        assert refused.stdout == ""
    assert run("audit", "--format", "xml").exit_code == 2


def test_sarif_is_a_format_of_the_audit_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("documents", "--format", "sarif").exit_code == 2
    monkeypatch.setenv("STAKEHOLDERS_FORMAT", "sarif")
    assert json.loads(run("audit", *AT).stdout)["version"] == "2.1.0"
    assert run("documents").exit_code == 3


def test_the_rules_are_listed_without_a_store(run: Run, store: Path) -> None:
    store.unlink()
    assert (
        "ERROR  Nobody is accountable  (nobody-accountable)" in run("audit", "--list-rules").stdout
    )
    listed = json.loads(run("audit", "--list-rules", "--format", "json").stdout)
    assert [rule["id"] for rule in listed] == list(rules())
