"""A person who is forgotten leaves no trace but blocks in the texts."""

from __future__ import annotations

from pathlib import Path

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
