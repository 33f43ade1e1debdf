"""Answers as numbers: who has influence, measured with NetworkX.

Every relation is read as it is stated, source → target: from who holds a duty to what it is held
for. Each metric is documented in its own file with definition, direction, formula, reference and
complexity; columns carry NetworkX's names. `metrics` measures every stakeholder; the other
functions tell of pairs, roles and the whole.
"""

from .network import graph
from .roles import brokerage
from .selection import Frames, Source, frames, knows_phase, select
from .similarity import equivalence
from .sitting import SEATS, interlocks, sitting_together
from .table import METRICS, Metric, metrics
from .variation import change, stability
from .whole import centralisation

__all__ = [
    "METRICS",
    "SEATS",
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
    "knows_phase",
    "metrics",
    "select",
    "sitting_together",
    "stability",
]
