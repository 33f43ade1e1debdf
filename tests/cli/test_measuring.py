"""Metrics and plots on the command line: what is chosen, and what is said of a bad choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(
    "asked", [["metrics"], ["plot", "ranks", "-o", "a.svg"], ["view", "-o", "a.html"]]
)
def test_a_phase_that_nobody_knows_is_told(run: Run, asked: list[str]) -> None:
    said = run(*asked, "--phase", "Tuesdays")
    assert said.exit_code == 0
    assert "no phase is known as 'Tuesdays': only statements without a phase count" in said.stderr
    (Path.cwd() / asked[-1]).unlink(missing_ok=True)
    assert "no phase is known" not in run(*asked, "--phase", "operation").stderr


def test_plots_are_drawn_on_a_layer_and_in_either_direction(run: Run) -> None:
    drawn = set()
    for number, more in enumerate([[], ["--relation", "pilots"], ["--reverse"]]):
        assert run("plot", "ranks", "-o", f"{number}.svg", *more).exit_code == 0
        drawn.add(Path(f"{number}.svg").read_bytes())
    assert len(drawn) == 3
    for what in ("bodies", "communities"):
        assert run("plot", what, "--relation", "chairs", "-o", f"{what}.svg").exit_code == 0


@pytest.mark.parametrize(
    ("asked", "complaint", "code"),
    [
        (["ranks", "--metric", "charm"], "unknown metric 'charm'; use one of degree", 3),
        (["ranks", "--relation", "marries"], "unknown relation 'marries'; use one of PILOTS", 3),
        (["raci", "--at", "31/12/2026"], "'31/12/2026' is not a date; write it", 3),
        (["raci", "--relation", "pilots"], "--relation is not for raci", 2),
        (["bodies", "--both-ways"], "are of ranks and metrics only", 2),
        (["metrics", "--metric", "degree"], "give --metric 2 times, or not at all", 2),
    ],
)
def test_a_bad_choice_is_told(run: Run, asked: list[str], complaint: str, code: int) -> None:
    said = run("plot", *asked, "-o", "a.svg")
    assert (said.exit_code, complaint in said.stderr) == (code, True)
    assert not Path("a.svg").exists()
