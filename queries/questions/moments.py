"""Moments: the phase and the date that a question is limited to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...graph import Vocabulary
from ..phases import named_phases
from .masking import Masked
from .names import MARK
from .words import Words

_ISO = r"(?P<iso>\d{4}-\d{2}(?:-\d{2})?)"
_YEAR = r"(?:l'année |the year )?(?P<y>(?:19|20)\d\d)(?![\d-])"
_DAY = r"(?P<d>\d{1,2})(?:er|st|nd|rd|th)?"
_SLASH = r"(?P<sd>\d{1,2})/(?P<sm>\d{1,2})/(?P<sy>\d{4})"
_NEAR = 4  # words after a weak opener among which the phase is named
_ASKING = re.compile(r"\b(?:qui|qu[oe]i?|quel(?:le)?s?|who|whom|whose|what|which)\b", re.I)
# Openers that are also plain prepositions: the phase must be named right after them.
_PLAIN = frozenset("à en dès depuis at in from since under upon".split())


@dataclass(frozen=True, slots=True)
class Moment:
    """When a question is about.

    Attributes
    ----------
    asked : Masked
        The question without the words that say when.
    phase, at : str
        The phase in its own words, and the date in ISO 8601; empty if none is asked.
    """

    asked: Masked
    phase: str = ""
    at: str = ""


def when(asked: Masked, words: Words, vocabulary: Vocabulary) -> Moment:
    """Return the moment that a masked question speaks of, and the question without it."""
    moment = _take_phase(_take_date(Moment(asked), words), words, vocabulary)
    return replace(moment, asked=replace(moment.asked, text=_tidy(moment.asked.text)))


def _take_date(moment: Moment, words: Words) -> Moment:
    text = moment.asked.text
    for word in words.openers["today"]:
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)
        if found:
            return _without(moment, *found.span(), at=date.today().isoformat())
    for kind in ("since", "until", "after", "before", "at"):
        openers = "|".join(map(re.escape, words.openers[kind]))
        pattern = rf"(?<!\w)(?:{openers})(?:[ ']?(?:le |la |the |au )?)??\s*{_date(words)}(?!\w)"
        found = re.search(pattern, text, re.I)
        if found and (at := _shifted(_iso(found, words), kind)):
            return _without(moment, *found.span(), at=at)
    return moment


def _date(words: Words) -> str:
    month = f"(?P<m>{'|'.join(words.months)})"
    after = month.replace("?P<m>", "?P<m2>")
    dated = rf"(?:{_DAY} )?{month},? (?P<y1>\d{{4}})"
    american = rf"{after} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
    return f"(?:{dated}|{american}|{_ISO}|{_SLASH}|{_YEAR})"


def _iso(found: re.Match[str], words: Words) -> str:
    part = found.groupdict()
    if part["iso"]:
        return part["iso"]
    if part["sy"]:
        return f"{part['sy']}-{int(part['sm']):02}-{int(part['sd']):02}"
    if part["y"]:
        return part["y"]
    month = words.months.index((part["m"] or part["m2"]).casefold()) + 1
    day = part["d"] or part["d2"]
    return f"{part['y1'] or part['y2']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _shifted(iso: str, kind: str) -> str:
    """Return the date a question means: the first day after one, the last before it."""
    year, *rest = (int(part) for part in iso.split("-"))
    try:
        first = date(year, *([*rest, 1, 1][:2]))
        if kind == "before":
            return (first - timedelta(days=1)).isoformat()
        if kind == "after":
            return (_last(year, rest) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""
    return iso


def _last(year: int, rest: list[int]) -> date:
    if len(rest) == 2:
        return date(year, *rest)
    following = date(year + 1, 1, 1) if not rest or rest[0] == 12 else date(year, rest[0] + 1, 1)
    return following - timedelta(days=1)


def _take_phase(moment: Moment, words: Words, vocabulary: Vocabulary) -> Moment:
    text = moment.asked.text
    for start, opener in _openings(text, words):
        end = _end(text, start)
        said = text[start:end].strip(" ,?.!")
        if _is_phase(said, opener, moment.asked, words, vocabulary):
            return _without(moment, start, end, phase=moment.asked.unmask(said))
    return moment


def _openings(text: str, words: Words) -> Iterator[tuple[int, str]]:
    openers = sorted({*words.openers["phases"], *words.openers["spans"]}, key=len, reverse=True)
    choice = "|".join(
        re.escape(opener) + ("" if opener.endswith("'") else r"(?!\w)") for opener in openers
    )
    for found in re.finditer(rf"(?<!\w)(?:{choice})", text, re.I):
        yield found.start(), found[0].casefold()


def _end(text: str, start: int) -> int:
    """Return where what is opened ends: at a comma, before the word that asks, or last."""
    comma = text.find(",", start)
    asking = None if _ASKING.search(text[:start]) else _ASKING.search(text, start + 1)
    return min(place for place in (comma, asking.start() if asking else -1, len(text)) if place > 0)


def _is_phase(said: str, opener: str, asked: Masked, words: Words, vocabulary: Vocabulary) -> bool:
    rest = said[len(opener) :].strip()
    if not rest or said == asked.text.strip(" ,?.!"):
        return False
    if opener in _PLAIN:
        near = " ".join(said.split()[:_NEAR])
        named = bool(named_phases(near, vocabulary)) and MARK not in said
        return named and bool(named_phases(said, vocabulary))
    if named_phases(asked.unmask(said), vocabulary):
        return True
    return opener in words.openers["spans"] and not rest.startswith(MARK)


def _without(moment: Moment, start: int, end: int, **more: str) -> Moment:
    text = f"{moment.asked.text[:start]} {moment.asked.text[end:]}"
    return replace(moment, asked=replace(moment.asked, text=text), **more)


def _tidy(text: str) -> str:
    return " ".join(text.replace(",", " ").split())
