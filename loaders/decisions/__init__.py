"""Decisions: what people have settled, kept in a file beside the store and done at each load.

Nothing that was read is lost by a decision: mentions keep their wording, and the store remembers
what resolution alone took each of them for, so that every decision can be taken back.
"""

from .cypher_files import cypher
from .deciding import decide, undo
from .decision import JUDGES, Action, Decision, Party, Said, kept_apart, said_of
from .directory import Directory
from .erasure import Erased, Erasure, erasure_of
from .ledger import Ledger
from .lookup import said_in
from .matching import Match, Matcher, match_of
from .plan import Plan, plan
from .replay import Replayed, documents_of, outcome, replay, survey
from .revision import ASSERTED, revised, settle

__all__ = [
    "ASSERTED",
    "JUDGES",
    "Action",
    "Decision",
    "Directory",
    "Erased",
    "Erasure",
    "Ledger",
    "Match",
    "Matcher",
    "Party",
    "Plan",
    "Replayed",
    "Said",
    "cypher",
    "decide",
    "documents_of",
    "erasure_of",
    "kept_apart",
    "match_of",
    "outcome",
    "plan",
    "replay",
    "revised",
    "said_in",
    "said_of",
    "settle",
    "survey",
    "undo",
]
