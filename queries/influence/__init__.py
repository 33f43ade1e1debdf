"""Answers as numbers: who has influence, measured with NetworkX.

Every relation is read as it is stated, source → target: from who holds a duty to what it is held
for. Each metric is documented in its own file with definition, direction, formula, reference and
complexity; columns carry NetworkX's names. `metrics` measures every stakeholder; the other
functions tell of pairs, roles and the whole.
"""

from .centralisation import centralisation
from .equivalence import equivalence
from .network import graph
from .roles import brokerage
from .selection import Frames, Source, frames, select
from .sitting import interlocks, sitting_together
from .stability import change, stability
from .table import METRICS, Metric, metrics

__all__ = [
    "METRICS",
    "Frames",
    "Metric",
    "Source",
    "brokerage",
    "centralisation",
    "change",
    "equivalence",
    "frames",
    "graph",
    "interlocks",
    "metrics",
    "select",
    "sitting_together",
    "stability",
]
