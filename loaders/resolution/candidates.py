"""Candidates: stakeholders that may be one, for a person to decide, each pair with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ...graph import Kind, Stakeholder, fold
from .acronyms import is_local, is_unclear
from .brackets import is_initials
from .cluster import schemes
from .keys import keys_of
from .nearness import near
from .normal import THINGS
from .resolver import as_mention
from .words import words

_CROWD = 25  # A word that more stakeholders share says nothing, and makes too many pairs.
_PREFIX = 4
_NAMES = 8
_FILE = re.compile(r"\.\w{2,5}$")  # A scope that is a document, as nothing better was known.


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two stakeholders that may be one.

    Attributes
    ----------
    one, other : Stakeholder
        The two, by id.
    reason : str
        Why they may be one.
    score : float
        How near they are, from 0 to 100.
    """

    one: Stakeholder
    other: Stakeholder
    reason: str
    score: float


@dataclass(slots=True)
class _Known:
    """A stakeholder by what it is compared by."""

    stakeholder: Stakeholder
    group: str
    names: list[list[str]] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    identifiers: dict[str, str] = field(default_factory=dict)
    gender: str = ""
    plain: str = ""
    scope: str = ""
    filed: bool = False


def candidates(
    stakeholders: Iterable[Stakeholder], apart: Collection[frozenset[str]] = ()
) -> list[Candidate]:
    """Return the pairs that may be one stakeholder, nearest first.

    Only those that share a rare word, the start of one, or an acronym are compared, so time and
    memory grow with the number of stakeholders and not with its square.

    Parameters
    ----------
    stakeholders : iterable of Stakeholder
        As a store has them.
    apart : collection of frozenset
        Pairs of ids that a person keeps apart.

    Examples
    --------
    >>> from stakeholder_graph.graph import Kind
    >>> one = Stakeholder("a", "Ministère de l'Écologie", Kind.ORGANIZATION)
    >>> other = Stakeholder("b", "Ministère de l'Ecolgie", Kind.ORGANIZATION)
    >>> [found.reason for found in candidates([one, other])]
    ['spelt almost alike: ecologie, ecolgie']
    """
    known = [_known(each) for each in sorted(stakeholders, key=lambda s: s.id)]
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for one, other in _pairs(known):
        if (one, other) in found or _contradict(known[one], known[other], apart):
            continue
        reason = _reason(known[one], known[other])
        if reason:
            found[one, other] = reason
    made = [
        Candidate(known[one].stakeholder, known[other].stakeholder, reason, score)
        for (one, other), (score, reason) in found.items()
    ]
    return sorted(made, key=lambda each: (-each.score, each.one.id, each.other.id))


def _known(stakeholder: Stakeholder) -> _Known:
    mention = as_mention(stakeholder)
    keys = keys_of(mention)
    group = "thing" if stakeholder.kind in THINGS else stakeholder.kind.value
    names = dict.fromkeys(name for _, name in (*keys.full, *keys.loose, *keys.short))
    return _Known(
        stakeholder,
        group,
        [name.split() for name in list(names)[:_NAMES]],
        [name for _, name in keys.short],
        schemes(stakeholder.identifiers),
        keys.gender,
        fold(mention.name),
        fold(mention.scope),
        bool(_FILE.search(mention.scope)),
    )


def _pairs(known: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    """Yield the places of those to compare, a pair perhaps several times."""
    blocks: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for place, each in enumerate(known):
        for block in _blocks(each):
            blocks[each.group, block][place] = None
    for _, places in sorted(blocks.items()):
        if 1 < len(places) <= _CROWD:
            yield from combinations(sorted(places), 2)


def _blocks(each: _Known) -> set[str]:
    found: set[str] = set()
    for name in each.names:
        found.update(word[:_PREFIX] for word in name)
        found.update(name)
        if 1 < len(name) <= _NAMES:
            found.add("=" + "".join(word[0] for word in name))
            found.update("-" + " ".join(name[:i] + name[i + 1 :]) for i in range(len(name)))
    found.update("=" + short for short in each.short)
    return found


def _contradict(one: _Known, other: _Known, apart: Collection[frozenset[str]]) -> bool:
    both = one.identifiers.keys() & other.identifiers.keys()
    if any(one.identifiers[scheme] != other.identifiers[scheme] for scheme in both):
        return True
    if one.scope == other.plain or other.scope == one.plain:  # a part and its whole
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return True
    return frozenset((one.stakeholder.id, other.stakeholder.id)) in apart


def _reason(one: _Known, other: _Known) -> tuple[float, str] | None:
    if one.scope and other.scope and one.plain == other.plain and _unclear(one.plain):
        return 70.0, "the same acronym in two documents, which do not explain it"
    if one.filed and other.filed and one.plain == other.plain:
        return 70.0, "the same name in two documents, which do not say of what"
    things = one.group == "thing"
    shared = sorted(set(one.short) & set(other.short)) if things else []
    if shared:
        places = Kind.PLACE in (one.stakeholder.kind, other.stakeholder.kind)
        why = "one is a place" if places and len(one.names) == 1 else "both are called"
        return 85.0, f"{why} {shared[0].upper()!r}" if why[0] == "b" else f"same name, {why}"
    for first, second in ((one, other), (other, one)):
        for short in first.short:
            name = next((n for n in _full(second) if is_initials(short, n)), "")
            if name and fold(short) == short and len(short) > 1:
                return 80.0, f"{short.upper()} may be the initials of {name!r}"
    alike = one.stakeholder.kind is other.stakeholder.kind
    found = (near(a, b, group=one.group, alike=alike) for a in one.names for b in other.names)
    return max((reason for reason in found if reason), default=None)


def _unclear(plain: str) -> bool:
    """Tell whether a folded name is an acronym that two may share, though not each project one."""
    short = plain.upper()
    return plain in words().territorial or (is_unclear(short) and not is_local(short))


def _full(known: _Known) -> list[str]:
    own = known.stakeholder
    return [name for name in (own.name, *own.aliases) if " " in name][:_NAMES]
