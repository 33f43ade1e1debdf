"""Conflict: whether documents name different parties for the same thing at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from ..graph import Vocabulary, fold
from .dates import overlap
from .evidence import Evidence
from .phases import answers

Claim = tuple[str, str, str, tuple[str, str]]
"""What a party is said to answer for: the thing, in which phase, on what condition, when."""


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

    Notes
    -----
    Complexity: linear in the statements, quadratic in the different claims among them.
    """
    claims: dict[Claim, set[str]] = defaultdict(set)
    for statement in statements:
        claims[_claim(statement)].add(statement.source_id)
    rivals = {claim: [c for c in claims if _clash(claim, c, vocabulary)] for claim in claims}

    def sides(group: Mapping[str, str]) -> frozenset[str]:
        """Return the statements against which parties of another group claim the same."""
        named = {claim: {group[party] for party in parties} for claim, parties in claims.items()}
        all_sides = {
            claim: set[str]().union(*map(named.__getitem__, rivals[claim])) for claim in claims
        }
        return frozenset(s.id for s in statements if all_sides[_claim(s)] - {group[s.source_id]})

    alone = {statement.source_id: statement.source_id for statement in statements}
    return sides(_groups(statements, ids)) if sides(alone) else frozenset()


def _claim(statement: Evidence) -> Claim:
    spell = (statement.since, statement.until)
    return statement.target_id, statement.phase, fold(statement.condition), spell


def _clash(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two claims cannot both be one party's: they are the same, or overlap."""
    thing, phase, condition, spell = a
    return (
        (thing, condition) == (b[0], b[2])
        and bool(phase) == bool(b[1])
        and answers(phase, b[1], vocabulary)
        and overlap(spell, b[3])
    )


def _groups(statements: Sequence[Evidence], ids: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Return for each party the least id of those it shares with, directly or through others."""
    group = {statement.source_id: statement.source_id for statement in statements}

    def join(a: str, b: str) -> None:
        low, high = sorted((group[a], group[b]))
        group.update({party: low for party, of in group.items() if of == high})

    in_document: dict[str, list[Evidence]] = defaultdict(list)
    for statement in statements:
        in_document[statement.document].append(statement)
        for name in statement.jointly_with:
            for partner in set(ids(name)) & set(group):
                join(statement.source_id, partner)
    for said in in_document.values():
        for a, b in combinations(said, 2):
            if _one_sentence(a, b):
                join(a.source_id, b.source_id)
    return group


def _one_sentence(a: Evidence, b: Evidence) -> bool:
    if min(a.start, b.start) >= 0:
        return a.start < b.end and b.start < a.end
    return a.quote == b.quote and a.locator == b.locator
