"""Referents: what the phrases of one document name in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...graph import Kind, fold
from .phrases import Phrase


@dataclass(slots=True, eq=False)
class Referent:
    """What phrases of one document name in common.

    Attributes
    ----------
    number : int
        Its place in the document.
    kind : Kind or None
        What it is.
    phrases : list of Phrase
        The phrases that name it or stand for it, in order.
    names : dict of str
        Its names, in order.
    words : set of frozenset of str
        The words of each name.
    guessed : bool
        Whether its kind was only guessed from how the name is written.
    """

    number: int
    kind: Kind | None
    phrases: list[Phrase] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    words: set[frozenset[str]] = field(default_factory=set)
    preferred: str = ""
    guessed: bool = False

    def add(self, phrase: Phrase) -> None:
        """Count a phrase as naming this referent."""
        self.phrases.append(phrase)
        for name in (phrase.name, *phrase.aliases):
            self.learn(name)
        if self.kind is None:
            self.kind = phrase.kind

    def take(self, phrase: Phrase) -> None:
        """Count a phrase as standing for this referent, without being a name of it."""
        self.phrases.append(phrase)
        if phrase.kind is not None and (self.kind is None or self.guessed):
            self.kind, self.guessed = phrase.kind, False

    def suppose(self, kind: Kind) -> None:
        """Take it for something of a kind, where nothing tells what it is."""
        if self.kind is None:
            self.kind, self.guessed = kind, True

    def become(self, person: Phrase) -> None:
        """Take a post for the person who holds it: her name comes first."""
        self.kind = person.kind
        self.names = {person.name: None, **self.names}

    def name(self, phrase: Phrase) -> None:
        """Take a name in apposition for its own: "a commercial firm, Halo Mobile"."""
        self.kind = phrase.kind if self.kind is Kind.ROLE else self.kind
        self.names, self.preferred = {}, phrase.name

    def learn(self, name: str) -> None:
        """Take a name."""
        self.names.setdefault(name)
        self.words.add(frozenset(fold(name).split()))

    @property
    def proper(self) -> bool:
        """Whether some phrase of it carries a proper name."""
        return any(phrase.proper for phrase in self.phrases)

    @property
    def alone(self) -> bool:
        """Whether some phrase of it is no mere word of a longer name: "Department for | Work"."""
        return any(p.outer is None or p.determiner or p.start < p.outer.head for p in self.phrases)
