"""What is attached to a mail is a document of its own, whatever becomes of the rest."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from making import MAKERS, Piece
from test_eml import OWN, mail
from test_tabular import RACI, csv, xlsx

from stakeholder_graph.graph import open_store
from stakeholder_graph.loaders import LIMITS, BlockKind, Extraction, Failure, extract, load, reload
from stakeholder_graph.loaders.attachments import unfold
from stakeholder_graph.loaders.reading import File

CHARTER = [Piece(BlockKind.PARAGRAPH, "The city of Saltmarsh funds the harbour board.")]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def attach(message: EmailMessage, name: str, data: bytes) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def save(message: EmailMessage) -> Path:
    path = Path("minutes.eml")
    path.write_bytes(message.as_bytes())
    return path


def unfolded(path: Path, **limits: int) -> list[str]:
    return [str(part.path) for part in unfold(path, replace(LIMITS, **limits))]


def test_each_attachment_is_a_document_with_its_place_in_it() -> None:
    message = mail(OWN)
    for suffix in (".pdf", ".docx"):
        attach(message, f"charter{suffix}", MAKERS[suffix](CHARTER))
    attach(message, "raci.xlsx", xlsx(RACI))
    attach(message, "raci.csv", csv(RACI))
    attach(message, "logo.png", b"\x89PNG")
    found = {each.path: each for each in extract([save(message)]) if isinstance(each, Extraction)}
    assert list(found) == [
        "minutes.eml",
        *(f"minutes.eml#{name}" for name in ("charter.pdf", "charter.docx", "raci.xlsx")),
        "minutes.eml#raci.csv",
    ]
    (funds,) = found["minutes.eml#charter.pdf"].statements
    assert (funds.relation, funds.place.locator) == ("FUNDS", "page 1")
    assert funds.document == "minutes.eml#charter.pdf"
    cells = found["minutes.eml#raci.xlsx"].statements
    assert {each.place.locator.partition("!")[0] for each in cells} == {"Sheet"}
    lines = found["minutes.eml#raci.csv"].statements
    assert [(s.source, s.relation, s.target) for s in cells] == [
        (s.source, s.relation, s.target) for s in lines
    ]


def test_a_bad_attachment_is_told_and_loses_nothing_else() -> None:
    message = mail(OWN)
    attach(message, "broken.pdf", b"%PDF-1.7")
    attach(message, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    attach(message, "charter.docx", MAKERS[".docx"](CHARTER))
    outcomes = list(extract([save(message)]))
    assert [str(each) for each in outcomes if isinstance(each, Failure)] == [
        "minutes.eml#broken.pdf: is cut short: its end is missing; save or fetch it again",
        "minutes.eml#old.doc: cannot read .doc; save it in a format that can be read",
    ]
    assert sum(len(each.statements) for each in outcomes if isinstance(each, Extraction)) == 2


def test_mails_in_mails_are_read_to_the_limit() -> None:
    message = mail(OWN, subject="Charter")
    attach(message, "charter.html", MAKERS[".html"](CHARTER))
    for level in range(3):
        outer = mail(f"See below, {level}.", subject=f"Level {level}")
        outer.add_attachment(message)
        message = outer
    path = save(message)
    inner = "minutes.eml#Level 1.eml#Level 0.eml#Charter.eml"
    assert unfolded(path)[-2:] == [inner, f"{inner}#charter.html"]
    assert all(isinstance(part, File) for part in unfold(path, LIMITS))
    *_, last = unfold(path, replace(LIMITS, depth=3))
    assert "lies in more than 3 mails" in str(last)


def test_too_many_attachments_are_told_once() -> None:
    message = mail(OWN)
    for _ in range(9):
        attach(message, "note.txt", OWN.encode())
    *read, last = unfold(save(message), replace(LIMITS, attachments=3))
    assert [each.path.name for each in read if isinstance(each, File)][1:] == [
        "minutes.eml#note.txt",
        "minutes.eml#note 2.txt",
        "minutes.eml#note 3.txt",
    ]
    assert "more than the 3 attachments allowed" in str(last)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/charter.md", ".. .. etc charter.md"),
        ("C:\\papers\\charter.md", "C papers charter.md"),
        ("charte#é\n.md", "charte é .md"),
        ("a" * 400 + ".md", "a" * 120 + ".md"),
    ],
)
def test_a_name_leads_nowhere(given: str, name: str) -> None:
    message = mail(OWN)
    attach(message, given.replace("\n", " "), OWN.encode())
    assert unfolded(save(message)) == ["minutes.eml", f"minutes.eml#{name}"]


def test_attachments_go_with_their_mail(here: Path) -> None:
    message = mail(OWN)
    attach(message, "charter.docx", MAKERS[".docx"](CHARTER))
    path = save(message)
    with open_store(":memory:") as store:
        report = load([path], store)
        assert report.loaded == ["minutes.eml", "minutes.eml#charter.docx"]
        assert load([path], store).unchanged == report.loaded
        assert reload(store).missing == {}
        save(mail(OWN + " The mayor chairs the harbour board."))
        assert reload(store).report.loaded == ["minutes.eml"]
        assert [each.id for each in store.documents()] == ["minutes.eml"]
        save(message)
        reload(store, force=True)
        path.unlink()
        assert set(reload(store, forget_missing=True).missing) == set(report.loaded)
        assert store.documents() == []


def test_a_file_that_is_named_like_an_attachment_is_none(here: Path) -> None:
    message = mail(OWN)
    path = save(message)
    for name in ("minutes.eml#charter.md", "charter.md", "charter.md#old.md"):
        (here / name).write_text(f"# {name}\n\n{CHARTER[0].text}\n", "utf-8")
    with open_store(":memory:") as store:
        load(["."], store)
        there = {each.address for each in store.documents()}
        message.set_content("The city of Saltmarsh funds the ferry panel.")
        save(message)
        (here / "charter.md").write_text("The city of Saltmarsh funds the ferry panel.", "utf-8")
        assert load([path, "charter.md"], store).loaded
        assert {each.address for each in store.documents()} == there
        assert len(there) == 4
