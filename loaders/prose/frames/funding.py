"""Funding: verbs of giving whose object is money, "X apporte 30 000 € à Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import lower
from ..syntax import agents, is_passive, subjects
from ..triggers import Trigger
from .candidate import OF, THINGS, WORK, Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIGNS = "€£$%"
_TO = frozenset(
    ["à", "au", "aux", "pour", "sur", "to", "towards", "toward", "for", "into", "on", "in"]
)
_DATIVE = frozenset(["à", "au", "aux", "to"])
_FROM = OF | {"from", "by"}
_GIVERS = frozenset([Kind.ORGANIZATION, Kind.ROLE, Kind.PERSON, Kind.BODY, Kind.PROJECT])
_REACH = 8
_FAR = 24


def read_gift(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield FUNDS where the object of a verb of giving is money."""
    verb = scene.unit.doc[trigger.anchor]
    span = (trigger.start, trigger.end)
    if is_passive(verb):
        paid = [t for t in subjects(verb) if _is_money(scene, t)]
        sources = scene.fillers(agents(verb)) if paid else []
        targets = _of(scene, paid) or recipients(scene, trigger.end)
    elif _money_after(scene, trigger.end) is None:
        return
    else:
        sources = scene.subject(verb)
        targets = recipients(scene, trigger.end) or _given(scene, trigger.end)
    targets = (
        targets
        or scene.arguments.implied(WORK, trigger.start)
        or scene.arguments.implied(THINGS, trigger.start)
    )
    sources = [
        s
        for s in sources
        if s.phrase is None or not _is_money(scene, scene.unit.doc[s.phrase.head])
    ]
    yield from scene.propose(sources, trigger.wording.relation, targets, span, "gift")


def read_receipt(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield FUNDS where money is had from someone: "T bénéficie d'une aide de S"."""
    doc, verb = scene.unit.doc, scene.unit.doc[trigger.anchor]
    money = _money_after(scene, trigger.end) or _backing(scene, trigger.end)
    if money is None or is_passive(verb):
        return
    for token in doc[money.i + 1 : min(money.sent.end, money.i + _REACH)]:
        if token.pos_ == "VERB" or token.text in (";", "."):
            return
        if token.text.lower() not in _FROM or token.nbor(1).pos_ == "NUM":
            continue
        phrase = scene.arguments.after(token.i + 1)
        sources = scene.arguments.together(phrase, (token.i, len(doc)))
        givers = [s for s in sources if s.referent.kind in _GIVERS]
        if givers:
            span = (trigger.start, trigger.end)
            targets = scene.subject(verb)
            yield from scene.propose(givers, trigger.wording.relation, targets, span, "receipt")
            return


def recipients(scene: Scene, position: int) -> list[Filler]:
    """Return what money is for: "80 % des travaux", "30 000 € au projet"; none without money."""
    money = _money_after(scene, position)
    if money is None:
        return []
    doc = scene.unit.doc
    end = min(money.sent.end, money.i + _FAR)
    for token in doc[money.i + 1 : end]:
        word = token.text.lower()
        if token.pos_ in ("VERB", "AUX") or word == ";":
            break
        if word in OF | _TO:
            phrase = scene.arguments.after(token.i + 1)
            if phrase is not None and not _is_money(scene, doc[phrase.head]):
                found = scene.arguments.together(phrase)
                if found:
                    return found
    return []


def _given(scene: Scene, position: int) -> list[Filler]:
    """Return to whom money is given where they stand before it: "alloue à X une aide"."""
    money = _money_after(scene, position)
    phrase = scene.arguments.after(position)
    if money is None or phrase is None or phrase.end > money.i:
        return []
    between = scene.unit.doc[position : phrase.start]
    held = any(t.pos_ == "ADP" and t.text.lower() not in _DATIVE for t in between)
    gets = phrase.kind in THINGS and not held and not _is_money(scene, scene.unit.doc[phrase.head])
    return scene.arguments.together(phrase, (position, money.i)) if gets else []


def _money_after(scene: Scene, position: int) -> Token | None:
    doc = scene.unit.doc
    for token in doc[position : position + _REACH]:
        if token.text in (".", ";"):
            return None
        if _is_money(scene, token):
            return token
    return None


def _backing(scene: Scene, position: int) -> Token | None:
    """Return the support that is had: "bénéficie du soutien de X"."""
    near = scene.unit.doc[position : position + 3]
    return next((t for t in near if lower(t) in scene.lexicon.words["backing"]), None)


def _is_money(scene: Scene, token: Token) -> bool:
    return lower(token) in scene.lexicon.words["money"] or any(c in _SIGNS for c in token.text)


def _of(scene: Scene, tokens: list[Token]) -> list[Filler]:
    """Return what the money is said to be of: "le coût de la passerelle"."""
    owners = [p.owner for t in tokens if (p := scene.unit.by_token.get(t.i)) and p.owner]
    work = [o for o in owners if not _is_money(scene, scene.unit.doc[o.head])]
    deeper = [o.owner for o in owners if o not in work and o.owner is not None]
    return scene.arguments.of_phrases([*work, *deeper])
