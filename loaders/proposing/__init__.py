"""A language model as proposer: what it reads in documents, brought before the evidence gate."""

from .agreement import Compared, Verdict
from .answers import Answers
from .budget import Budget
from .connection import Connection
from .dry_run import DryRun
from .endpoint import Endpoint
from .forgetting import forget_answers
from .reader import ModelReader, Proposer, Tally

__all__ = [
    "Answers",
    "Budget",
    "Compared",
    "Connection",
    "DryRun",
    "Endpoint",
    "ModelReader",
    "Proposer",
    "Tally",
    "Verdict",
    "forget_answers",
]
