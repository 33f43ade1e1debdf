"""Gatherings: nouns that say who is in them, "a consortium of X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import Kind
from ..arguments import Filler
from ..enumeration import Entry, entries, sentence_end
from ..phrases import Phrase, is_capital
from .candidate import Candidate, Scene

_ACTORS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY])
_BETWEEN = frozenset(["between", "entre"])
_OF = frozenset(["of", "de", "d'", "du", "des"])
_DASHES = frozenset(["–", "—", "-", ",", "("])


def read_gatherings(scene: Scene) -> Iterator[Candidate]:
    """Yield the members of a gathering, and those named beside a body's "members"."""
    for phrase in scene.unit.phrases:
        if phrase.head_word in scene.lexicon.words["loose_gatherings"]:
            yield from _gathered(scene, phrase)
        if phrase.head_word in scene.lexicon.words["seat_posts"] and phrase.plural:
            yield from _beside(scene, phrase)


def _gathered(scene: Scene, phrase: Phrase) -> Iterator[Candidate]:
    """Read "a joint arrangement between X and Y", "a consortium of X, Y and Z"."""
    doc, head = scene.unit.doc, phrase.head
    link = next((t for t in doc[head + 1 : head + 3] if t.pos_ == "ADP"), None)
    if link is None or link.text.lower() not in _BETWEEN | _OF or is_capital(doc[head]):
        return
    end = min(sentence_end(doc, link.i), doc[head].sent.end)
    found = entries(scene.unit, link.i + 1, end, clauses=False)
    if len(found) < 2 or not all(_acts(scene, entry) for entry in found):
        return
    rule = "gathering.between" if link.text.lower() in _BETWEEN else "gathering.of"
    referent = scene.discourse.referent(phrase)
    body = Filler(referent, phrase, "named", scene.unit.index)
    members = scene.arguments.of_phrases(entry.phrase for entry in found)
    yield from scene.propose(members, "PARTICIPATES_IN", [body], (head, link.i + 1), rule)


def _acts(scene: Scene, entry: Entry) -> bool:
    kind = scene.discourse.referent(entry.phrase).kind
    return kind in _ACTORS or (kind is None and not entry.phrase.determiner)


def _beside(scene: Scene, phrase: Phrase) -> Iterator[Candidate]:
    """Read "its trustees – Josie Nolan and Pat Hickey –", "the two members, Hesp and Ullyott"."""
    doc = scene.unit.doc
    if phrase.end >= len(doc) or doc[phrase.end].text not in _DASHES:
        return
    dash = doc[phrase.end].text
    end = sentence_end(doc, phrase.end)
    closed = next(
        (t.i for t in doc[phrase.end + 1 : end] if dash != "," and t.text in (dash, ")")), end
    )
    found = entries(scene.unit, phrase.end + 1, closed, clauses=False)
    if not found or not all(entry.personal for entry in found):
        return
    owner = phrase.owner if phrase.owner is not None and phrase.owner.kind is Kind.BODY else None
    bodies = scene.arguments.of_phrases([owner]) if owner else scene.implied_body(phrase.start)
    board = phrase.head_word.rstrip("s") in scene.lexicon.words["boards"]
    if board and phrase.determiner in ("def", "poss"):
        bodies = scene.arguments.of_phrases([phrase])
        bodies[0].referent.kind = Kind.BODY
    members = scene.arguments.of_phrases(entry.phrase for entry in found)
    span = (phrase.start, phrase.end)
    yield from scene.propose(members, "PARTICIPATES_IN", bodies, span, "gathering.named")
