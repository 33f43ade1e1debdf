"""Bombs: streams of a PDF that unpack beyond the limits, found before pdfium unpacks them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from ...errors import InputError
from ..limits import Limits

_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
_IN, _OUT = 1 << 16, 1 << 20
_ZLIB_HEADERS = (b"\x78", b"\x58", b"\x48", b"\x68")


def check_streams(data: bytes, where: str, limits: Limits) -> None:
    """Unpack each stream in pieces, and a stream in that stream too, and count.

    pdfium itself has no bound: a file of 400 kB can take it 800 MB.

    Raises
    ------
    InputError
        If one unpacks to more than the limits allow.
    """
    for match in _STREAM.finditer(data):
        once = _inflate(_slices(data, match.end()))
        first = next(once, b"")
        exceeds = _exceeds(once, limits.unpacked)
        if not exceeds and first.startswith(_ZLIB_HEADERS):
            exceeds = _exceeds(_inflate(_inflate(_slices(data, match.end()))), limits.unpacked)
        if exceeds:
            raise InputError(
                f"holds a stream that unpacks to more than {limits.unpacked:,} bytes",
                where=where,
                remedy="save it anew, or raise limit_unpacked",
            )


def _slices(data: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _IN):
        yield data[at : at + _IN]


def _inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what packed pieces unpack to, as far as they are sound."""
    unpacking = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and (unpacked := unpacking.decompress(rest, _OUT)):
                yield unpacked
                rest = unpacking.unconsumed_tail
            if unpacking.eof:
                return
    except zlib.error:
        return


def _exceeds(pieces: Iterable[bytes], limit: int) -> bool:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            return True
    return False
