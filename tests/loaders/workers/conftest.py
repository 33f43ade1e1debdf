"""What the tests of workers share: a folder of documents, and a reader that some kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from moody import MoodyReader

from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.loaders.extraction import FileReader
from stakeholder_graph.loaders.limits import Limits


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of documents in two languages: one twice, one a table, one unreadable."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.md").write_text(
            f"# Projet Verger {number}\n\nLe conseil régional de Loire {number} finance le projet"
            f" Verger {number}.\n\nLe comité de pilotage est présidé par le préfet.\n",
            "utf-8",
        )
        (folder / f"charter-{number}.txt").write_text(
            f"The Harbour Board {number} oversees the ferry service. It is chaired by Mary Holt.\n",
            "utf-8",
        )
    (folder / "twin.md").write_text((folder / "1.md").read_text("utf-8"), "utf-8")
    (folder / "members.csv").write_text("name,body\nMary Holt,ferry panel\n", "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more\n")
    return folder


@pytest.fixture
def moody() -> FileReader:
    """Return a reader that some documents kill; it waits 5 seconds for one."""
    return FileReader(MoodyReader(), load_vocabulary(), Limits(seconds=5))
