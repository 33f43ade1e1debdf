"""One step of watching: what a store must do to be in step with a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from moody import MoodyReader

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.loaders import Watch


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    papers = tmp_path / "papers"
    papers.mkdir()
    write("papers/a.md", "One.")
    return papers


@pytest.fixture
def opened() -> Callable[[], Store]:
    return lambda: open_store("graph.lbug")


@pytest.fixture
def watch(folder: Path, opened: Callable[[], Store]) -> Watch:
    return Watch(["papers"], opened, reader=MoodyReader())


def write(path: str, text: str) -> None:
    Path(path).write_text(text + "\n", "utf-8")


def ids() -> list[str]:
    with open_store("graph.lbug", read_only=True) as store:
        return [each.id for each in store.documents()]


def test_what_is_already_in_step_opens_no_store(watch: Watch) -> None:
    assert watch.step().report.loaded == ["papers/a.md"]
    Path("graph.lbug").unlink()
    watch.step()
    assert not Path("graph.lbug").exists()


def test_a_copy_takes_the_place_of_what_is_gone(watch: Watch) -> None:
    write("papers/b.md", "One.")
    assert watch.step().report.duplicates == {"papers/b.md": "papers/a.md"}
    Path("papers/a.md").unlink()
    assert watch.step().renamed == {"papers/a.md": "papers/b.md"}
    assert ids() == ["papers/b.md"]


def test_a_copy_is_read_when_the_other_changes(watch: Watch) -> None:
    write("papers/b.md", "One.")
    watch.step()
    write("papers/a.md", "Two.")
    assert watch.step().report.loaded == ["papers/a.md", "papers/b.md"]


def test_a_folder_with_another_name(watch: Watch) -> None:
    Path("papers/old").mkdir()
    write("papers/old/b.md", "Two.")
    watch.step()
    Path("papers/old").rename("papers/new")
    assert watch.step().renamed == {"papers/old/b.md": "papers/new/b.md"}


def test_what_went_while_nobody_watched_is_forgotten(
    watch: Watch, opened: Callable[[], Store]
) -> None:
    write("papers/b.md", "Two.")
    watch.step()
    Path("papers/b.md").unlink()
    again = Watch(["papers"], opened, reader=MoodyReader())
    assert again.step().forgotten == ["papers/b.md"]


def test_an_empty_or_missing_folder_forgets_nothing(
    watch: Watch, opened: Callable[[], Store], folder: Path
) -> None:
    watch.step()
    shutil.move(folder, "away")
    with pytest.raises(InputError, match="is not there any more; bring it back"):
        watch.step()
    folder.mkdir()
    assert Watch(["papers"], opened, reader=MoodyReader()).step().forgotten == []
    assert ids() == ["papers/a.md"]


def test_a_file_that_cannot_be_read_is_told_once(watch: Watch) -> None:
    Path("papers/b.pdf").write_bytes(b"%PDF-1.7\n")
    assert len(watch.step().report.failures) == 1
    write("papers/c.md", "Three.")
    assert watch.step().report.failures == []
