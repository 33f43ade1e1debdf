"""The notebooks run, and what is stored in them is what comes out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from notebooks import NOTEBOOKS, execute, outputs

PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_a_run_gives(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    assert outputs(execute(path)) == outputs(stored), "run `make docs`"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_notebook_reads_well_on_a_page(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    nbformat.validate(stored)
    shown = outputs(stored)
    assert "image/png" in {text for cell in shown for text in cell}
    assert path.stat().st_size < 1_000_000
    text = path.read_text("utf-8")
    assert "stderr" not in text
    assert '"output_type": "error"' not in text
    assert "/tmp" not in text  # noqa: S108  (no trace of where it ran)
    counts = [cell.execution_count for cell in stored.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_a_notebook_links_to_is_there(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    prose = "\n".join(cell.source for cell in stored.cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(((?!https?:)[^)#]+)", prose)
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_a_page_within_a_notebook_is_shown_as_a_picture_too() -> None:
    stored = nbformat.read(NOTEBOOKS / "01_who_is_in_charge.ipynb", as_version=4)
    assert "<iframe" in {text for cell in outputs(stored) for text in cell}
    prose = "\n".join(cell.source for cell in stored.cells if cell.cell_type == "markdown")
    assert "](../docs/images/network.png)" in prose


def test_no_address_of_mail_is_among_the_data() -> None:
    assert [path.name for path in (NOTEBOOKS / "data").iterdir() if "@" in path.read_text()] == []
