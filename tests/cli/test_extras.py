"""Without an extra that it needs, every command says in one line which to install, and exits 1."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from stakeholder_graph.graph import open_store
from stakeholder_graph.loaders import load

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
FALLS_BACK = {"fast"}  # without it communities are found by NetworkX


class Need(NamedTuple):
    """A command, the extra that it needs, and a module of this extra."""

    extra: str
    module: str
    command: Sequence[str]


NEEDS = [
    Need("dask", "distributed", ["extract", "board.md", "--scheduler", "tcp://127.0.0.1:9"]),
    Need("explore", "uvicorn", ["explore", "--no-open"]),
    Need("explore", "starlette", ["explore", "--no-open"]),
    Need("mcp", "mcp.server", ["mcp"]),
    Need("parquet", "pyarrow", ["export", "-o", "graph.parquet"]),
    Need("parquet", "pyarrow", ["import", "graph.parquet", "--from", "parquet"]),
    Need("parquet", "pyarrow", ["load", "boards.parquet"]),
    Need("parquet", "pyarrow", ["extract", "boards.parquet"]),
    Need("parquet", "pyarrow", ["load", "boards.parquet", "--mapping", "boards.yaml"]),
    Need("parquet", "pyarrow", ["mapping", "check", "boards.yaml", "--on", "boards.parquet"]),
    Need("plot", "matplotlib", ["plot", "ranks", "-o", "ranks.svg"]),
    Need("proposer", "urllib3", ["extract", "board.md", "--proposer", "model"]),
    Need("rdf", "rdflib", ["load", "board.ttl"]),
    Need("rdf", "rdflib", ["import", "board.ttl"]),
    Need("watch", "watchfiles", ["load", "papers", "--watch"]),
    Need("xlsx", "xlsxwriter", ["raci", "-o", "raci.xlsx"]),
    Need("xlsx", "xlsxwriter", ["review", "--export", "review.xlsx"]),
]

MAPPING = """\
statements:
  - for: {row: data}
    source: "{row.source}"
    relation: OVERSEES
    target: "{row.target}"
"""


def test_every_extra_is_tried() -> None:
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    assert {need.extra for need in NEEDS} == set(extras) - FALLS_BACK


@pytest.fixture
def papers(here: Path) -> None:
    """A store, a document, and a list of statements in Parquet."""
    Path("papers").mkdir()
    Path("board.md").write_text("The harbour board oversees the ferry service.\n", "utf-8")
    Path("boards.yaml").write_text(MAPPING, "utf-8")
    rows = pd.DataFrame({"source": ["board"], "relation": ["OVERSEES"], "target": ["ferry"]})
    rows.to_parquet("boards.parquet")
    Path("graph.parquet").mkdir()
    Path("board.ttl").write_text("<a:a> <http://www.w3.org/ns/org#memberOf> <a:b> .", "utf-8")
    with open_store("stakeholders.lbug") as store:
        load(["board.md"], store)


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("need", NEEDS, ids=lambda need: f"{need.module} {' '.join(need.command)}")
def test_a_missing_extra_is_one_line_and_exit_code_1(need: Need) -> None:
    start = (
        f"import sys; sys.modules[{need.module!r}] = None; "
        "from stakeholder_graph.cli import main; main()"
    )
    model = {"OPENAI_BASE_URL": "http://localhost:9/v1", "OPENAI_MODEL": "m"}
    done = subprocess.run(
        [sys.executable, "-c", start, *need.command],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **model},
    )
    lines = [line for line in done.stderr.splitlines() if line]
    assert done.returncode == 1, done.stderr
    assert f"pip install 'stakeholder-graph[{need.extra}]'" in lines[0]
    assert "Traceback" not in done.stderr
    assert done.stdout in ("", "documents  1  that could not be read\n")
