"""Matching: the statement that a decision is about, also after its document has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ...graph import Statement, fold
from .decision import Said


@dataclass(frozen=True, slots=True)
class Match:
    """A statement there is, by what tells it from others."""

    id: str
    document: str
    relation: str
    source: str
    target: str
    quote: str

    @property
    def content(self) -> tuple[str, ...]:
        """What stays the same when a document changes around it."""
        return self.relation, fold(self.source), fold(self.target), " ".join(self.quote.split())


def match_of(statement: Statement) -> Match:
    """Return what tells a statement from others."""
    names = statement.source.name, statement.target.name
    return Match(statement.id, statement.document, statement.relation, *names, statement.quote)


class Matcher:
    """Finds statements by their id, else by relation, ends and quote.

    Parameters
    ----------
    statements : iterable of Match
        Those there are.
    documents : collection of str
        The documents there are.
    """

    def __init__(self, statements: Iterable[Match], documents: Collection[str]) -> None:
        self._ids: dict[str, Match] = {}
        self._contents: defaultdict[tuple[str, ...], list[Match]] = defaultdict(list)
        self._documents = documents
        for each in statements:
            self._ids[each.id] = each
            self._contents[each.content].append(each)

    def find(self, said: Said) -> Match | None:
        """Return the statement that is meant; none if none or several could be."""
        if said.id in self._ids:
            return self._ids[said.id]
        ends = said.source.name, said.target.name
        meant = Match("", said.document, said.relation, *ends, said.quote)
        alike = self._contents.get(meant.content, []) if said.quote else []
        here = [each for each in alike if each.document == said.document] or alike
        return here[0] if len(here) == 1 else None

    def holds(self, document: str) -> bool:
        """Tell whether a document is there."""
        return document in self._documents

    def why(self, said: Said) -> str:
        """Return why there is no such statement."""
        if self.holds(said.document):
            return f"stale: {said.document} does not say this any more"
        return f"{said.document} is not loaded"
