"""The audit: a linter for governance. What the documents leave open, tell twice, or let run out.

Rules are data (``rules.yaml``); each is checked by one function on a register of the graph that
is read once. A problem names the rule, its severity, whom it is about, what is wrong, the
sentences it rests on, and what to do.
"""

from .checks import audit
from .exceptions import Exemption, load_exceptions
from .problem import COLUMNS, Audit, Problem
from .rule import Rule, Severity, rules
from .sarif import as_sarif

__all__ = [
    "COLUMNS",
    "Audit",
    "Exemption",
    "Problem",
    "Rule",
    "Severity",
    "as_sarif",
    "audit",
    "load_exceptions",
    "rules",
]
