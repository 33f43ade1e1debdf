"""Lists: statements, documents, metrics, the vocabulary; each in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from stakeholder_graph.graph import open_store
from stakeholder_graph.queries import COLUMNS

from .conftest import COUNTY, LIBRARY, MARKET, Run

LISTS = [
    ["in-charge", "Halle Verte"],
    ["members", "COHA"],
    ["show", "COHA"],
    ["relations"],
    ["path", "maire", "Halle Verte"],
    ["metrics"],
    ["metrics", "--stability", "3"],
    ["metrics", "--at", "2026", "--versus", "2020"],
    *(["metrics", "--table", name] for name in ("roles", "together", "equivalence", "whole")),
    ["documents"],
    ["vocabulary"],
    ["config", "show"],
]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("arguments", LISTS, ids="-".join)
def test_every_format_has_the_same_rows(run: Run, arguments: list[str]) -> None:
    rows = json.loads(run(*arguments, "--format", "json").stdout)
    lines = run(*arguments, "--format", "jsonl").stdout.splitlines()
    cells = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))
    if arguments[0] != "config":  # where --format itself is listed
        assert [json.loads(line) for line in lines] == rows
    assert [list(row) for row in cells] == [list(row) for row in rows]
    assert run(*arguments, "--format", "md").stdout.count("\n|") >= 1
    assert run(*arguments).stdout


@pytest.mark.usefixtures("store")
def test_relations_of_some_type_end_or_document(run: Run) -> None:
    def rows(*options: str) -> list[dict[str, object]]:
        listed: list[dict[str, object]] = json.loads(
            run("relations", "--format", "json", *options).stdout
        )
        return listed

    assert tuple(rows()[0]) == COLUMNS
    assert {row["relation"] for row in rows("--type", "co-chairs", "--type", "pilots")} == {
        "CO_CHAIRS",
        "PILOTS",
    }
    assert {row["source"] for row in rows("--from", "mary holt")} == {"Mary Holt"}
    assert {row["target"] for row in rows("--to", "riverside library")} == {"Riverside Library"}
    assert {row["document"] for row in rows("--document", COUNTY)} == {COUNTY}
    assert rows("--type", "hosts") == []


@pytest.mark.usefixtures("store")
def test_metrics_are_cut_to_the_width_and_say_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    narrow = run("metrics", "--top", "2")
    assert max(map(len, narrow.stdout.splitlines())) <= 60
    assert "2 of 15 stakeholders" in narrow.stderr
    assert "Not shown for want of width" in narrow.stderr
    monkeypatch.setenv("COLUMNS", "220")
    wide = run("metrics", "--top", "0")
    assert wide.stderr == ""
    assert len(wide.stdout.splitlines()) == 16


@pytest.mark.usefixtures("store")
def test_metrics_are_asked_for_by_name(run: Run) -> None:
    rows = json.loads(
        run("metrics", "--metric", "in_degree", "--relation", "pilots", "--format", "json").stdout
    )
    assert rows[0]["name"] == "Halle Verte"
    assert set(rows[0]) == {"id", "name", "kind", "in_degree", "in_degree_rank"}
    assert run("metrics", "--metric", "fame").exit_code == 3


@pytest.mark.usefixtures("store")
def test_view_writes_one_page(run: Run, here: Path) -> None:
    result = run("view", "-o", "network.html", "--relation", "pilots")
    assert result.stdout == "network.html\n"
    assert "SEM Loire Rive" in Path("network.html").read_text("utf-8")
    assert run("view", "-o", "network.html").exit_code == 0


@pytest.mark.usefixtures("store")
def test_view_replaces_no_document_of_the_user(run: Run, here: Path) -> None:
    page = here / "page.html"
    page.write_text("<p>My own page.</p>", "utf-8")
    assert run("view", "-o", "page.html").exit_code == 3
    assert page.read_text("utf-8") == "<p>My own page.</p>"
    assert run("view", "-o", "charter.md").exit_code == 3
    assert run("view", "-o", "missing/page.html").exit_code == 3
    assert run("view", "-o", "page.html", "--force").exit_code == 0


@pytest.mark.usefixtures("store")
def test_documents_and_forget(run: Run) -> None:
    listed = json.loads(run("documents", "--format", "json").stdout)
    assert [row["id"] for row in listed] == sorted([COUNTY, MARKET, LIBRARY])
    assert run("forget", MARKET).exit_code == 0
    assert run("in-charge", "Halle Verte").exit_code == 3
    assert run("who-is-accountable", "Riverside Library").exit_code == 0
    again = run("forget", "hale.md")
    assert again.exit_code == 3
    assert "no document 'hale.md'" in again.stderr


def test_forget_makes_no_store(run: Run, here: Path) -> None:
    assert run("forget", "a.md").exit_code == 4
    assert list(here.iterdir()) == []


@pytest.mark.usefixtures("store")
def test_questions_leave_the_store_alone(run: Run, here: Path) -> None:
    path = here / "stakeholders.lbug"
    before = path.read_bytes()
    for arguments in LISTS:
        assert run(*arguments).exit_code == 0
    assert path.read_bytes() == before
    assert [each.name for each in here.iterdir()] == [path.name]


@pytest.mark.usefixtures("store")
def test_questions_are_answered_beside_a_writer(spawn, here: Path) -> None:  # type: ignore[no-untyped-def]
    with open_store(str(here / "stakeholders.lbug")):
        assert spawn("in-charge", "Halle Verte").returncode == 0
        refused = spawn("forget", MARKET)
    assert refused.returncode == 4
    assert "another process is writing" in refused.stderr


def test_a_vocabulary_of_ones_own(run: Run, here: Path) -> None:
    Path("more.yaml").write_text("relations: {AUDITS: {meaning: Looks into it.}}", "utf-8")
    assert "AUDITS" not in run("vocabulary").stdout
    assert "AUDITS" in run("vocabulary", "--vocabulary", "more.yaml").stdout
    Path("bad.yaml").write_text("relations: {audits: {}}", "utf-8")
    refused = run("vocabulary", "--vocabulary", "bad.yaml")
    assert refused.exit_code == 3
    assert "bad.yaml" in refused.stderr


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("plot", ["ranks", "metrics", "raci", "bodies", "communities"])
def test_plots_are_written_once(run: Run, tmp_path: Path, plot: str) -> None:
    file = tmp_path / f"{plot}.svg"
    assert run("plot", plot, "-o", str(file)).stdout.strip() == str(file)
    assert file.read_bytes().startswith(b"<?xml")
    assert run("plot", plot, "-o", str(file)).exit_code == 3
    first = file.read_bytes()
    assert run("plot", plot, "-o", str(file), "--force").exit_code == 0
    assert file.read_bytes() == first
    assert run("plot", plot, "-o", "plot.doc").exit_code == 3
