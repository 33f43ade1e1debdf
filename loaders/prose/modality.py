"""Modality: negated, hypothetical, asked and past-and-over are not statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import Candidate
from .lexicon import Lexicon
from .syntax import clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEGATIONS = frozenset(
    [
        "ne",
        "n'",
        "non",
        "not",
        "n't",
        "never",
        "neither",
        "nor",
        "jamais",
        "aucun",
        "aucune",
        "no",
        "cannot",
    ]
)


def unstated(candidate: Candidate, doc: Doc, lexicon: Lexicon) -> str:
    """Return why the words of a candidate state nothing, or an empty text."""
    anchor = doc[candidate.start]
    verb = clause(anchor)
    if anchor.sent.text.rstrip().endswith("?"):
        return "asked"
    if _negated(verb) or _negated(anchor):
        return "negated"
    if _hypothetical(verb, lexicon):
        return "hypothetical"
    if _former(candidate, doc, lexicon):
        return "past and over"
    return ""


def _negated(verb: Token) -> bool:
    return any(
        child.text.lower() in _NEGATIONS
        and child.dep_ in ("advmod", "neg", "det", "cc", "cc:preconj")
        for child in verb.children
    )


def _hypothetical(verb: Token, lexicon: Lexicon) -> bool:
    family = [
        verb,
        *(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "auxpass", "cop", "aux:tense")),
    ]
    if any("Cnd" in t.morph.get("Mood", []) for t in family):
        return True
    if any(t.text.lower() in ("could", "would", "might", "may") for t in family):
        return True
    if any(
        t.lemma_ == "pouvoir"
        for t in (verb.head, *family)
        if t is not verb or t.lemma_ == "pouvoir"
    ):
        return True
    del lexicon
    return any(
        child.text.lower() in ("si", "s'", "if", "whether", "unless") and child.dep_ == "mark"
        for child in verb.children
    )


def _former(candidate: Candidate, doc: Doc, lexicon: Lexicon) -> bool:
    former = lexicon.words["former"]
    window = doc[max(0, candidate.start - 2) : candidate.end + 1]
    if any(t.text.lower() in former for t in window):
        return True
    verb = clause(doc[candidate.start])
    family = [
        verb,
        *(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop", "aux:tense")),
    ]
    if any(t.text.lower() == "longer" for t in verb.children):
        return True
    return any("Imp" in t.morph.get("Tense", []) for t in family) or any(
        t.text.lower() in ("plus",) and any(c.text.lower() in ("ne", "n'") for c in verb.children)
        for t in verb.children
    )
