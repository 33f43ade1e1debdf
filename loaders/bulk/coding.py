"""Coding: each different value of a column once, and for each row which it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from .grid import Numbers

T = TypeVar("T")
U = TypeVar("U", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column.

    Attributes
    ----------
    codes : array of int
        For each row the place of its value.
    values : list
        The different values.
    """

    codes: Numbers
    values: list[T]

    def map(self, change: Callable[[T], U]) -> Coded[U]:
        """Return the column with each value changed; those that become the same are one."""
        places: dict[U, int] = {}
        to = [places.setdefault(change(value), len(places)) for value in self.values]
        return Coded(np.array(to, np.int64)[self.codes], list(places))

    def listed(self, rows: Numbers) -> list[T]:
        """Return the values of some rows."""
        values = self.values
        return [values[code] for code in self.codes[rows].tolist()]


def coded(values: Sequence[str]) -> Coded[str]:
    """Return a column of texts, coded."""
    import pandas as pd

    held = np.empty(len(values), object)
    held[:] = values
    codes, different = pd.factorize(held)
    return Coded(codes.astype(np.int32), list(different))


def together(*columns: Coded[T]) -> tuple[list[T], list[Numbers]]:
    """Return the different values of several columns, and the codes of each among these."""
    places: dict[T, int] = {}
    codes: list[Numbers] = []
    for column in columns:
        to = [places.setdefault(value, len(places)) for value in column.values]
        codes.append(np.array(to, np.int64)[column.codes])
    return list(places), codes
