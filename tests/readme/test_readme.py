"""The README says what the program does: its sessions, tables, example, links and picture."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

import picture

from stakeholder_graph import Outcome
from stakeholder_graph.cli.program import ENTRIES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_generated_parts_are_current() -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", "-I", "docs", "README.md"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.returncode == 0, f"run `make docs`:\n{done.stdout}{done.stderr}"


def test_the_sessions_show_the_four_outcomes_and_no_place_of_ours() -> None:
    sessions = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    text = "\n".join(sessions)
    for outcome in Outcome:
        assert f"\n{outcome.value.upper()}  Who is accountable" in text
    assert str(Path.home()) not in text
    assert "/tmp" not in text  # noqa: S108
    assert max(map(len, text.splitlines())) <= 80


def test_the_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", README, re.DOTALL)
    assert len(code.strip().splitlines()) <= 7
    names: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102  (our own example)
    names["store"].close()
    assert capsys.readouterr().out.split() == printed.split()


def test_its_commands_are_there() -> None:
    named = set(re.findall(r"(?:^\$? ?|`)stakeholders ([a-z-]+)", README, re.MULTILINE))
    assert {"load", "in-charge", "who-is-accountable", "metrics", "view"} <= named <= set(ENTRIES)
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE)) <= set(targets)


def test_its_links_lead_somewhere() -> None:
    links = set(re.findall(r"\]\(([^)#]+)", README))
    assert "docs/images/network.png" in links
    missing = {link for link in links if "://" not in link and not (ROOT / link).exists()}
    assert missing == set()


def is_light_picture(data: bytes) -> bool:
    width = int.from_bytes(data[16:20])
    return data.startswith(b"\x89PNG\r\n\x1a\n") and width == 1280 and len(data) < 400_000


def test_its_picture_is_light() -> None:
    assert is_light_picture(picture.PICTURE.read_bytes())


def test_its_picture_can_be_taken_anew(tmp_path: Path) -> None:
    if picture.chromium() is None:
        assert "CI" not in os.environ, "no Chromium: install it or set CHROMIUM"
        pytest.skip("no Chromium: install it or set CHROMIUM")
    picture.take(tmp_path / "network.png")
    assert is_light_picture((tmp_path / "network.png").read_bytes())
