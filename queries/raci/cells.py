"""Cells: the letters a stakeholder has for a thing, each with the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...graph import LETTERS, Stakeholder
from ..answer import Outcome
from ..evidence import Evidence

_SUREST_FIRST = (Outcome.CONFLICTING, Outcome.STATED, Outcome.DERIVED)
_FORMS = {Outcome.CONFLICTING: "{}!", Outcome.STATED: "{}", Outcome.DERIVED: "({})"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One letter of a cell, for one reason.

    Attributes
    ----------
    letter : str
        ``R``, ``A``, ``C`` or ``I``.
    outcome : Outcome
        Stated, derived or conflicting.
    limited : bool
        Whether it holds only for some phase, time or case that was not asked for.
    rule : str
        The rule a derived one follows; empty otherwise.
    chain : tuple of Evidence
        The statements, from the one nearest to the thing.
    """

    letter: str
    outcome: Outcome
    limited: bool
    rule: str
    chain: tuple[Evidence, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "letter": self.letter,
            "outcome": self.outcome.value,
            "limited": self.limited,
            "rule": self.rule,
            "statements": [link.as_dict() for link in self.chain],
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """What one stakeholder is for one row."""

    stakeholder: Stakeholder
    marks: tuple[Mark, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """Each letter once, as the surest of its marks gives it: ``A``, ``(A)``, ``A!``, ``A*``."""
        return tuple(text for _, _, text in self.tokens())

    def tokens(self) -> Iterator[tuple[str, Outcome, str]]:
        """Yield each letter, its surest outcome and how the two are written."""
        for letter in LETTERS:
            of_letter = [mark for mark in self.marks if mark.letter == letter]
            for outcome in _SUREST_FIRST:
                alike = [mark for mark in of_letter if mark.outcome is outcome]
                if alike:
                    star = "*" if all(mark.limited for mark in alike) else ""
                    yield letter, outcome, _FORMS[outcome].format(letter) + star
                    break

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "stakeholder": self.stakeholder.name,
            "stakeholder_id": self.stakeholder.id,
            "letters": list(self.letters),
            "marks": [mark.as_dict() for mark in self.marks],
        }


@dataclass(frozen=True, slots=True)
class Flag:
    """What is wrong with a row: ``no-a`` or ``several-a``, and a sentence that says it."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """A thing, in a phase if one is named, with the stakeholders that have a letter for it.

    Attributes
    ----------
    thing : Stakeholder
        A project, body or other stakeholder.
    phase : str
        The phase, ``other phases``, or empty for all of them.
    cells : tuple of Cell
        Those with a letter, in the order of the matrix's columns.
    flags : tuple of Flag
        What is wrong with it.
    """

    thing: Stakeholder
    phase: str
    cells: tuple[Cell, ...]
    flags: tuple[Flag, ...]

    @property
    def label(self) -> str:
        """The thing and its phase."""
        return f"{self.thing.name} · {self.phase}" if self.phase else self.thing.name

    def cell(self, stakeholder: Stakeholder) -> Cell | None:
        """Return the cell of a stakeholder, none if it has no letter."""
        return next((cell for cell in self.cells if cell.stakeholder == stakeholder), None)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "name": self.thing.name,
            "id": self.thing.id,
            "kind": self.thing.kind.value,
            "phase": self.phase,
            "flags": [{"rule": flag.rule, "message": flag.message} for flag in self.flags],
            "cells": [cell.as_dict() for cell in self.cells],
        }
