"""The command `stakeholders`: a thin shell over the rooms."""

from .program import main, program

__all__ = ["main", "program"]
