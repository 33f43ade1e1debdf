"""Shape: what a table turned out to be, and what each of its columns is to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ...graph import Qualifiers, Statement
from .entries import Entry
from .evidence import Evidence


class Shape(Protocol):
    """A shape of table that states something."""

    @property
    def name(self) -> str:
        """What it is called: ``raci``, ``members``, ``register``, ``statements``."""

    def columns(self) -> Mapping[int, str]:
        """Return what each column that is read is, for people."""

    def read(
        self, entry: Entry, evidence: Evidence, qualifiers: Qualifiers
    ) -> Iterator[Statement | str]:
        """Yield the statements of a row, and in words what of it is not understood."""
