"""Text as a page can show it: without characters that hide, reverse or break other text."""

from __future__ import annotations

import re
import textwrap

_BIDI = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BROKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_WIDTH = 24
_LINES = 3


def clean(text: str) -> str:
    r"""Return text without bidirectional controls; what is no character becomes U+FFFD.

    >>> clean("Bo\u202eard\x00")
    'Board�'
    """
    return _BROKEN.sub("\ufffd", _BIDI.sub("", text))


def wrap(name: str) -> list[str]:
    """Return a name as the lines of its label: at most three, about 24 letters each.

    >>> wrap("direction interrégionale des services pénitentiaires de Lille")
    ['direction interrégionale', 'des services', 'pénitentiaires de Lille']
    """
    return textwrap.wrap(name, _WIDTH, max_lines=_LINES, placeholder=" …") or [""]
