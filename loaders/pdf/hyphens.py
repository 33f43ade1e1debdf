"""Hyphens: a word broken at the end of a line is one word again where the document shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-\Z")
_REST = re.compile(r"[^\W\d_]+")
# No word is longer: in a line of one, each letter would be looked at from each before it.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document that stand whole on a line."""

    known: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Words:
        """Return the words of some lines, less those broken at their ends."""
        words: set[str] = set()
        for line in lines:
            found = _WORD.findall(line)
            broken = _broken(line)
            words.update(word.casefold() for word in (found[:-1] if broken else found))
        return cls(frozenset(words))

    def join(self, line: str, after: str) -> str:
        """Return two lines of one paragraph as one.

        >>> Words.of(["la prison pénitentiaire"]).join("le service péniten-", "tiaire suit")
        'le service pénitentiaire suit'
        >>> Words.of([]).join("la co-", "présidence")
        'la co-présidence'
        >>> Words.of([]).join("le comité", "de pilotage")
        'le comité de pilotage'
        """
        broken, rest = _broken(line), _REST.match(after)
        if not broken or not rest:
            return f"{line} {after}"
        if not rest[0][0].islower():
            # "Saint-" and "Laurent" belong together too, "le PC-" and "Le" do not.
            known = f"{broken[1]}-{rest[0]}".casefold() in self.known
            return f"{line}{after}" if known or broken[1][0].isupper() else f"{line} {after}"
        whole = (broken[1] + rest[0]).casefold()
        hyphened = f"{broken[1]}-{rest[0]}".casefold()
        sure = whole in self.known and hyphened not in self.known
        return f"{line[:-1]}{after}" if sure else f"{line}{after}"


def _broken(line: str) -> re.Match[str] | None:
    return _BROKEN.search(line, max(0, len(line) - _LONGEST)) if line.endswith("-") else None
