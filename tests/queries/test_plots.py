"""Plots: what they show, that names stand clear of each other, and that they repeat."""

from __future__ import annotations

import io
from itertools import combinations
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from stakeholder_graph.errors import InputError
from stakeholder_graph.queries.influence import metrics, stability
from stakeholder_graph.queries.plots import (
    plot_bodies,
    plot_communities,
    plot_metrics,
    plot_ranks,
)
from stakeholder_graph.queries.plots.canvas import PALETTE


def texts(figure: Figure) -> set[str]:
    """Return all that is written on a figure."""
    return {text.get_text() for text in figure.findobj(mpl.text.Text)} - {""}


def svg(figure: Figure) -> bytes:
    """Return a figure as a file."""
    file = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "x"}):
        figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


def test_bars_are_ranked_with_the_first_on_top(project: Any) -> None:
    table = metrics(project)
    figure = plot_ranks(table, "in_degree", top=3)
    (axes,) = figure.axes
    widths = [bar.get_width() for bar in axes.patches]
    assert widths == sorted(table["in_degree"], reverse=True)[:3]
    assert axes.yaxis_inverted()
    assert len(texts(figure) & set(table["name"])) == 3


def test_bars_tell_how_stable_a_rank_is(build: Any) -> None:
    people = [(v, v, "person") for v in "abp"]
    data = build(people, [("a", "FUNDS", "p"), ("b", "FUNDS", "p", {"confidence": 0.4})])
    written = texts(plot_ranks(stability(data, "in_degree", runs=9), "in_degree"))
    assert any("rank 1" in text for text in written)


def test_no_name_covers_another(project: Any) -> None:
    for figure in (plot_metrics(metrics(project), named=24), plot_communities(project)):
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        (axes,) = figure.axes
        boxes = [text.get_window_extent(canvas.get_renderer()) for text in axes.texts]
        assert len(boxes) > 3
        cores = [box.shrunk(0.9, 0.6) for box in boxes]
        assert not any(a.overlaps(b) for a, b in combinations(cores, 2))


def test_members_and_bodies_are_linked_by_their_seats(project: Any) -> None:
    _, edges = project
    seats = edges[edges["relation"].isin(["CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN"])]
    (axes,) = plot_bodies(project).axes
    assert len(axes.lines) == len(seats[["source", "relation", "target"]].drop_duplicates())


def test_other_relations_give_a_seat_and_only_a_chair_stands_out(build: Any) -> None:
    people = [("a", "Ann", "person"), ("b", "Bo", "person"), ("c", "Club", "body")]
    said = [("a", "CHAIRS", "c"), ("b", "PILOTS", "c"), ("b", "FUNDS", "c")]
    (axes,) = plot_bodies(build(people, said), ["CHAIRS", "PILOTS"]).axes
    assert sorted(line.get_color() == PALETTE[5] for line in axes.lines) == [False, True]


def test_a_name_is_no_formula(build: Any) -> None:
    data = build([("a", "fund of $x^2$", "organization"), ("b", "B", "body")], [])
    with mpl.rc_context({"svg.fonttype": "none"}):
        assert b"fund of $x^2$" in svg(plot_ranks(metrics(data), "degree"))


@pytest.mark.parametrize("draw", [plot_bodies, plot_communities])
def test_the_same_graph_gives_the_same_picture(project: Any, draw: Any) -> None:
    assert svg(draw(project)) == svg(draw(project))


@pytest.mark.parametrize("draw", [plot_bodies, plot_communities])
def test_an_empty_graph_is_an_empty_picture(build: Any, draw: Any) -> None:
    assert svg(draw(build([], [])))


def test_a_metric_that_was_not_measured_is_refused(project: Any) -> None:
    table = metrics(project, only=["degree"])
    with pytest.raises(InputError, match="has no metric 'pagerank'"):
        plot_ranks(table)
    with pytest.raises(InputError, match="has no metric 'betweenness'"):
        plot_metrics(table)


def test_names_stand_in_the_plot_and_cover_no_other(crowd: Any) -> None:
    from matplotlib.text import Annotation

    for figure in (plot_metrics(metrics(crowd(120, 400))), plot_communities(crowd(120, 400))):
        figure.draw_without_rendering()
        (axes,) = figure.axes
        frame = axes.get_window_extent()
        boxes = [t.get_window_extent() for t in axes.texts if isinstance(t, Annotation)]
        assert len(boxes) >= 8
        for place, box in enumerate(boxes):
            assert frame.x0 <= box.x0 and box.x1 <= frame.x1
            assert frame.y0 <= box.y0 and box.y1 <= frame.y1
            assert not any(box.overlaps(other) for other in boxes[:place])
