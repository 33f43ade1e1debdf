"""The grammar: the one place where questions meet the reader of documents."""

from __future__ import annotations

from ...loaders.prose import Clause, noun_kind, read_clauses, spelt

__all__ = ["Clause", "noun_kind", "read_clauses", "spelt"]
