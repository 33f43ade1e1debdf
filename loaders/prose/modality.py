"""Modality: negated, hypothetical, wished, asked, ordered and past-and-over are no statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import Candidate
from .lexicon import Lexicon
from .phrases import lower
from .syntax import RELATIVE, clause, governors, is_copular, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NEGATIONS = frozenset(
    "ne n' non not n't never neither nor jamais aucun aucune no cannot nobody none nul".split()
)
_NEGATING = frozenset(["advmod", "neg", "det", "cc", "cc:preconj", "dep", "fixed"])
_AUXILIARIES = frozenset(["aux", "aux:pass", "auxpass", "cop", "aux:tense"])
_INFINITIVES = frozenset(["xcomp", "advcl", "ccomp", "acl", "conj"])
_NONE = frozenset(["no", "neither", "aucun", "aucune", "nul", "nulle"])
_MODALS = frozenset(["could", "would", "might", "may", "ought"])
_PRESENTING = frozenset(["ce", "c'"])
_CONDITIONS = frozenset(["si", "s'", "if", "whether", "unless"])
_COMPLEMENTS = frozenset(["xcomp", "ccomp", "advcl", "obl:arg", "obj"])


def unstated(candidate: Candidate, doc: Doc, lexicon: Lexicon) -> str:
    """Return why the words of a candidate state nothing, or an empty text."""
    anchor = doc[candidate.start]
    verb = clause(anchor)
    chain = [verb, *_above(verb), *_controlling(verb), *_presenting(verb)]
    said = clause(doc[candidate.end - 1])
    reasons = {
        "told to be said": ordered(doc, lexicon),
        "asked": anchor.sent.text.rstrip().endswith("?"),
        "negated": any(map(_negated, (*chain, anchor, said)))
        or _nobody(candidate, doc)
        or _denied(verb),
        "hypothetical": any(map(_hypothetical, chain)),
        "wished": any(_wished(each, lexicon) for each in chain),
        "past and over": any(map(_over, chain))
        or _gone(verb, lexicon)
        or _former(candidate, doc, lexicon),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def ordered(doc: Doc, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph orders its reader to say something: "state that …"."""
    if "ordered" not in doc.user_data:
        doc.user_data["ordered"] = bool(lexicon.patterns["orders"].search(doc.text))
    return bool(doc.user_data["ordered"])


def _above(verb: Token) -> list[Token]:
    """Return the verbs that an infinitive hangs on: "should be set up to advise"."""
    found: list[Token] = []
    while verb.tag_ == "VB" and verb.dep_ in _INFINITIVES and verb.head.i < verb.i:
        verb = verb.head
        if not is_verbal(verb):
            break
        found.append(verb)
    return found


def _nobody(candidate: Candidate, doc: Doc) -> bool:
    """Tell whether it is said of nobody: "no company funds the project"."""
    phrases = (f.phrase for f in (candidate.source, candidate.target) if f.unit == candidate.unit)
    starts = [p.start for p in phrases if p is not None and p.start > 0]
    return any(doc[start - 1].text.lower() in _NONE for start in starts)


def _denied(verb: Token) -> bool:
    """Tell whether what a relative clause says is denied: "it is not X that approves Y"."""
    noun = verb.head
    denied = noun.dep_ == "attr" and any(child.dep_ == "neg" for child in noun.head.children)
    return denied and verb.dep_ in RELATIVE and noun.head.i < noun.i


def _gone(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether words of a clause say that it is over: "formerly", "until 2015 … advised"."""
    words = lexicon.words["bygone"]
    before = [t for t in _of_past(verb.sent, words) if t.i < verb.i]
    if any(t.text.lower() in words and t.head in (verb, verb.head) for t in before):
        return True
    past = verb.tag_ in ("VBD", "VBN") or any(t.tag_ == "VBD" for t in _family(verb))
    until = [t for t in before if t.text.lower() == "until" and t.head in (verb, verb.head)]
    present = any(t.tag_ in ("VBZ", "VBP", "MD") for t in _family(verb))
    return bool(until) and past and not present


def _of_past(sentence: Span, words: frozenset[str]) -> list[Token]:
    """Return the words of a sentence that may say that something is over, found once."""
    known = sentence.doc.user_data
    key = f"past {sentence.start}"
    if key not in known:
        known[key] = [t for t in sentence if (form := t.text.lower()) in words or form == "until"]
    found: list[Token] = known[key]
    return found


def _family(verb: Token) -> list[Token]:
    return [verb, *(child for child in verb.children if child.dep_ in _AUXILIARIES)]


def _negated(verb: Token) -> bool:
    return any(
        child.text.lower() in _NEGATIONS and child.dep_ in _NEGATING for child in verb.children
    )


def _hypothetical(verb: Token) -> bool:
    family = _family(verb)
    return (
        any("Cnd" in token.morph.get("Mood", []) for token in family)
        or any(token.text.lower() in _MODALS for token in family)
        or any(token.lemma_ == "pouvoir" for token in (verb.head, *family))
        or any(_hypothetical(above) for above in _controlling(verb))
        or any(c.text.lower() in _CONDITIONS and c.dep_ == "mark" for c in verb.children)
    )


def _controlling(verb: Token) -> list[Token]:
    """Return the verb that an infinitive completes: "pourrait être amené à assister"."""
    head = verb.head
    infinitive = "Inf" in verb.morph.get("VerbForm", []) and verb.dep_ in ("xcomp", "obl:arg")
    return [head] if infinitive and is_verbal(head) and head.i < verb.i else []


def _presenting(verb: Token) -> list[Token]:
    """Return what a cleft says to be: "ce n'est pas X qui finance" is negated at X."""
    if verb.dep_ not in RELATIVE:
        return []
    copular = (token for token in governors(verb) if is_copular(token))
    above = next(copular, None)
    presents = above is not None and any(
        c.text.lower() in _PRESENTING and c.i < above.i for c in above.children
    )
    return [above] if above is not None and presents else []


def _wished(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause depends on a verb of asking or wishing: "a demandé à intégrer"."""
    if verb.dep_ not in _COMPLEMENTS:
        return False
    above = next((token for token in governors(verb) if is_verbal(token)), None)
    return above is not None and lower(above) in lexicon.words["wishes"]


def _over(verb: Token) -> bool:
    """Tell whether a verb tells of the past and over: "avait été", "n'est plus", "no longer"."""
    words = {child.text.lower() for child in verb.children}
    return (
        any("Imp" in token.morph.get("Tense", []) for token in _family(verb))
        or ("plus" in words and bool(words & {"ne", "n'"}))
        or "longer" in words
    )


def _former(candidate: Candidate, doc: Doc, lexicon: Lexicon) -> bool:
    """Tell whether "ancien", "former" stands at the trigger or at either end."""
    windows = [doc[max(0, candidate.start - 2) : candidate.end + 1]]
    for filler in (candidate.source, candidate.target):
        phrase = filler.phrase
        if phrase is not None and filler.unit == candidate.unit:
            windows.append(doc[max(0, phrase.start - 2) : phrase.start + 1])
    former = lexicon.words["former"]
    words = (token for window in windows for token in window)
    return any(token.text.lower() in former and not _by_office(token) for token in words)


def _by_office(token: Token) -> bool:
    """Tell "ex officio" from "ex-president"."""
    after = [t.text.lower() for t in token.doc[token.i + 1 : token.i + 3]]
    return token.text.lower() == "ex" and "officio" in after
