"""Records by a mapping: which records of a file are stakeholders, and which statements they make.

A mapping is a small YAML file; docs/mappings.md tells how to write one.
"""

from .mapping import load_mapping, shipped
from .parts import Mapping
from .records import MappedEntry, MappedReading, read_records

__all__ = ["MappedEntry", "MappedReading", "Mapping", "load_mapping", "read_records", "shipped"]
