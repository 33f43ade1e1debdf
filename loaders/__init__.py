"""Documents in: read, transform, resolve, write."""

from .blocks import Block, BlockKind, Source
from .decisions import (
    Action,
    Decision,
    Erased,
    Erasure,
    Ledger,
    Party,
    Replayed,
    Said,
    decide,
    erasure_of,
    outcome,
    replay,
    said_in,
    said_of,
    survey,
    undo,
)
from .extracting import extract
from .extraction import Extraction
from .files import Failure, Found, find, find_records
from .forgetting import Forgotten, forget_person, without
from .importing import import_graph
from .limits import LIMITS, Limits
from .loading import load
from .mapping import MappedEntry, MappedReading, Mapping, load_mapping, read_records, shipped
from .questions import Question, agenda
from .reading import locator, read
from .records import as_json
from .reloading import Reloaded, reload
from .report import LoadReport
from .resolution import Candidate, Met, Resolver, candidates
from .tabular import Explanation
from .watching import Step, Watch
from .without_persons import roles_only

__all__ = [
    "LIMITS",
    "Action",
    "Block",
    "BlockKind",
    "Candidate",
    "Decision",
    "Erased",
    "Erasure",
    "Explanation",
    "Extraction",
    "Failure",
    "Forgotten",
    "Found",
    "Ledger",
    "Limits",
    "LoadReport",
    "MappedEntry",
    "MappedReading",
    "Mapping",
    "Met",
    "Party",
    "Question",
    "Reloaded",
    "Replayed",
    "Resolver",
    "Said",
    "Source",
    "Step",
    "Watch",
    "agenda",
    "as_json",
    "candidates",
    "decide",
    "erasure_of",
    "extract",
    "find",
    "find_records",
    "forget_person",
    "import_graph",
    "load",
    "load_mapping",
    "locator",
    "outcome",
    "read",
    "read_records",
    "reload",
    "replay",
    "roles_only",
    "said_in",
    "said_of",
    "shipped",
    "survey",
    "undo",
    "without",
]
