"""Comparing: two dates, two stores, two versions of a document; formats and refusals."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from stakeholder_graph.graph import open_store
from stakeholder_graph.loaders import load

from .conftest import Run

OLD = "The harbour board steers Quay North. Mary Holt chairs the harbour board.\n"
NEW = "The harbour board steers Quay North. Ann Field chairs the harbour board.\n"


@pytest.fixture
def versions(here: Path) -> tuple[str, str]:
    Path("v1.md").write_text(OLD, "utf-8")
    Path("v2.md").write_text(NEW, "utf-8")
    return "v1.md", "v2.md"


def test_two_versions_of_a_document(run: Run, versions: tuple[str, str]) -> None:
    result = run("compare", *versions)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert said.startswith("From v1.md to v2.md: 1 gained, 1 lost")
    assert "harbour board (Quay North) is chaired by − Mary Holt (lost) “Mary Holt chairs" in said
    assert "v1.md:1 + Ann Field (gained) “Ann Field chairs the harbour board.” v2.md:1" in said
    assert list(Path().glob("*.lbug")) == []
    assert run("compare", "v1.md", "v1.md").stdout == "From v1.md to v1.md: no role changed\n"


def test_two_stores_and_a_store_with_a_document(run: Run, versions: tuple[str, str]) -> None:
    for version, path in zip(versions, ("old.lbug", "new.lbug"), strict=True):
        with open_store(path) as store:
            load([version], store)
    Path("old.lbug").rename("old.graph")
    whole = json.loads(run("compare", "old.graph", "new.lbug", "--format", "json").stdout)
    assert whole["counts"] == {"gained": 1, "lost": 1, "limits": 0, "wording": 0}
    mixed = json.loads(run("compare", "old.graph", "v2.md", "--format", "json").stdout)
    assert mixed["counts"] == whole["counts"]
    assert run("compare", "old.graph", "v2.md", "--exit-code").exit_code == 1
    assert run("compare", "old.graph", "v1.md", "--exit-code").exit_code == 0


def test_a_document_against_what_the_store_has_of_it(run: Run, versions: tuple[str, str]) -> None:
    assert run("load", *versions).exit_code == 0
    assert run("compare", "v1.md").stdout == "From the store to v1.md: no role changed\n"
    Path("v1.md").write_text(OLD + "\nThe Port Agency leads Quay North.\n", "utf-8")
    counts = json.loads(run("compare", "v1.md", "--format", "json").stdout)["counts"]
    assert counts == {"gained": 1, "lost": 0, "limits": 0, "wording": 0}
    Path("v3.md").write_text(NEW, "utf-8")
    refused = run("compare", "v3.md")
    assert (refused.exit_code, "v3.md: is not in the store" in refused.stderr) == (3, True)


def test_every_format_has_both_quotes(run: Run, versions: tuple[str, str]) -> None:
    changes = json.loads(run("compare", *versions, "--format", "json").stdout)["changes"]
    lines = run("compare", *versions, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == changes
    rows = list(csv.DictReader(io.StringIO(run("compare", *versions, "--format", "csv").stdout)))
    assert [(row["change"], row["holder"]) for row in rows] == [
        ("lost", "Mary Holt"),
        ("gained", "Ann Field"),
    ]
    assert all("Mary" in row["before_quote"] and "Ann" in row["after_quote"] for row in rows)
    page = run("compare", *versions, "--format", "md").stdout
    assert "| lost | Mary Holt chairs harbour board (Quay North) |" in page


@pytest.mark.usefixtures("store")
def test_two_dates_of_the_store(run: Run) -> None:
    result = run("compare", "--at", "2025", "--at", "2026-06")
    assert result.stdout == "From 2025 to 2026-06: no role changed\n"
    assert run("compare", "--at", "2025", "--at", "soon").exit_code == 3


@pytest.mark.parametrize(
    "arguments",
    [[], ["--at", "2025"], ["a", "b", "--at", "2025", "--at", "2026"], ["a", "b", "c"]],
)
def test_what_cannot_be_compared_is_exit_2(run: Run, arguments: list[str]) -> None:
    assert run("compare", *arguments).exit_code == 2


def test_what_cannot_be_read_is_refused(run: Run, versions: tuple[str, str]) -> None:
    missing = run("compare", "v1.md", "none.md")
    assert (missing.exit_code, missing.stdout) == (3, "")
    assert "none.md" in missing.stderr
    assert run("compare", "none.lbug", "v1.md").exit_code == 4
