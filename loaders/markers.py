r"""Markers: what stands before an item, a clause or a question, as people type it.

A marker has a kind, so that "1°" and "2°" are seen as siblings and "-" below them as nested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Family(StrEnum):
    """What a marker makes of the text after it."""

    BULLET = "bullet"
    NUMBER = "number"
    CLAUSE = "clause"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the beginning of a line.

    Attributes
    ----------
    family : Family
        Bullet, number, clause label or question.
    kind : str
        The same for siblings: ``-``, ``1°``, ``a)``, ``article``.
    label : str
        What tells siblings apart: the number or letter, empty for a bullet.
    end : int
        Length of the marker with the blanks after it.
    """

    family: Family
    kind: str
    label: str
    end: int


_B, _N, _C = Family.BULLET, Family.NUMBER, Family.CLAUSE
_SIGN = r"[•·▪‣◦●○■□➢►✓*+]"
_LABEL = r"(?P<label>\d+\w*|[IVXLC]+|[A-Z]|premier|PREMIER)"
_AFTER = r"(?:\.\s*[-–—]\s*|\.\s+|\s+[-–—]\s+|\s*:\s+)"
_WORDS = {
    "article": r"art(?:icle)?s?\.?|§|sec(?:tion|t)?\.?|point|slide|diapo",
    "title": r"titre|title|chapitre|chapter|part(?:ie)?|annexe?",
}

# In order: the first that matches is the marker. Group "label" tells siblings apart.
_PATTERNS: list[tuple[Family, str, str]] = [
    (_B, "├", r"[│ ]*[├└][─ ]*"),
    (_B, "", rf"(?P<kind>{_SIGN}|[-–—>→])\s+"),
    (_B, "", r"(?P<kind>[•·▪‣◦●■➢►–-])(?=[^\W\d_])"),
    (_N, "1°", r"(?P<label>\d{1,3})\s?[°º]\)?\s*[-–—.]?\s*"),
    (_N, "1.", r"(?P<label>\d{1,2})\.\s+"),
    (_N, "1)", r"\(?(?P<label>\d{1,2})\)\s+"),
    (_N, "1 -", r"(?P<label>\d{1,2})\s[-–—]\s+"),
    (_C, "1.1", r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[^\W\d_a-z]|[«\"“'(])"),
    (_C, "B1", r"[A-Z](?P<label>\d{1,2})\.\s+(?=[^\W\d_a-z])"),
    (_N, "i", r"\((?P<label>[ivx]+)\)\s+"),
    (_N, "i", r"(?P<label>[ivx]{2,5}|i)[.)]\s+"),
    (_N, "I", r"(?P<label>[IVX]{2,5})[.)]\s+"),
    (_N, "I", r"(?P<label>[IVX]{1,5})\s[-–—]\s+"),
    (_N, "a", r"\(?(?P<label>[a-z])\)\s*(?=\S)"),
    (_N, "a", r"(?P<label>[a-z])\.\s+"),
    (_N, "A", r"\(?(?P<label>[A-Z])\)\s+"),
    (Family.QUESTION, "Q", r"Q(?P<label>\d*)\s?[.:)]\s+"),
    *((_C, kind, rf"(?i:{words})\s*{_LABEL}{_AFTER}") for kind, words in _WORDS.items()),
    (_C, "article", r"Art\.\s(?P<label>\d+)\s+(?=[^\W\d_a-z])"),
]
_COMPILED = [(family, kind, re.compile(pattern)) for family, kind, pattern in _PATTERNS]


def marker(text: str) -> Marker | None:
    """Return the marker that begins a line, if there is something after it.

    >>> marker("1° Dix représentants").kind, marker("-un maire").kind
    ('1°', '-')
    >>> marker("Art. 2. – Elle est présidée").family
    <Family.CLAUSE: 'clause'>
    >>> marker("A. Lenormand") is None, marker("16 février") is None
    (True, True)
    """
    for family, kind, pattern in _COMPILED:
        match = pattern.match(text)
        if match and match.end() < len(text):
            groups = match.groupdict()
            name = kind or groups.get("kind") or ""
            return Marker(family, name, groups.get("label") or "", match.end())
    return None


_ANSWER = re.compile(r"[AR]\d*\s?[.:)]\s+(?=\S)")


def answer(text: str) -> int:
    """Return the length of the mark of an answer; only after a question is it one.

    >>> answer("A. The Office of Public Works."), answer("The Office.")
    (3, 0)
    """
    match = _ANSWER.match(text)
    return match.end() if match else 0


def related(new: Marker, last: Marker | None) -> Marker:
    """Settle whether i, v and x are numbers or letters by the sibling before.

    >>> related(marker("v. the chair"), marker("iv. the board")).kind
    'i'
    """
    if last is None or {new.kind, last.kind} != {"a", "i"}:
        return new
    follows = (
        len(last.label) == 1 and last.label.isalpha() and new.label == chr(ord(last.label) + 1)
    )
    if new.kind == "a" and new.label in "ivx" and not (last.kind == "a" and follows):
        return replace(new, kind="i")
    if new.kind == "i" and last.kind == "a" and follows:
        return replace(new, kind="a")
    return new
