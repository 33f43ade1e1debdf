"""Labels: relations of a user's own, which the grammar does not know, by their words."""

from __future__ import annotations

import re

from ...graph import Vocabulary, fold, load_vocabulary
from .drafts import HOLE, Draft
from .names import MARK

_CLAUSE = re.compile(rf"({HOLE}|{MARK}\d) (.+?) ({HOLE}|{MARK}\d)")


def read_label(draft: Draft, language: str, vocabulary: Vocabulary) -> tuple[str, int, int] | None:
    """Return the relation whose label or inverse a draft has, and its ends; -1 is the hole."""
    clause = _CLAUSE.fullmatch(draft.text)
    own = [r for name, r in vocabulary.relations.items() if name not in load_vocabulary().relations]
    if not clause or not own:
        return None
    first, words, second = _end(clause[1]), fold(clause[2]), _end(clause[3])
    for relation in own:
        if words == fold(relation.labels[language]):
            return relation.name, first, second
        if words == fold(relation.inverse):
            return relation.name, second, first
    return None


def _end(mark: str) -> int:
    return -1 if mark == HOLE else int(mark.removeprefix(MARK))
