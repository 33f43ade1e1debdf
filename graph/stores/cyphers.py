"""The Cypher of the stores: files by name, and the one place where a type enters a query."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from ...errors import VocabularyError
from ..vocabulary import Vocabulary

_TYPE = re.compile(r"[A-Z][A-Z0-9_]{0,62}\Z")
# What a store already uses; Ladybug compares table names without case.
_TAKEN = frozenset({"STAKEHOLDER", "DOCUMENT", "NAME", "NAMES", "MENTIONED_IN"})


@cache
def cypher(name: str) -> str:
    """Return the query of ``cypher/<name>.cypher``."""
    return (resources.files(__package__) / "cypher" / f"{name}.cypher").read_text("utf-8")


def statements(name: str) -> list[str]:
    """Return the statements of a file of several, in order."""
    return [part.strip() for part in cypher(name).split(";") if part.strip()]


def check_relation(relation: str, vocabulary: Vocabulary) -> None:
    """Refuse a relation that may not become a type.

    Raises
    ------
    VocabularyError
        If it is not in the vocabulary, or is a name the stores use themselves.
    """
    if relation not in vocabulary.relations:
        raise VocabularyError(f"unknown relation {relation!r}", remedy="add it to your vocabulary")
    if not _TYPE.match(relation) or relation in _TAKEN:
        raise VocabularyError(
            f"relation {relation!r}: the stores cannot take this name", remedy="choose another"
        )


def cypher_for(name: str, relation: str, vocabulary: Vocabulary) -> str:
    """Return a query with its relationship type, which Cypher cannot take as a parameter.

    Raises
    ------
    VocabularyError
        If the relation may not become a type.
    """
    check_relation(relation, vocabulary)
    return cypher(name).replace("<RELATION>", relation)
