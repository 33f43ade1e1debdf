"""Bulk: a large list of statements, read by columns and poured into the store in batches.

What comes of it is what the reader of tables makes row by row (`tabular`), which takes some
fifty times as long. Other tables, and small ones, are left to that.
"""

from .collector import uncollected
from .pouring import Pour, is_unfinished, judged
from .reading import read_large
from .table import LargeTable

__all__ = ["LargeTable", "Pour", "is_unfinished", "judged", "read_large", "uncollected"]
