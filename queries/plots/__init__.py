"""Answers as plots worth printing: each function returns a figure of Matplotlib.

They need the extra ``plot``. Save a figure with ``figure.savefig("plot.svg")``; a notebook shows
it after ``%matplotlib inline``.
"""

from .bars import plot_ranks
from .bodies import plot_bodies
from .communities import plot_communities
from .heat import plot_matrix
from .scatter import plot_metrics

__all__ = ["plot_bodies", "plot_communities", "plot_matrix", "plot_metrics", "plot_ranks"]
