"""Likeness: names that a question gives in short, by their initials, or in the other language.

Each is taken only if one stakeholder alone can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...graph import Kind, Stakeholder, Store, fold
from ..cypher_files import cypher
from .grammar import noun_kind
from .names import Known, Span, among, choices, spans
from .terms import counterparts, root
from .words import Words

_SCOPE = re.compile(r" \([^()]+\)\Z")
_FRENCH = re.compile(r"\b(?:de|du|des|la|le|les)\b|\b[dl]['’]", re.I)
_COMPANIES = frozenset("ltd limited inc plc llp llc gmbh bv sa sas sarl spl sem cic".split())
_MOST = 40  # names that one short form may stand for before it says nothing
_ARTICLE = re.compile(
    r"(?:\b(?:le|la|les|du|des|de|à|au|aux|the|of|on|by|to|for|mme|m|mr|mrs|ms|dr)\.? |[ld]')\Z",
    re.I,
)


@dataclass
class Likeness:
    """The names of a graph, compared with what a question says."""

    store: Store
    language: str

    @cached_property
    def keys(self) -> list[str]:
        """Every folded name."""
        return [row["key"] for row in self.store.run(cypher("keys")) if row["key"]]

    @cached_property
    def _edges(self) -> dict[str, list[str]]:
        """The names that begin or end with a word."""
        found: dict[str, list[str]] = {}
        for key in self.keys:
            for word in {key.split()[0], key.split()[-1]}:
                found.setdefault(word, []).append(key)
        return found

    @cached_property
    def _roots(self) -> dict[str, set[str]]:
        """The names that have a word, by its root."""
        found: dict[str, set[str]] = {}
        for key in self.keys:
            for word in key.split():
                found.setdefault(root(word), set()).add(key)
        return found

    def names(self, question: str, exact: Sequence[Known], words: Words) -> list[Known]:
        """Return names in other words than the graph's, none of them within one of its own."""
        found: list[Known] = []
        for run in sorted(spans(question), key=lambda run: run.start - run.end):
            within = any(n.start <= run.start and run.end <= n.end for n in (*exact, *found))
            if not within and _may_name(run, question, words) and (meant := self.meant(run)):
                found.append(Known(run.said, run.start, run.end, meant))
        return found

    def meant(self, run: Span) -> tuple[Stakeholder, ...]:
        """Return who is meant by words that are no name; several if it is not plain."""
        for keys in (self._shortened(run), self._initials(run), self._translated(run)):
            if keys and len(keys) <= _MOST:
                named = among(self.store, keys)
                meant = {s.id: s for key in keys for s in named[key] if _is_name_of(run, key, s)}
                if meant:
                    return tuple(meant.values())
        return ()

    def _shortened(self, run: Span) -> list[str]:
        """Return the names that begin or end with these words."""
        wanted, words = run.key, run.key.split()
        first = (key for key in self._edges.get(words[0], ()) if key.startswith(f"{wanted} "))
        last = (key for key in self._edges.get(words[-1], ()) if key.endswith(f" {wanted}"))
        return [*first, *last]

    def _initials(self, run: Span) -> list[str]:
        """Return the names that an acronym abbreviates, whole or, if it is long, from the start."""
        wanted = run.said.casefold()
        if not run.said.isupper() or not wanted.isalpha() or len(wanted) < 3:
            return []
        initials = {key: "".join(word[0] for word in key.split()) for key in self.keys}
        whole = [key for key, letters in initials.items() if letters == wanted]
        begun = (key for key, letters in initials.items() if letters.startswith(wanted))
        return whole or (list(begun) if len(wanted) > 3 else [])

    def _translated(self, run: Span) -> list[str]:
        """Return the names each of whose words has its counterpart, else those headed by them."""
        options = [counterparts(word, self.language) for word in run.key.split()]
        if all(option == {word} for option, word in zip(options, run.key.split(), strict=True)):
            return []
        near = [set().union(*(self._roots.get(root(o), ()) for o in option)) for option in options]
        holding = [
            key for key in sorted(set.intersection(*near)) if _holds(key, options, self.language)
        ]
        whole = [key for key in holding if len(key.split()) == len(options)]
        return whole or holding


