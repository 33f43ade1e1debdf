"""Exploring a graph that is too large to be drawn: part by part, by indexed look-ups."""

from .explorer import Explorer
from .part import Part
from .ranks import SIZES, Ranks

__all__ = ["SIZES", "Explorer", "Part", "Ranks"]
