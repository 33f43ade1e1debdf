"""Identity: what a stakeholder is called, as it follows from how documents name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..model import Kind, Mention, Stakeholder
from ..names import fold
from .protocol import StoredStatement

Mentions = dict[str, tuple[Mention, ...]]
"""The different mentions of each stakeholder in one document, by id."""

_RANKS = {kind: rank for rank, kind in enumerate(Kind)}


def gather(
    mentions: Mapping[str, Sequence[Mention]], statements: Iterable[StoredStatement]
) -> Mentions:
    """Return the mentions of a document with the ends of its statements among them."""
    found = {id_: set(named) for id_, named in mentions.items() if named}
    for stored in statements:
        found.setdefault(stored.source, set()).add(stored.statement.source)
        found.setdefault(stored.target, set()).add(stored.statement.target)
    return {id_: tuple(sorted(found[id_], key=_order)) for id_ in sorted(found)}


def describe(id_: str, mentions: Counter[Mention]) -> Stakeholder:
    """Return the stakeholder that these mentions, each with its number of documents, make.

    The name and the kind are those most documents use. Of equals, the longest name, as the most
    explicit, then the first of the alphabet; and the first kind of `Kind`. Nothing depends on
    the order of loading. A name that a person chose goes before all others, and an acronym that
    is explained somewhere needs no scope.

    >>> ministry = Mention("Ministry of Works", Kind.ORGANIZATION, ("MoW",))
    >>> describe("mow", Counter({ministry: 2, Mention("MoW", Kind.BODY): 1})).name
    'Ministry of Works'
    >>> describe("board", Counter({Mention("board", Kind.BODY, scope="Harbour"): 1})).name
    'board (Harbour)'
    """
    if len(mentions) == 1:
        return _described(id_, *mentions)
    shown: Counter[str] = Counter()
    kinds: Counter[Kind] = Counter()
    aliases: set[str] = set()
    identifiers: set[str] = set()
    for mention, documents in mentions.items():
        shown[_shown(mention)] += documents
        kinds[mention.kind] += documents
        aliases.update((mention.name, *mention.aliases))
        identifiers.update(mention.identifiers)
    chosen = {_shown(mention) for mention in mentions if mention.chosen}
    name = min(chosen or _explicit(mentions) or shown, key=lambda n: (-shown[n], -len(n), n))
    kind = min(kinds, key=lambda k: (-kinds[k], _RANKS[k]))
    others = tuple(sorted((aliases | set(shown)) - {name}))
    return Stakeholder(id_, name, kind, others, tuple(sorted(identifiers)))


def _described(id_: str, mention: Mention) -> Stakeholder:
    """Return the stakeholder that one mention makes, as most do in a large list."""
    name, aliases = _shown(mention), {mention.name, *mention.aliases}
    others = tuple(sorted(aliases - {name}))
    return Stakeholder(id_, name, mention.kind, others, tuple(sorted({*mention.identifiers})))


def keys(stakeholder: Stakeholder) -> set[str]:
    """Return the folded names a stakeholder is found by."""
    return {fold(name) for name in (stakeholder.name, *stakeholder.aliases)} - {""}


def _explicit(mentions: Iterable[Mention]) -> set[str]:
    """Return what is shown without a scope, where all that has one is in one word."""
    scoped = [mention for mention in mentions if mention.scope]
    if any(" " in mention.name for mention in scoped):
        return set()
    return {mention.name for mention in mentions if not mention.scope}


def _shown(mention: Mention) -> str:
    return f"{mention.name} ({mention.scope})" if mention.scope else mention.name


def _order(mention: Mention) -> tuple[object, ...]:
    own = mention.name, mention.scope, mention.kind.value, mention.aliases
    return *own, mention.identifiers, mention.resolved, mention.chosen
