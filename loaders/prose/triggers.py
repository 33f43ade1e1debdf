"""Triggers: where the wordings of the lexicon stand in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ...graph import fold
from .lexicon import Lexicon, Wording, load_lexicon
from .phrases import lower

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What stands in a wording for an object inside it: "hold ~ to account".
_OBJECT = "~"
_OBJECT_LENGTH = 12
_SKIPPED = ("DET", "ADV", "PUNCT")
# Fixed phrases in which an adjective may stand: "sous l'autorité directe de".
_PHRASAL = frozenset(["links", "placements"])
# Forms of the first group that the lemmatiser does not know in new verbs ("copréside").
_ENDINGS = ("e", "ent", "é", "ée", "és", "ées", "era", "eront", "ant")
_SUBJECTS = frozenset("il elle ils elles qui it they who which he she".split())
_GROUPS = {
    "er": ("e", "ent", "era", "eront"),
    "uivre": ("uit", "uivent", "uivra", "uivront"),
    "uire": ("uit", "uisent", "uira", "uiront"),
    "ettre": ("et", "ettent", "ettra", "ettront"),
    "ire": ("it", "isent", "ira", "iront"),
    "ir": ("it", "issent", "ira", "iront"),
    "endre": ("end", "ennent", "endra", "endront"),
    "ondre": ("ond", "ondent", "ondra", "ondront"),
}
_PARTICIPLES = ("é", "ée", "és", "ées")
_WAS = frozenset(["est", "sont", "était", "étaient"])
_SHORTEST, _STEM = 4, 6
# A word in the wordings of so many relations tells none of them: "project", "office".
_GENERIC = 4
# Nouns that say alone how the next name is related: "its trustees", "members:".
_NOUN_LISTS = (
    ("GOVERNS", "governing_bodies"),
    ("PART_OF", "parts"),
    ("PARTICIPATES_IN", "membership_labels"),
)
# Words of wordings that alone say nothing: "avoir pour", "be part".
_PLAIN_WORDS = frozenset(
    "avec avoir dans etre faire from give have make part partie pour sous take their with".split()
)
_NOUNS = frozenset(["actions", "functions"])
_VERBAL = frozenset(["verbs", "containers", "datives", "gifts", "receipts"])


@dataclass(frozen=True, slots=True)
class Trigger:
    """A wording found: its tokens `start` to `end`, the anchor that takes the complements."""

    wording: Wording
    start: int
    end: int
    anchor: int


def find_triggers(doc: Doc, lexicon: Lexicon) -> list[Trigger]:
    """Return the triggers of a text in order; of those at one anchor, the longest."""
    index = _index(lexicon.language)
    found: list[Trigger] = []
    for token in doc:
        forms = {lower(token), token.text.lower()}
        options = [w for form in forms for w in index.get(form, ())]
        matches = [t for w in options if (t := _match(doc, token.i, w)) is not None]
        longest = max((len(t.wording.words) for t in matches), default=0)
        seen = set()
        for t in matches:
            key = (t.wording.relation, t.wording.family, t.wording.preposition)
            if key not in seen and (len(t.wording.words) == longest or t.wording.family in _VERBAL):
                seen.add(key)
                found.append(t)
    return [t for t in found if not _covered(t, found)]


def _covered(trigger: Trigger, others: list[Trigger]) -> bool:
    """Tell whether a longer wording holds this one inside."""
    return any(
        o.start <= trigger.start
        and trigger.end <= o.end
        and len(o.wording.words) > len(trigger.wording.words)
        for o in others
    )


@cache
def _index(language: str) -> dict[str, list[Wording]]:
    index: dict[str, list[Wording]] = defaultdict(list)
    for wording in load_lexicon(language).wordings:
        first = wording.words[1 if wording.words[0] == "se" else 0]
        index[first].append(wording)
        if wording.family in _VERBAL and language == "fr" and first.endswith("er"):
            for ending in _ENDINGS:
                index[first[:-2] + ending].append(wording)
    return index


@cache
def wording_stems(language: str) -> dict[str, tuple[str, ...]]:
    """Return how the words begin by which a relation can be worded, in any form of theirs.

    >>> "pilot" in wording_stems("fr")["PILOTS"]
    True
    """
    lexicon = load_lexicon(language)
    words = {(wording.relation, word) for wording in lexicon.wordings for word in wording.words}
    stems = {(relation, stem) for relation, word in words for stem in _stem(word)}
    shared = Counter(stem for _, stem in stems)
    kept = {each for each in stems if shared[each[1]] < _GENERIC}
    for relation, name in _NOUN_LISTS:
        nouns = (noun.split()[0] for noun in lexicon.words[name])
        kept |= {(relation, stem) for noun in nouns for stem in _stem(noun)}
    found: dict[str, list[str]] = defaultdict(list)
    for relation, stem in sorted(kept):
        found[relation].append(stem)
    return {relation: tuple(each) for relation, each in found.items()}


def _stem(word: str) -> list[str]:
    """Return how a word begins in any form of it; nothing for one that alone says nothing."""
    bare = fold(word)
    if len(bare) < _SHORTEST or bare in _PLAIN_WORDS:
        return []
    return [bare[: max(_SHORTEST, min(_STEM, len(bare) - 1))]]


@cache
def verb_forms(language: str) -> dict[str, str]:
    """Return the present and future forms of the verbs of the lexicon, each with its lemma.

    >>> verb_forms("fr")["pilotent"], verb_forms("en")["funds"]
    ('piloter', 'fund')
    """
    forms: dict[str, str] = {}
    for wording in load_lexicon(language).wordings:
        verb = wording.words[-1 if "-" in wording.words[:2] else 0]
        if wording.family not in _VERBAL or not verb.isalpha() or len(verb) < 4:
            continue
        if language == "en":
            forms.update(dict.fromkeys((verb, verb + "s"), verb))
        else:
            forms.update(dict.fromkeys(_conjugated(verb), verb))
        forms.setdefault(verb, verb)
    return forms


def _conjugated(verb: str) -> Iterator[str]:
    """Yield the third person of a French verb, present and future, by its group."""
    for infinitive, endings in _GROUPS.items():
        if verb.endswith(infinitive):
            stem = verb.removesuffix(infinitive)
            yield from (stem + ending for ending in endings)
            yield from (_grave(stem) + ending for ending in endings[:2])
            return


def _grave(stem: str) -> str:
    """Return the stem of "siège" for "siéger": é before a last consonant opens."""
    return re.sub(r"é([^aeiouéè]{1,2})$", r"è\1", stem)


def _match(doc: Doc, start: int, wording: Wording) -> Trigger | None:
    token = doc[start]
    verbal = wording.family in _VERBAL
    words = list(wording.words)
    if words[0] == "se":
        if start == 0 or doc[start - 1].text.lower() not in ("se", "s'"):
            return None
        words = words[1:]
    elif verbal and _is_reflexive(doc, start):
        return None
    anchor = start + 2 if verbal and words[1:2] == ["-"] else start
    if verbal and (anchor >= len(doc) or not _verbal(doc[anchor])):
        return None
    if (
        wording.family in ("actions", "functions")
        and token.pos_ in ("VERB", "AUX")
        and token.tag_ not in ("VBG",)
    ):
        return None
    position = start + 1
    if _OBJECT in words:
        parted = words.index(_OBJECT)
        behind = _behind_object(doc, position, words[parted + 1 :])
        return Trigger(wording, start, position, anchor) if behind else None
    for word in words[1:]:
        position = _next(doc, position, word, wording.family)
        if position < 0:
            return None
        position += 1
    return Trigger(wording, start, position, anchor)


def _is_reflexive(doc: Doc, position: int) -> bool:
    """Tell whether a verb is reflexive: "se dote", "s'est doté", "se sont dotés"."""
    before = position - 1
    while before > 0 and doc[before].pos_ == "AUX" and doc[before].text.lower() in _WAS:
        before -= 1
    return before >= 0 and doc[before].text.lower() in ("se", "s'")


def _behind_object(doc: Doc, position: int, words: list[str]) -> bool:
    """Tell whether words stand behind an object: "to account" in "holds the chief to account"."""
    stop = min(len(doc), position + _OBJECT_LENGTH)
    for start in range(position + 1, stop):
        if doc[start].text in (".", ";", ":") or doc[start].is_sent_start:
            return False
        run = doc[start : start + len(words)]
        if len(run) == len(words) and all(map(_same, run, words)):
            return True
    return False


def _verbal(token: Token) -> bool:
    """Tell whether a token is a verb, or stands where one must: between a noun and an article."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    if token.pos_ == "ADJ" and (
        "Part" in token.morph.get("VerbForm", []) or token.text.lower().endswith(_PARTICIPLES)
    ):
        return True
    if token.i == 0 or token.i + 1 >= len(token.doc) or token.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    before, after = token.nbor(-1), token.nbor(1)
    if before.text.lower() in _SUBJECTS:
        return True
    return before.pos_ in ("NOUN", "PROPN", "PRON") and after.pos_ == "DET" and token.text.islower()


