"""Large tables: what a list of statements says, by columns, before its ends are resolved."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...graph import Document, Kind, Mention
from ..tabular import Explanation
from .coding import Coded
from .ends import Ends
from .grid import Grid, Numbers


@dataclass(frozen=True, slots=True)
class LargeTable:
    """What a large list of statements says.

    Attributes
    ----------
    document : Document
        Where it stands.
    grid : Grid
        Its cells.
    rows : array of int
        The row of the grid that makes each statement, in order.
    said : Ends
        The relation and the two ends of each.
    starts, ends : array of int
        Where the quote of each stands.
    qualifiers : dict of str to Coded
        Qualifier → its value in each.
    explanation : Explanation
        How the table was read.
    notes : tuple of str
        Which rows could not be read.
    """

    document: Document
    grid: Grid
    rows: Numbers
    said: Ends
    starts: Numbers
    ends: Numbers
    qualifiers: dict[str, Coded[Any]]
    explanation: Explanation
    notes: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.rows)

    def company(self) -> list[tuple[Mention, Mention]]:
        """Return whom the statements put together with a person, each two once."""
        named, said = self.said.mentions, self.said
        person = np.array([each.kind is Kind.PERSON for each in named], bool)
        some = person[said.sources] | person[said.targets]
        pairs = np.sort(said.sources[some] * len(named) + said.targets[some])
        pairs = pairs[np.diff(pairs, prepend=-1) > 0]
        return [(named[p // len(named)], named[p % len(named)]) for p in pairs.tolist()]

    def quotes(self, some: Numbers) -> list[str]:
        """Return the quotes of some statements."""
        return self.grid.slices(self.starts[some], self.ends[some])

    def locators(self, some: Numbers) -> list[str]:
        """Return what people call their places."""
        unit = self.grid.unit
        return [f"{unit} {number}" for number in self.grid.numbers[self.rows[some]].tolist()]

    def ids(self, some: Numbers, written: list[str]) -> list[str]:
        """Return their ids, as `Statement.id` makes them.

        Parameters
        ----------
        written : list of str
            The names of all that are mentioned, as JSON writes them.
        """
        document, said = json.dumps(self.document.id), self.said
        sha256 = hashlib.sha256
        return [
            sha256(
                f'[{document}, {start}, {end}, "{place}", "{said.relations[relation]}",'
                f" {written[source]}, {written[target]}]".encode()
            ).hexdigest()[:20]
            for start, end, place, relation, source, target in zip(
                self.starts[some].tolist(),
                self.ends[some].tolist(),
                self.locators(some),
                said.relation[some].tolist(),
                said.sources[some].tolist(),
                said.targets[some].tolist(),
                strict=True,
            )
        ]
