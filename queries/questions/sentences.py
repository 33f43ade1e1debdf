"""Sentences: a draft with plain names in its places, for the grammar to read, and what it read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph import Kind, fold
from .drafts import HOLE, Draft
from .grammar import Clause, read_clauses
from .names import MARK, Known
from .words import Words

# Names that the grammar knows the kind of by their first or last word.
_FORMS = {
    "fr": {
        Kind.ORGANIZATION: "l'agence {}",
        Kind.BODY: "le comité {}",
        Kind.PROJECT: "le projet {}",
        Kind.ROLE: "le préfet {}",
        Kind.PERSON: "Jeanne {}",
        Kind.PLACE: "la ville {}",
    },
    "en": {
        Kind.ORGANIZATION: "the {} Agency",
        Kind.BODY: "the {} Committee",
        Kind.PROJECT: "the {} Project",
        Kind.ROLE: "the {} Commissioner",
        Kind.PERSON: "Jane {}",
        Kind.PLACE: "the {} Region",
    },
}
_STANDING = "Quidam"
_NAMES = ("Alpha", "Omega", "Delta")
# What grammar asks for once the names stand in their places, and verbs that parsers take for nouns.
_REWORDED = {
    "fr": ((r"\b([Dd])e le ", r"\1u "), (r"(?<!\w)[àÀ] le ", "au ")),
    "en": (
        (r"\bco-?chairs (?=the |Jane )", "is a co-chair of "),
        (r"^(.+) (?:is|are) co-?chaired by (.+)$", r"\2 is a co-chair of \1"),
    ),
}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Read:
    """One relation read in a draft.

    Attributes
    ----------
    clause : Clause
        What the grammar read.
    source, target : int
        Which name each end is; -1 for the hole.
    left : tuple of str
        Words of the question that neither the relation nor its ends account for.
    """

    clause: Clause
    source: int
    target: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A draft with plain names in its places."""

    text: str
    places: dict[str, int]

    def read(self, names: Sequence[Known], words: Words) -> Iterator[Read]:
        """Yield the relations that the grammar reads between the places, the surest first."""
        for clause in read_clauses(self.text, words.language):
            source = self.places.get(fold(clause.source))
            target = self.places.get(fold(clause.target))
            if source is not None and target is not None:
                left = tuple(self._left(clause, {source, target}, names, words))
                yield Read(clause, source, target, left)

    def _left(
        self, clause: Clause, ends: set[int], names: Sequence[Known], words: Words
    ) -> Iterator[str]:
        text = f"{self.text[: clause.start]} {' ' * (clause.end - clause.start)} "
        text += self.text[clause.end :]
        text = fold_spaces(text)
        for name, place in self.places.items():
            found = name in text
            text = text.replace(name, " ")
            if found and place not in ends:
                yield names[place].said if place >= 0 else HOLE
        for word in text.split():
            if word not in words.light:
                yield word


def fold_spaces(text: str) -> str:
    """Return the words of a text, each folded, little words kept.

    >>> fold_spaces("Le Comité d'Été")
    'le comite d ete'
    """
    return " ".join(fold(word) for word in _WORD.findall(text))


def sentence(draft: Draft, kinds: Sequence[Kind], asked: Kind | None, language: str) -> Sentence:
    """Return a draft as a sentence whose names are of these kinds.

    Parameters
    ----------
    draft : Draft
        With marks for names, and a hole.
    kinds : sequence of Kind
        What each name is.
    asked : Kind or None
        What the hole is taken to be; None where there is none.
    language : str
        Of the sentence.
    """
    forms = _FORMS[language]
    text, places = draft.text, {}
    for number, kind in enumerate(kinds):
        name = forms[kind].format(_NAMES[number])
        text = text.replace(f"{MARK}{number}", name)
        places[_bare(name)] = number
    if asked is not None:
        name = forms[asked].format(_STANDING)
        text = text.replace(HOLE, name)
        places[_bare(name)] = -1
    for pattern, contracted in _REWORDED[language]:
        text = re.sub(pattern, contracted, text)
    return Sentence(f"{text[:1].upper()}{text[1:]}.", places)


def _bare(name: str) -> str:
    return fold(name)
