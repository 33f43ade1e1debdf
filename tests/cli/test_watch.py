"""A graph kept in step with a folder: a real process, and real changes of files."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Spawn, command_line, heed_interrupts

Command = tuple[str, ...]


@pytest.fixture(params=["ladybug", "neo4j"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the option that names an empty store."""
    if request.param == "ladybug":
        return ("--store", "graph.lbug")
    server = request.getfixturevalue("neo4j_server")
    server.wipe()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return ("--store", "neo4j://")


@pytest.fixture
def process(here: Path, store: Command) -> Iterator[subprocess.Popen[str]]:
    """Watch a folder of one document in a process of its own; `said` has what it says."""
    papers = here / "papers"
    papers.mkdir()
    _write("papers/charter.md", "The harbour board oversees the ferry service.")
    with (
        Path("said").open("w", encoding="utf-8") as said,
        subprocess.Popen(
            command_line("load", "papers", "--watch", *store),
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            preexec_fn=heed_interrupts,  # noqa: PLW1509  (no threads here)
        ) as started,
    ):
        try:
            _wait("Watching papers.")
            yield started
        finally:
            started.kill()


def test_a_graph_stays_in_step_with_a_folder(
    spawn: Spawn, store: Command, process: subprocess.Popen[str]
) -> None:
    def stated() -> list[str]:
        lines = spawn("relations", *store, "--format", "csv").stdout.splitlines()
        return sorted(f"{cells[0]} {cells[1]}" for cells in (x.split(",") for x in lines[1:]))

    first = stated()
    assert len(first) == 1
    _write("papers/panel.md", "Mary Holt chairs the Wexmoor Garden Panel.")
    _wait("read papers/panel.md")
    assert len(stated()) == 2
    Path("papers/panel.md").rename("papers/garden.md")
    _wait("renamed papers/panel.md → papers/garden.md")
    assert "papers/garden.md" in spawn("documents", *store, "--format", "csv").stdout
    assert len(stated()) == 2
    for name in ("~$garden.docx", ".garden.md.swp", "garden.md~", "#garden.md#"):
        _write(f"papers/{name}", "Ann Roe chairs the garden panel.")
    Path("papers/charter.md").unlink()
    _wait("forgot papers/charter.md")
    assert len(stated()) == 1
    with Path("papers/slow.md").open("w", encoding="utf-8") as slow:
        for piece in ("The county council ", "funds the ", "ferry service.\n"):
            slow.write(piece)
            slow.flush()
            time.sleep(0.2)
    _wait("read papers/slow.md")
    # Nothing holds the store between changes: another process may write to it.
    assert spawn("forget", "papers/garden.md", *store).returncode == 0
    assert len(stated()) == 1
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert [line.split() for line in out.splitlines()] == [
        ["documents", "3", "read"],
        ["1", "renamed"],
        ["1", "forgotten"],
        ["0", "could", "not", "be", "read"],
    ]
    assert "Traceback" not in Path("said").read_text("utf-8")


def test_what_is_no_folder_is_not_watched(spawn: Spawn) -> None:
    done = spawn("load", "nowhere", "--watch")
    assert done.returncode == 3
    assert done.stderr.startswith("Error: nowhere: is no folder")
    assert spawn("load", ".", "--watch", "--dry-run").returncode == 2


def _write(path: str, text: str) -> None:
    Path(path).write_text(text + os.linesep, "utf-8")


def _wait(words: str, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while words not in (said := Path("said").read_text("utf-8")):
        assert time.monotonic() < deadline, said
        time.sleep(0.1)
