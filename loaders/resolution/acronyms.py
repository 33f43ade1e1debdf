"""Acronyms: names in short, which say by themselves who is meant, or only what sort of thing."""

from __future__ import annotations

import re

from ...graph import fold
from .spelling import ARTICLES, split
from .words import words

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z]{1,7}")
_PACKAGE = re.compile(r"(?:wp|ws|lot|work package|workstream) ?\d+")
_TELLING = 4  # With fewer letters, two documents may well mean two; see docs/review.md.


def is_acronym(name: str) -> bool:
    """Tell whether a name is one word with several capitals.

    >>> [is_acronym(name) for name in ("APIJ", "the DfT", "Halle", "O.N.U.", "APIJ Nord")]
    [True, True, False, True, False]
    """
    written = [word for word in split(name) if word.lower() not in ARTICLES]
    return len(written) == 1 and _ACRONYM.fullmatch(written[0]) is not None


def is_local(name: str) -> bool:
    """Tell whether a name in short is borne by something in every project, house or territory.

    >>> [is_local(name) for name in ("PMO", "le CP", "the EU", "WP6", "APIJ", "CUA")]
    [True, True, False, True, False, False]
    """
    short = fold(name)
    if _PACKAGE.fullmatch(short):
        return True
    listed = short in words().local or short in words().territorial
    return is_acronym(name) and (listed or (len(short) == 2 and not _famous(short)))


def is_unclear(name: str) -> bool:
    """Tell whether a name in short may mean another in each document that does not explain it.

    >>> [is_unclear(name) for name in ("CUA", "PMO", "NHS", "APIJ", "Halle")]
    [True, True, False, False, False]
    """
    short = fold(name)
    return is_local(name) or (is_acronym(name) and len(short) < _TELLING and not _famous(short))


def _famous(short: str) -> bool:
    return short in words().famous or short in words().states
