"""Sniffing: what the first bytes of a file say it is, whatever its name says."""

from __future__ import annotations

from ..errors import InputError
from .formats import FORMATS

_PDF, _NEAR_START = b"%PDF-", 1024
_ZIP, _OLE, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What a zip file holds tells which it is; an OpenDocument says so itself in its first part.
_PARTS = {
    b"word/document": ".docx",
    b"xl/workbook": ".xlsx",
    b"ppt/presentation": ".pptx",
    b"mimetypeapplication/vnd.oasis.opendocument.text": ".odt",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": ".ods",
}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OTHERS = {
    ".ole": ("is a file of Office 97", "save it in a format of today"),
    ".locked": ("is protected by a password", "save it without one"),
    ".zip": ("is a zip file", "unpack it and load what it holds"),
    ".png": ("is a picture", "recognise its text first (OCR)"),
    ".pptx": ("is a presentation", "save it as PDF"),
}
_SIGNED = (".pdf", ".rtf", *_PARTS.values())


def sniff(data: bytes) -> str:
    r"""Return the suffix that the content of a file asks for; empty if it may be any text.

    ``.ole`` is a file of the Office of before 2007, ``.locked`` one that a password protects,
    ``.zip`` any other zip file and ``.png`` any picture.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"{\\rtf1 ..."), sniff(b"The board leads.")
    ('.pdf', '.rtf', '')
    """
    if data[:_NEAR_START].lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(_PDF):
        return ".pdf"
    if data.startswith(_ZIP):
        return next((suffix for part, suffix in _PARTS.items() if part in data), ".zip")
    if data.startswith(_OLE):
        return ".locked" if _ENCRYPTED in data else ".ole"
    if data.startswith(_RTF):
        return ".rtf"
    return ".png" if data.startswith(_PICTURES) else ""


def check_name(data: bytes, suffix: str, where: str) -> None:
    """Check that a file is what its name says.

    Raises
    ------
    InputError
        If it is something else: a PDF called ``.docx``, a zip file, a picture.
    """
    found = sniff(data)
    if found == suffix or (not found and suffix not in _SIGNED):
        return
    if found in _OTHERS:
        what, remedy = _OTHERS[found]
        raise InputError(what, where=where, remedy=remedy)
    if suffix == ".pdf" and _PDF in data[:_NEAR_START]:
        return
    expected = FORMATS[suffix].name
    if found:
        what = f"is {FORMATS[found].name}, not {expected} as its name says"
        raise InputError(what, where=where, remedy=f"rename it to end in {found}")
    if data.strip():
        remedy = "save it anew, or rename it"
        raise InputError(f"is not {expected} as its name says", where=where, remedy=remedy)
    raise InputError("is empty", where=where, remedy="check that it was saved")
