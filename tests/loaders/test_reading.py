"""A file becomes a document with its blocks."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders import Limits, locator, read

CHARTER = "# Charte du projet Alpha\n\nLa Ville pilote le projet.\n\nLa Région le finance.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_a_document_says_what_it_is(here: Path) -> None:
    document = read(write("docs/charte.md", CHARTER)).document
    assert document.id == "docs/charte.md"
    assert document.title == "Charte du projet Alpha"
    assert document.address == str(here / "docs/charte.md")
    assert document.language == "fr"
    assert document.sha256 == hashlib.sha256(CHARTER.encode()).hexdigest()
    assert document.text == CHARTER
    assert document.loaded == ""


def test_the_hash_is_of_the_bytes_and_the_text_has_plain_line_breaks() -> None:
    data = "The board leads.\r\nIt votes.".encode("utf-8-sig")
    document = read(write("a.txt", data)).document
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text == "The board leads.\nIt votes."


def test_the_same_file_has_the_same_id_however_it_is_named(here: Path) -> None:
    write("docs/a.txt", "The board leads.")
    ids = {
        read(path).document.id
        for path in ("docs/a.txt", "./docs/../docs/a.txt", here / "docs/a.txt")
    }
    assert ids == {"docs/a.txt"}


def test_a_file_elsewhere_is_called_by_its_whole_path(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("a.txt", "The board leads.").resolve()
    (here / "inside").mkdir()
    monkeypatch.chdir(here / "inside")
    assert read("../a.txt").document.id == file.as_posix()


def test_a_document_without_a_heading_has_the_name_of_its_file() -> None:
    assert read(write("notes.txt", "The board leads the works.")).document.title == "notes.txt"


def test_a_place_is_named_as_people_find_it() -> None:
    source = read(write("a.md", CHARTER))
    place = locator(source)
    assert place(0) == "line 1"
    assert place(CHARTER.index("La Région")) == "line 5"
    page = "<h1>Alpha</h1><p>The board leads.</p><ul><li>The mayor</li><li>The chair</li></ul>"
    source = read(write("a.html", page))
    assert locator(source)(source.document.text.index("The chair")) == "paragraph 4"


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("empty.md", "", "is empty"),
        ("binary.md", b"\x7fELF\x02\x01\x00\x00", "is not text"),
        ("a.xyz", b"PK", "cannot read .xyz"),
        ("README", b"Text.", "cannot read a file without a suffix"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_that_names_it(
    path: str, content: str | bytes, reason: str
) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read(write(path, content))
    assert str(caught.value).startswith(f"{path}: ")


def test_a_file_over_the_limit_is_refused_unread() -> None:
    file = write("long.txt", "board " * 100)
    with pytest.raises(InputError, match="has 600 bytes, more than the 599 allowed"):
        read(file, limits=Limits(size=599))
    assert read(file, limits=Limits(size=600)).document.text


def test_a_paragraph_without_end_is_left_out_and_the_rest_is_read() -> None:
    endless = "the board leads and " * 3_000
    source = read(write("a.txt", f"The board meets in May.\n\n{endless}\n"))
    assert [block.text for block in source.blocks] == ["The board meets in May."]
    (note,) = source.notes
    assert note.startswith("block 2: has 59,999 characters without a break, more than the 20,000")
    with pytest.raises(InputError, match=r"b\.txt: block 1: has 59,999"):
        read(write("b.txt", endless))


def test_a_huge_file_is_refused_at_once() -> None:
    file = write("huge.txt", "board")
    os.truncate(file, 200_000_000)
    with pytest.raises(InputError, match="has 200,000,000 bytes"):
        read(file)


def test_a_missing_file_and_a_folder_are_refused() -> None:
    Path("folder.md").mkdir()
    for path, reason in (("gone.md", "no such file"), ("folder.md", "is a directory")):
        with pytest.raises(InputError, match=reason):
            read(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused() -> None:
    file = write("secret.md", "The board leads.")
    file.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        read(file)
