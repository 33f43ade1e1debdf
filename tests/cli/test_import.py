"""`stakeholders import`: a graph back from the files of other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stakeholder_graph.cli.commands import importing as command
from stakeholder_graph.graph import open_store
from stakeholder_graph.graph.exchange import FORMATS, take

from .conftest import Run

PERSON = {"id": "p1", "schema": "Person", "properties": {"name": ["Ada Roy"]}}
BOARD = {"id": "o1", "schema": "PublicBody", "properties": {"name": ["Harbour Board"]}}
SEAT = {
    "id": "m1",
    "schema": "Membership",
    "properties": {"member": ["p1"], "organization": ["o1"], "role": ["Chair"]},
}


def test_the_command_knows_every_format_that_is_read_back() -> None:
    assert tuple(name for name, each in FORMATS.items() if each.read) == command.FORMS


@pytest.mark.parametrize("form", command.FORMS)
def test_the_content_tells_the_format(run: Run, store: Path, form: str) -> None:
    assert run("export", "-o", f"network.{form}").exit_code == 0
    Path(f"network.{form}").rename("what")
    done = run("import", "what", "--store", "copy.lbug")
    assert done.exit_code == 0, done.output
    with open_store("copy.lbug", read_only=True) as copy, open_store(str(store)) as own:
        assert take(copy).statements == take(own).statements
        assert take(copy).stakeholders == take(own).stakeholders
    documents = json.loads(run("documents", "--store", "copy.lbug", "--format", "json").stdout)
    assert {each["id"] for each in documents} == {"halle.md", "library.md", "county.md"}
    answer = run("who-is-accountable", "Riverside Library", "--store", "copy.lbug")
    assert "The trust board is accountable for Riverside Library." in answer.stdout


def test_a_document_that_is_loaded_after_replaces_what_was_imported(run: Run, store: Path) -> None:
    run("export", "-o", "network.jsonld")
    run("import", "network.jsonld", "--store", "copy.lbug")
    Path("library.md").write_text("# Library\n\nThe guild chairs the garden panel.\n", "utf-8")
    assert run("load", "library.md", "--store", "copy.lbug").exit_code == 0
    documents = json.loads(run("documents", "--store", "copy.lbug", "--format", "json").stdout)
    assert [each["id"] for each in documents] == ["county.md", "halle.md", "library.md"]
    gone = run("relations", "--store", "copy.lbug", "--format", "json").stdout
    assert "Mary Holt" not in gone


def test_entities_of_others_are_one_document(run: Run) -> None:
    lines = "".join(json.dumps(each) + "\n" for each in (PERSON, BOARD, SEAT))
    Path("entities.ftm.json").write_text(lines, "utf-8")
    done = run("import", "entities.ftm.json")
    assert done.exit_code == 0, done.output
    (row,) = json.loads(run("relations", "--format", "json").stdout)
    assert (row["source"], row["relation"], row["target"], row["document"]) == (
        "Ada Roy",
        "CHAIRS",
        "Harbour Board",
        "entities.ftm.json",
    )


def test_popolo_of_others_is_one_document(run: Run) -> None:
    whole = {
        "persons": [{"id": "p", "name": "Ada Roy"}],
        "organizations": [{"id": "o", "name": "Council"}],
        "memberships": [{"person_id": "p", "organization_id": "o"}],
    }
    Path("people.json").write_text(json.dumps(whole), "utf-8")
    assert run("import", "people.json").exit_code == 0
    assert "Ada Roy" in run("relations").stdout


def test_decisions_do_not_travel_with_the_graph(run: Run, store: Path) -> None:
    rows = json.loads(run("relations", "--format", "json").stdout)
    decided = run("decide", "accept", rows[0]["id"])
    assert decided.exit_code == 0, decided.output
    run("export", "-o", "network.ftm")
    told = run("import", "network.ftm", "--store", "elsewhere.lbug", "--decisions", "none.yaml")
    assert "decisions.yaml" in told.stderr
    assert "take(" not in told.stderr


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.cypher", "// a script", "only a database can run"),
        ("a.txt", "The board leads.", "--from"),
        ("a.graphml", "<a>", "is not XML"),
        ("a.json", "[" * 100_000, "--from"),
    ],
)
def test_what_cannot_be_imported(run: Run, name: str, content: str, message: str) -> None:
    Path(name).write_text(content, "utf-8")
    refused = run("import", name)
    assert refused.exit_code == 3
    assert name in refused.stderr
    assert message in refused.stderr
    assert run("import", "nothing.graphml").exit_code == 3


def test_a_relation_of_another_vocabulary_stops_all(run: Run, store: Path) -> None:
    run("export", "-o", "network.graphml")
    text = Path("network.graphml").read_text("utf-8").replace(">CHAIRS<", ">LIKES<")
    Path("network.graphml").write_text(text, "utf-8")
    refused = run("import", "network.graphml", "--store", "copy.lbug")
    assert refused.exit_code == 3
    assert "LIKES" in refused.stderr
    assert json.loads(run("documents", "--store", "copy.lbug", "--format", "json").stdout) == []
