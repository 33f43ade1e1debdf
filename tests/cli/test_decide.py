"""Deciding on the command line: kept in a file, done on the store, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .conftest import Run


def entries(path: str = "decisions.yaml") -> list[dict[str, Any]]:
    return yaml.safe_load(Path(path).read_text("utf-8")) or []


def test_a_merge_is_kept_in_a_file_and_done(run: Run, store: Path) -> None:
    result = run("decide", "merge", "SEMLR", "régie des marchés", "--why", "one firm")
    assert (result.exit_code, result.stderr) == (
        0,
        "Decision 1: merge: SEM Loire Rive = régie des marchés.\n",
    )
    (entry,) = entries()
    assert (entry["decision"], entry["why"]) == ("merge", "one firm")
    assert run("show", "régie des marchés").stdout == run("show", "SEMLR").stdout


def test_what_is_decided_can_be_taken_back(run: Run, store: Path) -> None:
    before = run("relations", "--format", "csv").stdout
    run("decide", "rename", "SEMLR", "Loire Rive")
    run("decide", "merge", "maire", "Mary Holt")
    assert run("relations", "--format", "csv").stdout != before
    assert run("decide", "undo", "1").stderr.startswith("Took back decision 1: rename")
    assert [entry["number"] for entry in entries()] == [2]
    run("decide", "undo", "2")
    assert run("relations", "--format", "csv").stdout == before


def test_a_rejected_statement_answers_no_more(run: Run, store: Path) -> None:
    listed = run("relations", "--format", "csv").stdout.splitlines()
    id_ = listed[1].rpartition(",")[2]
    assert run("decide", "reject", id_[:8]).exit_code == 0
    assert len(run("relations", "--format", "csv").stdout.splitlines()) == len(listed) - 1
    assert run("decide", "accept", id_[:8]).exit_code == 3


def test_a_statement_can_be_added(run: Run, store: Path) -> None:
    result = run(
        "decide", "add", "SEMLR", "funds", "Halle Verte",
        "--document", "letter of May", "--quote", "The SEMLR pays for it.",
    )  # fmt: skip
    assert result.exit_code == 0
    said = run("relations", "--type", "funds").stdout
    assert "The SEMLR pays for it." in said
    assert "letter of May" in said


def test_contradictions_are_refused_before_anything_is_written(run: Run, store: Path) -> None:
    run("decide", "keep-apart", "maire", "Mary Holt")
    result = run("decide", "merge", "maire", "Mary Holt")
    assert result.exit_code == 3
    assert "contradict one another" in result.stderr
    assert len(entries()) == 1


def test_a_contradiction_in_the_file_is_listed(run: Run, store: Path) -> None:
    run("decide", "keep-apart", "maire", "Mary Holt")
    more = yaml.safe_dump([{**entries()[0], "number": 7, "decision": "merge"}])
    with Path("decisions.yaml").open("a") as file:
        file.write(more)
    result = run("decisions")
    assert result.exit_code == 1
    assert "1 (keep apart: maire ≠ Mary Holt)" in result.stderr


def test_a_line_that_lacks_something_is_refused(run: Run, store: Path) -> None:
    for words in (["merge", "maire"], ["split", "maire", "x"], ["add", "a", "b", "c"]):
        assert run("decide", *words).exit_code == 2
    assert run("decide", "undo", "9").exit_code == 3
    assert run("decide", "reject", "ab").exit_code == 3
    assert not Path("decisions.yaml").exists()


def test_nothing_decided(run: Run, store: Path) -> None:
    result = run("decisions")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "Nothing has been decided yet" in result.stderr


def test_the_file_can_be_elsewhere(run: Run, store: Path, tmp_path: Path) -> None:
    run("decide", "merge", "maire", "Mary Holt", "--decisions", str(tmp_path / "d.yaml"))
    assert len(entries(str(tmp_path / "d.yaml"))) == 1
    assert not Path("decisions.yaml").exists()
