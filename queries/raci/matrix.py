"""The matrix: rows of things, columns of stakeholders, as a value, as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ...graph import Document, Stakeholder, Vocabulary
from ..evidence import COLUMNS, frame
from .cells import Row

if TYPE_CHECKING:
    import pandas as pd

MOST_CELLS = 1_000_000
"""How many cells, the empty ones with them, a table for people may have."""

FRAME: tuple[str, ...] = (
    *("row", "row_id", "row_phase", "stakeholder", "stakeholder_id", "stakeholder_kind"),
    *("letter", "outcome", "limited", "rule", "step", *COLUMNS),
)
"""The columns of `Matrix.frame`, in order."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A RACI matrix.

    Attributes
    ----------
    rows : tuple of Row
        In the order asked for, else by name; each with its cells and what is wrong with it.
    columns : tuple of Stakeholder
        Those with a letter in some row: by kind as the vocabulary orders them, most letters first,
        then by name.
    letters : mapping of str to str
        The letter each relation gives, those with none left out.
    at : str
        The date asked for; empty for all times.
    documents : tuple of Document
        Those quoted, without their texts.
    notes : tuple of str
        What to know when reading it.
    vocabulary : Vocabulary
        How relations are worded.
    """

    rows: tuple[Row, ...]
    columns: tuple[Stakeholder, ...]
    letters: Mapping[str, str]
    vocabulary: Vocabulary = field(repr=False)
    at: str = ""
    documents: tuple[Document, ...] = ()
    notes: tuple[str, ...] = ()

    def frame(self) -> pd.DataFrame:
        """Return one row for each statement behind each letter, with the columns `FRAME`.

        ``row``, ``row_id``, ``row_phase`` are the thing and the phase; ``letter`` one of R, A, C
        and I; ``outcome`` stated, derived or conflicting; ``limited`` whether the letter holds
        only for some phase, time or case; ``rule`` how it is derived; ``step`` counts the
        statements of a chain from 1, the nearest to the thing. The rest is `COLUMNS`.
        """
        return frame(list(self._lines()), FRAME)

    def grid(self) -> pd.DataFrame:
        """Return the matrix as texts: one row a row, indexed by its label, one column a name.

        A cell is like ``R (A) C*``, empty where there is no letter; ``flags`` is the last column.
        """
        import pandas as pd

        names = [stakeholder.name for stakeholder in self.shown().columns]
        lines = [
            [*self.texts(row), "; ".join(flag.message for flag in row.flags)] for row in self.rows
        ]
        labels = pd.Index([row.label for row in self.rows], dtype="str")
        return pd.DataFrame(lines, index=labels, columns=[*names, "flags"], dtype="str")

    def shown(self) -> Matrix:
        """Return the matrix itself if it is small enough to be shown with its empty cells.

        Raises
        ------
        InputError
            If it has more than `MOST_CELLS`.
        """
        rows, columns = len(self.rows), len(self.columns)
        if rows * columns > MOST_CELLS:
            raise InputError(
                f"the matrix has {rows} rows and {columns} columns, too many to show",
                remedy="name fewer rows, or take JSON",
            )
        return self

    def texts(self, row: Row) -> list[str]:
        """Return the cells of a row as texts, one for each column."""
        cells = {cell.stakeholder.id: " ".join(cell.letters) for cell in row.cells}
        return [cells.get(stakeholder.id, "") for stakeholder in self.columns]

    def _repr_html_(self) -> str:
        """Return the grid for a notebook."""
        return self.grid().to_html()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON: each cell with all its evidence."""
        return {
            "at": self.at,
            "letters": dict(self.letters),
            "columns": [
                {"name": column.name, "id": column.id, "kind": column.kind.value}
                for column in self.columns
            ],
            "rows": [row.as_dict() for row in self.rows],
            "notes": list(self.notes),
        }

    def _lines(self) -> Iterator[dict[str, Any]]:
        for row in self.rows:
            for cell in row.cells:
                for mark in cell.marks:
                    head = {
                        "row": row.thing.name,
                        "row_id": row.thing.id,
                        "row_phase": row.phase,
                        "stakeholder": cell.stakeholder.name,
                        "stakeholder_id": cell.stakeholder.id,
                        "stakeholder_kind": cell.stakeholder.kind.value,
                        "letter": mark.letter,
                        "outcome": mark.outcome.value,
                        "limited": mark.limited,
                        "rule": mark.rule,
                    }
                    for step, link in enumerate(mark.chain, start=1):
                        yield {**head, "step": step, **link.as_dict()}
