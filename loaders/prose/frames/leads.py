"""Leads: the words that introduce a list, whose list it is, and what being on it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....graph import Kind, fold
from ...blocks import BlockKind
from ..arguments import Filler
from ..enumeration import Span, sentence_end
from ..phrases import Phrase, lower
from ..syntax import is_participle, is_passive, subjects
from ..triggers import Trigger
from .candidate import Scene
from .memberships import find_seat
from .relatives import agreeing

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION])
_WORK = frozenset([Kind.PROJECT])
_SEATED = frozenset(["CHAIRS", "CO_CHAIRS"])
_HELD = _SEATED | {"PILOTS", "ACCOUNTABLE_FOR", "IMPLEMENTS", "FUNDS", "SPONSORS", "ADVISES"}
_RELATIVES = frozenset(["qui", "que", "qu'", "which", "who", "that"])
_AS_FOLLOWS = frozenset([("follows", "as"), ("follow", "as"), ("suit", "comme")])
_HAVE = frozenset(["have", "count", "number", "avoir", "compter"])
_COMPOSITIONS = frozenset(["membership", "composition"])
_LABEL_LENGTH = 12
_MEMBERSHIP = "PARTICIPATES_IN"


@dataclass(frozen=True, slots=True, eq=False)
class Lead:
    """What introduces a list.

    Attributes
    ----------
    scene : Scene
        The block it stands in.
    bodies : list of Filler
        Whose list it is.
    relation : str
        What being on the list means; empty for a list of those who are not.
    span : tuple of int
        Its tokens.
    value : int
        Where what it lists begins in its own block; past the end if it stands below.
    end : int
        Where that ends.
    rule : str
        The kind of lead.
    parts : bool
        Whether what it lists are parts of an organisation.
    announced : str
        The noun of the parts it announces: "pôle" for "comprend quatre pôles :".
    """

    scene: Scene
    bodies: list[Filler]
    relation: str
    span: Span
    value: int
    end: int
    rule: str
    parts: bool = False
    announced: str = ""

    @property
    def below(self) -> bool:
        """Whether the list stands in the blocks below."""
        return self.value >= self.end

    @property
    def bare(self) -> bool:
        """Whether only the heading's name says that a list follows."""
        return self.rule in ("list.body", "list.post")


def find_leads(scene: Scene) -> Iterator[Lead]:
    """Yield the leads of a block: each colon that introduces a list, or a heading."""
    doc = scene.unit.doc
    start = 0
    for token in doc:
        if token.text in (";", ".") and token.i + 1 < len(doc):
            start = token.i + 1
        if token.text in (",", "("):
            lead = _counted(scene, start, token.i)
            if lead is not None:
                yield lead
        if token.text == ":":
            lead = _of_words(scene, start, token.i)
            if lead is not None:
                yield lead
            start = token.i + 1
    if scene.unit.block.kind is BlockKind.HEADING and ":" not in {t.text for t in doc}:
        lead = _of_words(scene, 0, len(doc))
        if lead is not None:
            yield lead


def _of_words(scene: Scene, start: int, end: int) -> Lead | None:
    """Recognise the lead that tokens `start` to `end` are."""
    if end <= start:
        return None
    spans = (start, end), end + 1, sentence_end(scene.unit.doc, end)
    found = (
        _statement(scene, start, end)
        or _seat(scene, start, end)
        or _had(scene, start, end)
        or _label(scene, start, end)
    )
    if not found:
        return None
    announced = _announced(scene, start, end, found[0]) if found[2] == "list.container" else ""
    return Lead(scene, found[0], found[1], *spans, found[2], announced=announced)


def _announced(scene: Scene, start: int, end: int, bodies: list[Filler]) -> str:
    """Return the head of the parts in the plural that a clause ends with: "quatre pôles"."""
    last = next((p for p in reversed(scene.unit.outermost) if start <= p.start < end), None)
    if last is None or not last.plural or last.end < end - 1:
        return ""
    subject = any(body.phrase is last for body in bodies)
    made = all(body.referent.kind is not Kind.BODY for body in bodies)
    thing = last.kind is Kind.PROJECT and made and not last.proper
    known = thing or last.head_word in scene.lexicon.words["parts"]
    return last.head_word if known and not subject else ""


