"""Ranks: how many others each stakeholder is linked with, and who comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from ...errors import InputError
from ...graph.stores import Store
from ..cypher_files import run

SIZES = ("degree", "in_degree", "out_degree")
"""The metrics a database counts while one waits, as `influence.metrics` defines them."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """The degrees of every stakeholder, counted once.

    Attributes
    ----------
    degrees : mapping
        Metric of `SIZES` → id → value, those with a 0 left out, the highest first.
    ranks : mapping
        Metric → value → its rank: 1 is first, equals share a rank.
    """

    degrees: Mapping[str, Mapping[str, int]]
    ranks: Mapping[str, Mapping[int, int]]

    @classmethod
    def of(cls, store: Store) -> Self:
        """Count the links of every stakeholder of a store: O(n + m) in the database."""
        held, received = _count(store, "held"), _count(store, "received")
        counts = {"degree": held + received, "in_degree": received, "out_degree": held}
        degrees = {size: dict(_first_first(counts[size])) for size in SIZES}
        return cls(degrees, {size: _ranks(degrees[size].values()) for size in SIZES})

    def most(self, size: str) -> int:
        """Return the highest value of a metric."""
        return next(iter(self.degrees[size].values()), 0)

    def first(self, size: str, most: int) -> list[str]:
        """Return the ids of the first stakeholders by a metric.

        Raises
        ------
        InputError
            If the metric is unknown.
        """
        return [id_ for id_, _ in zip(self._of(size), range(most), strict=False)]

    def ordered(self, ids: Iterable[str], size: str) -> list[str]:
        """Return ids by a metric, the first in front, equals by id.

        Raises
        ------
        InputError
            If the metric is unknown.
        """
        values = self._of(size)
        return sorted(ids, key=lambda id_: (-values.get(id_, 0), id_))

    def of_one(self, id_: str) -> dict[str, tuple[float, int]]:
        """Return the value and the rank of a stakeholder by each metric."""
        values = {size: self.degrees[size].get(id_, 0) for size in SIZES}
        return {size: (value, self._rank(size, value)) for size, value in values.items()}

    def _rank(self, size: str, value: int) -> int:
        return self.ranks[size].get(value) or len(self.degrees[size]) + 1

    def _of(self, size: str) -> Mapping[str, int]:
        if size not in self.degrees:
            raise InputError(f"unknown size {size!r}", remedy=f"use one of {', '.join(SIZES)}")
        return self.degrees[size]


def _count(store: Store, query: str) -> Counter[str]:
    return Counter({row["id"]: row["linked"] for row in run(store, query)})


def _first_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _ranks(values: Iterable[int]) -> dict[int, int]:
    """Return the rank of each value of a falling sequence."""
    ranks: dict[int, int] = {}
    for place, value in enumerate(values, start=1):
        ranks.setdefault(value, place)
    return ranks
