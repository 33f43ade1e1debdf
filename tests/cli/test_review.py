"""Reviewing: key by key where a person sits, line by line in a pipe, and in a file."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from pathlib import Path

import openpyxl
import pytest
import yaml

from .conftest import Run, command_line
from .test_decide import entries

HELD_BACK = "# Harbour\n\nThe Harbour Trust no longer funds the Quay Scheme.\n"
ALL = ("review", "--doubt", "0.9")  # every statement of the store is of confidence 0.8


def test_what_is_near_is_asked_about(run: Run, store: Path) -> None:
    shown = run(*ALL, input="q\n").stdout
    assert "1 of 1" in shown
    assert "Does the document say so?" in shown
    assert "Brissac porte la Halle Verte." in run(*ALL, input="s\n" * 12).stdout


def test_every_answer_is_kept_and_done(run: Run, store: Path) -> None:
    before = len(run("relations", "--format", "csv").stdout.splitlines())
    result = run(*ALL, "--who", "Ada Roy", input="y\nn\ns\nq\n")
    assert (result.exit_code, "2 decided" in result.stderr) == (0, True)
    assert [(e["decision"], e["who"]) for e in entries()] == [
        ("accept", "Ada Roy"),
        ("reject", "Ada Roy"),
    ]
    assert len(run("relations", "--format", "csv").stdout.splitlines()) == before - 1
    assert "accepted" in run("relations", "--format", "csv").stdout


def test_what_is_decided_is_not_asked_again(run: Run, store: Path) -> None:
    first = run(*ALL, input="q\n").stdout
    run(*ALL, input="y\ny\n")
    second = run(*ALL, input="q\n").stdout
    assert first.split("1 of ")[1].split()[0] == str(int(second.split("1 of ")[1].split()[0]) + 2)


def test_the_last_answer_can_be_undone(run: Run, store: Path) -> None:
    result = run(*ALL, input="u\nn\nu\ny\nq\n")
    assert "There is nothing to undo." in result.stderr
    assert "Took back: reject" in result.stderr
    assert [entry["decision"] for entry in entries()] == ["accept"]


def test_more_and_unknown_keys_decide_nothing(run: Run, store: Path) -> None:
    result = run(*ALL, input="m\nx\n")
    assert "Press y, n, m, s, u or q." in result.stderr
    assert not Path("decisions.yaml").exists()


def test_two_that_are_near(run: Run, store: Path) -> None:
    run("decide", "add", "SEMLR", "funds", "Halle Verte", "--document", "d", "--quote", "It pays.")
    run("decide", "rename", "county council", "comité Halle de la")
    result = run("review", "--doubt", "0", input="m\ny\n")
    assert "Are these one stakeholder?" in result.stdout or "nothing to decide" in result.stderr


@pytest.mark.parametrize("name", ["review.xlsx", "review.yaml"])
def test_questions_can_be_answered_in_a_file(run: Run, store: Path, name: str) -> None:
    asked = run(*ALL, "--export", name)
    assert (asked.exit_code, asked.stdout) == (0, f"{name}\n")
    if name.endswith("xlsx"):
        book = openpyxl.load_workbook(name)
        book.active["A2"], book.active["A3"] = "y", "n"
        book.save(name)
    else:
        rows = yaml.safe_load(Path(name).read_text("utf-8"))
        rows[0]["answer"], rows[1]["answer"] = "y", "n"
        Path(name).write_text(yaml.safe_dump(rows), "utf-8")
    assert run(*ALL, "--import", name).stderr == "2 decided.\n"
    assert [entry["decision"] for entry in entries()] == ["accept", "reject"]
    again = run(*ALL, "--import", name)
    assert "no longer open" in again.stderr
    assert len(entries()) == 2


def test_a_file_that_holds_no_answers_is_told(run: Run, store: Path) -> None:
    Path("bad.yaml").write_text("- {answer: perhaps, key: a}", "utf-8")
    Path("text.xlsx").write_text("no book", "utf-8")
    for name in ("bad.yaml", "text.xlsx", "gone.yaml", "a.txt"):
        assert run("review", "--import", name).exit_code == 3, name


def test_nothing_of_a_document_becomes_a_formula(run: Run, store: Path) -> None:
    run("decide", "rename", "SEMLR", "=1+1")
    run(*ALL, "--export", "review.xlsx")
    book = openpyxl.load_workbook("review.xlsx")
    assert all(cell.data_type != "f" for row in book.active.rows for cell in row)


def test_a_person_at_a_terminal_presses_keys(store: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "90"}
    process = subprocess.Popen(
        command_line(*ALL), stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    try:
        seen = _press(ours, "1 of ", "y") + _press(ours, "2 of ", "q")
        _until(ours, " left;")
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert "\x1b[7m" in seen  # the words in question are set off
    assert [entry["decision"] for entry in entries()] == ["accept"]


def _press(terminal: int, words: str, key: str) -> str:
    """Press a key when a question is there; what is typed before it is asked is thrown away."""
    seen = _until(terminal, words)
    seen += "" if "q quit" in seen else _until(terminal, "q quit")
    time.sleep(0.5)
    os.write(terminal, key.encode())
    return seen


def _until(terminal: int, words: str) -> str:
    seen, end = "", time.monotonic() + 60
    while words not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 65536).decode("utf-8", "replace")
    assert words in seen, seen
    return seen


def test_what_is_left_out_is_not_asked_again(run: Run, here: Path) -> None:
    Path("a.md").write_text(HELD_BACK, "utf-8")
    assert "modality" in run("load", "a.md").stdout
    asked = run("review", "--set-aside", "--doubt", "0", input="n\n")
    assert "This was held back" in asked.stdout
    assert "1 decided" in asked.stderr
    assert "nothing to decide" in run("review", "--set-aside", "--doubt", "0").stderr
    listed = run("decisions", "--format", "csv")
    assert (listed.exit_code, "followed" in listed.stdout) == (0, True)
    run("decide", "undo", "1")
    assert "This was held back" in run("review", "--set-aside", "--doubt", "0", input="q\n").stdout
    loaded = run("load", "a.md", "--force")
    assert loaded.exit_code == 0
