"""Text for people: names, quotes and places, without what could disturb a terminal or a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What is sound in a file, but an order to a terminal or to a reader of lines."""
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\t\r＝＋－＠]")
_BIDI = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE = re.compile(r"line (\d+)")
_MARKUP = re.compile(r"[\\|<>\[\]*`~]|(?<!\w)_|_(?!\w)")
_MARKS = {"fr": ("« ", " »")}


def clean(text: str) -> str:
    r"""Return text on one line, without controls of terminals and of the direction of writing.

    >>> clean("The\n board\x1b[31m")
    'The board�[31m'
    """
    return _CONTROL.sub("\ufffd", " ".join(_BIDI.sub("", text).split()))


def escape(text: str) -> str:
    r"""Return text on one line in which Markdown finds no markup.

    >>> escape("a | b\nCO_CHAIRS *x*")
    'a \\| b CO_CHAIRS \\*x\\*'
    """
    return _MARKUP.sub(r"\\\g<0>", clean(text))


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


def cell(value: object) -> object:
    """Return a value for a cell; a spreadsheet would run no text of it as a formula.

    >>> cell("=HYPERLINK(…)"), cell(["board", "panel"]), cell(-1)
    ("'=HYPERLINK(…)", 'board; panel', -1)
    """
    if isinstance(value, int | float):
        return value
    text = HIDDEN.sub("\ufffd", plain(value))
    return f"'{text}" if _FORMULA.match(text) else text


def plain(value: object) -> str:
    """Return a value as text: nothing for none, lists joined."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
