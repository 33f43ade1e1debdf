"""A relation between stakeholders and a kind of them, as the vocabulary describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .model import Kind


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of relationship: source → target.

    Attributes
    ----------
    name : str
        Its type in the graph, such as ``PILOTS``.
    meaning : str
        One sentence.
    sources, targets : frozenset of Kind
        The kinds of stakeholder it joins.
    inverse : str
        How it reads from its target, in English.
    labels : mapping of str to str
        Language code → verb.
    raci : str
        ``R``, ``A``, ``C``, ``I`` or empty.
    colour : str
        ``#RRGGBB``.
    """

    name: str
    meaning: str
    sources: frozenset[Kind]
    targets: frozenset[Kind]
    inverse: str
    labels: Mapping[str, str]
    raci: str
    colour: str

    def joins(self, source: Kind, target: Kind) -> bool:
        """Tell whether the relation may run from one kind to the other."""
        return source in self.sources and target in self.targets


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind of stakeholder is named and drawn."""

    labels: Mapping[str, str]
    colour: str
    shape: str
