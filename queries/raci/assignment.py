"""Assignment: which relation gives which letter, and which steps of the ladder give an A."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from ...graph import Implication, Step, Vocabulary, letter_of, load_vocabulary


@dataclass(frozen=True, slots=True)
class Assignment:
    """How relations become letters.

    Attributes
    ----------
    letters : mapping of str to str
        Relation → letter, those without one left out.
    vocabulary : Vocabulary
        With the ladder that A follows from: a relation whose letter a user changed from A to
        another one is no step of it.
    """

    letters: Mapping[str, str]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, vocabulary: Vocabulary, changes: Mapping[str, str] | None) -> Self:
        """Return the letters of a vocabulary, some of them changed.

        Raises
        ------
        VocabularyError
            If a change names no relation, or no letter.
        """
        letters = {name: relation.raci for name, relation in vocabulary.relations.items()}
        for name, letter in (changes or {}).items():
            letters[vocabulary.relation(name).name] = letter_of(letter, name)
        given = {name: letter for name, letter in letters.items() if letter}
        return cls(given, replace(vocabulary, accountability=_ladder(vocabulary, given)))

    @property
    def first(self) -> tuple[str, ...]:
        """The relations that state who is accountable."""
        return self.vocabulary.accountability[0].relations

    @property
    def later(self) -> frozenset[str]:
        """The relations that accountability is derived from, of stakeholders to the thing."""
        steps = self.vocabulary.accountability[1:]
        return frozenset(name for step in steps if _direct(step) for name in step.relations)

    @property
    def implied(self) -> tuple[Implication, ...]:
        """Letters that follow from what is stated of others."""
        return self.vocabulary.implied


def _ladder(vocabulary: Vocabulary, letters: Mapping[str, str]) -> tuple[Step, ...]:
    built_in = load_vocabulary().relations.values()
    answering = {relation.name for relation in built_in if relation.raci == "A"}
    taken = {name for name in answering if letters.get(name) != "A"}
    first, *later = vocabulary.accountability
    kept = (
        replace(step, relations=tuple(n for n in step.relations if n not in taken))
        if _direct(step)
        else step
        for step in later
    )
    return (first, *(step for step in kept if step.relations))


def _direct(step: Step) -> bool:
    """Tell whether a step is taken by a relation towards the thing itself."""
    return not step.via and not step.up
