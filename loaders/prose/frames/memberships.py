"""Seats: who sits where a pronoun or a relative says, "y siègent", "on which each has a place"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..enumeration import Span, entries, sentence_end
from ..phrases import lower
from ..referents import Referent
from ..syntax import is_participle, is_passive, objects, subjects
from ..triggers import is_form
from .candidate import Candidate, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION])
_ACTORS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY, Kind.PLACE])
_WHERE = frozenset(
    ["où", "auquel", "auxquels", "laquelle", "lequel", "lesquels", "which", "where", "whom"]
)
_WHOSE = frozenset(["dont"])
_ON = frozenset(["on", "in", "at", "to"])
_IT = frozenset(["it", "them"])
_AT = frozenset(["au", "aux", "à", "dans", "within", "sein", "of"])
_THEIRS = frozenset(["its", "ses", "leurs", "their", "son"])
_ONTO = frozenset(["to", "onto", "au", "à", "aux", "sein"])
# "Above the group sits the board": not a seat, a rank.
_RANKS = frozenset(["above", "below", "beneath", "under", "over", "sous"])
_NONE = frozenset(["no", "aucun", "aucune", "pas", "not"])
_ONE = frozenset(["on", "l'on"])
_ADDING = frozenset(["ajouter", "adjoindre", "joindre"])
_REACH = 5
_PLACING = frozenset(["y", "en"]) | _WHOSE | _WHERE | _ON


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """A verb that seats someone, and where: the bodies, and the name of the construction."""

    verb: Token
    bodies: list[Filler]
    rule: str


def read_memberships(scene: Scene) -> Iterator[Candidate]:
    """Yield the members of a body that a pronoun, an adverb or a relative stands for."""
    for token in scene.unit.doc:
        yield from _placed(scene, token)
        seat = find_seat(scene, token) or _held(scene, token) or _inverted(scene, token)
        if seat is None:
            continue
        if not seat.bodies:
            continue
        members = _members(scene, seat.verb, token, seat.bodies[0].referent)
        span: Span = (min(token.i, seat.verb.i), max(token.i, seat.verb.i) + 1)
        yield from scene.propose(members, "PARTICIPATES_IN", seat.bodies, span, seat.rule)


def find_seat(scene: Scene, token: Token) -> Seat | None:
    """Return the verb of a seat that a word of place goes with, and the body it means."""
    word = token.text.lower()
    opens = token.is_sent_start and token.pos_ == "ADP" and word not in _RANKS
    verb = _verb(scene, token) if opens or word in _PLACING else None
    if verb is None:
        return None
    if word == "y" and _seats(scene, verb, finding=True):
        return Seat(verb, _spoken_of(scene, verb, token), "seat.clitic")
    if word == "en" and verb.i == token.i + 1 and _holds_post(scene, verb):
        return Seat(verb, _spoken_of(scene, verb, token), "seat.clitic")
    if word in _WHOSE and _holds_post(scene, verb):
        return Seat(verb, _antecedent(scene, token), "seat.relative")
    if word in _WHERE and _seats(scene, verb, finding=True):
        before = _antecedent(scene, token)
        if lower(verb) in _ADDING:
            before = scene.implied_body(token.i) or before
        return Seat(verb, before, "seat.relative") if before else None
    if word in _ON and token.i + 1 < len(scene.unit.doc):
        pronoun = token.nbor(1).text.lower() in _IT
        if pronoun and _seats(scene, verb, finding=False):
            return Seat(verb, _spoken_of(scene, verb, token), "seat.pronoun")
    seats = is_form(verb, scene.lexicon.words["seat_verbs"])
    return _fronted(scene, verb, token) if opens and seats else None


def _held(scene: Scene, verb: Token) -> Seat | None:
    """Read "X and Y have one member each on that committee", "donors hold six of its seats"."""
    words, doc = scene.lexicon.words, scene.unit.doc
    if verb.pos_ not in ("VERB", "AUX") or lower(verb) not in words["seat_holders"]:
        return None
    after = doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH + 2)]
    seat = next((t for t in after if lower(t) in words["seat_nouns"]), None)
    if seat is None or any(t.pos_ == "VERB" for t in doc[verb.i + 1 : seat.i]):
        return None
    between = [t.text.lower() for t in doc[verb.i + 1 : seat.i]]
    if _ON & set(between):
        return None
    if _NONE & set(between) or (between and between[0] in _THEIRS):
        return None
    if _THEIRS & set(between):
        return Seat(verb, _spoken_of(scene, verb, verb), "seat.held")
    for token in doc[seat.i + 1 : min(verb.sent.end, seat.i + _REACH)]:
        if token.text.lower() in _ON | _AT:
            phrase = scene.arguments.after(token.i + 1)
            if phrase is None or phrase.kind not in _GROUPS:
                return None
            return Seat(verb, scene.arguments.of_phrases([phrase]), "seat.held")
    return None


def _inverted(scene: Scene, verb: Token) -> Seat | None:
    """Read "Sont membres de la conférence les cantons de X et Y"."""
    doc = scene.unit.doc
    if verb.text.lower() not in ("sont", "are", "seront") or verb.i + 1 >= len(doc):
        return None
    noun = verb.nbor(1)
    post = scene.unit.by_token.get(noun.i)
    if not verb.is_sent_start or lower(noun) not in ("membre", "member") or post is None:
        return None
    owner = post.owner
    if owner is None or owner.kind not in _GROUPS:
        return None
    last = doc[owner.end - 1]
    return Seat(last, scene.arguments.of_phrases([owner]), "seat.inverted")


def _placed(scene: Scene, verb: Token) -> Iterator[Candidate]:
    """Read "X was appointed to the board", "the meeting elected X and Y to the Council"."""
    verbal = verb.pos_ in ("VERB", "AUX") and is_form(verb, scene.lexicon.words["placing_verbs"])
    link = next((t for t in _after_verb(verb) if _leads_onto(t)), None) if verbal else None
    if link is None:
        return
    phrase = scene.arguments.after(link.i + 1)
    if phrase is None or scene.discourse.referent(phrase).kind is not Kind.BODY:
        return
    passive = is_passive(verb) or is_participle(verb)
    tokens = subjects(verb) if passive else objects(verb)
    members = [f for f in scene.fillers(tokens) if f.referent.kind in _ACTORS]
    bodies, span = scene.arguments.of_phrases([phrase]), (verb.i, link.i + 1)
    yield from scene.propose(members, "PARTICIPATES_IN", bodies, span, "seat.placed")


def _leads_onto(token: Token) -> bool:
    """Tell whether a word leads to where someone is seated: not "en son sein"."""
    within = token.i > 0 and token.nbor(-1).text.lower() in _THEIRS
    return token.text.lower() in _ONTO and not within


def _after_verb(verb: Token) -> Iterator[Token]:
    """Yield the words after a verb in its clause."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ == "VERB" or token.text in (";", ":"):
            return
        yield token


