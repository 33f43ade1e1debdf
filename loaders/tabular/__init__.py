"""Tables: RACI matrices, member lists, registers and lists of statements, without a mapping.

A table is recognised by the words of its header (`words/`), whatever file it stands in, and each
of its cells states what it says. What is not recognised is said, never guessed.
"""

from .reader import Explanation, TableReading, read_tables

__all__ = ["Explanation", "TableReading", "read_tables"]
