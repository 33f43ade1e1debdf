"""Clusters: mentions that are one stakeholder, as far as known, and what keeps two apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ...graph import fold
from .keys import Key
from .words import words


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions that are one stakeholder, as far as known.

    Attributes
    ----------
    id : str
        The id of the stakeholder, empty until it is given one.
    named, scoped : bool
        Whether it has a full name; whether it is only known by an acronym in some document.
    labels : list of str
        What it is called.
    identifiers : dict
        Scheme → value.
    forms, genders, keys : set
        Its legal forms, the genders that titles show, and all its keys.
    """

    id: str = ""
    named: bool = False
    scoped: bool = False
    labels: list[str] = field(default_factory=list)
    identifiers: dict[str, str] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    keys: set[Key] = field(default_factory=set)
    parent: Cluster | None = None

    def root(self) -> Cluster:
        """Return the cluster this one has become part of."""
        node = self
        while node.parent is not None:
            node.parent = node.parent.parent or node.parent
            node = node.parent
        return node


Apart = Callable[[Cluster, Cluster], bool]
"""Whether a person has said that two are not one."""


def unite(clusters: Iterable[Cluster], apart: Apart, *, loosely: bool = False) -> None:
    """Make one of clusters that share a key, except where they contradict one another.

    Those that contradict each other stay as they are. Those that contradict nobody might be any
    of them, so they are made one among themselves.
    """
    roots = list(dict.fromkeys(cluster.root() for cluster in clusters))
    if len(roots) < 2:
        return
    opposed = _opposed(roots, apart, loosely=loosely)
    free = [root for root in roots if id(root) not in opposed]
    # Two that are in the store are never joined: the first one takes what is new.
    free.sort(key=lambda root: not root.id)
    for other in free[1:]:
        join(free[0], other)


def join(one: Cluster, other: Cluster) -> None:
    """Make two clusters one, unless the store already keeps them apart."""
    one, other = one.root(), other.root()
    if one is other or (one.id and other.id):
        return
    if other.id:
        one, other = other, one
    other.parent = one
    one.named = one.named or other.named
    if one.scoped == other.scoped:
        one.labels += other.labels
    elif one.scoped:  # what it is short for tells more than where it stands
        one.labels = list(other.labels)
    one.scoped = one.scoped and other.scoped
    one.identifiers.update(other.identifiers)
    one.forms |= other.forms
    one.genders |= other.genders
    one.keys |= other.keys


def schemes(identifiers: Iterable[str]) -> dict[str, str]:
    """Return identifiers by scheme, as they are compared; only those of known registers.

    >>> schemes(["SIREN:334 455 667", "popolo:1"])
    {'siren': '334455667'}
    """
    parted = (each.partition(":") for each in sorted(identifiers))
    return {
        known: fold(value).replace(" ", "")
        for scheme, _, value in parted
        if (known := scheme.strip().lower()) in words().registers
    }


def own_schemes(identifiers: Iterable[str], company: Iterable[str]) -> dict[str, str]:
    """Return identifiers of no known register: each document has its own, told apart by it.

    >>> own_schemes(["assembly:A1"], ["in members.yaml", "finance-committee"])
    {'assembly in members.yaml': 'A1'}
    """
    parted = [each.partition(":") for each in sorted(identifiers)]
    return {
        f"{scheme} {where}": value
        for scheme, _, value in parted
        if scheme.strip().lower() not in words().registers
        for where in company
        if where.startswith("in ")
    }


def _opposed(roots: Sequence[Cluster], apart: Apart, *, loosely: bool) -> set[int]:
    """Return which of some clusters contradict another: identifiers, titles, forms, decisions."""
    found: set[int] = set()
    for scheme in {scheme for root in roots for scheme in root.identifiers}:
        holders = [root for root in roots if scheme in root.identifiers]
        if len({root.identifiers[scheme] for root in holders}) > 1:
            found.update(map(id, holders))
    sorts = [[(r, r.genders) for r in roots], [(r, r.forms) for r in roots] if loosely else []]
    for sort in sorts:
        shown = [(root, marks) for root, marks in sort if marks]
        if len({frozenset(marks) for _, marks in shown}) > 1:
            found.update(id(root) for root, _ in shown)
    if apart is not never:
        for one, other in combinations(roots, 2):
            if apart(one, other):
                found.update((id(one), id(other)))
    return found


def never(one: Cluster, other: Cluster) -> bool:  # noqa: ARG001
    """Tell that nobody keeps any two apart."""
    return False