def _is_name_of(run: Span, key: str, named: Stakeholder) -> bool:
    """Tell whether words that begin or end a name still say what it is.

    A project or a person goes by the proper part of the name, others only by their head noun or
    acronym: Arras is not the hospital of Arras.
    """
    wanted = run.key
    if wanted not in key:
        return True
    own = {fold(_SCOPE.sub("", name)) for name in (named.name, *named.aliases)}
    if key not in own:
        return False
    if named.kind in (Kind.PROJECT, Kind.PERSON):
        return True
    if key.startswith(f"{wanted} "):
        company = set(key.removeprefix(wanted).split()) <= _COMPANIES
        return company or run.said.split()[0].isupper() or noun_kind(run.said, "fr") is not None
    english = " " in wanted and not _FRENCH.search(named.name)
    return english or noun_kind(run.said, "en") is not None


def _holds(key: str, options: Sequence[frozenset[str]], language: str) -> bool:
    """Tell whether a name in the other language has a word for each of these, its head too."""
    words = key.split()
    left = list(words)
    for option in options:
        word = next((w for w in left if root(w) in {root(o) for o in option}), None)
        if word is None:
            return False
        left.remove(word)
    return words[0 if language == "en" else -1] not in left


def _may_name(run: Span, question: str, words: Words) -> bool:
    """Tell whether words may name somebody: several, or one after an article or in capitals."""
    parts = [fold(word) for word in run.said.split()]
    if parts[0] in words.light or parts[-1] in words.light:
        return False
    if len(run.key.split()) > 1:
        return True
    capital = run.start > 0 and run.said[0].isupper()
    return len(run.said) > 2 and (capital or bool(_ARTICLE.search(question[: run.start])))


def owned(store: Store, question: str, names: Sequence[Known]) -> tuple[Known, ...]:
    """Return names in which "A of B" is one where the graph says that A is B's.

    Either a statement puts A under B or over it, or a name of A has B's name in it.
    """
    merged: list[Known] = []
    for name in names:
        before = merged[-1] if merged else None
        joined = _joined(store, question, before, name) if before else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(name)
    return tuple(merged)


# What stands in one of these to a whole is said to be of it: "the committee of the project".
_OWNING = ["GOVERNS", "PART_OF", "ADVISES", "REPORTS_TO", "PILOTS"]
_OF = re.compile(r"(?: de (?:la |les |l['’])?| d['’]| du | des | of (?:the )?|, )\Z", re.I)
_POSSESSIVE = re.compile(r"(?:['’]s?)? \Z", re.I)


def _joined(store: Store, question: str, first: Known, second: Known) -> Known | None:
    between = question[first.end : second.start]
    if _OF.fullmatch(between):
        part, whole = first, second
    elif _POSSESSIVE.fullmatch(between):
        part, whole = second, first
    else:
        return None
    found = tuple(p for p in part.found if any(_belongs(store, p, w) for w in whole.found))
    said = question[first.start : second.end]
    return Known(said, first.start, second.end, found) if found else None


def _belongs(store: Store, part: Stakeholder, whole: Stakeholder) -> bool:
    names = [f" {fold(name)} " for name in (whole.name, *whole.aliases)]
    if any(name in f" {fold(own)} " for name in names for own in (part.name, *part.aliases)):
        return True
    ends = {"id": part.id, "other": whole.id, "every": False, "relations": _OWNING}
    return any(row["source_id"] == part.id for row in store.run(cypher("between"), ends))


def choices_besides(exact: Sequence[Known], loose: Sequence[Known]) -> Iterator[tuple[Known, ...]]:
    """Yield each way to take the names of a question where some are not the graph's own."""
    for names in choices((*exact, *loose)):
        if any(name in loose for name in names):
            yield names
