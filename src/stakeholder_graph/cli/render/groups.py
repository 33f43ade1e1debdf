"""Statements as a person reads them: under one heading, and each quote once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ...graph import fold
from .text import clean, limits, place, quoted

if TYPE_CHECKING:
    from ...graph import Document, Vocabulary

Statement = Mapping[str, Any]


@dataclass(slots=True)
class Entry:
    """Who or what one sentence of a document says something of.

    Attributes
    ----------
    names : list of str
        One or, where a sentence lists them, several.
    said : str
        What limits it: phase, dates, condition.
    quote, place : str
        The sentence in its marks, and where it stands.
    partners : list of str
        Those who share it, as the document names them.
    """

    names: list[str]
    said: str
    quote: str
    place: str
    partners: list[str] = field(default_factory=list)

    @property
    def limits(self) -> str:
        """What limits it, and who else shares it."""
        named = {fold(name) for name in self.names}
        others = [name for name in self.partners if fold(name) not in named]
        shared = f"jointly with {', '.join(others)}" if others else "jointly"
        return " · ".join(part for part in (self.said, shared if self.partners else "") if part)

    def joins(self, other: Entry) -> bool:
        """Tell whether another entry rests on the same sentence, said alike."""
        return (self.said, self.quote, self.place) == (other.said, other.quote, other.place)


@dataclass(slots=True)
class Group:
    """Entries that say the same of different names."""

    heading: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Words:
    """How statements are worded.

    Attributes
    ----------
    vocabulary : Vocabulary
        The words for relations.
    languages : mapping
        The language of each document, for the marks of its quotes.
    detailed : bool
        Whether to say what read a statement, and how surely.
    """

    vocabulary: Vocabulary
    languages: Mapping[str, str] = field(default_factory=dict)
    detailed: bool = False

    def speaking(self, documents: Iterable[Document]) -> Words:
        """Return the same with the language of each document."""
        return replace(self, languages={each.id: each.language for each in documents})

    def verb(self, relation: str) -> str:
        """Return a relation as it reads from its source."""
        known = self.vocabulary.relations.get(relation)
        return known.labels["en"] if known else relation.lower().replace("_", " ")

    def inverse(self, relation: str) -> str:
        """Return a relation as it reads from its target."""
        known = self.vocabulary.relations.get(relation)
        return known.inverse if known else f"{self.verb(relation)} (inverse)"

    def sentence(self, statement: Statement) -> str:
        """Return a statement as "source verb target"."""
        ends = statement["source"], self.verb(statement["relation"]), statement["target"]
        return clean(" ".join(ends))

    def quote(self, statement: Statement) -> str:
        """Return the quote in the marks of its language; nothing where there is none."""
        language = self.languages.get(statement["document"], "")
        return quoted(statement["quote"], language) if statement["quote"] else ""

    def entry(self, name: str, statement: Statement) -> Entry:
        """Return a statement as the entry of a name."""
        where = place(statement["document"], statement["locator"])
        said = limits(statement)
        if self.detailed and "asserted_by" in statement:
            read = f"{statement['asserted_by']}, confidence {statement['confidence']:.2f}"
            said = " · ".join(part for part in (said, clean(read)) if part)
        partners = [clean(partner) for partner in statement.get("jointly_with", ())]
        return Entry([clean(name)], said, self.quote(statement), where, partners)


def group(
    statements: Iterable[Statement], words: Words, read: Callable[[Statement], tuple[str, str]]
) -> list[Group]:
    """Return statements by heading, in the order of their first; equal sentences are one entry.

    Parameters
    ----------
    statements : iterable
        With the columns of `stakeholder_graph.queries.COLUMNS`.
    words : Words
        How they are worded.
    read : callable
        Returns the heading a statement stands under, and the name it stands for there.
    """
    groups: dict[str, Group] = {}
    for statement in statements:
        heading, name = read(statement)
        _add(groups.setdefault(heading, Group(clean(heading))), words.entry(name, statement))
    return list(groups.values())


def _add(group: Group, entry: Entry) -> None:
    for known in group.entries:
        if known.joins(entry):
            known.names += [name for name in entry.names if name not in known.names]
            known.partners += [name for name in entry.partners if name not in known.partners]
            return
    group.entries.append(entry)


def rows(groups: Iterable[Group]) -> Iterator[tuple[str, str, str, str, str]]:
    """Return groups as the rows of a table: heading, names, limits, quote, place."""
    for each in groups:
        for entry in each.entries:
            yield each.heading, "; ".join(entry.names), entry.limits, entry.quote, entry.place
