"""Archives: office files are zip files; each is counted while it unpacks, before it is trusted."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ..errors import InputError
from .limits import Limits

_CHUNK = 1 << 20
# Small parts of one repeated letter are no bombs.
_SMALL = 10_000_000
_HEADER, _LENGTHS = 30, slice(26, 30)
_AGAIN = "save or fetch it again"
DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)
"""What a part of an archive raises that cannot be unpacked."""
_XML = (".xml", ".rels", ".vml")
_DTD = b"<!DOCTYPE"


def open_archive(data: bytes, where: str, limits: Limits) -> ZipFile:
    """Return a zip file that holds what it says it holds.

    Its parts are unpacked once, in pieces, and counted: sizes that it declares may lie. A part in
    XML may declare no document type, behind which entities hide.

    Raises
    ------
    InputError
        If it is damaged or locked, unpacks beyond the limits, or declares a document type.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise InputError("is damaged or cut short", where=where, remedy=_AGAIN) from error
    total = 0
    for part in archive.infolist():
        for size in _sizes(part, data, where):
            total += size
            large = total > _SMALL and total > limits.ratio * len(data)
            if large or total > limits.unpacked:
                raise InputError(
                    f"unpacks to more than {total:,} bytes, from {len(data):,}",
                    where=where,
                    remedy="save it anew, or raise limit_unpacked and limit_ratio",
                )
    return archive


def read_part(archive: ZipFile, name: str, where: str) -> bytes:
    """Return a part of an archive.

    Raises
    ------
    InputError
        If it is not there, or damaged.
    """
    try:
        return archive.read(name)
    except KeyError as error:
        raise InputError(f"lacks its part {name}", where=where, remedy=_AGAIN) from error
    except DAMAGED as error:
        raise InputError(f"is damaged in its part {name}", where=where, remedy=_AGAIN) from error


def _sizes(part: ZipInfo, data: bytes, where: str) -> Iterator[int]:
    """Yield the sizes of the pieces that a part unpacks to."""
    if part.flag_bits & 1:
        raise InputError("is protected by a password", where=where, remedy="save it without one")
    size, sum_, tail = 0, 0, b""
    try:
        for piece in _pieces(part, data):
            size, sum_ = size + len(piece), zlib.crc32(piece, sum_)
            yield len(piece)
            if part.filename.lower().endswith(_XML):
                # Text in UTF-16 has a NUL in every letter.
                tail = tail[-len(_DTD) :] + piece.replace(b"\0", b"")
                if _DTD in tail:
                    raise InputError(
                        "declares a document type, behind which entities hide",
                        where=f"{where}, {part.filename}",
                        remedy="save it anew",
                    )
    except zlib.error as error:
        remedy = _AGAIN
        raise InputError(
            f"is damaged in its part {part.filename}", where=where, remedy=remedy
        ) from error
    if (size, sum_) != (part.file_size, part.CRC):
        raise InputError(
            f"is damaged or forged: {part.filename} is not what it declares",
            where=where,
            remedy=_AGAIN,
        )


def _pieces(part: ZipInfo, data: bytes) -> Iterator[bytes]:
    start = part.header_offset + _HEADER
    names = data[part.header_offset :][_LENGTHS]
    start += int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == ZIP_STORED:
        yield bytes(packed)
        return
    if part.compress_type != ZIP_DEFLATED:
        raise zlib.error("another compression")
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    while piece := unpacking.decompress(rest, _CHUNK):
        yield piece
        rest = unpacking.unconsumed_tail
    if not unpacking.eof:
        raise zlib.error("cut short")
