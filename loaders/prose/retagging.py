"""Retagging: verbs of the lexicon that the tagger took for nouns, in sentences without a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .triggers import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE_TAGS = frozenset(["VBZ", "VBP", "VBD", "MD"])
_TAKEN_FOR = frozenset(["NOUN", "ADJ", "PROPN", "ADV"])
_TAKING_OF = frozenset(["relever", "dépendre"])
_FOLLOWERS = frozenset("à au aux avec en par conjointement sur on in to for dans".split())


def retag_verbs(doc: Doc, language: str) -> None:
    """Tag as a verb the word that must be one: "L'agence pilote le programme".

    The taggers take short present forms for nouns ("pilote", "finance", "co-chair"). A sentence
    in which they find no finite verb has one of these where a known form stands between a noun
    and an article or preposition.
    """
    for sentence in doc.sents:
        if any(map(_is_finite, sentence)):
            continue
        found = next((t for t in sentence if _must_be_verb(t, sentence, language)), None)
        if found is not None:
            found.lemma_ = verb_forms(language)[found.text.lower()]
            found.pos_ = "VERB"


def _is_finite(token: Token) -> bool:
    verbal = token.pos_ in ("VERB", "AUX")
    return verbal and (token.tag_ in _FINITE_TAGS or "Fin" in token.morph.get("VerbForm", []))


def _must_be_verb(token: Token, sentence: Span, language: str) -> bool:
    if token.pos_ not in _TAKEN_FOR or token.text.lower() not in verb_forms(language):
        return False
    if not token.text.islower() or token.i + 1 >= sentence.end:
        return False
    before = token.i - 1
    while before > sentence.start and token.doc[before].text in ("-", "co", "Co"):
        before -= 1
    if before < sentence.start or token.doc[before].pos_ not in ("NOUN", "PROPN", "PRON", "ADJ"):
        return False
    after = token.nbor(1)
    lemma = verb_forms(language)[token.text.lower()]
    of = lemma in _TAKING_OF and after.text.lower() in ("du", "de", "des", "d'")
    return after.pos_ == "DET" or after.text.lower() in _FOLLOWERS or of
