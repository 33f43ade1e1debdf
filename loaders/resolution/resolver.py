"""The resolver: which stakeholder of the graph each mention of a document stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...graph import Kind, Mention, Stakeholder, fold, slug
from .acronyms import is_unclear
from .cluster import Apart, Cluster, never, own_schemes, schemes, unite
from .keys import Key, Keys, keys_of
from .words import words

_SHORTEST = 3  # An acronym of two letters may be anything.

Index = defaultdict[Key, list[Cluster]]


@dataclass(frozen=True, slots=True)
class Met:
    """A person as one document meets it.

    Attributes
    ----------
    mention : Mention
        How the document names the person.
    company : frozenset of str
        What is stated of the person concerns these: ids of stakeholders; and the document itself.
    """

    mention: Mention
    company: frozenset[str]


T = TypeVar("T", bound=Mention | Met)


class Resolver:
    """Gives mentions their stakeholders, and remembers them from batch to batch.

    Parameters
    ----------
    known : iterable of Stakeholder
        Those in the store. Their ids are kept, and two of them are never joined.
    apart : sequence of pairs of Mention
        Names that a person keeps apart.
    company : mapping of str to collection of str
        Id of a person in the store → what is stated of the person concerns these, as in `Met`.

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
        company: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._identified, self._full, self._loose, self._short = (Index(list) for _ in range(4))
        self._ids: set[str] = set()
        pairs = ((_own_keys(one), _own_keys(other)) for one, other in apart)
        # Two of one name are told apart by more than their name, or not at all.
        self._pairs = [(one, other) for one, other in pairs if not one & other]
        self._apart: Apart = self._kept if self._pairs else never
        seen = [(each, as_mention(each)) for each in known]
        for stakeholder, mention in sorted(seen, key=lambda e: (bool(e[1].scope), e[0].id)):
            cluster = self._place(mention, (company or {}).get(stakeholder.id, ()))[0]
            cluster.id = stakeholder.id
            self._ids.add(cluster.id)

    def resolve(self, mentions: Iterable[T]) -> dict[T, str]:
        """Return the id of the stakeholder of each mention.

        The order of the mentions does not matter. Mentions of many documents given at once are
        resolved better than one document after the other: an acronym may come before its meaning.
        A person's name alone joins nobody: it takes the same company too, or an identifier.

        Complexity is O(n log n) in the number of different mentions.
        """
        clusters: dict[T, Cluster] = {}
        given = sorted(set(mentions), key=_order)
        # What a scoped name depends on must be known by all its names first.
        for scoped in (False, True):
            found: list[Keys] = []
            for each in given:
                mention, company = _parted(each)
                if bool(mention.scope) is scoped:
                    clusters[each], keys = self._place(mention, company)
                    found.append(keys)
            self._join(found)
        for cluster in clusters.values():
            self._identify(cluster.root())
        return {each: cluster.root().id for each, cluster in clusters.items()}

    def _join(self, found: Sequence[Keys]) -> None:
        """Make one of all clusters that these keys join."""
        for key in _shared(self._identified, (each.identifiers for each in found)):
            self._unite(self._identified, key)
        for key in _shared(self._full, (each.full for each in found)):
            self._unite(self._full, key)
        for key in _shared(self._loose, (each.loose for each in found)):
            self._unite(self._loose, key, loosely=True)
        for key in _shared(self._short, (each.short for each in found)):
            self._expand(key)

    def _place(self, mention: Mention, company: Collection[str]) -> tuple[Cluster, Keys]:
        """Enter a mention under all its keys, which are returned."""
        plain = keys = keys_of(mention, self._names(mention.scope))
        if mention.kind is Kind.PERSON:
            keys = plain.beside(company)
        own = mention.identifiers
        identifiers = {**schemes(own), **own_schemes(own, company)} if own else {}
        keys.identifiers = list(identifiers.items())
        cluster = Cluster(
            named=bool(plain.full) and not plain.scoped,
            scoped=plain.scoped,
            labels=list(keys.labels),
            identifiers=identifiers,
            forms={keys.form} - {""},
            genders={keys.gender} - {""},
            keys={*plain.full, *plain.short},
        )
        indexes = (self._identified, self._full, self._loose, self._short)
        sorts = (keys.identifiers, keys.full, keys.loose, keys.short)
        for index, sort in zip(indexes, sorts, strict=True):
            for key in sort:
                index[key].append(cluster)
        return cluster, keys

    def _names(self, scope: str) -> list[str]:
        """Return all names of what a scope names, if that is plain."""
        if not scope:
            return []
        keys = keys_of(Mention(scope, Kind.PROJECT))
        meant = [
            cluster
            for index, sort in ((self._full, keys.full), (self._short, keys.short))
            for key in sort
            for cluster in index.get(key, ())
        ]
        roots = _roots(meant)
        return sorted(name for _, name in roots[0].keys) if len(roots) == 1 else []

    def _unite(self, index: Index, key: Key, *, loosely: bool = False) -> None:
        unite(index[key], self._apart, loosely=loosely)
        index[key] = _roots(index[key])

    def _expand(self, key: Key) -> None:
        """Join those who are only known by an acronym to the one full name it stands for."""
        roots = _roots(self._short[key])
        bare = [root for root in roots if not root.named]
        named = [root for root in roots if root.named]
        unite([root for root in bare if not root.scoped], self._apart)
        bare = _roots(bare)
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
        first, *others = root.labels
        base = slug(min(root.labels, key=_fullness) if others else first)
        root.id = next(free for free in _numbered(base) if free not in self._ids)
        self._ids.add(root.id)


def _shared(index: Index, sorts: Iterable[Sequence[Key]]) -> list[Key]:
    """Return in order the keys that several clusters have: most names have none such."""
    return sorted({key for keys in sorts for key in keys if len(index[key]) > 1})


def _own_keys(mention: Mention) -> set[Key]:
    keys = keys_of(mention)
    return {*keys.full, *keys.short}


def as_mention(stakeholder: Stakeholder) -> Mention:
    """Return a stakeholder as a mention: its name shows its scope in brackets."""
    plain, scope = _scope_in(stakeholder.name, stakeholder.aliases)
    aliases = stakeholder.aliases
    if not scope:  # an acronym that is explained elsewhere needs none
        shown = {each for each in aliases if is_unclear(_scope_in(each, aliases)[0])}
        aliases = tuple(each for each in aliases if each not in shown or is_unclear(each))
    return Mention(plain, stakeholder.kind, aliases, scope, stakeholder.identifiers)


def _scope_in(name: str, others: Collection[str]) -> tuple[str, str]:
    """Return a name without the scope that it shows, and the scope, if it is known without."""
    plain, bracket, rest = name.rpartition(" (")
    scope = rest.removesuffix(")")
    return (plain, scope) if bracket and scope and plain in others else (name, "")


def _parted(each: Mention | Met) -> tuple[Mention, frozenset[str]]:
    return (each.mention, each.company) if isinstance(each, Met) else (each, frozenset())


def _order(each: Mention | Met) -> tuple[object, ...]:
    mention, company = _parted(each)
    own = mention.name, mention.scope, mention.kind, mention.aliases, mention.identifiers
    return *own, sorted(company)


def _roots(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list(dict.fromkeys(cluster.root() for cluster in clusters))


def _fullness(name: str) -> tuple[int, str]:
    return -len(fold(name).split()), name


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
