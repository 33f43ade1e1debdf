"""Labels: names beside their points that cover neither one another nor, where they can, points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .canvas import INK, name_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox

Point = tuple[float, float]
Place = tuple[float, float, str, str]  # offset in points, horizontal and vertical alignment


def write_names(
    axes: Axes,
    named: Iterable[tuple[str, float, float]],
    points: Sequence[Point] = (),
    gap: float = 6.0,
) -> None:
    """Write each name beside its point, where it covers fewest others.

    One that would cover another name, or leave the plot, is left out.

    Parameters
    ----------
    axes : Axes
        With all points drawn and its limits fixed.
    named : iterable of (name, x, y)
        The most telling first.
    points : sequence of (x, y)
        What names should not cover.
    gap : float
        Between a name and its point, in typographic points.
    """
    figure: Figure = axes.get_figure(root=True)  # type: ignore[assignment]
    figure.draw_without_rendering()  # only then it is known where points stand
    dots = axes.transData.transform(points or [(0, 0)])
    taken: list[Bbox] = []
    for name, x, y in named:
        text = _text(axes, name_of(name), (x, y))
        free = [place for place in _places(gap) if _fits(_put(text, place), axes, taken)]
        if not free:
            text.remove()
            continue
        best = min(free, key=lambda place: _put(text, place).count_contains(dots))
        taken.append(_put(text, best))


def _text(axes: Axes, text: str, point: Point) -> Annotation:
    from matplotlib.patheffects import withStroke

    made = axes.annotate(
        text, point, xytext=(0, 0), textcoords="offset points", fontsize=8, color=INK, zorder=4,
        path_effects=[withStroke(linewidth=2.5, foreground="white")],
    )  # fmt: skip
    made.set_in_layout(False)  # or the plot shrinks, and names stand elsewhere than was reckoned
    return made


def _places(gap: float) -> list[Place]:
    """Return where a name may stand beside its point, the best first."""
    return [
        (gap, 0, "left", "center"),
        (-gap, 0, "right", "center"),
        (0, gap, "center", "bottom"),
        (0, -gap, "center", "top"),
        (gap, gap, "left", "bottom"),
        (gap, -gap, "left", "top"),
        (-gap, gap, "right", "bottom"),
        (-gap, -gap, "right", "top"),
    ]


def _put(text: Annotation, place: Place) -> Bbox:
    """Put a name in a place, and return the room it takes, in pixels."""
    x, y, across, along = place
    text.xyann = (x, y)
    text.set(horizontalalignment=across, verticalalignment=along)
    return text.get_window_extent()


def _fits(box: Bbox, axes: Axes, taken: Sequence[Bbox]) -> bool:
    frame = axes.get_window_extent()
    inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
    return inside and not any(box.overlaps(other) for other in taken)
