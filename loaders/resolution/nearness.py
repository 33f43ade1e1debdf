"""Nearness: how alike two names are, and in what they differ."""

from __future__ import annotations

from collections.abc import Sequence

# Words that make another stakeholder of a name.
_UNLIKE = frozenset(
    """adjoint associe assistant delegue departemental deputy ex former general grand haut haute
    honoraire interim junior local municipal national permanent petit regional senior sous sub
    suppleant territorial vice""".split()
)
_LONG = 5
_ALIKE = 80.0
_EXTRA = 2


def near(
    one: Sequence[str], other: Sequence[str], *, group: str, alike: bool = True
) -> tuple[float, str] | None:
    """Return how near two names are, from 0 to 100, and why; None if they are not.

    A number, or a word on each side that is not like any of the other side, tells them apart; and
    so does a word more where they are not of one kind (`alike`).

    >>> near(["department", "health"], ["health", "department"], group="thing")
    (95.0, 'the same words in another order')
    >>> near(["agence", "bois", "nord"], ["agence", "bois", "sud"], group="thing")
    """
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    shared = len(set(one) & set(other))
    if group == "person" and list(one) == list(other):
        return (90.0, "the same name, and nothing else in common") if len(one) > 1 else None
    if not mine and not theirs:
        return (95.0, "the same words in another order") if len(one) > 1 else None
    if any(c.isdigit() for word in (*mine, *theirs) for c in word):
        return None
    if group == "person":
        return _persons(one, other, mine, theirs)
    if mine and theirs:
        return _misspelt(mine, theirs) if shared or len(one) == len(other) == 1 else None
    extra = mine or theirs
    if alike and shared > 1 and len(extra) <= _EXTRA and not _UNLIKE.intersection(extra):
        return 60.0 + 5 * min(shared, 4), f"one also says: {' '.join(extra)}"
    return None


def _misspelt(mine: Sequence[str], theirs: Sequence[str]) -> tuple[float, str] | None:
    from rapidfuzz.fuzz import ratio

    if len(mine) != len(theirs):
        return None
    lowest = 100.0
    for word, like in zip(mine, theirs, strict=True):
        alike = ratio(word, like, score_cutoff=_ALIKE)
        if not alike or min(len(word), len(like)) < _LONG:
            return None
        lowest = min(lowest, alike)
    return lowest, f"spelt almost alike: {' '.join(mine)}, {' '.join(theirs)}"


def _persons(
    one: Sequence[str], other: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> tuple[float, str] | None:
    if one[-1] != other[-1] or len(one) < 2 or len(other) < 2:
        same = len(one) == len(other) and one[0] == other[0] and one[-1] != other[-1]
        return _misspelt(mine, theirs) if same and len(mine) == len(theirs) == 1 else None
    if one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
        return 75.0, f"{min(one[0], other[0], key=len).upper()}. may be an initial"
    return _misspelt(mine, theirs) if mine and theirs else None
