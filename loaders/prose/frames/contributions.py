"""Contributions: nouns of money that come from someone, "with a grant from X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import lower
from ..syntax import governors, is_verbal
from .candidate import THINGS, WORK, Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVERS = frozenset([Kind.ORGANIZATION, Kind.BODY, Kind.PERSON, Kind.ROLE, Kind.PLACE, None])
_FOR = frozenset(["for", "towards", "toward", "to"])
_REACH = 10


def read_contributions(scene: Scene) -> Iterator[Candidate]:
    """Yield FUNDS from who gives to what is spoken of: "the scheme received a grant from X"."""
    words = scene.lexicon.words
    for token in scene.unit.doc:
        if lower(token) not in words["contributions"] or token.pos_ in ("VERB", "AUX"):
            continue
        origin = _origin(scene, token)
        givers = [f for f in _from(scene, origin) if _gives(scene, f)] if origin else []
        if givers and origin is not None:
            targets, rule = _targets(scene, token, origin)
            span = (token.i, origin.i + 1)
            yield from scene.propose(givers, "FUNDS", targets, span, f"contribution.{rule}")


def _origin(scene: Scene, noun: Token) -> Token | None:
    """Return the "from" after a noun of money, past its amount or a verb of coming."""
    coming = scene.lexicon.words["coming"]
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _REACH)]:
        if token.text.lower() == "from":
            return token
        stops = token.pos_ in ("VERB", "AUX") and lower(token) not in coming
        if stops or token.text in (";", ":", ".", ","):
            return None
    return None


def _from(scene: Scene, origin: Token) -> list[Filler]:
    phrase = scene.arguments.after(origin.i + 1)
    return scene.arguments.together(phrase, (origin.i, len(scene.unit.doc)))


def _gives(scene: Scene, filler: Filler) -> bool:
    phrase, referent = filler.phrase, filler.referent
    known = referent.kind is not None or referent.proper
    common = phrase is not None and phrase.kind is None and not phrase.proper
    words = scene.lexicon.words["funds"]
    fund = phrase is not None and phrase.proper and phrase.head_word in words
    return fund or (referent.kind in _GIVERS and known and not common)


def _targets(scene: Scene, noun: Token, origin: Token) -> tuple[list[Filler], str]:
    """Return what the money is for: "for X", the subject of the verb above, the work spoken of."""
    for token in noun.doc[noun.i + 1 : origin.i]:
        if token.text.lower() in _FOR:
            phrase = scene.arguments.after(token.i + 1)
            if phrase is not None and phrase.kind in THINGS:
                return scene.arguments.of_phrases([phrase]), "for"
    verb = next((v for v in governors(noun) if is_verbal(v) and v.pos_ == "VERB"), None)
    if verb is not None and verb.i < noun.i:
        found = [f for f in scene.subject(verb) if f.referent.kind in THINGS]
        if found:
            return found, "subject"
    implied = scene.arguments.implied(WORK, noun.i) or scene.arguments.implied(THINGS, noun.i)
    return implied, "implied"
