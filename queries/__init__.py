"""Answers out: as rows (this room's helpers), as numbers (`influence`), as pictures (`view`).

Each helper is a query in ``cypher/`` and a function; tables have the columns `COLUMNS`. Rejected
statements never answer, and names are only ever parameters.
"""

from .accountability import who_is_accountable
from .answer import Answer, Finding, Outcome
from .card import in_charge
from .comparison import Change, Comparison, Turn, compare, compare_dates
from .cypher_files import cypher
from .duties import accountable_for
from .evidence import COLUMNS, Evidence
from .impact import WhatIf, what_if
from .listing import relations, show
from .lookup import find, nearest
from .membership import members
from .raci import Matrix, raci_matrix, write_matrix
from .route import path

__all__ = [
    "COLUMNS",
    "Answer",
    "Change",
    "Comparison",
    "Evidence",
    "Finding",
    "Matrix",
    "Outcome",
    "Turn",
    "WhatIf",
    "accountable_for",
    "compare",
    "compare_dates",
    "cypher",
    "find",
    "in_charge",
    "members",
    "nearest",
    "path",
    "raci_matrix",
    "relations",
    "show",
    "what_if",
    "who_is_accountable",
    "write_matrix",
]
