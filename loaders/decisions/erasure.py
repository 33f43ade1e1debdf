"""Erasure: a person who may not come back, known by what does not hold the name.

A name is kept as its HMAC-SHA256 with a salt of its own (RFC 2104), so that the name is known when
it is read again, and cannot be read in the file. Whoever has the file and a list of names can
still test them: this is a pseudonym, not anonymity (recital 26 of the GDPR).
"""

from __future__ import annotations

import hmac
import itertools
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph import BLOCK, strip_accents
from ..resolution import is_title

_TOKEN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s.,'’-]{0,3}")
_LONGEST = 6  # words of a name
_SIZE = 32


@dataclass(frozen=True, slots=True)
class Erasure:
    """The names of a person, as digests.

    Attributes
    ----------
    salt : str
        What is put before each name, as hexadecimal digits.
    names, surnames : tuple of str
        Digests of the full names, and of the surnames, which alone may be anybody's.
    """

    salt: str
    names: tuple[str, ...]
    surnames: tuple[str, ...] = ()


def erasure_of(names: Iterable[str]) -> Erasure:
    """Return the erasure of a person with these names; posts among them do not count.

    Raises
    ------
    ValueError
        If none is the name of a person.
    """
    salt = secrets.token_hex(16)
    full: set[str] = set()
    surnames: set[str] = set()
    for name in names:
        written = _bare([found[0] for found in _TOKEN.finditer(name)])
        words = [_fold(word) for word in written]
        if not written or not name[:1].isupper() or len(words) > _LONGEST:
            continue
        shouted = [_fold(word) for word in written if word.isupper() and len(word) > 1]
        surnames.add(shouted[0] if len(shouted) == 1 < len(words) else words[-1])
        if len(words) > 1:
            full.update((" ".join(words), " ".join((words[-1], *words[:-1]))))
    if not full:
        full, surnames = surnames, set()
    if not full:
        raise ValueError("no name of a person")
    digests = (tuple(sorted(_digest(salt, word) for word in sort)) for sort in (full, surnames))
    return Erasure(salt, *digests)


class Erased:
    """Finds the names of persons who were erased.

    Parameters
    ----------
    erasures : iterable of Erasure
        As the file of decisions holds them.

    Examples
    --------
    >>> erased = Erased([erasure_of(["Ada Roy"])])
    >>> erased.hide("Ms Ada Roy chairs it. Roy left; Leroy and Bo Roy stay.")
    'Ms ███████ chairs it. ███ left; Leroy and Bo Roy stay.'
    >>> erased.names("Dr Ada ROY"), erased.names("Ada Roy-Nil"), bool(Erased([]))
    (True, False, False)
    """

    def __init__(self, erasures: Iterable[Erasure]) -> None:
        self._erasures = [(e.salt, frozenset(e.names), frozenset(e.surnames)) for e in erasures]
        self._known: dict[str, tuple[bool, bool]] = {}

    def __bool__(self) -> bool:
        """Tell whether anybody was erased."""
        return bool(self._erasures)

    def names(self, name: str) -> bool:
        """Tell whether this is the name of somebody who was erased."""
        words = _bare([found[0] for found in _TOKEN.finditer(name)])
        titled = len(words) == 1 and name.strip() != words[0]
        full, surname = self._look(" ".join(map(_fold, words)))
        return full or (surname and titled)

    def suspects(self, text: str) -> bool:
        """Tell whether a word of a text may be of such a name: one is in each of them."""
        return any(any(self._look(_fold(word))) for word in _TOKEN.findall(text))

    def hide(self, text: str, *, known: bool = False) -> str:
        """Return text with a block for each character of such a name.

        A surname alone is one where the text has a full name too, or it is `known` to mean it.
        """
        if not self:
            return text
        found = list(_TOKEN.finditer(text))
        spans = list(self._full(text, found))
        inside = {place for start, end in spans for place in range(start, end)}
        for place, token in enumerate(found):
            if place not in inside and self._look(_fold(token[0]))[1]:
                titled = place > 0 and is_title(_fold(found[place - 1][0]))
                if titled or ((known or inside) and not self._of_another(text, found, place)):
                    spans.append((place, place + 1))
        for start, end in sorted(spans, reverse=True):
            first, last = found[start].start(), found[end - 1].end()
            text = text[:first] + BLOCK * (last - first) + text[last:]
        return text

    def _full(self, text: str, found: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
        """Yield from which token to which a full name stands, the longest ones."""
        place = 0
        while place < len(found):
            end = next(
                (
                    end
                    for end in range(min(place + _LONGEST, len(found)), place, -1)
                    if self._look(" ".join(_fold(each[0]) for each in found[place:end]))[0]
                    and _joined(text, found[place:end])
                ),
                0,
            )
            if end:
                yield place, end
            place = end or place + 1

    def _of_another(self, text: str, found: list[re.Match[str]], place: int) -> bool:
        """Tell whether a surname stands in the name of somebody else: "Bo Roy"."""
        if not _joined(text, found[place : place + 1]):
            return True
        before = found[place - 1] if place else None
        if before is None or text[before.end() : found[place].start()].strip():
            return False
        return before[0][:1].isupper()

    def _look(self, words: str) -> tuple[bool, bool]:
        """Tell whether folded words are a full name, or a surname."""
        if words not in self._known:
            found = [(_digest(salt, words), *sets) for salt, *sets in self._erasures]
            full = any(digest in names for digest, names, _ in found)
            self._known[words] = full, any(digest in surnames for digest, _, surnames in found)
        return self._known[words]


def _joined(text: str, found: list[re.Match[str]]) -> bool:
    """Tell whether tokens stand together, and are no part of a longer name: "Ada Roy-Nil"."""
    pairs = itertools.pairwise(found)
    if not all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairs):
        return False
    start, end = found[0].start(), found[-1].end()
    hyphened = text[max(0, start - 2) : start], text[end : end + 2]
    return not any(
        len(each) == 2 and "-" in each and each.strip("-").isalpha() for each in hyphened
    )


def _bare(words: list[str]) -> list[str]:
    """Return the words of a name without the titles before it."""
    while len(words) > 1 and is_title(_fold(words[0])):
        words = words[1:]
    return words


def _fold(word: str) -> str:
    return strip_accents(strip_accents(word).casefold())


def _digest(salt: str, words: str) -> str:
    return hmac.new(bytes.fromhex(salt), words.encode(), "sha256").hexdigest()[:_SIZE]
