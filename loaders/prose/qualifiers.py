"""Qualifiers: the phase, dates, frequency and condition that a sentence puts on a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says beside its relations, worked out once for all of them.

    Of what holds for one clause, the number of its verb comes first.
    """

    phase: str
    condition: str
    since: tuple[tuple[int, str], ...]
    until: tuple[tuple[int, str], ...]
    frequency: tuple[tuple[int, str], ...]


def qualify(sentence: Span, trigger: Token, lexicon: Lexicon, joint: tuple[str, ...]) -> Qualifiers:
    """Return what a sentence says beside the relation of one of its words."""
    known = sentence.doc.user_data
    key = f"qualifiers {sentence.start} {sentence.end}"
    if key not in known:
        known[key] = _read(sentence, lexicon)
    said: _Said = known[key]
    clauses = (clause(trigger).i, trigger.i)

    def first(found: tuple[tuple[int, str], ...]) -> str:
        return next((words for number, words in found if number in clauses), "")

    return Qualifiers(
        phase=said.phase,
        since=first(said.since),
        until=first(said.until),
        frequency=first(said.frequency),
        condition=said.condition,
        jointly_with=joint,
    )


def _read(sentence: Span, lexicon: Lexicon) -> _Said:
    text, patterns = sentence.text, lexicon.patterns
    often = patterns["frequency"].finditer(text)
    return _Said(
        phase=_phase(text, lexicon),
        condition=_condition(text, lexicon),
        since=_dates(sentence, text, patterns["since"]),
        until=_dates(sentence, text, patterns["until"]),
        frequency=tuple((_clause(sentence, f.start()), f.group().strip()) for f in often),
    )


def _clause(sentence: Span, offset: int) -> int:
    """Return the number of the verb of the clause of what stands at an offset."""
    position = sentence.start_char + offset
    token = next((t for t in sentence if t.idx + len(t.text) > position), sentence[0])
    return clause(token).i


def _phase(text: str, lexicon: Lexicon) -> str:
    """Return "une fois livré et en fonctionnement": an opener and the words of a phase."""
    for opener in lexicon.patterns["phase"].finditer(text):
        rest = text[opener.start() :]
        stop = re.search(r"[,;:.]", rest)
        words = rest[: stop.start() if stop else 60]
        if len(words.split()) <= 9 and load_vocabulary().phase(words):
            return words.strip()
    return ""


def _dates(sentence: Span, text: str, openers: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    found = ((o, _DATE.search(text, o.end(), o.end() + 30)) for o in openers.finditer(text))
    return tuple((_clause(sentence, o.start()), _iso(date)) for o, date in found if date)


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
