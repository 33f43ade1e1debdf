"""Matching: which stakeholders of two stores are the same.

By identifier first, then by the name shown, by any other name, last by id; each time only where
a key stands for one stakeholder on either side. Names are compared folded. Neither side comes
before the other, so swapping them matches the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from ...graph import Kind, Stakeholder, fold

Keys = Callable[[Stakeholder], Iterable[str]]

# A person or a role is never taken for an organisation, body, project or place.
_APART = frozenset({Kind.PERSON, Kind.ROLE})


def match(before: Sequence[Stakeholder], after: Sequence[Stakeholder]) -> dict[str, str]:
    """Return the id after of each id before that has one.

    Complexity: linear in the number of names.
    """
    matched: dict[str, str] = {}
    for keys in (_identifiers, _shown, _names, _ids):
        taken = set(matched.values())
        left = [each for each in before if each.id not in matched]
        right = [each for each in after if each.id not in taken]
        matched |= _pair(left, right, keys)
    return matched


def _pair(left: Sequence[Stakeholder], right: Sequence[Stakeholder], keys: Keys) -> dict[str, str]:
    """Pair stakeholders by keys that stand for one on either side."""
    ours, theirs = _unique(left, keys), _unique(right, keys)
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(set(ours) & set(theirs)):
        a, b = ours[key], theirs[key]
        if a.id not in pairs and b.id not in taken and _may_be_one(a, b):
            pairs[a.id] = b.id
            taken.add(b.id)
    return pairs


def _unique(stakeholders: Iterable[Stakeholder], keys: Keys) -> dict[str, Stakeholder]:
    bearing: defaultdict[str, list[Stakeholder]] = defaultdict(list)
    for stakeholder in stakeholders:
        for key in set(keys(stakeholder)):
            bearing[key].append(stakeholder)
    return {key: found[0] for key, found in bearing.items() if len(found) == 1 and key}


def _may_be_one(a: Stakeholder, b: Stakeholder) -> bool:
    """Tell whether neither kinds nor identifiers of one scheme speak against it."""
    if (a.kind in _APART or b.kind in _APART) and a.kind is not b.kind:
        return False
    ours, theirs = _by_scheme(a), _by_scheme(b)
    return all(ours[scheme] & theirs[scheme] for scheme in set(ours) & set(theirs))


def _by_scheme(stakeholder: Stakeholder) -> dict[str, set[str]]:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for identifier in stakeholder.identifiers:
        values[identifier.partition(":")[0]].add(identifier)
    return dict(values)


def _identifiers(stakeholder: Stakeholder) -> Iterable[str]:
    return stakeholder.identifiers


def _shown(stakeholder: Stakeholder) -> Iterable[str]:
    return [f"{stakeholder.kind in _APART} {fold(stakeholder.name)}"]


def _names(stakeholder: Stakeholder) -> Iterable[str]:
    names = (stakeholder.name, *stakeholder.aliases)
    return [f"{stakeholder.kind in _APART} {key}" for name in names if (key := fold(name))]


def _ids(stakeholder: Stakeholder) -> Iterable[str]:
    """Return the id with each name: an id alone is made of a name that others may have, too."""
    names = (stakeholder.name, *stakeholder.aliases)
    return [f"{stakeholder.id} {fold(name)}" for name in names]