def _fronted(scene: Scene, verb: Token, token: Token) -> Seat | None:
    """Read "Au conseil siègent X et Y": the place opens the sentence, the members close it."""
    phrase = scene.arguments.after(token.i + 1)
    if phrase is None or phrase.end > verb.i or phrase.kind not in _GROUPS:
        return None
    if scene.arguments.before(verb.i) not in (phrase, None) or lower(verb) == "prendre":
        return None
    return Seat(verb, scene.arguments.of_phrases([phrase]), "seat.fronted")


def _spoken_of(scene: Scene, verb: Token, token: Token) -> list[Filler]:
    """Return the body that "y", "en", "it" takes up: what the sentences before open with."""
    topics = scene.discourse.topics
    start = min(verb.i, token.i)
    own = scene.arguments.before(start)
    found = topics.subject(scene.unit, own.start if own is not None else start)
    if found is None or found.kind not in _GROUPS or scene.unit.index in topics.lists:
        return scene.implied_body(token.i)
    return [Filler(found, None, "pronoun", scene.unit.index)]


def _verb(scene: Scene, token: Token) -> Token | None:
    """Return the verb of the clause that a word of place opens or stands in."""
    after = scene.unit.doc[token.i + 1 : min(token.sent.end, token.i + _REACH + 20)]
    verbs = [t for t in after if t.pos_ in ("VERB", "AUX")]
    near = [t for t in verbs if t.i <= token.i + _REACH]
    known = (t for t in near if t.pos_ == "VERB" or t is near[-1])
    head = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
    if head.pos_ in ("VERB", "AUX") and head in verbs:
        return head
    return next(known, verbs[0] if verbs and token.text.lower() in _WHERE | _WHOSE else None)


def _seats(scene: Scene, verb: Token, *, finding: bool) -> bool:
    """Tell whether a verb seats its subject: by itself, or with a noun of a seat."""
    words = scene.lexicon.words
    if is_form(verb, words["seat_verbs"]) and lower(verb) != "prendre":
        return True
    if finding and is_form(verb, words["finding_verbs"]):
        return _is_one(verb)
    return lower(verb) in words["seat_holders"] and _has_seat(scene, verb)


