"""What this program wrote is no document: what was derived would come back as stated."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.loaders import load
from stakeholder_graph.loaders.own import check_origin
from stakeholder_graph.queries import raci_matrix, write_matrix
from stakeholder_graph.queries.raci import SUFFIXES
from stakeholder_graph.queries.view import write_page

TEXT = "The harbour board oversees the ferry service. The ferry service is run by Ferries Ltd.\n"


def test_what_was_drawn_up_of_documents_is_not_loaded_as_one(tmp_path: Path) -> None:
    source = tmp_path / "ferries.md"
    source.write_text(TEXT, "utf-8")
    with MemoryStore() as store:
        load([source], store)
        before = store.frames()[1]
        written = [write_matrix(raci_matrix(store), tmp_path / f"raci{end}") for end in SUFFIXES]
        written.append(write_page(store, tmp_path / "network.html"))
        report = load(written, store)
        assert len(report.failures) == len(written)
        assert all("states nothing itself" in str(failure) for failure in report.failures)
        assert store.frames()[1].equals(before)


def test_other_files_are_let_through() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("docProps/core.xml", "<dc:creator>Mary Holt</dc:creator>")
    for data in (TEXT.encode(), b"", b"PK\x03\x04 torn", packed.getvalue()):
        check_origin(data, "charter.md")


def test_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"raci\.md: was written by stakeholder-graph"):
        check_origin(b"<!-- generator: stakeholder-graph -->\n\n| for |", "raci.md")
