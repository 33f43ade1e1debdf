"""Lookup: which stakeholder a name stands for. Forgiving about spelling, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..errors import NameNotFoundError
from ..graph import Kind, Stakeholder, Vocabulary, fold, load_vocabulary
from ..graph.stores import Row, Store
from .cypher_files import run

_ID = re.compile(r"(?:id:)?([\w.:@/~+-]{1,500})")
_SCOPE = re.compile(r"\(([^()]+)\)\Z")
_INITIALS = re.compile(r"(?:\w\.){2,}\w?")
_MOST_WORDS = 30
_SHOWN = 8
_LONGEST = 200  # characters compared with the names there are
_ALIKE = 62  # of 100: below it a name is no candidate


def find(store: Store, name: str, *, vocabulary: Vocabulary | None = None) -> Stakeholder:
    """Return the one stakeholder that a name stands for.

    Case, accents, articles and punctuation do not count; acronyms and other names do. A name may
    be followed by another one or by its scope ("comité de pilotage (COPIL)", "COPIL du Nouvel
    Élan"), or preceded by its kind ("le projet Nouvel Élan"). An identifier is taken as well:
    surely as ``id:comite-pilotage``, bare where no name is spelt alike.

    Parameters
    ----------
    store : Store
        The graph.
    name : str
        A name, alias, acronym or identifier.
    vocabulary : Vocabulary, optional
        Where the words for the kinds are.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears the name, or several do; with the nearest names that tell them
        apart, best first.
    """
    for found in _readings(store, name, vocabulary or load_vocabulary()):
        if len(found) == 1:
            return found[0]
        if found:
            raise NameNotFoundError(name, tell_apart(store, found), ambiguous=True)
    raise NameNotFoundError(name, nearest(store, name))


def resolve(store: Store, who: str | Stakeholder, vocabulary: Vocabulary) -> Stakeholder:
    """Return a stakeholder that is given, or the one whose name is given."""
    return who if isinstance(who, Stakeholder) else find(store, who, vocabulary=vocabulary)


def named(store: Store, name: str) -> list[Stakeholder]:
    """Return every stakeholder that bears exactly this name, folded, by id."""
    key = fold(name)
    return stakeholders(run(store, "named", {"key": key})) if key else []


def _readings(store: Store, name: str, vocabulary: Vocabulary) -> Iterator[list[Stakeholder]]:
    """Yield what each way of reading a name finds, the most literal first."""
    if name.startswith("id:"):
        yield _identified(store, name)
    yield named(store, name)
    yield _identified(store, name)
    dotted = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), name)
    if dotted != name:
        yield named(store, dotted)
    yield from _in_two(store, fold(dotted).split())
    kind, rest = _kind_and_name(name, vocabulary)
    if kind:
        yield [found for found in named(store, rest) if found.kind is kind]


def _in_two(store: Store, words: list[str]) -> Iterator[list[Stakeholder]]:
    """Yield who is named by the first words and, by the others, again or by scope."""
    for place in range(len(words) - 1, 0, -1) if len(words) <= _MOST_WORDS else ():
        heads = named(store, " ".join(words[:place]))
        if heads:
            tail = " ".join(words[place:])
            known = {stakeholder.id for stakeholder in named(store, tail)}
            yield [
                head for head in heads if head.id in known or _in_scope(head, tail, known, store)
            ]


def _in_scope(stakeholder: Stakeholder, tail: str, known: set[str], store: Store) -> bool:
    """Tell whether a name like "board (Harbour)" has this scope, or another name of it."""
    names = (stakeholder.name, *stakeholder.aliases)
    scopes = [found[1] for name in names if (found := _SCOPE.search(name))]
    return any(
        fold(scope) == tail or known & {s.id for s in named(store, scope)} for scope in scopes
    )


def _identified(store: Store, name: str) -> list[Stakeholder]:
    found = _ID.fullmatch(name)
    return stakeholders(run(store, "identified", {"id": found[1]})) if found else []


def _kind_and_name(name: str, vocabulary: Vocabulary) -> tuple[Kind | None, str]:
    """Split "projet X" into the kind and X."""
    first, _, rest = fold(name).partition(" ")
    for kind, style in vocabulary.kinds.items():
        if rest and first in {fold(word) for word in (kind.value, *style.labels.values())}:
            return kind, rest
    return None, ""


def stakeholders(rows: list[Row]) -> list[Stakeholder]:
    """Return the stakeholders of rows with their id, name, kind, aliases and identifiers."""
    return [
        Stakeholder(
            row["id"],
            row["name"],
            Kind(row["kind"]),
            tuple(row["aliases"]),
            tuple(row["identifiers"] or ()),
        )
        for row in rows
    ]


def tell_apart(store: Store, found: list[Stakeholder]) -> list[str]:
    """Return a name for each that stands for it alone: the name shown, else the identifier."""
    alone = [s.name if len(named(store, s.name)) == 1 else f"id:{s.id}" for s in found]
    return sorted(alone, key=lambda text: (fold(text), text))


def nearest(store: Store, name: str, limit: int = _SHOWN) -> list[str]:
    """Return names like this one that each stand for one stakeholder, best first.

    Names are compared by rapidfuzz's weighted ratio of their folded forms; an acronym is also
    compared with the initials of each name.

    Parameters
    ----------
    store : Store
        The graph.
    name : str
        A name that may be misspelt.
    limit : int
        At most so many names.
    """
    best = _alike(fold(name[:_LONGEST]), [row["key"] for row in run(store, "keys")])
    names: dict[str, None] = {}
    for key in islice(best, 2 * limit):
        found = named(store, key)
        names.update(dict.fromkeys(tell_apart(store, found)))
    return list(names)[:limit]


def _alike(wanted: str, keys: list[str]) -> list[str]:
    """Return the keys like a folded name, best first, equals in the order of the alphabet."""
    from rapidfuzz import fuzz, process

    if not wanted:
        return []
    scores = process.extract(wanted, keys, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=None)
    acronym = wanted.replace(" ", "")
    scored = {key: score for key, score, _ in scores}
    if 2 <= len(acronym) <= 10:
        scored |= {key: 99.0 for key in keys if " " in key and _initials(key) == acronym}
    return sorted(
        scored, key=lambda key: (-round(scored[key], 1), abs(len(key) - len(wanted)), key)
    )


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split())
