"""Impact: what is lost if stakeholders leave, asked of a graph that stays as it is."""

from .analysis import what_if
from .consequences import FRAME, Consequence, Effect, Section, WhatIf

__all__ = [
    "FRAME",
    "Consequence",
    "Effect",
    "Section",
    "WhatIf",
    "what_if",
]
