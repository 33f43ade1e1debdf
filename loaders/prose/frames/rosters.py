"""Rosters: sentences that say who the members are, "its members are X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..enumeration import entries, sentence_end
from ..phrases import Phrase
from .candidate import Candidate, Scene
from .entries import read_entry
from .leads import Lead, having, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION])
_BE = frozenset(["are", "is", "sont", "est"])
_INCLUDING = frozenset(["including", "among", "dont", "notamment", "parmi"])
_GAP = 6


def read_rosters(scene: Scene) -> Iterator[Candidate]:
    """Yield the members that a sentence about "the members" names."""
    posts = scene.lexicon.words["representatives"] | scene.lexicon.words["seat_posts"]
    for phrase in scene.unit.outermost:
        if phrase.head_word not in posts or not phrase.plural:
            continue
        yield from _counted(scene, phrase)
        verb = _copula(scene, phrase)
        bodies = _bodies(scene, phrase) if verb is not None else []
        if verb is not None and bodies:
            yield from _listed(scene, verb, bodies)


def _listed(scene: Scene, verb: Token, bodies: list[Filler]) -> Iterator[Candidate]:
    doc, start = scene.unit.doc, verb.i + 1
    while start < len(doc) and doc[start].pos_ in ("ADV", "PUNCT") and doc[start].text != ":":
        start += 1
    if start >= len(doc) or doc[start].text == ":" or doc[start].pos_ in ("VERB", "AUX", "ADP"):
        return
    end = sentence_end(doc, start)
    span = (verb.i, verb.i + 1)
    lead = Lead(scene, bodies, "PARTICIPATES_IN", span, start, end, "roster")
    for entry in entries(scene.unit, start, end, clauses=False):
        yield from read_entry(lead, scene, entry)


def _counted(scene: Scene, members: Phrase) -> Iterator[Candidate]:
    """Read "has eleven members, including X and Y", "compte douze membres, dont X"."""
    doc, verb = scene.unit.doc, having(scene, members)
    start = members.end + (members.end < len(doc) and doc[members.end].text == ",")
    opens = start < len(doc) and doc[start].text.lower() in _INCLUDING
    if verb is None or not opens:
        return
    bodies = [f for f in scene.subject(verb) if f.referent.kind in _GROUPS]
    if not bodies:
        return
    end = sentence_end(doc, start)
    lead = Lead(scene, bodies, "PARTICIPATES_IN", (verb.i, verb.i + 1), start, end, "roster")
    for entry in entries(scene.unit, start + 1, end, clauses=False):
        yield from read_entry(lead, scene, entry)


def _copula(scene: Scene, members: Phrase) -> Token | None:
    """Return the verb that says who the members are."""
    doc = scene.unit.doc
    for token in doc[members.end : members.end + _GAP]:
        if token.text.lower() in _BE:
            return token
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":"):
            return None
    return None


def _bodies(scene: Scene, members: Phrase) -> list[Filler]:
    """Return whose members they are: "its", "whose", "of the board", or the body spoken of."""
    doc = scene.unit.doc
    before = doc[members.start - 1] if members.start else None
    if before is not None and before.text.lower() == "whose":
        host = scene.arguments.before(before.i)
        return scene.arguments.of_phrases([host]) if host is not None else []
    owned = owner_of(scene, members)
    if owned:
        return owned
    if before is not None and members.determiner == "poss":
        known = scene.discourse.pronouns.possessor(before, scene.unit, _GROUPS)
        return [Filler(known, None, "pronoun", scene.unit.index)] if known else []
    opens = members.start - doc[members.start].sent.start <= 1
    return scene.implied_body(members.start) if opens and members.owner is None else []
