"""Files that are damaged, hostile or not what they say: one line, and the others are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from making import Piece, pdf, word

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders import BlockKind, Failure, Limits, extract, read

PART = "word/document.xml"
OWN = [Piece(BlockKind.PARAGRAPH, "The harbour board oversees the ferry service.")]


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    """Return an archive in which a part has another content."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def lying(data: bytes) -> bytes:
    """Return an archive that declares a small size for its bomb."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(PART).file_size
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def bomb() -> bytes:
    return repacked(word(OWN), PART, b"<w:document>" + b" " * 30_000_000)


DTD = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'

BAD = {
    "bomb.docx": (bomb, "unpacks to more than 1"),
    "lying.docx": (lambda: lying(bomb()), "unpacks to more than 1|declares"),
    "entities.docx": (
        lambda: repacked(word(OWN), PART, DTD),
        r"entities.docx, word/document.xml: declares a document type",
    ),
    "wide.docx": (
        lambda: repacked(word(OWN), PART, DTD.decode().encode("utf-16")),
        "declares a document type",
    ),
    "short.docx": (lambda: word(OWN)[:-300], "is damaged or cut short"),
    "broken.docx": (lambda: repacked(word(OWN), PART, b"<w:document"), "no sound Word document"),
    "flipped.docx": (lambda: word(OWN).replace(b"\xed\x5d", b"\0\0"), "is damaged|sound"),
    "renamed.docx": (lambda: pdf(OWN), "is a PDF, not a Word document as its name says"),
    "short.pdf": (lambda: pdf(OWN)[:-300], "is cut short: its end is missing"),
    "text.pdf": (lambda: b"The board leads.", "is not a PDF as its name says"),
    "renamed.txt": (lambda: word(OWN), "is a Word document, not a text file as its name says"),
    "renamed.odt": (lambda: word(OWN), "is a Word document, not an OpenDocument text"),
    "text.docx": (lambda: b"The board leads.", "is not a Word document as its name says"),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office 97"),
    "locked.docx": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "is protected by a password",
    ),
    "scan.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(90), "is a picture; recognise its text"),
    "empty.docx": (lambda: b"", "is empty"),
    "blank.docx": (lambda: word([]), "holds no text"),
    "nul.txt": (lambda: b"The board\0 leads.", "is not text"),
    "short.rtf": (lambda: rb"{\rtf1 The board", "is cut short"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line_and_loses_no_other(name: str, tmp_path: Path) -> None:
    make, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(InputError, match=reason) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    (tmp_path / "sound.docx").write_bytes(word(OWN))
    failed, sound = sorted(extract([tmp_path]), key=lambda each: isinstance(each, Failure))[::-1]
    assert isinstance(failed, Failure)
    assert not isinstance(sound, Failure)
    assert sound.statements


def test_the_limits_of_an_archive_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "long.docx"
    document = docx.Document()
    for _ in range(300):
        document.add_paragraph("The board meets in May. " * 20)
    document.save(str(path))
    with pytest.raises(InputError, match="raise limit_unpacked"):
        read(path, limits=Limits(unpacked=100_000))
    assert read(path).blocks


def test_loops_of_links_have_an_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "self.md").symlink_to(tmp_path / "a" / "self.md")
    (tmp_path / "a" / "sound.docx").write_bytes(word(OWN))
    (found,) = extract([tmp_path])
    assert not isinstance(found, Failure)
    (failed,) = extract([tmp_path / "a" / "self.md"])
    assert isinstance(failed, Failure)
