"""Phases: whether a statement limited to a phase answers for the phase asked for.

Documents name phases in their own words: "une fois livré", "pendant les travaux", "until
handover". The vocabulary says which words name the same phase; here their prepositions are read
as well, for "before delivery" is not delivery.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from ..graph import Vocabulary, fold, strip_accents

_BEFORE = frozenset("avant jusque jusqu before until till prior amont".split())
_AFTER = frozenset("apres issue lendemain after following".split())
_TO = frozenset("a au aux to".split())
_EXCEPT = frozenset("hors sauf except excluding outside".split())
_LINKS = frozenset("et and puis then ou or".split()) | _BEFORE | _AFTER | _TO
_DONE = frozenset(
    "acheve achevee acheves achevees termine terminee termines terminees fini finie finis finies"
    " achevement fin complete completed completion finished end".split()
)
_WHOLE = re.compile(
    r"\b(throughout|tout au long|toute la duree"
    r"|(toutes?|all|every|each|chaque|ensemble)( les| des| the)? (phase|etape|stage)s?)\b"
)
# Names of the event a phase begins with: "after delivery" is in it, "after works" is past them.
_EVENTS = frozenset(
    "livre|livree|livraison|mise en service|ouverture|ouvert|delivered|once delivered|opened"
    "|go live|handover|after handover".split("|")
)
_REACH = 6  # words around the name of a phase that may say "before", "after" or "end of"

Phases = tuple[tuple[str, tuple[str, ...]], ...]  # of a vocabulary: each with its words


def answers(asked: str, stated: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a statement answers for a phase.

    One without a phase answers for any, and any answers when no phase is asked. Otherwise both
    must name a phase in common by the vocabulary; words it does not know must stand in each other.

    >>> from stakeholder_graph.graph import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> answers("en service", "une fois livré et en fonctionnement", vocabulary)
    True
    >>> answers("operation", "avant la mise en service", vocabulary)
    False
    >>> answers("saison", "pendant la saison des fêtes", vocabulary)
    True
    """
    if not fold(asked) or not fold(stated) or fold(asked) == fold(stated):
        return True
    if _numbers(asked) and _numbers(stated) and not _numbers(asked) & _numbers(stated):
        return False
    wanted, given = named_phases(asked, vocabulary), named_phases(stated, vocabulary)
    if wanted and given:
        return bool(wanted & given)
    return _stands_in(fold(asked), fold(stated))


def order(stated: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return the key that sorts phases: none first, then as the vocabulary lists them."""
    if not stated:
        return -1, ""
    known = list(vocabulary.phases)
    places = [known.index(phase) for phase in named_phases(stated, vocabulary)]
    return min(places, default=len(known)), fold(stated)


def named_phases(words: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the phases that words name, none if the vocabulary does not know the words.

    >>> from stakeholder_graph.graph import load_vocabulary
    >>> sorted(named_phases("until handover", load_vocabulary()))
    ['construction', 'design']
    >>> sorted(named_phases("à l'issue du chantier", load_vocabulary()))
    ['closure', 'operation']
    """
    return _read(words, tuple(vocabulary.phases.items()))


@lru_cache(maxsize=16_384)
def _read(words: str, phases: Phases) -> frozenset[str]:
    known = [phase for phase, _ in phases]
    tokens = _tokens(words)
    found = list(_find(tokens, phases))
    if not found and _WHOLE.search(" ".join(tokens)):
        return frozenset(known)
    places: set[int] = set()
    stop, last = 0, 0
    for one, following in zip_longest(found, found[1:]):
        before_next = tokens[one.end : following.start if following else None]
        if following and following.event and not one.event and not _LINKS & set(before_next):
            continue  # "once the building is delivered" is about the delivery
        around = set(tokens[max(stop, one.start - _REACH) : one.start])
        done = bool((around | set(before_next[:_REACH])) & _DONE)
        first = last if stop and around & _TO else 0
        places |= set(range(len(known))[_span(one, first, around, done=done, further=stop > 0)])
        if around & _EXCEPT:
            places = set(range(len(known))) - places
        stop, last = one.end, one.place
    return frozenset(known[place] for place in places)


class _Name(NamedTuple):
    """Words that name a phase: from where to where, which one in order, and if by its start."""

    start: int
    end: int
    place: int
    event: bool


def _span(name: _Name, first: int, around: set[str], *, done: bool, further: bool) -> slice:
    """Return which phases, in order, a name means with the words around it."""
    here, next_ = name.place, name.place + 1
    if around & _BEFORE:
        return slice(first, next_ if done else here)
    if further and around & _TO:
        return slice(first, here if name.event else next_)
    if around & _AFTER or done:
        return slice(here if name.event else next_, None)
    return slice(here, next_)


def _find(tokens: list[str], phases: Phases) -> Iterator[_Name]:
    """Yield the names of phases in words, the longest at each place."""
    names = _names(phases)
    start = 0
    while start < len(tokens):
        for name, place in names:
            end = start + len(name)
            if tokens[start:end] == name:
                yield _Name(start, end, place, " ".join(name) in _EVENTS)
                start = end - 1
                break
        start += 1


@lru_cache(maxsize=64)
def _names(phases: Phases) -> list[tuple[list[str], int]]:
    pairs = [
        (_tokens(name), place)
        for place, (phase, names) in enumerate(phases)
        for name in (phase, *names)
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", strip_accents(text.casefold()))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def _stands_in(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    bounds = set(long.split()) - set(short.split())
    return f" {short} " in f" {long} " and not bounds & (_BEFORE | _AFTER | _DONE)
