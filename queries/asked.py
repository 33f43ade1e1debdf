"""What is asked: a phase and a date, and whether a statement answers for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from ..graph import Vocabulary, fold
from . import phases
from .dates import holds, parse_date
from .evidence import Evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """What a statement must hold for.

    Attributes
    ----------
    vocabulary : Vocabulary
        The ladder, and the words for phases.
    phase, at : str
        The phase and the date asked for; empty for all.
    always : bool
        Take only what holds without limit.
    """

    vocabulary: Vocabulary
    phase: str = ""
    at: str = ""
    always: bool = False

    @classmethod
    def of(cls, vocabulary: Vocabulary, phase: str | None, at: str | date | None) -> Self:
        """Return what is asked, from what a user gives.

        Raises
        ------
        InputError
            If the date is not one.
        """
        return cls(vocabulary, (phase or "").strip() if fold(phase or "") else "", parse_date(at))

    def holds(self, statement: Evidence) -> bool:
        """Tell whether a statement answers for the phase and the date asked."""
        return (
            not (self.always and self.limits(statement))
            and holds(statement.since, statement.until, self.at)
            and phases.answers(self.phase, statement.phase, self.vocabulary)
        )

    def limits(self, statement: Evidence) -> bool:
        """Tell whether a statement leaves out some phase, time or case that was asked about."""
        return bool(
            statement.condition
            or (statement.phase and not self.phase)
            or (statement.until and not self.at)
        )
