"""The RACI matrix as a plot."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib as mpl
from matplotlib.figure import Figure

from stakeholder_graph.graph import Store
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import raci_matrix
from stakeholder_graph.queries.plots import plot_matrix


def texts(figure: Figure) -> set[str]:
    """Return all that is written on a figure."""
    return {text.get_text() for text in figure.findobj(mpl.text.Text)} - {""}


def test_the_matrix_has_a_square_for_each_letter(write: Callable[..., Store]) -> None:
    with MemoryStore() as store:
        write(store, ("A", "ACCOUNTABLE_FOR", "projet X"), ("B", "PILOTS", "projet X"))
        matrix = raci_matrix(store)
    figure = plot_matrix(matrix)
    assert {"A", "R"} <= texts(figure)
    assert "RACI" in texts(figure)
    assert "RACI (1 with fewer letters not shown)" in texts(plot_matrix(matrix, most=1))
