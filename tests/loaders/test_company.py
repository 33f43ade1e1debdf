"""Persons of one name are one only where documents put them with the same stakeholder."""

from __future__ import annotations

from pathlib import Path

import pytest

from stakeholder_graph.graph import Kind, Store, open_store
from stakeholder_graph.loaders import Ledger, agenda, decide, load, undo

HARBOUR = "# Harbour Board\n\nThe Harbour Board is chaired by Ann Martin.\n"
AGAIN = "# Harbour Board\n\nAnn Martin chairs the Harbour Board. It oversees the Quay Scheme.\n"
LIBRARY = "# Library Panel\n\nThe Library Panel is chaired by Ann Martin.\n"


def persons(store: Store) -> list[str]:
    return [each.id for each in store.stakeholders() if each.kind is Kind.PERSON]


def write(folder: Path, **texts: str) -> list[Path]:
    paths = []
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
        paths.append(folder / f"{name}.md")
    return paths


def test_a_name_alone_never_merges(tmp_path: Path, any_store: Store) -> None:
    load(write(tmp_path, harbour=HARBOUR, library=LIBRARY), any_store)
    assert len(persons(any_store)) == 2
    (asked,) = agenda(any_store, doubt=0)
    assert asked.reason == "the same name, and nothing else in common"


@pytest.mark.parametrize("at_once", [True, False])
def test_the_same_company_does(tmp_path: Path, any_store: Store, *, at_once: bool) -> None:
    paths = write(tmp_path, again=AGAIN, harbour=HARBOUR, library=LIBRARY)
    for some in [paths] if at_once else [[path] for path in paths]:
        load(some, any_store)
    assert len(persons(any_store)) == 2


def test_a_changed_document_keeps_its_persons(tmp_path: Path, any_store: Store) -> None:
    paths = write(tmp_path, harbour=HARBOUR, library=LIBRARY)
    load(paths, any_store)
    before = persons(any_store)
    write(tmp_path, harbour="# Quay Trust\n\nThe Quay Trust is chaired by Ann Martin.\n")
    load(paths, any_store)
    assert persons(any_store) == before


@pytest.mark.parametrize(("answer", "expected"), [("yes", 1), ("no", 2)])
def test_what_a_person_decides_lasts_and_can_be_undone(
    tmp_path: Path, any_store: Store, answer: str, expected: int
) -> None:
    paths, ledger = write(tmp_path, harbour=HARBOUR, library=LIBRARY), Ledger(tmp_path / "d.yaml")
    load(paths, any_store)
    (asked,) = agenda(any_store, doubt=0)
    decide(any_store, ledger, [getattr(asked, answer)])
    load(paths, any_store, decisions=ledger.path, force=True)
    assert len(persons(any_store)) == expected
    assert agenda(any_store, ledger.read(), doubt=0) == []
    undo(any_store, ledger, 1)
    assert len(persons(any_store)) == 2
    assert len(agenda(any_store, ledger.read(), doubt=0)) == 1


def test_two_of_one_surname_in_one_document_are_two(tmp_path: Path) -> None:
    text = "# Harbour Board\n\nAnn Roy chairs the Harbour Board. Bo Roy funds the Harbour Board."
    (tmp_path / "a.md").write_text(f"{text} Mrs Roy is old.\n", "utf-8")
    with open_store(":memory:") as store:
        load([tmp_path], store)
        assert persons(store) == ["ann-roy", "bo-roy"]
