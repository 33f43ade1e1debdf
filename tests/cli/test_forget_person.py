"""A person who is forgotten leaves no trace but blocks in the texts."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import yaml

from stakeholder_graph.graph import open_store

from .conftest import Run


def test_a_person_is_removed_everywhere(run: Run, store: Path) -> None:
    run("decide", "rename", "Mary Holt", "Dr Mary Holt")
    run(
        "decide", "add", "trust board", "funds", "Garden Scheme",
        "--document", "letter", "--quote", "Mary Holt says the trust board pays.",
    )  # fmt: skip
    result = run("forget", "--person", "Mary Holt")
    assert result.exit_code == 0
    assert "statement: Mary Holt CHAIRS garden panel (library.md:7)" in result.stdout
    assert "decision 1: rename: Mary Holt → Dr Mary Holt" in result.stdout
    assert "decision 2: add" in result.stdout
    assert "Mary" not in Path("decisions.yaml").read_text("utf-8")
    assert b"Mary" not in store.read_bytes()
    assert run("show", "Mary Holt").exit_code == 3
    with open_store(str(store), read_only=True) as opened:
        rows = opened.run("MATCH (a:Stakeholder)-[r]->(:Stakeholder) RETURN r.quote AS quote")
        assert not any("Mary" in row["quote"] for row in rows)
        assert not any("Mary" in opened.text(each.id) for each in opened.documents())


def test_only_persons_are_forgotten_so(run: Run, store: Path) -> None:
    result = run("forget", "--person", "SEMLR")
    assert (result.exit_code, "is no person" in result.stderr) == (3, True)
    assert run("forget").exit_code == 2
    assert run("forget", "halle.md", "--person", "Mary Holt").exit_code == 2


@pytest.mark.parametrize("name", ["review.xlsx", "review.yaml"])
def test_questions_that_were_exported_too(run: Run, store: Path, name: str) -> None:
    run("review", "--doubt", "0.9", "--export", name)
    before = len(read_rows(Path(name)))
    result = run("forget", "--person", "Mary Holt")
    assert f"questions: 1 in {name}" in result.stdout
    left = read_rows(Path(name))
    assert (len(left), "Mary" in str(left)) == (before - 1, False)
    assert run("review", "--import", name).exit_code == 0


def test_what_was_asked_of_a_model_too(run: Run, store: Path) -> None:
    Path("proposals").mkdir()
    Path("proposals/a.json").write_text('{"quote": "Mary Holt chairs"}', "utf-8")
    Path("proposals/b.json").write_text('{"quote": "the board"}', "utf-8")
    result = run("forget", "--person", "Mary Holt")
    assert "answer of a language model: proposals/a.json" in result.stdout
    assert [path.name for path in Path("proposals").iterdir()] == ["b.json"]


def test_the_decision_is_listed_without_a_name(run: Run, store: Path) -> None:
    run("forget", "--person", "Mary Holt")
    listed = run("decisions", "--format", "json").stdout
    assert '"outcome": "followed"' in listed
    assert "Mary" not in listed


def read_rows(path: Path) -> list[object]:
    if path.suffix == ".yaml":
        return list(yaml.safe_load(path.read_text("utf-8")))
    return list(openpyxl.load_workbook(path).active.values)
