"""The evidence gate: a statement stands only where its words do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...graph import Kind, Mention, Place, Vocabulary, fold
from .frames import Candidate
from .lexicon import Lexicon
from .modality import unstated

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
        Which check held it back: ``modality``, ``kinds``, ``quote``, ``trigger``,
        ``ends``, or ``score``: such readings hold too seldom.
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a candidate rests on: its ends as named, its quote, the analysed block and the text."""

    candidate: Candidate
    source: Mention
    target: Mention
    quote: str
    place: Place
    doc: Doc
    text: str


def check(evidence: Evidence, lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the check that holds a candidate back and why, or two empty texts.

    The checks, in order: it is stated at all (``modality``), its relation joins such ends
    (``kinds``), its quote is an exact substring (``quote``), the words of the relation stand in
    the quote (``trigger``), and so does each end, or a pronoun or a heading that stands for it
    (``ends``).
    """
    checks: dict[str, Callable[[], str]] = {
        "modality": lambda: unstated(evidence.candidate, evidence.doc, lexicon),
        "kinds": lambda: unfit(evidence, vocabulary),
        "quote": lambda: not_verbatim(evidence),
        "trigger": lambda: _no_trigger(evidence),
        "ends": lambda: _no_end(evidence),
    }
    return next(((name, why) for name, find in checks.items() if (why := find())), ("", ""))


def unfit(evidence: Evidence, vocabulary: Vocabulary) -> str:
    """Return why a relation does not join such ends, or an empty text."""
    relation, source, target = evidence.candidate.relation, evidence.source, evidence.target
    known = vocabulary.relations.get(relation)
    if known is None:
        return f"{relation} is not in the vocabulary"
    if relation == "PARTICIPATES_IN" and evidence.candidate.target.referent.kind is None:
        return f"{target.name!r} is neither a body nor a project"
    filler = evidence.candidate.source
    if filler.referent.kind is None and not filler.referent.proper:
        return f"{source.name!r} names no kind of stakeholder"
    if known.joins(Kind(source.kind), Kind(target.kind)):
        return ""
    return f"{relation} does not join {source.kind} to {target.kind}"


def not_verbatim(evidence: Evidence) -> str:
    """Return that a quote is no exact substring, where it is none."""
    place = evidence.place
    exact = evidence.quote and evidence.text[place.start : place.end] == evidence.quote
    return "" if exact else "the quote is not a substring of the document"


def _no_trigger(evidence: Evidence) -> str:
    candidate = evidence.candidate
    words = fold(evidence.doc[candidate.start : candidate.end].text)
    return "" if words in fold(evidence.quote) else f"{words!r} does not stand in the quote"


def _no_end(evidence: Evidence) -> str:
    quote = fold(evidence.quote)
    for filler in (evidence.candidate.source, evidence.candidate.target):
        here = filler.phrase is not None and filler.unit == evidence.candidate.unit
        if filler.phrase is not None and here and fold(filler.phrase.name) not in quote:
            return f"{filler.phrase.name!r} does not stand in the quote"
    return ""
