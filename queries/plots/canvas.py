"""The canvas: an empty figure in the style of all plots, and the colours of kinds."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from ...errors import MissingExtraError
from ...graph import Kind, load_vocabulary

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, PALE = "#222222", "#BBBBBB"
# Okabe and Ito (2008): told apart by colour-blind readers too.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
_NAME = 44  # letters of a name


def empty(width: float, height: float, title: str) -> tuple[Figure, Axes]:
    """Return a figure of so many inches, and its axes.

    Raises
    ------
    MissingExtraError
        If Matplotlib, which the extra ``plot`` brings, is missing.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("plots need Matplotlib", "plot") from error
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(literal(title), loc="left", color=INK, fontsize=12, fontweight="bold")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=INK)
    return figure, axes


def literal(text: str) -> str:
    r"""Return text in which Matplotlib finds no formula.

    >>> literal("5 $ to 6 $")
    '5 \\$ to 6 \\$'
    """
    return text.replace("$", r"\$")


def name_of(text: str) -> str:
    """Return a name on one line, cut at a word if it is long.

    >>> name_of("regional directorate of the prison service of the North and the islands")
    'regional directorate of the prison service …'
    """
    return literal(textwrap.shorten(text, _NAME, placeholder=" …"))


def colour_of(kind: str) -> str:
    """Return the colour of a kind of stakeholder."""
    return load_vocabulary().kinds[Kind(kind)].colour


def add_kinds(axes: Axes, kinds: list[str]) -> None:
    """Add a legend of the kinds that are drawn."""
    from matplotlib.lines import Line2D

    styles = load_vocabulary().kinds
    drawn = [kind for kind in styles if kind in kinds]
    marks = [
        Line2D([], [], marker="o", linestyle="", color=styles[kind].colour, label=kind.value)
        for kind in drawn
    ]
    if len(marks) > 1:
        axes.legend(handles=marks, frameon=False, loc="best", fontsize=8)
