"""Brackets: what stands in them beside a name, where one is the initials of the other."""

from __future__ import annotations

import re

from ...graph import fold
from .spelling import spell

_BRACKET = re.compile(r"\s*\(([^()]{2,120})\)\s*")


def unfold(name: str) -> list[str]:
    """Return a name without its brackets, and what else it is called by them.

    >>> unfold("Communauté urbaine d'Arras (CUA)")
    ["Communauté urbaine d'Arras", 'CUA']
    >>> unfold("DRAC (Direction régionale des affaires culturelles) de Normandie")
    ['DRAC (Direction régionale des affaires culturelles) de Normandie']
    >>> unfold("direction régionale des affaires culturelles (DRAC) de Normandie")
    ['direction régionale des affaires culturelles de Normandie']
    """
    found = _BRACKET.search(name) if "(" in name else None
    if found is None:
        return [name]
    before, inside, after = name[: found.start()], found[1], name[found.end() :]
    if is_initials(inside, before) or _shortens(inside, before):
        # "DRAC" in the middle is not what the whole is called.
        return [f"{before} {after}"] if after else [before, inside]
    if not after and is_initials(before, inside):
        return [inside, before]
    return [name]


def _shortens(short: str, name: str) -> bool:
    """Tell whether a name begins with the initials of another, and ends as it does.

    >>> _shortens("CHU de Nantes", "Centre hospitalier universitaire de Nantes")
    True
    """
    first, *rest = spell(short) or ("",)
    own = spell(name)
    begins, ends = own[: -len(rest)], own[-len(rest) :]
    return (
        bool(rest) and bool(begins) and list(ends) == rest and is_initials(first, " ".join(begins))
    )


def is_initials(short: str, name: str) -> bool:
    """Tell whether a short name is made of the first letters of all words that matter.

    >>> is_initials("CUA", "Communauté urbaine d'Arras"), is_initials("41", "mairie de Blois")
    (True, False)
    """
    letters = "".join(c for c in fold(short) if c.isalpha())
    firsts = [word[0] for word in spell(name)]
    if " " in short or len(letters) < 2 or not firsts or letters[0] != firsts[0]:
        return False
    left = iter(firsts)
    return all(letter in left for letter in letters) and len(letters) >= len(firsts) / 2
