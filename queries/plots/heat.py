"""The RACI matrix as a heat map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .canvas import INK, PALE, PALETTE, empty, name_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..raci import Matrix

_COLOURS = dict(zip("ARCI", PALETTE[5:6] + PALETTE[:1] + PALETTE[2:3] + PALETTE[4:5], strict=True))
_MEANINGS = {"A": "accountable", "R": "responsible", "C": "consulted", "I": "informed"}


def plot_matrix(matrix: Matrix, *, most: int = 30, title: str = "RACI") -> Figure:
    """Draw a RACI matrix: a filled square for each letter, pale where the letter is derived.

    Parameters
    ----------
    matrix : Matrix
        What :func:`raci_matrix` returns.
    most : int
        At most so many stakeholders: those with an A, then those with most letters; the title
        says how many are left out.
    title : str
        Heading.

    Raises
    ------
    InputError
        If Matplotlib is missing, or the matrix is too large to be drawn at all.
    """
    shown = matrix.shown()
    columns = sorted(sorted(range(len(shown.columns)), key=lambda i: _weight(shown, i))[:most])
    left_out = len(shown.columns) - len(columns)
    heading = f"{title} ({left_out} with fewer letters not shown)" if left_out else title
    figure, axes = empty(
        3 + 0.45 * max(len(columns), 1), 2.2 + 0.45 * max(len(shown.rows), 1), heading
    )
    for place, row in enumerate(shown.rows):
        texts = shown.texts(row)
        for across, column in enumerate(columns):
            _cell(axes, across, place, texts[column])
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(shown.rows) - 0.5, -0.5)
    names = [name_of(shown.columns[column].name) for column in columns]
    axes.set_xticks(range(len(columns)), names, rotation=55, ha="right", fontsize=8)
    axes.set_yticks(range(len(shown.rows)), [name_of(row.label) for row in shown.rows], fontsize=8)
    axes.set_xticks([i - 0.5 for i in range(1, len(columns))], minor=True)
    axes.set_yticks([i - 0.5 for i in range(1, len(shown.rows))], minor=True)
    axes.grid(which="minor", color=PALE, linewidth=0.5)
    axes.tick_params(which="both", length=0)
    _explain(axes)
    return figure


def _weight(matrix: Matrix, column: int) -> tuple[bool, int]:
    """Return the key that sorts columns: those who answer for something, then by letters."""
    stakeholder = matrix.columns[column].id
    cells = (cell for row in matrix.rows for cell in row.cells)
    letters = [
        mark for cell in cells if cell.stakeholder.id == stakeholder for mark in cell.letters
    ]
    return not any("A" in letter for letter in letters), -len(letters)


def _cell(axes: Axes, x: int, y: int, text: str) -> None:
    """Draw the letters of a cell side by side, each as wide as it is long."""
    from matplotlib.patches import Rectangle

    letters = text.split()
    room = sum(map(_length, letters))
    left = x - 0.5
    for letter in letters:
        plain = letter.strip("()*!?")[:1]
        width = _length(letter) / room
        derived = letter.startswith("(")
        colour, alpha = _COLOURS.get(plain, PALE), 0.25 if derived else 0.9
        axes.add_patch(Rectangle((left, y - 0.5), width, 1, color=colour, alpha=alpha))
        axes.text(
            left + width / 2, y, letter, ha="center", va="center", fontsize=min(8, 56 / room),
            color=INK if derived else "white", fontweight="bold",
        )  # fmt: skip
        left += width


def _length(letter: str) -> int:
    """Return how much room a letter needs, in letters: with some on either side."""
    return len(letter) + 1


def _explain(axes: Axes) -> None:
    from matplotlib.patches import Patch

    marks = [Patch(color=_COLOURS[key], label=f"{key} {word}") for key, word in _MEANINGS.items()]
    marks.append(Patch(color=_COLOURS["A"], alpha=0.25, label="(A) derived"))
    axes.figure.legend(handles=marks, frameon=False, fontsize=8, ncols=5, loc="outside lower left")
