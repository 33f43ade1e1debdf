"""Clefts and impersonal clauses: their words are tied as those of a plain clause are.

"C'est à X qu'il revient de faire Y" and "il revient à X de faire Y" say what "X fait Y" says,
"c'est par X qu'est nommé Y" what "Y est nommé par X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import lower

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHOVING = frozenset(["appartenir", "revenir", "incomber", "échoir"])
_GIVING = frozenset(["confier", "laisser", "déléguer", "attribuer", "donner"])
_DUTIES = frozenset(["soin", "mission", "charge", "tâche", "responsabilité"])
_TO = frozenset(["à", "au", "aux"])
_OF = frozenset(["de", "d'"])
_DATIVES = frozenset(["lui", "leur"])
_INFINITIVES = ("er", "ir", "re")
_THAT = frozenset(["que", "qu'"])
_PRESENTING = frozenset(["c'", "ce"])
_BE = frozenset(["être"])
_NOUNS = ("NOUN", "PROPN", "PRON")
_REACH = 30


def tie_clefts(doc: Doc) -> None:
    """Tie the doer of an impersonal clause to its infinitive, what a cleft presents to its verb."""
    for token in doc:
        impersonal = lower(token) in _BEHOVING and _is_impersonal(token)
        if impersonal or (lower(token) in _GIVING and _gives_duty(token)):
            _tie_infinitive(token)
    for token in doc[1:]:
        if lower(token) in _BE and token.nbor(-1).text.lower() in _PRESENTING:
            _tie_agent(token)


def _is_impersonal(verb: Token) -> bool:
    """Tell whether "il" alone stands before a verb: "il revient", "il leur appartient"."""
    before = [t.text.lower() for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]]
    while before and before[-1] in _DATIVES | {"n'", "ne", "en", "donc", "ainsi"}:
        before.pop()
    return bool(before) and before[-1] in ("il", "qu'il")


def _gives_duty(verb: Token) -> bool:
    """Tell whether a verb gives someone something to do: "confie à X | le soin de faire Y"."""
    infinitive = _infinitive(verb)
    return infinitive is not None and infinitive.nbor(-2).text.lower() in _DUTIES


def _tie_infinitive(verb: Token) -> None:
    infinitive = _infinitive(verb)
    doer = _doer(verb, infinitive) if infinitive is not None else None
    if infinitive is None or doer is None:
        return
    if infinitive in doer.ancestors or doer in infinitive.ancestors:
        infinitive.head = verb
    infinitive.dep_ = "xcomp"
    infinitive.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]
    if verb not in infinitive.subtree:
        infinitive.head = verb
    for child in [c for c in verb.children if infinitive.i < c.i and c.dep_ in ("obj", "obl:arg")]:
        child.head = infinitive
    doer.head, doer.dep_ = infinitive, "nsubj"


def _infinitive(verb: Token) -> Token | None:
    """Return the infinitive behind "de" that says what it falls to someone to do."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end - 1, verb.i + _REACH)]:
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            return None
        after = token.nbor(1)
        if token.text.lower() in _OF and after.pos_ in ("VERB", "AUX"):
            return after if after.text.lower().endswith(_INFINITIVES) else None
    return None


def _doer(verb: Token, infinitive: Token) -> Token | None:
    """Return whom it falls to: "il revient à | X", "il | lui revient", "c'est à | X qu'il"."""
    doc = verb.doc
    if verb.i and doc[verb.i - 1].text.lower() in _DATIVES:
        return doc[verb.i - 1]
    for token in doc[verb.i + 1 : infinitive.i - 1]:
        if token.text.lower() in _TO:
            return _noun_after(token, infinitive.i)
    opener = next((t for t in doc[verb.sent.start : verb.i] if t.text.lower() in _THAT), None)
    before = doc[verb.sent.start : opener.i if opener is not None else verb.sent.start]
    to = next((t for t in before if t.text.lower() in _TO), None)
    return _noun_after(to, verb.i) if to is not None else None


def _noun_after(preposition: Token, end: int) -> Token | None:
    """Return the head of what stands behind a preposition: the first noun."""
    return next((t for t in preposition.doc[preposition.i + 1 : end] if t.pos_ in _NOUNS), None)


def _tie_agent(copula: Token) -> None:
    """Read "c'est par X qu'est nommé Y": X is the agent of the verb that follows."""
    doc = copula.doc
    by = copula.nbor(1) if copula.i + 1 < len(doc) else copula
    if by.text.lower() != "par":
        return
    that = next((t for t in doc[by.i : copula.sent.end] if t.text.lower() in _THAT), None)
    agent = _noun_after(by, that.i) if that is not None else None
    after = doc[that.i : min(that.i + _REACH, copula.sent.end)] if that is not None else ()
    verb = next((t for t in after if t.pos_ == "VERB"), None)
    if agent is None or verb is None:
        return
    if agent in verb.ancestors:
        verb.head, verb.dep_ = verb, "ROOT"
    agent.head, agent.dep_ = verb, "obl:agent"
