"""The evidence gate: a statement stands only where its words do."""

from __future__ import annotations

from dataclasses import dataclass

from ...graph import Kind, Mention, Place, Vocabulary


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was held back.

    Attributes
    ----------
    source, target : Mention
        The ends it would have had.
    relation : str
        Its relation.
    quote : str
        The words it was read from.
    place : Place
        Where they stand.
    check : str
        Which check held it back: ``quote``, ``trigger``, ``ends``, ``kinds``, ``modality``,
        ``reference`` or ``score``.
    reason : str
        Why, for a person.
    """

    source: Mention
    relation: str
    target: Mention
    quote: str
    place: Place
    check: str
    reason: str


def check_kinds(relation: str, source: Mention, target: Mention, vocabulary: Vocabulary) -> str:
    """Return why the kinds of two ends do not fit a relation, or an empty text."""
    known = vocabulary.relations.get(relation)
    if known is None:
        return f"{relation} is not in the vocabulary"
    if known.joins(Kind(source.kind), Kind(target.kind)):
        return ""
    return f"{relation} does not join {source.kind} to {target.kind}"
