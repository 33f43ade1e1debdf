"""Equations: "SOLMARE est un projet", "X, an agency of Y": two names of one stakeholder."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...graph import Kind
from .phrases import Phrase, is_acronym, is_capital
from .units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION])
_NAMED = _GROUPS | {Kind.ROLE}
# What goes on a sentence after a name in apposition, where an enumeration would name another.
_GOES_ON = frozenset(["VERB", "AUX", "ADP", "PRON", "ADV", "SCONJ"])
_A = frozenset(["un", "une", "a", "an"])
_BE = frozenset(["be", "remain", "become", "être", "rester", "devenir"])


def find_equations(unit: Unit, gatherings: frozenset[str]) -> dict[int, Phrase]:
    """Return, for the tokens that head a predicate or an apposition, whom it says that of.

    Nouns of `gatherings` ("a collaboration", "un partenariat") name a group too.
    """
    found: dict[int, Phrase] = {}
    for phrase in unit.phrases:
        group = phrase.kind in _GROUPS or phrase.head_word in gatherings
        if not group or phrase.determiner != "ind":
            continue
        subject = _subject(unit, phrase) or _apposed(unit, phrase)
        if subject is not None and _agree(subject, phrase):
            found[phrase.head] = subject
    return found


def find_given_names(unit: Unit) -> dict[int, Phrase]:
    """Return, for the tokens that head a name in apposition, what it is the name of.

    "A commercial firm, Halo Mobile, …" names the firm; "the council, Halo Mobile and X" does not.
    """
    found: dict[int, Phrase] = {}
    for left, right in pairwise(unit.outermost):
        if _is_described(unit, left) and _is_name(unit, right) and _only_comma(unit, left, right):
            found[right.head] = left
    return found


def _is_described(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase says what one stakeholder is, and is no item of an enumeration."""
    if phrase.kind not in _NAMED or phrase.proper or phrase.plural or not phrase.determiner:
        return False
    before = [t for t in unit.doc[: phrase.start] if t.pos_ not in ("DET", "ADJ")][-1:]
    return not before or (before[0].pos_ != "CCONJ" and before[0].text != ",")


def _is_name(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase is a name of several words or an acronym, that ends its apposition."""
    doc, end = unit.doc, phrase.end
    known = phrase.proper and not phrase.determiner and phrase.kind in _GROUPS
    whole = phrase.end - phrase.start > 1 or is_acronym(phrase.name)
    if not (known and whole) or not is_capital(doc[phrase.start]):
        return False
    if end + 1 >= len(doc) or doc[end].text in (".", ";", ":"):
        return True
    return doc[end].text == "," and doc[end + 1].pos_ in _GOES_ON


def _only_comma(unit: Unit, left: Phrase, right: Phrase) -> bool:
    return right.start == left.end + 1 and unit.doc[left.end].text == ","


def _subject(unit: Unit, predicate: Phrase) -> Phrase | None:
    """Find the subject of "est un projet", "is a project"."""
    head = unit.doc[predicate.head]
    verb: Token = head
    if head.dep_ in ("attr", "oprd") and head.head.lemma_ in _BE:
        verb = head.head
    elif not any(child.dep_ == "cop" for child in head.children):
        return None
    if any(child.dep_ in ("neg",) or child.text.lower() in ("ne", "n'") for child in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return None if subject is None else unit.by_token.get(subject.i)


def _apposed(unit: Unit, phrase: Phrase) -> Phrase | None:
    """Find what stands before ", a statutory corporation"."""
    doc, start = unit.doc, phrase.start
    if phrase.outer is not None or start < 2 or doc[start - 1].text.lower() not in _A:
        return None
    if doc[start - 2].text not in (",", "–", "—"):
        return None
    before = next((p for p in unit.outermost if p.end == start - 2), None)
    closed = phrase.end >= len(doc) or doc[phrase.end].is_punct or doc[phrase.end].pos_ != "CCONJ"
    return before if closed and before is not None and before.proper else None


def _agree(subject: Phrase, predicate: Phrase) -> bool:
    """Tell whether one thing may be both: in number, and not of two known kinds."""
    same = subject.kind in (None, predicate.kind, Kind.ORGANIZATION) or predicate.kind is None
    return same and subject.plural == predicate.plural
