"""Referents: what the phrases of one document name in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...graph import Kind, Mention, fold
from .phrases import Phrase

_NAMES_KEPT = 12


@dataclass(slots=True, eq=False)
class Referent:
    """What phrases of one document name in common."""

    number: int
    kind: Kind | None
    phrases: list[Phrase] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    words: set[frozenset[str]] = field(default_factory=set)

    def add(self, phrase: Phrase) -> None:
        """Count a phrase as naming this referent."""
        self.phrases.append(phrase)
        for name in (phrase.name, *phrase.aliases):
            self.learn(name)
        if self.kind is None:
            self.kind = phrase.kind

    def become(self, person: Phrase) -> None:
        """Take a post for the person who holds it: her name comes first."""
        self.kind = person.kind
        self.names = {person.name: None, **self.names}

    def learn(self, name: str) -> None:
        """Take a name."""
        self.names.setdefault(name)
        self.words.add(frozenset(fold(name).split()))

    @property
    def proper(self) -> bool:
        """Whether some phrase of it carries a proper name."""
        return any(phrase.proper for phrase in self.phrases)

    def mention(self) -> Mention:
        """Return how the document names it."""
        names = [" ".join(name.split()) for name in self.names]
        unique = list(dict.fromkeys(names))
        return Mention(unique[0], self.kind or Kind.PROJECT, tuple(unique[1:_NAMES_KEPT]))
