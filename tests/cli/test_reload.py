"""Reload, and who reads: what the command says, and the code it ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, Spawn


@pytest.fixture
def loaded(here: Path, run: Run) -> Path:
    """Load two documents."""
    papers = here / "papers"
    papers.mkdir()
    (papers / "a.md").write_text("The harbour board oversees the ferry service.\n", "utf-8")
    (papers / "b.md").write_text("Mary Holt chairs the garden panel.\n", "utf-8")
    assert run("load", "papers", "-q").exit_code == 0
    return papers


def test_reload_reads_what_has_changed_and_names_what_is_gone(run: Run, loaded: Path) -> None:
    (loaded / "a.md").write_text("The harbour board funds the ferry service.\n", "utf-8")
    done = run("reload", "--format", "json")
    report = json.loads(done.stdout)
    assert (report["loaded"], report["unchanged"]) == (["papers/a.md"], ["papers/b.md"])
    assert json.loads(run("reload", "papers/b.md", "--all", "--format", "json").stdout)[
        "loaded"
    ] == ["papers/b.md"]
    (loaded / "b.md").unlink()
    gone = run("reload")
    assert gone.exit_code == 5
    assert f"papers/b.md: {loaded / 'b.md'} is gone; the document is kept" in gone.stderr
    forgot = run("reload", "--forget-missing")
    assert forgot.exit_code == 0
    assert "Forgot papers/b.md: its file is gone." in forgot.stderr
    assert "papers/b.md" not in run("documents", "--format", "csv").stdout


def test_reload_makes_no_store(run: Run, here: Path) -> None:
    assert run("reload").exit_code == 4
    assert list(here.iterdir()) == []


def test_a_document_that_is_not_there_is_told(run: Run, loaded: Path) -> None:
    done = run("reload", "papers/c.md")
    assert done.exit_code == 3
    assert "no document 'papers/c.md' is in the store" in done.stderr


def test_several_processes_print_the_same(spawn: Spawn, loaded: Path) -> None:
    alone = spawn("extract", "papers", "--jobs", "1").stdout
    assert alone
    assert spawn("extract", "papers", "--jobs", "2").stdout == alone
    assert spawn("extract", "papers", "--jobs", "0").returncode == 2


def test_a_scheduler_that_does_not_answer_is_one_line(spawn: Spawn, loaded: Path) -> None:
    done = spawn("extract", "papers", "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "Error: tcp://127.0.0.1:1: the Dask scheduler does not answer, or has no worker; see that"
        " it runs and can be reached from here"
    ]
