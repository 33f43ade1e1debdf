"""Answers as numbers: who has influence, measured with NetworkX.

Every relation is read as it is stated, source → target: from who holds a duty to what it is held
for. Each metric is documented in its own file with definition, direction, formula, reference and
complexity; columns carry NetworkX's names.
"""

from .network import graph
from .selection import Frames, Source, frames, select
from .table import METRICS, Metric, metrics

__all__ = ["METRICS", "Frames", "Metric", "Source", "frames", "graph", "metrics", "select"]
