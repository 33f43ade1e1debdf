"""Documents of a store read again from where they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from moody import MoodyReader

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.loaders import load, load_mapping, reload


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(f"This is {name}.\n", "utf-8")
    load(["a.md", "b.md", "c.md"], store, reader=MoodyReader())
    return tmp_path


def test_only_what_has_changed_is_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.md").write_text("Another text.\n", "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    done = reload(store, jobs=1)
    assert (done.report.loaded, done.report.unchanged) == (["b.md"], ["a.md", "c.md"])
    assert [each.id for each in store.documents()] == ["a.md", "b.md", "c.md"]
    assert store.text("b.md") == "Another text.\n"


def test_all_or_one_can_be_read_again(store: Store) -> None:
    assert reload(store, force=True, jobs=1).report.loaded == ["a.md", "b.md", "c.md"]
    assert reload(store, ["c.md"], force=True).report.loaded == ["c.md"]
    with pytest.raises(InputError, match=r"no document 'd\.md' is in the store"):
        reload(store, ["d.md"])


def test_a_file_that_is_gone_is_told_and_kept_unless_it_is_to_be_forgotten(
    store: Store, tmp_path: Path
) -> None:
    Path("a.md").unlink()
    assert reload(store).missing == {"a.md": str(tmp_path / "a.md")}
    assert len(store.documents()) == 3
    assert reload(store, forget_missing=True).missing.keys() == {"a.md"}
    assert [each.id for each in store.documents()] == ["b.md", "c.md"]


def test_records_are_read_again_by_their_mapping(store: Store) -> None:
    groups = Path("groups.json")
    groups.write_text(
        '{"organizations": [{"id": "o", "name": "Harbour Board"}],'
        ' "persons": [{"id": "p", "name": "Mary Holt"}], "memberships":'
        ' [{"person_id": "p", "organization_id": "o", "role": "member"}]}',
        "utf-8",
    )
    load([groups], store, mapping=load_mapping("popolo"))
    groups.write_text(groups.read_text("utf-8").replace("Mary", "Ann"), "utf-8")
    assert reload(store).report.loaded == ["groups.json"]
    assert {each.name for each in store.stakeholders()} == {"Ann Holt", "Harbour Board"}


def test_a_mapping_of_ones_own_has_to_be_named_again(store: Store) -> None:
    Path("own.yaml").write_text(
        "title: Own\nstatements:\n"
        "  - for: {row: data}\n    source: {name: '{row.a}', kind: person}\n"
        "    relation: CHAIRS\n    target: {name: '{row.b}', kind: body}\n",
        "utf-8",
    )
    Path("chairs.csv").write_text("a,b\nMary Holt,harbour panel\n", "utf-8")
    load(["chairs.csv"], store, mapping=load_mapping("own.yaml"))
    (failure,) = reload(store).report.failures
    assert "was read by a mapping; load it again with --mapping" in str(failure)
