"""Contact details are never kept, whatever they are read from."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Statement,
    Store,
    StoredStatement,
    open_store,
)
from stakeholder_graph.loaders import BlockKind, extract, load, load_mapping

from .making import MAKERS, Piece

MAIL, PHONE, FRENCH = "ann.lee@example.org", "+44 20 7946 0018", "03 21 50 00 00"
TEXT = [
    Piece(BlockKind.HEADING, "Harbour Trust", 1),
    Piece(BlockKind.PARAGRAPH, f"Ann Lee ({MAIL}, {PHONE}) chairs the Harbour Panel."),
    Piece(BlockKind.PARAGRAPH, f"The Harbour Trust funds the Quay Scheme. Call {FRENCH}."),
]
ROWS = [
    ("body", "member", "role", "email", "phone"),
    ("Harbour Panel", "Ann Lee", "chair", MAIL, PHONE),
    ("Harbour Panel", MAIL, "member", MAIL, FRENCH),
    ("Harbour Panel", f"Bo Tan ({MAIL})", "member", MAIL, FRENCH),
]
MAPPING = """
statements:
  - for: {member: members}
    source:
      name: "{member.name}"
      kind: person
      aliases: ["{member.mail}"]
      identifiers: {email: "{member.mail}", orcid: "{member.orcid}"}
    relation: PARTICIPATES_IN
    target: {name: "{member.body}", kind: body}
    condition: "{member.note}"
"""
MEMBERS = [
    {"name": "Ann Lee", "mail": MAIL, "orcid": "1", "body": "Harbour Panel", "note": f"ask {MAIL}"},
    {"name": MAIL, "mail": MAIL, "orcid": "2", "body": "Harbour Panel", "note": ""},
]


def everything(store: Store) -> str:
    """Return all that a store holds, as one text."""
    ids = [each.id for each in store.documents()]
    told = [(store.told(id_), store.text(id_)) for id_ in ids]
    nodes, edges = store.frames()
    return f"{told} {store.stakeholders()} {nodes.to_csv()} {edges.to_csv()}"


def kept(store: Store) -> list[str]:
    held = everything(store)
    assert "Harbour" in held
    return [each for each in (MAIL, "example.org", PHONE, "7946", FRENCH, "21 50") if each in held]


def written(folder: Path, kind: str) -> Path:
    path = folder / f"a.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(row) for row in ROWS), "utf-8")
    elif kind == "xlsx":
        book = openpyxl.Workbook()
        for row in ROWS:
            book.active.append(row)
        book.save(path)
    else:
        path.write_bytes(MAKERS[f".{kind}"](TEXT) if f".{kind}" in MAKERS else MAKERS[kind](TEXT))
    return path


KINDS = [*(name.lstrip(".") for name in MAKERS), "csv", "xlsx"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_leaves_any(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    with open_store(":memory:") as store:
        report = load([path], store)
        assert not report.failures
        assert sum(report.statements.values()) >= 1
        assert kept(store) == []
        assert any("Ann Lee" in each.name for each in store.stakeholders())
    assert MAIL not in repr(list(extract([path])))


def test_no_mapping_leaves_any(tmp_path: Path, any_store: Store) -> None:
    (tmp_path / "m.yaml").write_text(MAPPING, "utf-8")
    (tmp_path / "members.json").write_text(json.dumps({"members": MEMBERS}), "utf-8")
    load([tmp_path / "members.json"], any_store, mapping=load_mapping(tmp_path / "m.yaml"))
    assert kept(any_store) == []
    (person,) = (each for each in any_store.stakeholders() if each.kind is Kind.PERSON)
    assert (person.name, person.aliases, person.identifiers) == ("Ann Lee", (), ("orcid:1",))


def test_what_is_written_by_hand_leaves_none(any_store: Store) -> None:
    person = Mention("Ann Lee", Kind.PERSON, (MAIL,), identifiers=(f"email:{MAIL}", "orcid:1"))
    said = Statement(person, "CHAIRS", Mention("Harbour Panel", Kind.BODY), f"A {MAIL}", "d")
    any_store.write(
        Document("d", f"Call {PHONE}", text=f"Harbour {FRENCH}"),
        {},
        [StoredStatement("ann-lee", "harbour-panel", said)],
    )
    assert kept(any_store) == []
    assert any_store.stakeholders()[0].identifiers == ("orcid:1",)


def test_numbers_that_are_no_contacts_stay(tmp_path: Path) -> None:
    text = "Harbour Trust (SIREN 130 014 228) funds the Quay Scheme 2021-2027: 12 000 000 euros.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    with open_store(":memory:") as store:
        load([tmp_path], store)
        assert store.text(store.documents()[0].id) == text
