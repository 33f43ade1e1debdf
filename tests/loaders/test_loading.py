"""Documents into a store: read, transform, resolve, write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from stakeholder_graph.graph import Kind, Mention, Place, Statement, Store, open_store
from stakeholder_graph.loaders import (
    Extraction,
    Failure,
    LoadReport,
    Source,
    as_json,
    extract,
    load,
)

SENTENCE = re.compile(r"La ([\w ]+?)(?: \((\w+)\))? (pilote|finance|suit) le ([\w ]+)\.")
RELATIONS = {"pilote": "PILOTS", "finance": "FUNDS"}


@dataclass(frozen=True)
class Held:
    check: str
    reason: str = "not in the vocabulary"


@dataclass(frozen=True)
class Read:
    statements: tuple[Statement, ...]
    rejected: tuple[Held, ...]
    notes: tuple[str, ...] = ()


class PlainReader:
    """Reads sentences of one form, so that these tests are about the loading alone."""

    def read_all(self, sources: Iterable[Source]) -> Iterator[Read]:
        for source in sources:
            statements, held = [], []
            for block in source.blocks:
                for match in SENTENCE.finditer(block.text):
                    name, short, verb, project = match.groups()
                    if verb not in RELATIONS:
                        held.append(Held("trigger"))
                        continue
                    holder = Mention(name, Kind.ORGANIZATION, (short,) if short else ())
                    target = Mention(project, Kind.PROJECT)
                    place = Place(*block.span(match.start(), match.end()))
                    quote = source.document.text[place.start : place.end]
                    statements.append(
                        Statement(holder, RELATIONS[verb], target, quote, source.document.id, place)
                    )
            yield Read(tuple(statements), tuple(held))


READER = PlainReader()


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("docs/a.md", "# Alpha\n\nLa **Ville de Blois** (VDB) pilote le projet Alpha.")
    write("docs/b.md", "La VDB finance le projet Beta.\n\nLa Région suit le projet Beta.")
    return tmp_path


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def put(store: Store, *paths: str, **options: bool) -> LoadReport:
    return load(paths or ["docs"], store, reader=READER, **options)


def edges(store: Store) -> set[tuple[str, str, str, str]]:
    _, frame = store.frames()
    columns = frame[["source", "relation", "target", "document"]]
    return set(columns.itertuples(index=False, name=None))


def test_documents_become_statements_between_resolved_stakeholders(store: Store) -> None:
    report = put(store)
    assert report.loaded == ["docs/a.md", "docs/b.md"]
    assert report.statements == {"PILOTS": 1, "FUNDS": 1}
    assert report.set_aside == {"trigger": 1}
    assert report.stakeholders == 3
    assert edges(store) == {
        ("ville-blois", "PILOTS", "projet-alpha", "docs/a.md"),
        ("ville-blois", "FUNDS", "projet-beta", "docs/b.md"),
    }


def test_each_statement_can_be_found_in_its_document(store: Store) -> None:
    put(store)
    _, frame = store.frames()
    assert {(row.quote, row.locator) for row in frame.itertuples()} == {
        ("La **Ville de Blois** (VDB) pilote le projet Alpha.", "line 3"),
        ("La VDB finance le projet Beta.", "line 1"),
    }
    for row in frame.itertuples():
        assert row.quote == store.text(row.document)[row.start : row.end]
    assert all(document.loaded for document in store.documents())


def test_loading_again_changes_nothing(store: Store) -> None:
    put(store)
    before = edges(store)
    report = put(store)
    assert (report.loaded, report.unchanged) == ([], ["docs/a.md", "docs/b.md"])
    assert edges(store) == before


def test_force_reads_again_and_doubles_nothing(store: Store) -> None:
    put(store)
    before = edges(store)
    assert put(store, force=True).loaded == ["docs/a.md", "docs/b.md"]
    assert edges(store) == before


def test_changed_content_replaces_what_was_stated(store: Store) -> None:
    put(store)
    write("docs/b.md", "La Région finance le projet Beta.")
    report = put(store)
    assert (report.loaded, report.unchanged) == (["docs/b.md"], ["docs/a.md"])
    assert edges(store) == {
        ("ville-blois", "PILOTS", "projet-alpha", "docs/a.md"),
        ("region", "FUNDS", "projet-beta", "docs/b.md"),
    }


def test_the_same_content_elsewhere_is_not_doubled(store: Store) -> None:
    write("copy/c.md", Path("docs/b.md").read_text("utf-8"))
    report = put(store, "docs", "copy")
    assert report.duplicates == {"copy/c.md": "docs/b.md"}
    assert put(store, "copy").duplicates == {"copy/c.md": "docs/b.md"}
    assert {document.id for document in store.documents()} == {"docs/a.md", "docs/b.md"}


def test_a_file_that_becomes_a_copy_states_nothing_of_its_own_any_more(store: Store) -> None:
    put(store)
    write("docs/a.md", Path("docs/b.md").read_text("utf-8"))
    assert put(store).duplicates == {"docs/a.md": "docs/b.md"}
    assert {document.id for document in store.documents()} == {"docs/b.md"}


def test_a_file_is_the_same_document_from_any_folder(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store)
    monkeypatch.chdir(folder / "docs")
    assert put(store, ".").unchanged == ["docs/a.md", "docs/b.md"]
    write("b.md", "La Région finance le projet Beta.")
    assert put(store, ".").loaded == ["docs/b.md"]
    assert len(store.documents()) == 2


def test_two_files_of_the_same_relative_name_are_two_documents(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        monkeypatch.chdir(folder / name)
        Path("a.txt").write_text(f"La Région finance le projet {name}.", "utf-8")
        put(store, "a.txt")
    assert {document.id for document in store.documents()} == {
        "a.txt",
        (folder / "two/a.txt").as_posix(),
    }


def test_one_bad_file_never_loses_the_others(store: Store) -> None:
    Path("docs/bad.md").write_bytes(b"\x00\x01\x02")
    Path("docs/empty.txt").write_bytes(b"")
    Path("docs/latin.txt").write_bytes("La Région finance le projet Été.".encode("cp1252"))
    report = put(store, "docs", "gone.md", "docs/*.pdf")
    assert report.loaded == ["docs/a.md", "docs/b.md", "docs/latin.txt"]
    assert [failure.path for failure in report.failures] == [
        "gone.md",
        "docs/*.pdf",
        "docs/bad.md",
        "docs/empty.txt",
    ]
    assert ("region", "FUNDS", "projet-ete", "docs/latin.txt") in edges(store)


def test_progress_counts_every_file_once(store: Store) -> None:
    Path("docs/bad.md").write_bytes(b"\x00")
    seen: list[tuple[int, int, str]] = []

    def tell(done: int, total: int, path: str) -> None:
        seen.append((done, total, path))

    load(["docs"], store, reader=READER, progress=tell)
    assert [done for done, _, _ in seen] == [1, 2, 3]
    assert {total for _, total, _ in seen} == {3}
    assert {path for _, _, path in seen} == {"docs/a.md", "docs/b.md", "docs/bad.md"}


def test_the_order_of_documents_changes_no_edge() -> None:
    with open_store(":memory:") as forth, open_store(":memory:") as back:
        put(forth, "docs/a.md", "docs/b.md")
        put(back, "docs/b.md", "docs/a.md")
        assert edges(forth) == edges(back)


def test_a_statement_of_a_stakeholder_about_itself_is_set_aside(store: Store) -> None:
    write("docs/a.md", "La Alpha pilote le projet Alpha.")
    report = put(store, "docs/a.md")
    assert (report.statements, report.set_aside) == ({}, {"ends": 1})
    assert edges(store) == set()


def test_extraction_needs_no_store_and_tells_of_bad_files() -> None:
    Path("docs/bad.md").write_bytes(b"\x00")
    outcomes = list(extract(["docs", "gone.md"], reader=READER))
    good = [each for each in outcomes if isinstance(each, Extraction)]
    bad = [each for each in outcomes if isinstance(each, Failure)]
    assert [each.path for each in good] == ["docs/a.md", "docs/b.md"]
    assert [each.path for each in bad] == ["gone.md", "docs/bad.md"]
    (statement,) = good[1].statements
    assert statement.place.locator == "line 1"
    assert good[1].rejected == (Held("trigger"),)


def test_a_record_holds_what_a_statement_says() -> None:
    write("docs/a.md", "La Ville de Blois (VDB) pilote le projet Alpha.")
    (outcome,) = extract(["docs/a.md"], reader=READER)
    assert isinstance(outcome, Extraction)
    record = as_json(outcome.statements[0])
    assert (
        json.loads(json.dumps(record))
        == record
        == {
            "document": "docs/a.md",
            "source": {"name": "Ville de Blois", "kind": "organization", "aliases": ["VDB"]},
            "relation": "PILOTS",
            "target": {"name": "projet Alpha", "kind": "project", "aliases": []},
            "quote": "La Ville de Blois (VDB) pilote le projet Alpha.",
            "start": 0,
            "end": 47,
            "qualifiers": {},
            "confidence": 1.0,
            "asserted_by": "",
        }
    )


def test_the_projects_own_reader_is_the_default() -> None:
    write("docs/c.md", "# Alpha\n\nLe conseil régional est présidé par le préfet de région.")
    (outcome,) = extract(["docs/c.md"])
    assert isinstance(outcome, Extraction)
    assert {statement.relation for statement in outcome.statements} == {"CHAIRS"}