Found = tuple[list[Filler], str, str]


def _statement(scene: Scene, start: int, end: int) -> Found | None:
    """Read "Le comité comprend", "Y siègent", "Sont membres du groupement"."""
    for trigger in reversed(scene.triggers):
        if trigger.start < start or trigger.end > end:
            continue
        wording = trigger.wording
        if wording.family == "containers":
            bodies = container_bodies(scene, trigger)
            if bodies and _is_near(scene, trigger, end):
                return bodies, wording.relation, "list.container"
        elif wording.relation == _MEMBERSHIP and _is_membership(scene, trigger, start, end):
            bodies = _belongs(scene, trigger, end)
            if bodies:
                return bodies, _MEMBERSHIP, "list.members"
    return None


def _had(scene: Scene, start: int, end: int) -> Found | None:
    """Read "The office has three units", "Le conseil compte douze membres"."""
    words = scene.lexicon.words
    last = next((p for p in reversed(scene.unit.outermost) if start <= p.start < end), None)
    if last is None or not last.plural or last.end < end or last.proper:
        return None
    if last.head_word not in words["parts"] | words["representatives"]:
        return None
    verb = having(scene, last)
    bodies = [f for f in scene.subject(verb) if f.referent.kind in _GROUPS] if verb else []
    if any(f.phrase is not None and f.phrase.head_word in words["documents"] for f in bodies):
        return None
    relation = "PART_OF" if last.head_word in words["parts"] else _MEMBERSHIP
    return (bodies, relation, "list.container") if bodies else None


def _counted(scene: Scene, start: int, end: int) -> Lead | None:
    """Read "The Senate has two committees, the Board of Studies and the Honours Committee"."""
    doc = scene.unit.doc
    after = scene.arguments.after(end + 1)
    found = _had(scene, start, end) if after is not None and after.proper else None
    if found is None or found[1] != "PART_OF" or after is None:
        return None
    closing = sentence_end(doc, end)
    if doc[end].text == "(":
        closing = next((t.i for t in doc[end:closing] if t.text == ")"), closing)
    elif len(scene.arguments.coordinated(after)) < 2:
        return None
    else:
        closing = scene.arguments.coordinated(after)[-1].end
    return Lead(scene, found[0], found[1], (start, end), end + 1, closing, found[2])


def _counts(token: Token) -> bool:
    """Tell whether a word may stand between "has" and what it has: "three", "main"."""
    return token.pos_ in ("NUM", "DET", "ADJ", "ADV")


def having(scene: Scene, counted: Phrase) -> Token | None:
    """Return the verb that says that a body has so many: "has three | units"."""
    doc, start = scene.unit.doc, counted.start
    while start > 0 and _counts(doc[start - 1]):
        start -= 1
    verb = doc[start - 1] if start else None
    return verb if verb is not None and lower(verb) in _HAVE else None


def _seat(scene: Scene, start: int, end: int) -> Found | None:
    """Read "Y siègent", "un bureau, où figurent"."""
    for token in scene.unit.doc[start:end]:
        place = find_seat(scene, token)
        if place is not None and place.verb.i < end and is_last(scene, place.verb.i + 1, end):
            return place.bodies, _MEMBERSHIP, "list.seat"
    return None


def _is_near(scene: Scene, trigger: Trigger, end: int) -> bool:
    """Tell whether no other clause stands between a verb and the colon."""
    return is_last(scene, trigger.end, end)


def is_last(scene: Scene, start: int, end: int) -> bool:
    """Tell whether no other clause stands between two tokens."""
    after = scene.unit.doc[start:end]
    return not any(_is_clause(t) for t in after)


