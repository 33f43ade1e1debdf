"""The scorer: how likely a candidate is to be a statement, learnt from annotated passages."""

from .features import describe
from .model import Scorer, load_scorer

__all__ = ["Scorer", "describe", "load_scorer"]
