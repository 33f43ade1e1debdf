"""Reading prose: who does what, with the sentence that says so."""

from .gate import Rejected
from .reader import Reader, Reading

__all__ = ["Reader", "Reading", "Rejected"]
