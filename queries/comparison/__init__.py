"""Comparison: who gained or lost which role, between two stores or two dates."""

from .change import Change, Comparison, Turn
from .roles import compare, compare_dates

__all__ = ["Change", "Comparison", "Turn", "compare", "compare_dates"]
