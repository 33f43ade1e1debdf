"""Text for people: names, quotes and places, without what could disturb a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_BIDI = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE = re.compile(r"line (\d+)")
_MARKS = {"fr": ("« ", " »")}


def clean(text: str) -> str:
    r"""Return text on one line, without controls of terminals and of the direction of writing.

    >>> clean("The\n board\x1b[31m")
    'The board�[31m'
    """
    return _CONTROL.sub("\ufffd", " ".join(_BIDI.sub("", text).split()))


def quoted(quote: str, language: str = "") -> str:
    r"""Return a quote on one line in the marks of its language.

    >>> quoted("le ministère\nporte le projet", "fr")
    '« le ministère porte le projet »'
    """
    before, after = _MARKS.get(language, ("“", "”"))
    return f"{before}{clean(quote)}{after}"


def place(document: str, locator: str) -> str:
    """Return where a quote stands, as editors and terminals open it where there is a line.

    >>> place("charter.md", "line 12"), place("charter.pdf", "page 3")
    ('charter.md:12', 'charter.pdf, page 3')
    """
    line = _LINE.fullmatch(locator)
    return clean(f"{document}:{line[1]}" if line else f"{document}, {locator}".rstrip(", "))


def limits(statement: Mapping[str, Any]) -> str:
    """Return what limits a statement, in a few words.

    >>> limits({"phase": "once delivered", "since": "2024", "frequency": "twice a year"})
    'phase: once delivered · since 2024 · twice a year'
    """
    said = [
        f"{word} {statement[name]}"
        for name, word in (("phase", "phase:"), ("since", "since"), ("until", "until"))
        if statement.get(name)
    ]
    said += [
        str(statement[name]) for name in ("frequency", "condition", "reason") if statement.get(name)
    ]
    return clean(" · ".join(said))
