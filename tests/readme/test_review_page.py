"""Every command of the page about reviewing was tried, in its order."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import program

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "review.md").read_text("utf-8")
COMMANDS = [line[2:] for line in PAGE.splitlines() if line.startswith("$ stakeholders")]


def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert len(COMMANDS) > 12
    for line in COMMANDS:
        done = CliRunner().invoke(program, shlex.split(line)[1:], input="q\n")
        assert done.exit_code == 0, (line, done.output)
    held = Path("decisions.yaml").read_text("utf-8")
    assert ("Ferhat" in held, "decision: forget" in held) == (False, True)
