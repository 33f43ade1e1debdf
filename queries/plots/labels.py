"""Labels: names beside their points that do not cover one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .canvas import INK, name_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points
_LETTER, _LINE, _GAP = 4.4, 10.0, 6.0


def write_names(axes: Axes, named: Iterable[tuple[str, float, float]]) -> None:
    """Write each name beside its point, right or left of it; one that finds no room is left out.

    Parameters
    ----------
    axes : Axes
        With all points drawn and its limits fixed.
    named : iterable of (name, x, y)
        The most telling first.
    """
    axes.figure.canvas.draw()
    points = 72 / axes.figure.dpi
    corner = axes.transAxes.transform((1, 1)) * points
    taken: list[Box] = []
    for name, x, y in named:
        text = name_of(name)
        left, bottom = axes.transData.transform((x, y)) * points
        for side in (1, -1):
            box = _box(text, left, bottom, side)
            if box[0] >= 0 and box[2] <= corner[0] and not any(_meet(box, t) for t in taken):
                taken.append(box)
                axes.annotate(
                    text, (x, y), xytext=(_GAP * side, -3), textcoords="offset points",
                    ha="left" if side > 0 else "right", fontsize=8, color=INK, zorder=4,
                )  # fmt: skip
                break


def _box(text: str, x: float, y: float, side: int) -> Box:
    """Return the room a name takes beside a point, on its right (1) or left (-1)."""
    ends = sorted((x + _GAP * side, x + (_GAP + _LETTER * len(text)) * side))
    return ends[0], y - _LINE / 2, ends[1], y + _LINE / 2


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
