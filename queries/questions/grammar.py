"""The grammar: the one place where questions meet the reader of documents."""

from __future__ import annotations

from functools import lru_cache

from ...loaders.prose import Clause, noun_kind, spelt
from ...loaders.prose import read_clauses as read_sentence

__all__ = ["Clause", "noun_kind", "read_clauses", "spelt"]


@lru_cache(maxsize=1024)
def read_clauses(sentence: str, language: str) -> tuple[Clause, ...]:
    """Return what the frames read in a sentence; once, for many questions come to the same one."""
    return tuple(read_sentence(sentence, language))
