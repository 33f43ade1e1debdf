"""Documents in: read, transform, resolve, write."""

from .blocks import Block, BlockKind, Source
from .decisions import (
    Action,
    Decision,
    Ledger,
    Party,
    Replayed,
    Said,
    decide,
    outcome,
    replay,
    said_in,
    said_of,
    survey,
    undo,
)
from .extraction import Extraction, extract
from .files import Failure, Found, find
from .limits import LIMITS, Limits
from .loading import load
from .questions import Question, agenda
from .reading import locator, read
from .records import as_json
from .report import LoadReport
from .resolution import Candidate, Resolver, candidates
from .tabular import Explanation

__all__ = [
    "LIMITS",
    "Action",
    "Block",
    "BlockKind",
    "Candidate",
    "Decision",
    "Explanation",
    "Extraction",
    "Failure",
    "Found",
    "Ledger",
    "Limits",
    "LoadReport",
    "Party",
    "Question",
    "Replayed",
    "Resolver",
    "Said",
    "Source",
    "agenda",
    "as_json",
    "candidates",
    "decide",
    "extract",
    "find",
    "load",
    "locator",
    "outcome",
    "read",
    "replay",
    "said_in",
    "said_of",
    "survey",
    "undo",
]
