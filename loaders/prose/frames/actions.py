"""Nouns of action: "X assure la maîtrise d'ouvrage de Y", "leadership of Y rests with X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase, is_capital, lower
from ..syntax import agents, is_passive, is_verbal, obliques, subjects
from ..triggers import Trigger
from .candidate import OF, THINGS, WORK, Candidate, Scene
from .relatives import agreeing

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = frozenset(["à", "au", "aux", "sur", "to", "with", "of", "de", "du", "d'"])
_SEATED = frozenset(["CHAIRS", "CO_CHAIRS"])
_STOPS = frozenset([".", ";"])
_LABEL = frozenset([":", "–", "—", "-"])
_GAP, _NEAR = 12, 4
_CHARGED = frozenset(["charger", "chargé", "chargée", "chargés", "chargées", "charge"])
# "Se voit confier la gestion": to whom it is given is the subject.
_SEEING = frozenset(["voir"])
_POSSESSIVES = frozenset("son sa ses leur leurs its their".split())
_HELD = frozenset([Kind.BODY, Kind.ORGANIZATION])
_DONE = frozenset([Kind.BODY, Kind.PROJECT])
_RUN = frozenset([Kind.BODY, Kind.ORGANIZATION, Kind.PROJECT])
_NAMED = frozenset([Kind.BODY, Kind.ORGANIZATION, Kind.ROLE])


def read_action(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a noun of action states, by the verb that carries it or as a label."""
    relation = trigger.wording.relation
    if _in_name(scene, trigger) or scene.arguments.is_compound(trigger.start):
        return
    span = (trigger.start, trigger.end)
    for rule, find in _CARRIERS:
        sources = find(scene, trigger)
        if sources:
            stated = _targets(scene, trigger)
            if rule == "duty" and not stated:
                return
            targets = stated or _implied(scene, trigger)
            if rule == "label" and trigger.start > 1 and not stated and relation not in _SEATED:
                return
            name = f"action.{rule}" if stated else f"action.{rule}.implied"
            yield from scene.propose(sources, relation, targets, span, name)
            return


