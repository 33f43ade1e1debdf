"""Retagging: verbs of the lexicon that the tagger took for nouns, and verbs of two parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clefts import tie_clefts
from .triggers import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE_TAGS = frozenset(["VBZ", "VBP", "VBD", "MD"])
_TAKEN_FOR = frozenset(["NOUN", "ADJ", "PROPN", "ADV"])
_ENDINGS = {
    "ées": "Gender=Fem|Number=Plur",
    "és": "Gender=Masc|Number=Plur",
    "ée": "Gender=Fem|Number=Sing",
    "é": "Gender=Masc|Number=Sing",
}
_RELATIVES = frozenset("où qui que qu' dont auquel laquelle lequel lesquels".split())
_PRONOUNS = frozenset(["le", "la", "les", "l'"])
_ARTICLES = frozenset("le la les l' un une des ses son sa leur leurs".split())
_NAMES = frozenset(["NOUN", "PROPN", "PRON", "ADJ"])
_REACH = 9
_TAKING_OF = frozenset(["relever", "dépendre"])
_PREFIXES = frozenset(["co", "re", "pre", "sub"])
# "Accueillit", "ouvrit" are of the past, while "réunit" is of the present too.
_PAST = ("illit", "vrit", "frit")
_FOLLOWERS = frozenset("à au aux avec en par conjointement sur on in to for dans".split())


def retag_verbs(doc: Doc, language: str) -> None:
    """Tag as verbs the words that must be: "L'agence pilote le programme", "un plan piloté par X".

    The taggers take short present forms for nouns ("pilote", "finance", "co-chair"). A sentence
    in which they find no finite verb has one of these where a known form stands between a noun
    and an article or preposition.
    """
    if language == "en":
        _join_prefixes(doc)
        _retag_passives(doc)
        _retag_cells(doc)
    else:
        _retag_participles(doc)
        _retag_relatives(doc)
        _retag_behind_pronouns(doc)
        _retag_before_articles(doc)
        _retag_finite(doc)
        _retag_unknown(doc)
        tie_clefts(doc)
    for sentence in list(doc.sents):
        if any(map(_is_finite, sentence)):
            if language == "en":
                _retag_conjuncts(sentence)
            continue
        if language == "en" and _opens_telegram(sentence):
            found: Token | None = sentence[0]
            sentence[0].tag_ = "VBZ"
        else:
            found = next((t for t in sentence if _must_be_verb(t, sentence, language)), None)
        if found is not None:
            found.lemma_ = verb_forms(language)[found.text.lower()]
            found.pos_ = "VERB"


def _join_prefixes(doc: Doc) -> None:
    """Give the verb of "co-chaired" what the parser ties to its first part."""
    for token in doc[:-2]:
        verb = token.nbor(2)
        if token.text.lower() not in _PREFIXES or token.nbor(1).text != "-":
            continue
        if verb.pos_ != "VERB" or token.sent != verb.sent:
            continue
        for part in (token, token.nbor(1)):
            if verb.head == part:
                verb.head, verb.dep_ = (
                    (part.head, part.dep_) if part.head != part else (verb, "ROOT")
                )
            for child in list(part.children):
                if child not in (token, verb) and child.i != token.i + 1:
                    child.head = verb
        for part in (token, token.nbor(1)):
            part.head, part.dep_ = verb, "compound"


def _retag_conjuncts(sentence: Span) -> None:
    """Tag as a verb what goes on a predicate: "manages the budget and reports to the board"."""
    for token in sentence[1:-1]:
        if token.pos_ != "NOUN" or token.nbor(-1).text.lower() not in ("and", ","):
            continue
        lemma = verb_forms("en").get(token.text.lower(), "")
        verb = _predicate(token)
        if not lemma or lemma == token.text.lower() or verb is None or not _takes_object(token):
            continue
        token.lemma_, token.pos_, token.tag_ = lemma, "VERB", "VBZ"
        token.head, token.dep_ = verb, "conj"


def _retag_passives(doc: Doc) -> None:
    """Tag as a participle what an agent follows: "a committee chaired by X and … oversees"."""
    for token in doc[:-1]:
        if token.tag_ == "VBD" and token.nbor(1).text.lower() == "by":
            helped = any(child.dep_ in ("aux", "dobj") for child in token.children)
            if not helped:
                token.tag_ = "VBN"


def _retag_cells(doc: Doc) -> None:
    """Tag as a verb what opens a cell of a row: "Board | Oversees the budget"."""
    for bar in (t for t in doc[:-2] if t.text == "|"):
        cell = doc[bar.i + 1 :]
        if _opens_telegram(cell):
            first = cell[0]
            first.lemma_, first.pos_ = verb_forms("en")[first.text.lower()], "VERB"
            first.tag_ = "VBZ"


def _opens_telegram(sentence: Span) -> bool:
    """Tell whether a verb opens a sentence that leaves its subject unsaid: "Reports to X"."""
    first = sentence[0]
    lemma = verb_forms("en").get(first.text.lower(), "")
    if not lemma or lemma == first.text.lower() or len(sentence) < 2:
        return False
    return first.pos_ in _TAKEN_FOR | {"VERB"} and _takes_object(first)


def _predicate(token: Token) -> Token | None:
    """Return the verb in the third person singular that stands before a word in its clause."""
    before = token.doc[token.sent.start : token.i]
    finite = [t for t in before if t.tag_ in ("VBZ", "VBP", "VBD") or t.dep_ == "ROOT"]
    last = finite[-1] if finite else None
    return (
        last if last is not None and last.tag_ == "VBZ" and last.pos_ in ("VERB", "AUX") else None
    )


def _takes_object(token: Token) -> bool:
    """Tell whether an object follows: an article, a noun without "of", a preposition of a verb."""
    after = token.nbor(1)
    if after.text.lower() in ("to", "on", "off", "directly", "in"):
        return True
    if after.text == "," and token.i + 2 < len(token.doc):
        return token.nbor(2).text.lower() in ("through", "via", "with", "together", "along")
    return after.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")


def _retag_participles(doc: Doc) -> None:
    """Tag as participles the words in -é before "par" that the tagger took for nouns."""
    for token in doc[1:-1]:
        ending = next((e for e in _ENDINGS if token.text.endswith(e)), None)
        if ending is None or token.pos_ not in _TAKEN_FOR or not token.text.islower():
            continue
        lemma = token.text.removesuffix(ending) + "er"
        if token.nbor(1).text.lower() == "par":
            token.lemma_, token.pos_ = lemma, "VERB"
            token.set_morph(f"{_ENDINGS[ending]}|Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]


def _retag_relatives(doc: Doc) -> None:
    """Tag as a verb the known form that must be one in a relative: "où l'agence siège avec"."""
    for opener in doc[:-2]:
        if opener.text.lower() not in _RELATIVES:
            continue
        for token in doc[opener.i + 1 : min(opener.sent.end, opener.i + _REACH)]:
            if token.pos_ in ("VERB", "AUX") or token.is_punct:
                break
            after = token.nbor(1) if token.i + 1 < len(doc) else token
            known = verb_forms("fr").get(token.text.lower(), "")
            follows = after.pos_ in ("DET", "ADP", "ADV", "PUNCT") and token.nbor(-1).pos_ in _NAMES
            if known and token.pos_ == "NOUN" and follows and token.text.lower() != known:
                token.lemma_, token.pos_ = known, "VERB"
                break


def _retag_behind_pronouns(doc: Doc) -> None:
    """Tag as a verb the known form that follows a noun and "le": "la Région le finance".

    No noun stands right behind another with only an article between.
    """
    for pronoun in doc[1:-1]:
        verb, before = pronoun.nbor(1), pronoun.nbor(-1)
        lemma = verb_forms("fr").get(verb.text.lower(), "")
        if pronoun.text.lower() not in _PRONOUNS or not lemma or lemma == verb.text.lower():
            continue
        noun = before.pos_ in ("NOUN", "PROPN", "PRON") and not before.is_sent_end
        if verb.pos_ not in _TAKEN_FOR or not noun or not _closes(verb):
            continue
        verb.lemma_, verb.pos_, pronoun.pos_ = lemma, "VERB", "PRON"
        pronoun.head, pronoun.dep_ = verb, "obj"


def _closes(verb: Token) -> bool:
    """Tell whether a word may be a verb by what follows: a stop, a preposition, "et"."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return after is None or after.pos_ in ("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ")


