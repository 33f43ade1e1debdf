"""RTF: its paragraphs and table rows."""

from __future__ import annotations

from ..errors import InputError
from .blocks import BlockKind
from .formats import Parsed
from .writing import Writer


def parse(data: bytes, where: str) -> Parsed:
    """Read a Rich Text file.

    Raises
    ------
    InputError
        If it is damaged or says nothing.
    """
    from striprtf.striprtf import rtf_to_text

    if not data.rstrip(b"\0\r\n\t ").endswith(b"}"):
        raise InputError("is cut short", where=where, remedy="save or fetch it again")
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("latin-1"), encoding="cp1252", errors="replace"
        )
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
