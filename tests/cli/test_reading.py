"""Load and extract, on small documents of our own."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run, Spawn

CHARTER = """\
# The Orchard Programme

The Ministry of Culture sponsors the Orchard Programme.

The steering committee of the Orchard Programme is chaired by the Minister of Culture.
"""
NOTE = """\
Le conseil régional finance le projet Vergers.

La commune de Brissac n'assure pas la maîtrise d'ouvrage du projet Vergers.
"""


@pytest.fixture
def documents(here: Path) -> Path:
    folder = here / "papers"
    folder.mkdir()
    (folder / "charter.md").write_text(CHARTER, "utf-8")
    (folder / "note.txt").write_text(NOTE, "utf-8")
    return folder


def test_extract_prints_one_object_a_statement(run: Run, documents: Path) -> None:
    result = run("extract", "papers")
    assert result.exit_code == 0
    statements = [json.loads(line) for line in result.stdout.splitlines()]
    assert statements
    texts = {"papers/charter.md": CHARTER, "papers/note.txt": NOTE}
    for each in statements:
        assert list(each) == [
            "document",
            "source",
            "relation",
            "target",
            "quote",
            "start",
            "end",
            "qualifiers",
            "confidence",
            "asserted_by",
        ]
        assert texts[each["document"]][each["start"] : each["end"]] == each["quote"]
        assert list(each["source"]) == ["name", "kind", "aliases"]
    assert {"SPONSORS", "CHAIRS"} <= {each["relation"] for each in statements}


def test_extract_is_the_same_each_time_and_from_anywhere(
    run: Run, spawn: Spawn, documents: Path
) -> None:
    first = run("extract", "papers").stdout
    assert spawn("extract", "papers", env={"PYTHONHASHSEED": "7"}).stdout == first
    assert spawn("extract", "papers/charter.md", "papers/note.txt").stdout == first


def test_extract_in_every_format(run: Run, documents: Path) -> None:
    objects = json.loads(run("extract", "papers", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("extract", "papers", "--format", "csv").stdout)))
    assert len(rows) == len(objects)
    assert {row["locator"].split()[0] for row in rows} == {"line"}
    table = run("extract", "papers", "--format", "table").stdout
    assert "papers/charter.md:3" in table
    assert run("extract", "papers", "--format", "md").stdout.startswith("| relation |")


def test_what_was_held_back_is_shown_with_its_reason(run: Run, documents: Path) -> None:
    lines = run("extract", "papers", "--rejected").stdout.splitlines()
    held = [json.loads(line) for line in lines]
    assert {each["check"] for each in held} >= {"modality"}
    assert all(each["reason"] and each["quote"] for each in held)
    said = run("extract", "papers", "--rejected", "--format", "table").stdout
    assert "set aside (modality): negated" in said


def test_load_ends_with_a_short_table(run: Run, documents: Path) -> None:
    result = run("load", "papers", "--rejected")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "documents 2 read" in lines
    assert any(line.startswith("stakeholders ") for line in lines)
    assert "1 SPONSORS (sponsors)" in lines
    assert any(line.startswith("set aside ") for line in lines)
    assert "set aside (modality): negated, supposed, asked or past and over" in lines
    assert result.stderr == ""
    assert run("load", "papers", "-q").output == ""


def test_load_twice_changes_nothing_and_a_change_replaces(run: Run, documents: Path) -> None:
    run("load", "papers")
    first = run("relations", "--format", "json").stdout
    again = json.loads(run("load", "papers", "--format", "json").stdout)
    assert again["loaded"] == []
    assert again["unchanged"] == ["papers/charter.md", "papers/note.txt"]
    assert run("relations", "--format", "json").stdout == first
    forced = json.loads(run("load", "papers", "--force", "--format", "json").stdout)
    assert forced["loaded"] == ["papers/charter.md", "papers/note.txt"]
    assert run("relations", "--format", "json").stdout == first
    (documents / "charter.md").write_text(
        CHARTER.replace("Ministry of Culture", "Heritage Trust"), "utf-8"
    )
    run("load", "papers")
    assert "Heritage Trust" in run("in-charge", "Orchard Programme").stdout
    assert run("show", "Ministry of Culture").exit_code == 3


def test_a_dry_run_writes_nothing(run: Run, here: Path, documents: Path) -> None:
    result = run("load", "papers", "--dry-run")
    assert result.exit_code == 0
    assert "SPONSORS" in result.stdout
    assert "dry run" in result.stderr
    assert [each.name for each in here.iterdir()] == ["papers"]


def test_verbose_names_each_file(run: Run, documents: Path) -> None:
    assert "2/2 papers/note.txt" in run("load", "papers", "-v").stderr


def test_from_the_document_to_the_answer(run: Run, documents: Path) -> None:
    run("load", "papers")
    said = run("who-is-accountable", "the Orchard Programme").stdout
    assert said.startswith("DERIVED")
    assert "Ministry of Culture sponsors Orchard Programme" in said
    assert "papers/charter.md:3" in said
