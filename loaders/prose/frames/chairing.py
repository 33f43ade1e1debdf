"""Chairing: presiding over what the verb does not name, "she chairs", "where he presides"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..referents import Referent
from .candidate import Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION])
_CLITICS = frozenset(["le", "la", "l'", "les"])
_WHERE = frozenset(["where", "où"])


def read_chairing(scene: Scene) -> Iterator[Candidate]:
    """Yield who presides over what a pronoun, a relative or the section stands for."""
    words = scene.lexicon.words["presiding"]
    for token in scene.unit.doc:
        if token.text.lower() not in words or _of_object(scene, token):
            continue
        if scene.lexicon.language == "fr" or token.pos_ == "VERB":
            bodies, rule = _bodies(scene, token)
            people = [f for f in _people(scene, token) if f.referent.kind in _PEOPLE]
            span = (token.i, token.i + 1)
            yield from scene.propose(people, "CHAIRS", bodies, span, rule)


def _of_object(scene: Scene, verb: Token) -> bool:
    """Tell whether what is presided over follows: then the verb's own frame reads it."""
    doc = scene.unit.doc
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is not None and after.text == ":":
        return True
    if after is None or after.is_punct or after.text.lower() in ("and", "et", "or", "ou"):
        return False
    return after.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "PRON", "NUM", "AUX")


def _bodies(scene: Scene, verb: Token) -> tuple[list[Filler], str]:
    doc = scene.unit.doc
    for token in reversed(doc[max(verb.sent.start, verb.i - 8) : verb.i]):
        if token.text.lower() in _WHERE:
            phrase = scene.arguments.before(token.i)
            named = scene.arguments.of_phrases([phrase]) if phrase is not None else []
            return named, "chairing.where"
    if verb.i and doc[verb.i - 1].text.lower() in _CLITICS:
        found = scene.discourse.pronouns.possessor(verb, scene.unit, frozenset([Kind.BODY]))
        return _filler(scene, found), "chairing.clitic"
    here = [p for p in scene.unit.phrases if p.end < verb.i and p.kind is Kind.BODY]
    if here and not here[-1].plural:
        return scene.arguments.of_phrases(here[-1:]), "chairing.near"
    group = scene.discourse.topics.group(scene.unit, verb.i)
    return _filler(scene, group), "chairing.implied"


def _filler(scene: Scene, referent: Referent | None) -> list[Filler]:
    return [Filler(referent, None, "topic", scene.unit.index)] if referent is not None else []


def _people(scene: Scene, verb: Token) -> list[Filler]:
    """Return who presides: the parser's subject, else the noun right before the verb."""
    doc, position = scene.unit.doc, verb.i
    while position > 0 and (
        doc[position - 1].text.lower() in _CLITICS or doc[position - 1].pos_ in ("AUX", "ADV")
    ):
        position -= 1
    before = scene.arguments.before(position)
    if before is not None and before.end == position:
        return scene.arguments.together(before, (0, position))
    return scene.subject(verb)