def _is_one(verb: Token) -> bool:
    """Tell whether the subject is the French "on"."""
    return any(t.text.lower() in _ONE and t.pos_ == "PRON" for t in verb.children)


def _has_seat(scene: Scene, verb: Token) -> bool:
    after = scene.unit.doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH + 1)]
    return any(lower(t) in scene.lexicon.words["seat_nouns"] for t in after)


def _holds_post(scene: Scene, verb: Token) -> bool:
    """Tell whether "en" goes with a post: "en font partie", "en est le rapporteur"."""
    words = scene.lexicon.words
    after = scene.unit.doc[verb.i : min(verb.sent.end, verb.i + _REACH)]
    nouns = {lower(t) for t in after}
    if lower(verb) == "faire":
        return "partie" in nouns
    posts = bool(nouns & words["clitic_posts"])
    return posts and (lower(verb) in ("être", "tenir", "assurer") or verb.pos_ == "AUX")


def _antecedent(scene: Scene, token: Token) -> list[Filler]:
    """Return the body before a relative: "un comité auquel", "the panel on which"."""
    start = token.i
    while start > 0 and scene.unit.doc[start - 1].pos_ == "ADP":
        start -= 1
    if start > 1 and scene.unit.doc[start - 1].text.lower() in ("sein", "lieu"):
        start -= 2
    before = scene.arguments.before(start)
    if before is None or before.kind not in _GROUPS:
        known = [p for p in scene.unit.phrases if token.sent.start <= p.start and p.end <= start]
        before = next((p for p in reversed(known) if p.kind is Kind.BODY), before)
    known_kind = before is not None and before.kind in _GROUPS
    return scene.arguments.of_phrases([before]) if before is not None and known_kind else []


def _members(scene: Scene, verb: Token, place: Token, body: Referent) -> list[Filler]:
    """Return who sits there: what stands right before, else what is listed after the verb."""
    found: list[Filler] = []
    if not _is_one(verb):
        found = [f for f in _before(scene, verb, place) if f.referent is not body]
    if not found or _goes_on(scene, verb.i + 1):
        found = [*found, *_after(scene, max(verb.i, place.i) + 1, verb.sent.end)]
    unknown = None if body.kind is Kind.BODY else Kind.PERSON
    members = [f for f in found if f.referent.kind in _ACTORS or f.referent.kind is unknown]
    for member in members:
        member.referent.suppose(Kind.ROLE)
    return members


def _before(scene: Scene, verb: Token, place: Token) -> list[Filler]:
    """Return what stands right before the verb and its pronouns, with all coordinated to it."""
    start = min(verb.i, place.i) if place.text.lower() in ("y", "en") else verb.i
    doc = scene.unit.doc
    while start > 0 and doc[start - 1].pos_ in ("AUX", "ADV", "VERB") and start - 1 > place.i:
        start -= 1
    phrase = scene.arguments.before(start)
    if phrase is None or phrase.end <= place.i < start:
        return scene.fillers(
            [t for t in subjects(verb) if t.i < verb.i and t.pos_ == "PRON" and t.i != place.i]
        )
    opens = [t.i + 1 for t in doc[:start] if t.text in (";", ":", ".")]
    within = (opens[-1] if opens else 0, start)
    return scene.arguments.together(phrase, within)


def _goes_on(scene: Scene, position: int) -> bool:
    """Tell whether more names follow the verb: ", de même que la chambre", ", as does the dean"."""
    words = [t.text.lower() for t in scene.unit.doc[position : position + 4]]
    return words[:1] == [","] and tuple(words[1:3]) in (("de", "même"), ("ainsi", "que"))


def _after(scene: Scene, start: int, end: int) -> list[Filler]:
    """Return what is listed after a verb, up to a colon."""
    doc = scene.unit.doc
    while start < end and _is_light(scene, doc[start]):
        start += 1
    stop = next((t.i for t in doc[start:end] if t.text == ":"), end)
    listed = entries(scene.unit, start, min(sentence_end(doc, start), stop))
    return scene.arguments.of_phrases(entry.phrase for entry in listed)


def _is_light(scene: Scene, token: Token) -> bool:
    """Tell whether a word between a verb and what it lists says nothing of it."""
    seat = lower(token) in scene.lexicon.words["seat_nouns"] and token.pos_ == "NOUN"
    return seat or token.pos_ in ("ADV", "VERB", "AUX") or token.text in (":", "-")
