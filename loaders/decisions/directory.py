"""The directory: which stakeholders there are for what a decision names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...graph import Kind, Mention, Stakeholder, fold
from .decision import Party


class Directory:
    """Stakeholders as resolution alone makes them, by id and by name.

    Parameters
    ----------
    stakeholders : iterable of Stakeholder
        Those of a store, before any decision.
    """

    def __init__(self, stakeholders: Iterable[Stakeholder] = ()) -> None:
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._kinds: defaultdict[str, set[Kind]] = defaultdict(set)
        for each in stakeholders:
            self._add(each.id, each.kind, (each.name, *each.aliases))

    def add(self, id_: str, mention: Mention) -> None:
        """Take note of what a mention stands for."""
        scoped = f"{mention.name} ({mention.scope})" if mention.scope else mention.name
        self._add(id_, mention.kind, (mention.name, scoped, *mention.aliases))

    def find(self, party: Party) -> str:
        """Return the id of a stakeholder, empty if there is none or it may be one of several."""
        found = self._ids.get(fold(party.name), set())
        if party.id in found:
            return party.id
        alike = {id_ for id_ in found if party.kind in self._kinds[id_]} or found
        return next(iter(alike)) if len(alike) == 1 else ""

    def call(self, id_: str, name: str) -> None:
        """Take note of a name that a decision gives."""
        self._ids[fold(name)].add(id_)

    def _add(self, id_: str, kind: Kind, names: Iterable[str]) -> None:
        self._kinds[id_].add(kind)
        for name in names:
            self._ids[fold(name)].add(id_)
