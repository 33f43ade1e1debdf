"""Reading prose: who does what, with the sentence that says so."""

from .clauses import Clause, function_nouns, noun_kind, read_clauses, spelt
from .gate import Rejected
from .reader import Reader, Reading

__all__ = [
    "Clause",
    "Reader",
    "Reading",
    "Rejected",
    "function_nouns",
    "noun_kind",
    "read_clauses",
    "spelt",
]
