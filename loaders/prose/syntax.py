"""Grammatical relations, the same questions for the French and the English dependency schemes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = frozenset(["nsubj", "nsubj:pass", "nsubjpass", "csubj", "nsubj:caus", "expl:subj"])
_OBJECT = frozenset(["obj", "dobj", "iobj", "attr", "oprd"])
_CLAUSAL = frozenset(["xcomp", "advcl", "ccomp", "acl", "pcomp", "prep", "parataxis"])
RELATIVE = frozenset(["acl:relcl", "relcl"])
_RELATIVE_PRONOUNS = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "which",
        "who",
        "that",
        "whom",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
    ]
)
_HELPING = frozenset(["cop", "aux:pass", "aux:caus", "auxpass", "aux:tense"])
_PASSIVE_AUX = frozenset(["aux:pass", "auxpass"])
# What someone has to do: "a pour mission de piloter Y" says that he does it.
_DUTIES = frozenset(["mission", "tâche", "rôle", "charge", "responsabilité", "compétence"])
_DEEPEST = 5


def is_verbal(token: Token) -> bool:
    """Tell whether a token works as a verb."""
    return token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBG", "VBN")


def is_participle(token: Token) -> bool:
    """Tell whether a token is a past participle."""
    return token.tag_ == "VBN" or (
        "Part" in token.morph.get("VerbForm", []) and "Past" in token.morph.get("Tense", [])
    )


def is_passive(token: Token) -> bool:
    """Tell whether a verb stands in the passive, with or without its auxiliary."""
    if any(child.dep_ in _PASSIVE_AUX for child in token.children):
        return True
    if any(
        child.dep_ in ("aux", "aux:tense") and child.lemma_ in ("avoir", "have", "do")
        for child in token.children
    ):
        return False
    if not is_participle(token) or any(child.dep_ in ("obj", "dobj") for child in token.children):
        return False
    head = token.head
    if token.dep_ == "conj" and is_verbal(head) and is_participle(head):
        return is_passive(head)
    return not any(child.dep_ in ("aux", "aux:tense") for child in token.children)


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Return the tokens that are the subject of a verb, through coordination and control."""
    if token.dep_ in _HELPING and token.head.i != token.i:
        return subjects(token.head, depth + 1)
    own = [
        child
        for part in (token, *_prefixes(token))
        for child in part.children
        if child.dep_ in _SUBJECT and child.lemma_ not in ("ce", "c'", "there")
    ]
    if own:
        return [antecedent(own[0])]
    if depth >= _DEEPEST:
        return []
    return _borrowed(token, depth)


def _prefixes(verb: Token) -> list[Token]:
    """Return what the parser ties the subject to, where a prefix is a word: "is co - funded"."""
    prefix = [c for c in verb.children if c.dep_ == "compound" and c.i + 2 == verb.i]
    return [*prefix, *(c for c in verb.children if prefix and c.dep_ in _PASSIVE_AUX)]


def _borrowed(token: Token, depth: int) -> list[Token]:
    """Return the subject that a verb without one of its own has from the words above it."""
    head = token.head
    if token.dep_ in RELATIVE or (token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON")):
        return [head]
    if token.dep_ in ("acomp", "attr") and is_verbal(head):
        return subjects(head, depth + 1)
    if token.dep_ == "conj" and (is_verbal(head) or head.dep_ in ("ROOT", "acl", "xcomp", "advcl")):
        return subjects(head, depth + 1)
    if token.dep_ == "conj" and is_verbal(token):
        # The parser ties "et piloté par X" to the noun before it: no verb goes on a noun.
        above = next((g for g in governors(token) if is_verbal(g)), None)
        return subjects(above, depth + 1) if above is not None else []
    infinitive = "Inf" in token.morph.get("VerbForm", []) or token.tag_ == "VB"
    if token.dep_ in _CLAUSAL or token.dep_ == "aux" or infinitive:
        return _governed(token, depth)
    return []


def _governed(token: Token, depth: int) -> list[Token]:
    head = token.head
    if head.text.lower() in _DUTIES and depth < _DEEPEST:
        return subjects(head if is_copular(head) else head.head, depth + 1)
    if head.pos_ in ("NOUN", "PROPN") and token.dep_ != "pcomp":
        return [head]
    while head.dep_ in ("prep", "mark", "advmod") and head.head.i != head.i:
        head = head.head
    if head.pos_ in ("NOUN", "PROPN") and not is_copular(head):
        return [head]
    return subjects(head, depth + 1) if head.i != token.i else []


def is_copular(token: Token) -> bool:
    """Tell whether a noun or adjective is a predicate: "X est pilote"."""
    return any(child.dep_ == "cop" for child in token.children)


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.text.lower() not in _RELATIVE_PRONOUNS:
        return token
    verb = token.head
    for _ in range(4):
        if verb.dep_ in RELATIVE:
            return verb.head
        verb = verb.head
    return token


def objects(token: Token) -> list[Token]:
    """Return the direct objects of a verb, those of its coordinated verbs included."""
    own = [antecedent(child) for child in token.children if child.dep_ in _OBJECT]
    if own:
        return own
    for other in token.children:
        if other.dep_ == "conj" and is_verbal(other):
            return objects(other)
    return []


def agents(token: Token) -> list[Token]:
    """Return the agents of a passive verb: "par X", "by X"."""
    return list(obliques(token, frozenset(["par", "by"])))


def obliques(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return what stands after these prepositions as a complement of a word."""
    found = []
    for child in token.children:
        if child.pos_ == "ADP" and child.text.lower() in prepositions:
            again = [
                c for c in child.children if c.dep_ == "conj" and c.text.lower() in prepositions
            ]
            found += [
                grandchild
                for each in (child, *again)
                for grandchild in each.children
                if grandchild.dep_ in ("pobj", "pcomp", "obj")
            ]
        elif any(
            g.dep_ in ("case", "mark", "fixed") and g.text.lower() in prepositions
            for g in child.children
        ):
            found.append(child)
    return found


def governors(token: Token) -> Iterator[Token]:
    """Yield the words above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause(token: Token) -> Token:
    """Return the verb of the clause a token stands in, or the root."""
    if (is_verbal(token) and token.pos_ != "AUX") or is_copular(token):
        return token
    above = governors(token)
    return next((g for g in above if is_verbal(g) or is_copular(g) or g.dep_ == "ROOT"), token)