def _in_name(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the noun is only a word of a name: "suivi" in "comité de suivi"."""
    phrase = scene.unit.by_token.get(trigger.anchor)
    if phrase is not None and phrase.proper and phrase.head >= trigger.end:
        named = is_capital(scene.unit.doc[trigger.anchor]) and phrase.kind in _NAMED
        if named:
            return True
    if phrase is None or phrase.outer is None:
        return False
    return phrase.outer.kind is Kind.BODY and phrase.determiner == "ind"


def _targets(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Return what the action is said to be of: its complement, or what "dont" takes up."""
    doc = scene.unit.doc
    served = _served(scene, trigger)
    if served:
        return served
    phrase = scene.arguments.after(trigger.end, OF | {"over", "for", "to"})
    if phrase is None:
        phrase = _beyond_aside(scene, trigger.end)
    if phrase is not None:
        named = scene.arguments.together(phrase)
        if named:
            return named
    for token in doc[max(0, trigger.start - 8) : trigger.start]:
        if token.text.lower() in ("dont", "whose"):
            before = scene.arguments.before(token.i)
            return scene.arguments.of_phrases([before]) if before else []
    return _owned(scene, trigger) or _shared(scene, trigger)


def _shared(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Return what the next noun of action is of: "le pilotage | et le financement du projet"."""
    doc = scene.unit.doc
    following = (t for t in scene.triggers if t.start >= trigger.end)
    other = next((t for t in following if t.wording.family == "actions"), None)
    if other is None or other.start > trigger.end + _NEAR:
        return []
    between = doc[trigger.end : other.start]
    joined = any(t.pos_ == "CCONJ" or t.text == "," for t in between)
    plain = all(t.pos_ in ("DET", "CCONJ", "ADJ", "PUNCT") and t.text != ":" for t in between)
    return _targets(scene, other) if joined and plain else []


def _owned(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "sa gestion", "en assure le suivi": what the pronoun takes up."""
    doc = scene.unit.doc
    relation = trigger.wording.relation
    chair = relation in ("CHAIRS", "CO_CHAIRS")
    for token in reversed(
        doc[max(doc[trigger.start].sent.start, trigger.start - 6) : trigger.start]
    ):
        near = token.i == trigger.start - 1 and token.text.lower() in _POSSESSIVES
        if near or (token.text.lower() == "en" and token.pos_ == "PRON"):
            kinds = _HELD if chair else _RUN if near else _DONE
            known = scene.discourse.pronouns.possessor(token, scene.unit, kinds)
            return [Filler(known, None, "pronoun", scene.unit.index)] if known else []
        if token.text in (";", ":"):
            return []
    return []


def _served(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "provides the Council with advice": whom, between the verb and the noun."""
    doc, start = scene.unit.doc, trigger.start
    while start > 0 and doc[start - 1].pos_ in ("ADJ", "DET", "ADV", "NOUN"):
        start -= 1
    link = doc[start - 1] if start else None
    if link is None or link.text.lower() != "with" or link.head.pos_ != "VERB":
        return []
    if lower(link.head) not in scene.lexicon.words["support_subject"]:
        return []
    phrase = scene.arguments.directly_after(link.head.i + 1)
    return scene.arguments.together(phrase, (link.head.i, link.i)) if phrase is not None else []


def _implied(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Return what is spoken of: a body for its chair, the project for any other action."""
    if trigger.wording.relation in _SEATED:
        return scene.arguments.implied(frozenset([Kind.BODY]), trigger.start)
    options = (WORK,) if trigger.wording.relation == "COMMISSIONS" else (WORK, THINGS)
    found = (scene.arguments.implied(kinds, trigger.start) for kinds in options)
    return next((fillers for fillers in found if fillers), [])


def _beyond_aside(scene: Scene, position: int) -> Phrase | None:
    """Look past ", avec le préfet," for the complement."""
    doc = scene.unit.doc
    if position >= len(doc) or doc[position].text != ",":
        return None
    for token in doc[position + 1 : position + _GAP]:
        if token.text == ",":
            return scene.arguments.after(token.i + 1, OF)
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _label(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "Maîtrise d'ouvrage : X" at the start of a block or of a sentence."""
    doc = scene.unit.doc
    opens = trigger.start <= 1 or doc[trigger.start - 1].text in _STOPS
    if not opens or trigger.end >= len(doc):
        return []
    for token in doc[trigger.end : trigger.end + 10]:
        if token.text in _LABEL:
            return scene.labelled(token.i + 1)
        if token.pos_ in ("VERB", "AUX"):
            return []
    return []


def _carried(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "X assure la maîtrise d'ouvrage"."""
    noun = scene.unit.doc[trigger.anchor]
    verb = _support(scene, noun)
    if verb is None or is_passive(verb) or verb.i > noun.i:
        return []
    if lower(verb) not in scene.lexicon.words["support_subject"]:
        return []
    if trigger.wording.relation == "ADVISES" and lower(verb) == "take":
        return []
    return _with_partners(scene, verb, noun, scene.subject(verb))


def _exercised(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "la présidence est assurée par X"."""
    verb = _support(scene, scene.unit.doc[trigger.anchor])
    if verb is None or not is_passive(verb):
        return []
    if lower(verb) not in scene.lexicon.words["support_agent"]:
        return []
    return scene.fillers(agents(verb)) or scene.agent_after(verb.i + 1, _GAP)


def _given(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "la conduite du projet revient à X"."""
    verb = _support(scene, scene.unit.doc[trigger.anchor])
    if verb is None or lower(verb) not in scene.lexicon.words["support_dative"]:
        return []
    return _receivers(scene, verb)


def _done(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "la conduite du projet par X"."""
    return scene.agent_after(trigger.end, _GAP)


def _support(scene: Scene, noun: Token) -> Token | None:
    """Return the support verb of a noun: the one above it, else the nearest around it."""
    words = scene.lexicon.words
    supports = words["support_subject"] | words["support_agent"] | words["support_dative"]
    if lower(noun.head) in supports and noun.head.pos_ in ("VERB", "AUX"):
        return noun.head
    doc = scene.unit.doc
    sentence = noun.sent
    left = [t for t in doc[max(sentence.start, noun.i - 8) : noun.i] if t.pos_ in ("VERB", "AUX")]
    if left and lower(left[-1]) in supports:
        return left[-1]
    for token in doc[noun.i + 1 : min(sentence.end, noun.i + _GAP + 8)]:
        if token.pos_ == "VERB":
            return token if lower(token) in supports else None
    return None


def _receivers(scene: Scene, verb: Token) -> list[Filler]:
    """Return who an action is given to: "revient à X", "confie à X", "rests with X"."""
    doc = scene.unit.doc
    if lower(verb.head) in _SEEING and verb.head.i < verb.i:
        return scene.subject(verb.head)
    found = scene.fillers(obliques(verb, _TO - OF | ({"in"} if lower(verb) == "vest" else set())))
    if found:
        return found
    for token in (*doc[verb.i + 1 : verb.i + _GAP], *doc[verb.sent.start : verb.i]):
        if token.text.lower() in ("à", "au", "aux", "to", "with", "sur"):
            phrase = scene.arguments.after(token.i + 1)
            if phrase is not None:
                return scene.arguments.together(phrase)
    return []


def _with_partners(scene: Scene, verb: Token, noun: Token, sources: list[Filler]) -> list[Filler]:
    """Add who shares the action: "assure la co-présidence, avec le préfet,"."""
    doc = scene.unit.doc
    end = min(noun.sent.end, noun.i + 6)
    for token in doc[verb.i + 1 : end]:
        if token.text.lower() in ("avec", "with") and doc[noun.i].text.lower().startswith("co"):
            phrase = scene.arguments.after(token.i + 1)
            if phrase is not None:
                return sources + scene.arguments.together(phrase, (token.i, len(doc)))
    return sources


def _duty(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "le suivi du projet" as an item of what a body is charged with."""
    return scene.duty(trigger.start)


def _charged(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Read "X est chargé du suivi", "un comité en charge de la mise en œuvre"."""
    doc, start = scene.unit.doc, trigger.start
    while start > 0 and doc[start - 1].pos_ == "DET":
        start -= 1
    if start < 2 or doc[start - 1].text.lower() not in OF:
        return []
    verb = doc[start - 2]
    if lower(verb) not in _CHARGED and verb.text.lower() not in _CHARGED:
        return []
    opening = verb.i - (verb.i > 0 and doc[verb.i - 1].text.lower() == "en")
    found = scene.fillers(subjects(verb), (0, verb.i)) if is_verbal(verb) else []
    before = agreeing(scene, opening, verb)
    return found or (scene.arguments.of_phrases([before]) if before is not None else [])


_CARRIERS = (
    ("label", _label),
    ("charged", _charged),
    ("given", _given),
    ("exercised", _exercised),
    ("carried", _carried),
    ("done", _done),
    ("duty", _duty),
)
