"""Reading prose: who does what, with the sentence that says so."""

from .clauses import Clause, noun_kind, read_clauses, spelt
from .gate import Rejected
from .proposal import Proposal
from .reader import Reader
from .study import Reading, Study

__all__ = [
    "Clause",
    "Proposal",
    "Reader",
    "Reading",
    "Rejected",
    "Study",
    "noun_kind",
    "read_clauses",
    "spelt",
]
