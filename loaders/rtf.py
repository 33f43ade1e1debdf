"""RTF: its paragraphs and table rows."""

from __future__ import annotations

import re

from ..errors import InputError
from .blocks import BlockKind
from .formats import Parsed
from .writing import Writer

# The library looks for the end of each font and field to the end of its line, in files of one line
# again and again. Line breaks mean nothing in RTF, so each gets a line of its own.
_STARTS = re.compile(r"(?<!\\)(?=\{\s*\\field\b|\\f\d)")
_MOST_FONTS = 1_000


def parse(data: bytes, where: str) -> Parsed:
    """Read a Rich Text file.

    Raises
    ------
    InputError
        If it is damaged or says nothing.
    """
    from striprtf.striprtf import remove_pict_groups, rtf_to_text

    if not data.rstrip(b"\0\r\n\t ").endswith(b"}"):
        raise InputError("is cut short", where=where, remedy="save or fetch it again")
    if data.count(b"\\fcharset") > _MOST_FONTS:
        what = f"has more than {_MOST_FONTS:,} fonts"
        raise InputError(what, where=where, remedy="save it anew")
    try:
        plain: str = remove_pict_groups(data.decode("latin-1"))  # type: ignore[no-untyped-call]
        # Where links lead is not said to anybody.
        parted = _STARTS.sub("\n", plain.replace('HYPERLINK "', '"'))
        text: str = rtf_to_text(parted, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError, LookupError) as error:
        raise InputError(
            f"is no sound Rich Text file ({error})", where=where, remedy="save it anew"
        ) from error
    writer = Writer()
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 1:
            writer.row(cells[:-1] if not cells[-1] else cells)
        elif cells[0]:
            writer.block(BlockKind.PARAGRAPH, cells[0])
    if not writer.blocks:
        raise InputError("holds no text", where=where, remedy="check that it was saved")
    return writer.parsed()
