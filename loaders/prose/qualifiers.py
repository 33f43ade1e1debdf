"""Qualifiers: the phase, dates, frequency and condition that a sentence puts on a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...graph import Qualifiers, load_vocabulary
from .lexicon import Lexicon
from .syntax import clause

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january",
            "février fevrier february",
            "mars march",
            "avril april",
            "mai may",
            "juin june",
            "juillet july",
            "août aout august",
            "septembre september",
            "octobre october",
            "novembre november",
            "décembre decembre december",
        ),
        start=1,
    )
    for name in names.split()
}
_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s+)?(?P<month>"
    + "|".join(_MONTHS)
    + r")\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)|(?P<only>(?:19|20)\d\d)",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:.]|\s(?:et|and)\s")


def qualify(sentence: Span, trigger: Token, lexicon: Lexicon, joint: tuple[str, ...]) -> Qualifiers:
    """Return what a sentence says beside the relation of one of its words."""
    text = sentence.text
    return Qualifiers(
        phase=_phase(text, lexicon),
        since=_date_after(sentence, trigger, lexicon.patterns["since"]),
        until=_date_after(sentence, trigger, lexicon.patterns["until"]),
        frequency=_frequency(sentence, trigger, lexicon.patterns["frequency"]),
        condition=_condition(text, lexicon),
        jointly_with=joint,
    )


def _frequency(sentence: Span, trigger: Token, pattern: re.Pattern[str]) -> str:
    for found in pattern.finditer(sentence.text):
        if _same_clause(sentence, found.start(), trigger):
            return found.group().strip()
    return ""


def _same_clause(sentence: Span, offset: int, trigger: Token) -> bool:
    """Tell whether what stands at an offset belongs to the clause of a word."""
    position = sentence.start_char + offset
    token = next((t for t in sentence if t.idx + len(t.text) > position), sentence[0])
    return clause(token).i in (clause(trigger).i, trigger.i)


def _phase(text: str, lexicon: Lexicon) -> str:
    """Return "une fois livré et en fonctionnement": an opener and the words of a phase."""
    for opener in lexicon.patterns["phase"].finditer(text):
        rest = text[opener.start() :]
        stop = re.search(r"[,;:.]", rest)
        words = rest[: stop.start() if stop else 60]
        if len(words.split()) <= 9 and load_vocabulary().phase(words):
            return words.strip()
    return ""


def _date_after(sentence: Span, trigger: Token, openers: re.Pattern[str]) -> str:
    text = sentence.text
    for opener in openers.finditer(text):
        found = _DATE.search(text, opener.end(), opener.end() + 30)
        if found and _same_clause(sentence, opener.start(), trigger):
            return _iso(found)
    return ""


def _iso(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    if found["only"]:
        return found["only"]
    month = f"{found['year']}-{_MONTHS[found['month'].lower()]:02d}"
    return f"{month}-{int(found['day']):02d}" if found["day"] else month


def _condition(text: str, lexicon: Lexicon) -> str:
    found = lexicon.patterns["condition"].search(text)
    if not found or (found.start() and text[found.start() - 1] not in " ,;:("):
        return ""
    rest = text[found.start() :]
    stop = _CLAUSE_END.search(rest)
    words = rest[: stop.start() if stop else len(rest)].strip()
    return words if 2 <= len(words.split()) <= 20 else ""
