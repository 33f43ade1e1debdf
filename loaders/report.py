"""Report: what a load did, in numbers and names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .decisions import Replayed
from .files import Failure
from .tabular import Explanation


@dataclass(slots=True)
class LoadReport:
    """What a load did.

    Attributes
    ----------
    loaded : list of str
        Ids of the documents read and written.
    unchanged : list of str
        Ids of those that were loaded before with the same content.
    duplicates : dict of str to str
        Path → id of the document that has the same content; not loaded again.
    failures : list of Failure
        Paths that could not be read, and why.
    notes : list of str
        Parts of loaded documents that could not be read, each with its place, and why.
    tables : list of (str, Explanation)
        The document and the reading of each table.
    stakeholders : int
        How many the loaded documents name.
    statements : Counter of str
        Relation → statements of the loaded documents.
    set_aside : Counter of str
        Check → candidates it held back.
    decisions : Replayed
        What came of the decisions of people.
    """

    loaded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: list[tuple[str, Explanation]] = field(default_factory=list)
    stakeholders: int = 0
    statements: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    decisions: Replayed = field(default_factory=Replayed)

    def add(self, later: LoadReport) -> None:
        """Add what a later load did."""
        self.loaded += later.loaded
        self.unchanged += later.unchanged
        self.duplicates |= later.duplicates
        self.failures += later.failures
        self.notes += later.notes
        self.tables += later.tables
        self.stakeholders += later.stakeholders
        self.statements += later.statements
        self.set_aside += later.set_aside
        self.decisions = later.decisions
