"""The resolver: which stakeholder of the graph each mention of a document stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...graph import Mention, Stakeholder, fold, slug
from .cluster import Apart, Cluster, never, schemes, unite
from .keys import Key, keys_of
from .words import words

_SHORTEST = 3  # An acronym of two letters may be anything.

Index = defaultdict[Key, list[Cluster]]


class Resolver:
    """Gives mentions their stakeholders, and remembers them from batch to batch.

    Parameters
    ----------
    known : iterable of Stakeholder
        Those in the store. Their ids are kept, and two of them are never joined.
    apart : sequence of pairs of Mention
        Names that a person keeps apart.

    Examples
    --------
    >>> from stakeholder_graph.graph import Kind
    >>> agency = Mention("Agence de l'eau Loire", Kind.ORGANIZATION, ("AEL",))
    >>> ids = Resolver().resolve([agency, Mention("AEL", Kind.ORGANIZATION)])
    >>> set(ids.values())
    {'agence-eau-loire'}
    """

    def __init__(
        self,
        known: Iterable[Stakeholder] = (),
        apart: Sequence[tuple[Mention, Mention]] = (),
    ) -> None:
        self._identified, self._full, self._loose, self._short = (Index(list) for _ in range(4))
        self._ids: set[str] = set()
        self._pairs = [(_own_keys(one), _own_keys(other)) for one, other in apart]
        self._apart: Apart = self._kept if apart else never
        for stakeholder in sorted(known, key=lambda each: each.id):
            cluster = self._place(as_mention(stakeholder))[0]
            cluster.id = stakeholder.id
            self._ids.add(cluster.id)

    def resolve(self, mentions: Iterable[Mention]) -> dict[Mention, str]:
        """Return the id of the stakeholder of each mention.

        The order of the mentions does not matter. Mentions of many documents given at once are
        resolved better than one document after the other: an acronym may come before its meaning.

        Complexity is O(n log n) in the number of different mentions.
        """
        clusters: dict[Mention, Cluster] = {}
        identified, full, loose, short = (set[Key]() for _ in range(4))
        for mention in sorted(set(mentions), key=_order):
            clusters[mention], found = self._place(mention)
            for kept, keys in zip((identified, full, loose, short), found, strict=True):
                kept.update(keys)
        for key in sorted(identified):
            self._unite(self._identified, key)
        for key in sorted(full):
            self._unite(self._full, key)
        for key in sorted(loose):
            self._unite(self._loose, key, loosely=True)
        for key in sorted(short):
            self._expand(key)
        for cluster in clusters.values():
            self._identify(cluster.root())
        return {mention: cluster.root().id for mention, cluster in clusters.items()}

    def _place(self, mention: Mention) -> tuple[Cluster, tuple[Iterable[Key], ...]]:
        """Enter a mention under all its keys, which are returned by their sort."""
        keys = keys_of(mention)
        cluster = Cluster(
            named=bool(keys.full),
            labels=list(keys.labels),
            identifiers=schemes(mention.identifiers),
            forms={keys.form} - {""},
            keys={*keys.full, *keys.short},
        )
        identified = list(cluster.identifiers.items())
        found = (identified, keys.full, keys.loose, keys.short)
        indexes = (self._identified, self._full, self._loose, self._short)
        for index, sort in zip(indexes, found, strict=True):
            for key in sort:
                index[key].append(cluster)
        return cluster, found

    def _unite(self, index: Index, key: Key, *, loosely: bool = False) -> None:
        unite(index[key], self._apart, loosely=loosely)
        index[key] = _roots(index[key])

    def _expand(self, key: Key) -> None:
        """Join those who are only known by an acronym to the one full name it stands for."""
        roots = _roots(self._short[key])
        bare = [root for root in roots if not root.named]
        named = [root for root in roots if root.named]
        unite(bare, self._apart)
        group, name = key
        telling = group == "thing" and len(name) >= _SHORTEST and name not in words().common
        if telling and len(named) == 1:
            unite([*named, *bare], self._apart)
        self._short[key] = _roots(roots)

    def _kept(self, one: Cluster, other: Cluster) -> bool:
        """Tell whether a person keeps two clusters apart."""
        return any(
            (one.keys & first and other.keys & second) or (one.keys & second and other.keys & first)
            for first, second in self._pairs
        )

    def _identify(self, root: Cluster) -> None:
        if root.id:
            return
        base = slug(min(root.labels, key=lambda name: (-len(fold(name).split()), name)))
        root.id = next(free for free in _numbered(base) if free not in self._ids)
        self._ids.add(root.id)


def _own_keys(mention: Mention) -> set[Key]:
    keys = keys_of(mention)
    return {*keys.full, *keys.short}


def as_mention(stakeholder: Stakeholder) -> Mention:
    """Return a stakeholder as a mention: its name shows its scope in brackets."""
    name, bracket, rest = stakeholder.name.rpartition(" (")
    scoped = bracket and name in stakeholder.aliases and rest.removesuffix(")")
    plain, scope = (name, rest.removesuffix(")")) if scoped else (stakeholder.name, "")
    return Mention(plain, stakeholder.kind, stakeholder.aliases, scope, stakeholder.identifiers)


def _order(mention: Mention) -> tuple[object, ...]:
    return mention.name, mention.scope, mention.kind, mention.aliases, mention.identifiers


def _roots(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list(dict.fromkeys(cluster.root() for cluster in clusters))


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
