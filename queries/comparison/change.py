"""Changes: a role gained, lost, limited or worded otherwise, with what both sides say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from ..evidence import Evidence, frame

if TYPE_CHECKING:
    import pandas as pd

_ROLE = ("change", "holder", "holder_kind", "relation", "target", "target_kind")
_SIDE = ("source", "quote", "document", "locator", "phase", "since", "until", "condition")
COLUMNS = (
    *_ROLE,
    *(f"before_{name}" for name in _SIDE),
    *(f"after_{name}" for name in _SIDE),
)
"""The columns of the table of a comparison."""


class Turn(StrEnum):
    """What became of a role."""

    GAINED = "gained"
    LOST = "lost"
    LIMITS = "limits"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one role: that somebody stands in a relation to something.

    Attributes
    ----------
    turn : Turn
        Gained, lost, or held on both sides: then with other limits (phase, dates, condition,
        partners), or in other words only.
    holder, holder_kind : str
        Who holds the role.
    relation : str
        Which role.
    target, target_kind : str
        For what.
    before, after : tuple of Evidence
        What each side says of the role. Where one side does not give it to the holder: to whom
        it gives that office, or what else the holder is there for the same target; empty if it
        says nothing of either.
    """

    turn: Turn
    holder: str
    holder_kind: str
    relation: str
    target: str
    target_kind: str
    before: tuple[Evidence, ...]
    after: tuple[Evidence, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, with what both sides say."""
        return {
            **dict(zip(_ROLE, self._role(), strict=True)),
            "before": [said.as_dict() for said in self.before],
            "after": [said.as_dict() for said in self.after],
        }

    def rows(self) -> Iterator[dict[str, str]]:
        """Yield rows with the columns `COLUMNS`: one for each pair of statements."""
        role = dict(zip(_ROLE, self._role(), strict=True))
        for before, after in zip_longest(self.before, self.after):
            yield {
                **role,
                **{f"before_{name}": getattr(before, name, "") for name in _SIDE},
                **{f"after_{name}": getattr(after, name, "") for name in _SIDE},
            }

    def _role(self) -> tuple[str, ...]:
        ends = self.holder, self.holder_kind, self.relation, self.target, self.target_kind
        return (self.turn.value, *ends)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one side to the other.

    Attributes
    ----------
    before, after : str
        What is compared: two addresses, or two dates.
    changes : tuple of Change
        By target and relation, as the vocabulary orders them; lost before gained.
    """

    before: str
    after: str
    changes: tuple[Change, ...]

    def of(self, turn: Turn) -> tuple[Change, ...]:
        """Return the changes of one sort."""
        return tuple(change for change in self.changes if change.turn is turn)

    def counts(self) -> dict[str, int]:
        """Return the number of changes of each sort."""
        return {turn.value: len(self.of(turn)) for turn in Turn}

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON."""
        return {
            "before": self.before,
            "after": self.after,
            "counts": self.counts(),
            "changes": [change.as_dict() for change in self.changes],
        }

    def frame(self) -> pd.DataFrame:
        """Return one row for each pair of statements of each change.

        Columns: ``change, holder, holder_kind, relation, target, target_kind``, then for both
        sides, as ``before_…`` and ``after_…``: ``source, quote, document, locator, phase, since,
        until, condition``; empty where a side says nothing.
        """
        return frame([row for change in self.changes for row in change.rows()], COLUMNS)
