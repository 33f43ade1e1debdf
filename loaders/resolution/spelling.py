"""Spelling: names as words that can be compared, whatever their case, accents and articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...graph import fold
from .words import words

_DOTTED = re.compile(r"\b(?:\w\.[ \u00a0]?){2,}")
_APART = re.compile(r"\b([A-Z]) (?=\d)")
_OWNED = re.compile(r"(?<=\w)['’](?=s\b)|(?<=s)['’](?=\W|$)", re.IGNORECASE)
_PREFIXED = re.compile(r"\b(co|sub)-(?=[a-z])", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
ARTICLES = frozenset("le la les l un une des du de d the a an of".split())
_LINKS = frozenset(["et", "and"])
_PLURALS = frozenset(["des", "les", "aux"])
_OF = frozenset(["of", "for"])
_SHORTEST = 4
_RECENT = 200_000  # A hundred thousand names are asked for by one step after the other.


@lru_cache(_RECENT)
def split(name: str) -> tuple[str, ...]:
    """Return the words of a name as written.

    Dotted letters are one word, and so are a word and its ending or prefix.

    >>> split("S.A. King's Co-operative")
    ('SA', 'Kings', 'Cooperative')
    """
    joined = _DOTTED.sub(lambda m: re.sub(r"[. \u00a0]", "", m[0]) + " ", name)
    joined = _PREFIXED.sub(r"\1", _OWNED.sub("", joined))
    return tuple(_WORD.findall(_APART.sub(r"\1", joined)))


@lru_cache(_RECENT)
def spell(name: str, *, singular: bool = False) -> tuple[str, ...]:
    """Return the words of a name folded, each in its one spelling, without articles.

    Parameters
    ----------
    name : str
        As a document writes it.
    singular : bool
        Put what follows "des", "of" and their like in the singular: "agence des eaux" is "agence
        de l'eau". The first word never is: "les communes" are not "la commune".

    Examples
    --------
    >>> spell("l'Hôpital St-Louis"), spell("Université Paris I")
    (('hopital', 'saint', 'louis'), ('universite', 'paris', '1'))
    >>> spell("Agence des eaux", singular=True)
    ('agence', 'eau')
    """
    written = split(name)
    kept: list[str] = []
    for place, raw in enumerate(written):
        word = _one(raw, first=place == 0)
        if word not in _LINKS and (word not in ARTICLES or _is_letter(written, place, name)):
            plural = singular and kept and _is_plural(written[:place])
            kept.append(_singular(word, french=written[place - 1].lower() in _PLURALS) if plural
                        else word)  # fmt: skip
    return tuple(kept or fold(name).split())


def _one(raw: str, *, first: bool) -> str:
    if not first and _ROMAN.fullmatch(raw):
        return str(_number(raw))
    folded = fold(raw)
    return words().same.get(folded, folded)


def _is_letter(written: Sequence[str], place: int, name: str) -> bool:
    """Tell whether what could be an article is a letter that counts: "Plan A", "Lot A phase 2"."""
    raw, last = written[place], place == len(written) - 1
    return (place > 0 and len(raw) == 1 and raw.isupper() and (last or raw == "A")) and (
        last or not name.isupper()
    )


def _is_plural(before: Sequence[str]) -> bool:
    return before[-1].lower() in _PLURALS or any(word.lower() in _OF for word in before)


def _singular(word: str, *, french: bool) -> str:
    """Return a word in the singular, or as it is.

    >>> [_singular(word, french=True) for word in ("eaux", "locaux", "sports", "bois")]
    ['eau', 'local', 'sport', 'bois']
    """
    if len(word) < _SHORTEST or word in ("bois", "pays", "temps", "corps", "cours", "news"):
        return word
    if word.endswith(("eaux", "eux")):
        return word[:-1]
    if french and word.endswith("aux"):
        return word[:-2] + "l"
    if not french and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _number(roman: str) -> int:
    """Return the value of a number of up to 39.

    >>> _number("XIV"), _number("II")
    (14, 2)
    """
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
