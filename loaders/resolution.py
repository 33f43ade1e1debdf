"""Resolution: which stakeholder of the graph each mention of a document stands for.

Names are compared without case, accents, articles and punctuation. Two full names that are the
same are one stakeholder, if their kinds agree; an acronym alone stands for the one full name it
is known with, and for none where there are two. A name with a scope is only ever the same name in
the same scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..graph import Kind, Mention, Stakeholder, fold, slug

# Kinds that documents take for one another; a person or a role is never one of these.
_THINGS = frozenset((Kind.ORGANIZATION, Kind.BODY, Kind.PROJECT, Kind.PLACE))
_PROJECTS = ("projet", "programme", "project", "program")
# Words that stand for a stakeholder only inside the document that has named it in full.
_COMMON = frozenset(
    """agence agency assemblee assembly association authority autorite board bureau centre center
    collectivite college comite commission committee commune communaute company conseil consortium
    cooperative corporation council departement department direction directorate establishment
    etablissement etat executive federation fondation foundation fund fonds government groupe
    group institut institute laboratoire ligue mairie ministere ministry network office operateur
    panel parties partenaires partners partnership prefecture programme project projet region
    reseau school secretariat service societe society state structure syndicat team trust union
    unit unite universite university ville""".split()
)

Key = tuple[str, str]
"""What may not differ (``person``, ``role``, ``thing``) and a folded name."""


@dataclass(slots=True, eq=False)
class _Node:
    """Mentions that are one stakeholder, as far as known."""

    group: str
    full: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    id: str = ""
    parent: _Node | None = None

    def root(self) -> _Node:
        node = self
        while node.parent is not None:
            node.parent = node.parent.parent or node.parent
            node = node.parent
        return node


class Resolver:
    """Gives mentions their stakeholders, and remembers them from batch to batch.

    Parameters
    ----------
    known : iterable of Stakeholder
        Those in the store. Their ids are kept, and two of them are never joined.

    Examples
    --------
    >>> agency = Mention("Agence de l'eau", Kind.ORGANIZATION, ("AE",))
    >>> ids = Resolver().resolve([agency, Mention("AE", Kind.ORGANIZATION)])
    >>> set(ids.values())
    {'agence-eau'}
    """

    def __init__(self, known: Iterable[Stakeholder] = ()) -> None:
        self._full: dict[Key, _Node] = {}
        self._short: defaultdict[Key, list[_Node]] = defaultdict(list)
        self._ids: set[str] = set()
        for stakeholder in sorted(known, key=lambda each: each.id):
            name, scope = _unscoped(stakeholder)
            node = _node(name, stakeholder.aliases, stakeholder.kind, scope)
            node.id = stakeholder.id
            self._ids.add(node.id)
            self._place(node)

    def resolve(self, mentions: Iterable[Mention]) -> dict[Mention, str]:
        """Return the id of the stakeholder of each mention.

        The order of the mentions does not matter. Mentions of many documents given at once are
        resolved better than one document after the other: an acronym may come before its meaning.

        Complexity is O(n log n) in the number of different mentions.
        """
        ordered = sorted(set(mentions), key=lambda m: (m.name, m.scope, m.kind, m.aliases))
        nodes = {m: _node(m.name, m.aliases, m.kind, m.scope) for m in ordered}
        for node in nodes.values():
            self._place(node)
        for key in sorted({(n.group, name) for n in nodes.values() for name in n.short}):
            self._expand(key)
        for node in nodes.values():
            self._identify(node.root())
        return {mention: node.root().id for mention, node in nodes.items()}

    def _place(self, node: _Node) -> None:
        """Join a node to those that share a full name with it."""
        for name in node.full:
            _join(self._full.setdefault((node.group, name), node), node)
        for name in node.short:
            self._short[node.group, name].append(node)

    def _expand(self, key: Key) -> None:
        """Join those who are only known by an acronym to the one full name it stands for."""
        roots = list(dict.fromkeys(node.root() for node in self._short[key]))
        bare = [root for root in roots if not root.full]
        named = [root for root in roots if root.full]
        for other in bare[1:]:
            _join(bare[0], other)
        if bare and len(named) == 1 and key[0] == "thing" and key[1] not in _COMMON:
            _join(named[0], bare[0].root())
        self._short[key] = list(dict.fromkeys(root.root() for root in roots))

    def _identify(self, root: _Node) -> None:
        if root.id:
            return
        base = slug(min(root.labels, key=lambda name: (-len(fold(name).split()), name)))
        root.id = next(free for free in _numbered(base) if free not in self._ids)
        self._ids.add(root.id)


def _node(name: str, aliases: Iterable[str], kind: Kind, scope: str) -> _Node:
    node = _Node("thing" if kind in _THINGS else kind.value)
    if scope:
        node.full, node.labels = [f"{fold(name)} {_key(scope)}"], [f"{name} {scope}"]
        return node
    own = set(_key(name).split())
    for each in (name, *aliases):
        key = _key(each)
        words = set(key.split())
        # A shortened form ("the department") is a name only beside the full one.
        if each is not name and (words < own or key in _COMMON):
            continue
        names = node.full if len(words) > 1 else node.short
        if key and key not in names:
            names.append(key)
        node.labels.append(each)
    return node


def _key(name: str) -> str:
    """Return a folded name, without the word for project that some texts put before it."""
    words = fold(name).split()
    if len(words) > 1 and words[0] in _PROJECTS:
        words = words[1:]
    elif len(words) > 1 and words[-1] in _PROJECTS:
        words = words[:-1]
    return " ".join(words)


def _unscoped(stakeholder: Stakeholder) -> tuple[str, str]:
    """Return name and scope: a name shows its scope in brackets and has the bare one beside it."""
    name, bracket, scope = stakeholder.name.rpartition(" (")
    scoped = bracket and name in stakeholder.aliases
    return (name, scope.removesuffix(")")) if scoped else (stakeholder.name, "")


def _join(one: _Node, other: _Node) -> None:
    """Make two nodes one, unless the store already keeps them apart."""
    one, other = one.root(), other.root()
    if one is other or (one.id and other.id):
        return
    if other.id:
        one, other = other, one
    other.parent = one
    one.full += [name for name in other.full if name not in one.full]
    one.short += [name for name in other.short if name not in one.short]
    one.labels += other.labels


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