def _next(doc: Doc, position: int, word: str, family: str) -> int:
    """Return where the next word of a wording stands, past a few light words, or -1."""
    limit = position + (4 if family in _VERBAL else 3 if family in _PHRASAL else 2)
    skipped = (*_SKIPPED, "ADJ") if family in _PHRASAL else _SKIPPED
    while position < min(limit, len(doc)):
        token = doc[position]
        if _same(token, word) and not (word == "de" and family in _NOUNS and _contracted(token)):
            return position
        if token.pos_ not in skipped or token.text in (".", ";", ":", "(", ")"):
            return -1
        position += 1
    return -1


def _contracted(token: Token) -> bool:
    """Tell "directrice du programme" from the title "directrice de programme"."""
    return token.text.lower() in ("du", "des")


def _same(token: Token, word: str) -> bool:
    form = token.text.lower()
    if word in (form, lower(token)):
        return True
    return (word == "de" and form in ("du", "des", "d'")) or (word == "à" and form in ("au", "aux"))


def is_form(token: Token, verbs: frozenset[str]) -> bool:
    """Tell whether a token is a form of one of these verbs, by its lemma or its ending."""
    form = token.text.lower()
    if lower(token) in verbs or form in verbs:
        return True
    return any(form == verb[:-2] + end for verb in verbs if verb.endswith("er") for end in _ENDINGS)