def _retag_before_articles(doc: Doc) -> None:
    """Tag as a verb the known form that an article follows: "Mme Roy, contrôle les comptes".

    No French noun stands between a comma, a name or a clause and an article.
    """
    for token in doc[1:-1]:
        known = verb_forms("fr").get(token.text.lower(), "")
        if not known or token.pos_ not in ("NOUN", "ADJ") or token.text.lower() == known:
            continue
        before, after = token.nbor(-1), token.nbor(1)
        opened = before.pos_ in ("PROPN", "PRON", "NOUN") or before.text == ","
        counted = after.pos_ == "NUM" and after.text.isalpha() and before.pos_ != "PUNCT"
        if opened and (counted or (after.pos_ == "DET" and after.text.lower() in _ARTICLES)):
            token.lemma_, token.pos_ = known, "VERB"


def _retag_finite(doc: Doc) -> None:
    """Tell "le comité élit son bureau" from a participle: no auxiliary, and an object follows."""
    for token in doc[1:-1]:
        known = token.pos_ == "VERB" and token.text.lower() in verb_forms("fr")
        if not known or "Part" not in token.morph.get("VerbForm", []):
            continue
        helped = any(child.dep_.startswith("aux") for child in token.children)
        object_follows = token.nbor(1).text.lower() in _ARTICLES
        if (
            not helped
            and object_follows
            and token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON", "ADJ")
        ):
            token.set_morph("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]


def _retag_unknown(doc: Doc) -> None:
    """Give known present forms mood and tense: "copilotent", "réunit" tell of no past or "if"."""
    for token in doc:
        if token.pos_ == "VERB" and token.text.lower() in verb_forms("fr"):
            traits = str(token.morph).replace("Mood=Cnd", "Mood=Ind")
            if not token.text.lower().endswith(_PAST):
                traits = traits.replace("Tense=Imp", "Tense=Pres")
            token.set_morph(traits)  # type: ignore[attr-defined]


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
    if before < sentence.start:
        return False
    # "Le maire, membre de droit, siège au comité": a seat stands behind no comma but of an aside.
    aside = token.doc[before].text == "," and verb_forms(language)[token.text.lower()] == "siéger"
    if token.doc[before].pos_ not in ("NOUN", "PROPN", "PRON", "ADJ") and not aside:
        return False
    after = token.nbor(1)
    lemma = verb_forms(language)[token.text.lower()]
    of = lemma in _TAKING_OF and after.text.lower() in ("du", "de", "des", "d'")
    return after.pos_ in ("DET", "NUM") or after.text.lower() in _FOLLOWERS or of
