"""Conflict: whether documents name different parties for the same thing at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from ..graph import Vocabulary, fold
from .dates import overlap
from .evidence import Evidence
from .phases import answers


def contested(
    statements: Sequence[Evidence], vocabulary: Vocabulary, ids: Callable[[str], Iterable[str]]
) -> frozenset[str]:
    """Return the ids of the statements that another one contradicts.

    Two statements contradict each other when they name different parties for the same thing,
    both without a phase or both for the same one, under the same condition, on days in common,
    and no document says that the two share it. Sharing is stated by `jointly_with`, or by one
    sentence that names both.

    Parameters
    ----------
    statements : sequence of Evidence
        Who is accountable, as documents state it.
    vocabulary : Vocabulary
        Which words name the same phase.
    ids : callable
        Returns the stakeholders that a name of `jointly_with` stands for.
    """
    pairs = [pair for pair in combinations(statements, 2) if _clash(*pair, vocabulary)]
    if not pairs:
        return frozenset()
    group = _groups(statements, ids)
    apart = (pair for pair in pairs if group[pair[0].source_id] != group[pair[1].source_id])
    return frozenset(statement.id for pair in apart for statement in pair)


def _clash(a: Evidence, b: Evidence, vocabulary: Vocabulary) -> bool:
    return (
        a.source_id != b.source_id
        and a.target_id == b.target_id
        and bool(a.phase) == bool(b.phase)
        and answers(a.phase, b.phase, vocabulary)
        and fold(a.condition) == fold(b.condition)
        and overlap((a.since, a.until), (b.since, b.until))
    )


def _groups(statements: Sequence[Evidence], ids: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Return for each party the least id of those it shares with, directly or through others."""
    group = {statement.source_id: statement.source_id for statement in statements}

    def join(a: str, b: str) -> None:
        low, high = sorted((group[a], group[b]))
        group.update({party: low for party, of in group.items() if of == high})

    for statement in statements:
        for name in statement.jointly_with:
            for partner in set(ids(name)) & set(group):
                join(statement.source_id, partner)
    for a, b in combinations(statements, 2):
        if _one_sentence(a, b):
            join(a.source_id, b.source_id)
    return group


def _one_sentence(a: Evidence, b: Evidence) -> bool:
    if a.document != b.document:
        return False
    if min(a.start, b.start) >= 0:
        return a.start < b.end and b.start < a.end
    return a.quote == b.quote and a.locator == b.locator
