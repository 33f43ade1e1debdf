"""Reading prose: who does what, with the sentence that says so."""

from .clauses import Clause, noun_kind, read_clauses, spelt
from .gate import Rejected
from .reader import Reader, Reading

__all__ = [
    "Clause",
    "Reader",
    "Reading",
    "Rejected",
    "noun_kind",
    "read_clauses",
    "spelt",
]
