"""`stakeholders export`: the graph in the files of other tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from stakeholder_graph.cli.commands import export as command
from stakeholder_graph.graph.exchange import FORMATS, from_csv, from_graphml
from stakeholder_graph.loaders import extract

from .conftest import Run


def test_the_command_knows_every_format() -> None:
    assert tuple(FORMATS) == command.FORMS


@pytest.mark.parametrize("form", FORMATS)
def test_the_name_tells_the_format(run: Run, store: Path, form: str) -> None:
    done = run("export", "-o", f"network.{form}")
    assert done.exit_code == 0, done.output
    assert "12 statements" in done.stderr
    assert all(Path(line).stat().st_size for line in done.stdout.splitlines())


def test_persons_are_left_out_when_only_roles_are_wanted(run: Run, store: Path) -> None:
    assert run("export", "-o", "network.graphml", "--roles-only").exit_code == 0
    graph = from_graphml("network.graphml")
    assert "mary-holt" not in {each.id for each in graph.stakeholders}
    assert len(graph.statements) == 11


def test_a_folder_of_tables(run: Run, store: Path) -> None:
    assert run("export", "-o", "network", "--to", "csv").exit_code == 0
    assert len(from_csv("network").statements) == 12


def test_what_is_there_is_not_replaced_unasked(run: Run, store: Path) -> None:
    Path("network.gexf").write_text("mine", "utf-8")
    refused = run("export", "-o", "network.gexf")
    assert refused.exit_code == 3
    assert "--force" in refused.stderr
    assert Path("network.gexf").read_text("utf-8") == "mine"
    assert run("export", "-o", "network.gexf", "--force").exit_code == 0


def test_a_name_without_a_format(run: Run, store: Path) -> None:
    refused = run("export", "-o", "network")
    assert refused.exit_code == 3
    assert "graphml" in refused.stderr


@pytest.mark.parametrize("name", ["t.csv/stakeholders.csv", "t.csv/statements.csv"])
def test_exports_are_no_documents(run: Run, store: Path, name: str) -> None:
    run("export", "-o", name.partition("/")[0])
    (refused,) = extract([name])
    assert "written by stakeholder-graph" in str(refused)
