"""Names: which words of a question name a stakeholder of the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...graph import Stakeholder, Store, fold
from ..cypher_files import cypher
from ..lookup import stakeholders

MARK = "§"
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 16  # words of a name
_MOST_CHOICES = 6  # ways to take the names of a question
_MOST = 60  # words of a question in which names are looked for
_EDGES = frozenset("le la les l un une des du de d au aux the a an of et and en dans in on".split())
_CHOOSING = frozenset("quel quelle quels quelles which what".split())


@dataclass(frozen=True, slots=True)
class Known:
    """Words that name a stakeholder.

    Attributes
    ----------
    said : str
        The words, verbatim.
    start, end : int
        Where they stand in the question.
    found : tuple of Stakeholder
        Who bears the name; several where it is not plain which one is meant.
    """

    said: str
    start: int
    end: int
    found: tuple[Stakeholder, ...]

    @property
    def one(self) -> Stakeholder:
        """The stakeholder, or the first of several."""
        return self.found[0]

    @property
    def literal(self) -> bool:
        """Whether the words are a name of the stakeholder, as names are compared."""
        names = (*self.one.aliases, self.one.name)
        return fold(self.said) in {fold(name) for name in names}

    def overlaps(self, other: Known) -> bool:
        """Tell whether two names share a word."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of a question."""

    said: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The words, folded."""
        return fold(self.said)


def spans(question: str) -> list[Span]:
    """Return the runs of words that may be a name: none begins or ends with an article.

    >>> [span.said for span in spans("le comité de suivi")]
    ['comité', 'comité de suivi', 'suivi']
    """
    words = list(_WORD.finditer(question))[:_MOST]
    folded = [fold(word[0]) for word in words]
    found = []
    for first, word in enumerate(words):
        if folded[first] in _EDGES or (first and folded[first - 1] in _CHOOSING):
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if folded[last] not in _EDGES:
                start, end = word.start(), words[last].end()
                found.append(Span(question[start:end], start, end))
    return found


def exact_names(store: Store, question: str) -> list[Known]:
    """Return every run of words that is a name of the graph, overlapping ones too."""
    runs = spans(question)
    borne = among(store, {run.key for run in runs})
    return [Known(run.said, run.start, run.end, borne[run.key]) for run in runs if run.key in borne]


def among(store: Store, keys: Iterable[str]) -> dict[str, tuple[Stakeholder, ...]]:
    """Return who bears each of some folded names; names that nobody bears are left out."""
    found: dict[str, tuple[Stakeholder, ...]] = {}
    rows = store.run(cypher("among"), {"keys": sorted(keys) or [""]})
    for row, stakeholder in zip(rows, stakeholders(rows), strict=True):
        found[row["key"]] = (*found.get(row["key"], ()), stakeholder)
    return found


def choices(names: Sequence[Known]) -> Iterator[tuple[Known, ...]]:
    """Yield ways to take a question's names: the longest of each place, then shorter ones.

    "Directeur de l'Agence" may name a post of the graph, or ask who directs the Agency.
    """
    waiting = [tuple(names)]
    seen: set[tuple[Known, ...]] = set()
    while waiting and len(seen) < _MOST_CHOICES:
        left = waiting.pop(0)
        taken = _without_overlap(left)
        if taken not in seen:
            seen.add(taken)
            yield taken
            waiting += [
                tuple(name for name in left if name is not dropped)
                for dropped in taken
                if " " not in dropped.said or any(n.overlaps(dropped) for n in left if n != dropped)
            ]


def _without_overlap(names: Iterable[Known]) -> tuple[Known, ...]:
    taken: list[Known] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
        if not any(name.overlaps(other) for other in taken):
            taken.append(name)
    return tuple(sorted(taken, key=lambda n: n.start))