def _is_clause(token: Token) -> bool:
    """Tell whether a verb makes another clause: "are" in "the members are:" does not."""
    verbal = token.pos_ in ("VERB", "AUX") and not is_participle(token)
    if (token.text.lower(), token.nbor(-1).text.lower() if token.i else "") in _AS_FOLLOWS:
        return False
    before = {t.text.lower() for t in token.doc[max(0, token.i - 3) : token.i]}
    return verbal and lower(token) not in ("be", "être") and not before & _RELATIVES


def _is_membership(scene: Scene, trigger: Trigger, start: int, end: int) -> bool:
    """Tell whether a verb of membership or "members" makes up the clause before a colon."""
    family = trigger.wording.family
    verbs = [t for t in scene.unit.doc[start:end] if t.pos_ in ("VERB", "AUX")]
    if not _is_near(scene, trigger, end):
        return False
    plain = all(lower(t) in scene.lexicon.words["membership_verbs"] for t in verbs)
    return plain and bool(verbs) and family in ("verbs", "functions")


def container_bodies(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Return what a verb says to be made of its members."""
    verb = scene.unit.doc[trigger.anchor]
    if is_passive(verb) and not trigger.wording.preposition:
        return []
    if (beside := _beside(scene, verb)) is not None:
        return scene.arguments.of_phrases([beside])
    tokens = [t for t in subjects(verb) if t.i < verb.i]
    held = [p for p in (_body_above(scene, t) for t in tokens) if p is not None]
    named = scene.arguments.of_phrases(held) or scene.fillers(tokens, (0, verb.i))
    before = scene.arguments.before(trigger.start)
    if not named and before is not None:
        named = scene.arguments.of_phrases([before])
    groups = [f for f in named if f.referent.kind in _GROUPS]
    owned = [f for t in tokens for f in _owned(scene, t)]
    if not groups and owned:
        return owned
    unsaid = all(t.pos_ == "PRON" or _is_members(scene, t) for t in tokens)
    return groups or ([] if named or not unsaid else scene.implied_body(trigger.start))


def _beside(scene: Scene, verb: Token) -> Phrase | None:
    """Return the body a participle stands right behind: "revient au comité, formé de X"."""
    if not is_participle(verb) or any(child.dep_.startswith("aux") for child in verb.children):
        return None
    found = agreeing(scene, verb.i, verb)
    return found if found is not None and found.kind in (Kind.BODY, Kind.ORGANIZATION) else None


def _body_above(scene: Scene, token: Token) -> Phrase | None:
    """Take "un conseil de trente membres qui comprend" for the council, not for its members."""
    phrase = scene.unit.by_token.get(token.i)
    counted = phrase is not None and phrase.head_word in _COMPOSITIONS
    if phrase is not None and counted and phrase.owner is not None:
        return phrase.owner if phrase.owner.kind in _GROUPS else None
    while phrase is not None and phrase.kind is not Kind.BODY:
        phrase = phrase.outer
    return phrase


def _owned(scene: Scene, token: Token) -> list[Filler]:
    """Return whose members "our members", "ses membres" are."""
    phrase = scene.unit.by_token.get(token.i)
    if phrase is None or phrase.determiner != "poss" or not _is_members(scene, token):
        return []
    before = scene.unit.doc[phrase.start - 1] if phrase.start else token
    known = scene.discourse.pronouns.possessor(before, scene.unit, _GROUPS)
    return [Filler(known, None, "pronoun", scene.unit.index)] if known is not None else []


def _is_members(scene: Scene, token: Token) -> bool:
    """Tell whether a subject is "members", which leaves unsaid whose."""
    words = scene.lexicon.words["representatives"] | _COMPOSITIONS
    phrase = scene.unit.by_token.get(token.i)
    return phrase is not None and phrase.owner is None and phrase.head_word in words


def _belongs(scene: Scene, trigger: Trigger, end: int) -> list[Filler]:
    """Read whose members are listed: "membres du groupement", "the board members are"."""
    if trigger.wording.family == "functions":
        own = scene.unit.by_token.get(trigger.anchor)
        return (owner_of(scene, own) if own else []) or scene.implied_body(trigger.start)
    named = [p for p in scene.unit.outermost if trigger.end <= p.start < end]
    bodies = [p for p in named if p.kind in _GROUPS]
    return scene.arguments.of_phrases(bodies[:1]) or scene.implied_body(trigger.start)


def owner_of(scene: Scene, members: Phrase) -> list[Filler]:
    """Return whose members a phrase speaks of: "membres du comité", "current Board members"."""
    owner = members.owner
    if owner is not None and owner.kind in _GROUPS:
        return scene.arguments.of_phrases([owner])
    for word in members.words[1:]:
        if scene.lexicon.heads.get(word) is Kind.BODY:
            known = scene.discourse.latest(word)
            if known is not None:
                return [Filler(known, None, "topic", scene.unit.index)]
    return []


def _label(scene: Scene, start: int, end: int) -> Found | None:
    """Read "Membres", "Who sits on it?", or the name of a body."""
    doc = scene.unit.doc
    label = fold(doc[start:end].text)
    words = scene.lexicon.words
    if _is(label, words["not_members"]):
        return [], "", "list.none"
    if end - start > _LABEL_LENGTH + 4:
        return None
    named = [p for p in scene.unit.outermost if start <= p.start < end]
    if _is(label, words["partner_labels"]) and not any(p.kind is Kind.BODY for p in named):
        partners = scene.arguments.implied(_WORK, start) or scene.implied_body(start)
        return (partners, _MEMBERSHIP, "list.partners") if partners else None
    if _is(label, words["membership_labels"]) or _tells_members(scene, named, start, end):
        bodies = _labelled(scene, named, start)
        return (bodies, _MEMBERSHIP, "list.label") if bodies else None
    if posts := _post_label(scene, start, end):
        return posts
    if not named or any(t.pos_ in ("VERB", "AUX") for t in doc[named[0].end : end]):
        return None
    first = named[0]
    light = all(t.pos_ in ("DET", "ADJ", "NUM", "PUNCT", "X") for t in doc[start : first.start])
    several = first.plural and not first.proper
    crew = first.head_word in words["crews"]
    body = (first.kind is Kind.BODY or crew) and "(" not in {t.text for t in doc[first.end : end]}
    if body and light and first.end + 3 >= end and not several:
        return scene.arguments.of_phrases([first]), _MEMBERSHIP, "list.body"
    return None


def _tells_members(scene: Scene, named: list[Phrase], start: int, end: int) -> bool:
    """Tell whether a label is a noun phrase like "Current Council Members"."""
    words = scene.lexicon.words["representatives"] & {"member", "membre"}
    single = len(named) == 1 and named[0].start - start <= 1 and named[0].end >= end - 1
    return single and named[0].plural and named[0].head_word in words


def _labelled(scene: Scene, named: list[Phrase], start: int) -> list[Filler]:
    for phrase in named:
        if phrase.kind is Kind.BODY:
            return scene.arguments.of_phrases([phrase])
        if owned := owner_of(scene, phrase):
            return owned
    return scene.implied_body(start)


def _post_label(scene: Scene, start: int, end: int) -> Found | None:
    """Read "Chairs", "Technical Leads" above the names of those who are."""
    if scene.unit.block.kind is not BlockKind.HEADING:
        return None
    label = [t for t in scene.triggers if t.wording.family == "functions" and t.end == end]
    found = next((t for t in label if t.start <= start + 1), None)
    if found is None or found.wording.relation not in _HELD:
        return None
    kinds = _GROUPS if found.wording.relation not in _SEATED else frozenset([Kind.BODY])
    section = scene.discourse.topics.section(scene.unit)
    bodies = scene.arguments.implied(kinds, start)
    if section is not None and section.kind in kinds:
        bodies = [Filler(section, None, "topic", scene.unit.index)]
    return (bodies, found.wording.relation, "list.post") if bodies else None


def _is(label: str, words: frozenset[str]) -> bool:
    return any(label == w or label.startswith(w + " ") for w in map(fold, words))


__all__ = ["Lead", "container_bodies", "find_leads", "is_last"]
