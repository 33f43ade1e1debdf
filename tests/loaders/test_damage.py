"""Whatever happens to a file, it is read or refused in one line: nothing else is ever raised."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from making import MAKERS, Piece, pdf
from test_tabular import RACI, csv, ods, xlsx

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders import BlockKind
from stakeholder_graph.loaders.formats import FORMATS, Parsed
from stakeholder_graph.loaders.reading import File, understand
from stakeholder_graph.loaders.sniffing import check_name

PARTS: Sequence[Piece] = [
    Piece(BlockKind.HEADING, "Charter of the board", 1),
    Piece(BlockKind.PARAGRAPH, "The harbour board oversees the ferry service. " * 3),
    Piece(BlockKind.ITEM, "the mayor"),
]
SOUND = {
    **{suffix: make(PARTS) for suffix, make in MAKERS.items()},
    ".xlsx": xlsx(RACI),
    ".ods": ods(RACI),
    ".csv": csv(RACI),
}
PACKED = (".docx", ".odt", ".xlsx", ".ods")
ROUNDS = 40


def hurt(data: bytes, chance: random.Random) -> bytes:
    """Change, drop, add or repeat some bytes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(made) or 1)
        kind = chance.randrange(4)
        if kind == 0 and made:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randint(1, 30)]
        elif kind == 2:
            made[at:at] = chance.randbytes(5)
        else:
            made[at:at] = made[-at:][:80]
    return bytes(made)


def hurt_inside(data: bytes, chance: random.Random) -> bytes:
    """Do the same to one part of an archive, which stays sound itself."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, hurt(part, chance) if name == hit else part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def parse(data: bytes, suffix: str) -> Parsed:
    ending = suffix[suffix.rindex(".") :]
    check_name(data, ending, "a")
    return FORMATS[ending].parse(data, "a")


@pytest.mark.parametrize("suffix", SOUND)
def test_a_damaged_file_is_read_or_refused(suffix: str) -> None:
    assert parse(SOUND[suffix], suffix).blocks
    for seed in range(ROUNDS):
        chance = random.Random(seed)  # noqa: S311  (the same every time)
        inside = suffix in PACKED and seed % 4
        data = (hurt_inside if inside else hurt)(SOUND[suffix], chance)
        with suppress(InputError):
            for block in parse(data, suffix).blocks:
                assert len(block.text) == len(block.offsets)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".rtf", rb"{\rtf1\ansi The board \u2147483647? leads.\par}"),
        (".rtf", rb"{\rtf1\ansi The board \u9999999999999999999999999? leads.\par}"),
        (".md", b"---\ntitle: Board\n---\n"),
        (".md", b"[board]: https://example.org\n"),
    ],
)
def test_a_file_that_once_broke_its_reader_is_refused(suffix: str, data: bytes) -> None:
    with pytest.raises(InputError):
        understand(File(Path(f"a{suffix}"), data, "", "a", "/a"))


def test_a_page_of_one_long_word_is_read_in_no_time() -> None:
    data = pdf([Piece(BlockKind.PARAGRAPH, "harbour" * 4_000)])
    start = time.process_time()
    assert parse(data, ".pdf").blocks
    assert time.process_time() - start < 10  # once minutes


@pytest.mark.parametrize("run", ["![", "[", "*a ", "`a", "<a", "a-"])
def test_a_paragraph_of_markup_is_read_in_no_time(run: str) -> None:
    start = time.process_time()
    parse(run.encode() * 40_000, ".md")
    assert time.process_time() - start < 5  # once it grew with the square of the length


@pytest.mark.parametrize(
    "run", [rb"{\f0 a}", rb"\f0 ", rb"\f0\fcharset0 ", rb'{\field{\*\fldinst{HYPERLINK "a']
)
def test_rich_text_of_fonts_and_fields_is_read_in_no_time(run: bytes) -> None:
    start = time.process_time()
    with suppress(InputError):
        parse(rb"{\rtf1{\fonttbl" + run * 20_000 + rb"}The board leads.\par}", ".rtf")
    assert time.process_time() - start < 5  # once it grew with the square of the length


@pytest.mark.parametrize("suffix", [".pdf", *PACKED, ".rtf"])
def test_a_file_cut_short_is_refused(suffix: str) -> None:
    data = SOUND[suffix]
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(InputError):
            parse(data[: int(len(data) * part)], suffix)
