"""Bytes to text: UTF-8 first, and a careful guess for what is not."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError

# What French and English offices write. An unrestricted guess takes short French sentences in
# cp1252 for cp1250 and turns "à" into "ŕ" without a word.
_ENCODINGS = ["utf_8", "cp1252", "latin_1", "utf_16"]
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_TOLERATED = 0.01


def decode(data: bytes, where: str, declared: str = "") -> str:
    r"""Return the text of a file, with ``\n`` for every line break.

    Parameters
    ----------
    data : bytes
        The whole file.
    where : str
        Its path, for messages.
    declared : str, optional
        The encoding the file itself names. It is tried after UTF-8.

    Returns
    -------
    str
        Code points as decoded, nothing normalised but line breaks, no byte order mark.

    Raises
    ------
    InputError
        If the file is empty or is no text.

    Examples
    --------
    >>> decode("Préfet\r\nde région".encode("cp1252"), "a.txt")
    'Préfet\nde région'
    """
    text = _decode(data, declared)
    if text is None or _is_binary(text):
        raise InputError(
            "is not text", where=where, remedy="give it as text, Markdown or HTML, in UTF-8"
        )
    if not text.strip():
        raise InputError("is empty", where=where, remedy="check that it was saved")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str) -> str | None:
    if not data.startswith(_WIDE):
        text = _strict(data, "utf-8-sig")
        if text is not None:
            return text
        if b"\0" in data:
            return None
    return (_strict(data, declared) if declared else None) or _guess(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    return str(best) if best else None


def _is_binary(text: str) -> bool:
    controls = len(_CONTROLS.findall(text))
    return "\0" in text or controls > _TOLERATED * len(text)
