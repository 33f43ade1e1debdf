"""Entries: what the place of a name on a list states of it and of those named beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import Kind
from ..arguments import Filler
from ..enumeration import Entry, Span, entries
from ..phrases import lower
from .candidate import Candidate, Scene
from .leads import Lead

_MEMBERS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY, Kind.PLACE])
_PLACED = frozenset([Kind.BODY, Kind.ORGANIZATION])
# Who no name tells from others: "twelve members".
_BARE = frozenset(["members", "membres"])
_CHAIRS = frozenset(["CHAIRS", "CO_CHAIRS"])


def read_entry(lead: Lead, scene: Scene, entry: Entry) -> Iterator[Candidate]:
    """Yield what an entry's place on the list states of it, and of those named beside it."""
    fillers = scene.arguments.of_phrases([entry.phrase]) or _category(scene, entry)
    within = [aside for aside in entry.asides if not entry.personal]
    inner = [e for aside in within for e in _named(scene, aside)]
    if not (inner and all(e.personal for e in inner)):
        yield from _propose(lead, scene, fillers, entry, lead.rule)
    for other in inner:
        others = scene.arguments.of_phrases([other.phrase])
        yield from _propose(lead, scene, others, other, "list.aside")
    for other in (*_represented(scene, entry), *_shared(scene, entry)):
        others = scene.arguments.of_phrases([other.phrase])
        yield from _propose(lead, scene, others, other, "list.represented")


def _category(scene: Scene, entry: Entry) -> list[Filler]:
    """Take "trente délégués" for the members, where nothing tells whom they sit for."""
    referent = scene.discourse.referent(entry.phrase)
    if entry.phrase.name.lower() in _BARE:
        return []
    counted = entry.phrase.plural and referent.kind is Kind.ROLE and entry.phrase.owner is None
    return [Filler(referent, entry.phrase, "named", scene.unit.index)] if counted else []


def _shared(scene: Scene, entry: Entry) -> Iterator[Entry]:
    """Yield who else sends representatives: "des représentants de la Marine, | de la DIRAR"."""
    named = scene.arguments.stands_for(entry.phrase)
    if named is None or named is entry.phrase:
        return
    for start, end in entry.asides:
        if scene.unit.doc[start].pos_ == "ADP":
            yield from entries(scene.unit, start, end)[:1]


def _represented(scene: Scene, entry: Entry) -> Iterator[Entry]:
    """Yield whom a member is said to sit for: "Alex Kohls, representing CERN"."""
    doc = scene.unit.doc
    for start, end in entry.asides:
        if doc[start].text.lower() in scene.lexicon.words["representing"]:
            yield from entries(scene.unit, start + 1, end)[:1]


def _named(scene: Scene, aside: Span) -> list[Entry]:
    """Return those that words beside a category name: "(DDT, ARS)", "à savoir le préfet"."""
    found = entries(scene.unit, *aside)
    first = scene.unit.doc[aside[0]].text.lower()
    openers = ("dont", "notamment", "soit", "à", "namely", "including", "currently")
    persons = found and all(e.personal for e in found)
    return found if len(found) > 1 or persons or first in openers else []


def _propose(
    lead: Lead, scene: Scene, members: list[Filler], entry: Entry, rule: str
) -> Iterator[Candidate]:
    above = lead.scene.unit.index if scene is not lead.scene else -1
    span = (entry.phrase.start, entry.phrase.end)
    for member in members:
        parted = bool(lead.announced) or lead.relation == "PART_OF"
        thing = member.referent.kind is Kind.PROJECT and parted
        if member.referent.kind not in _MEMBERS and not thing and not _is_named(lead, member):
            continue
        if lead.bodies[0].referent.kind is Kind.BODY or not lead.rule.startswith("container"):
            member.referent.suppose(Kind.ROLE)
        relation = _relation(lead, scene, entry)
        bodies = lead.bodies
        if relation == "PARTICIPATES_IN" and "container" in lead.rule:
            relation, bodies = _contained(lead, member)
        yield from scene.propose([member], relation, bodies, span, f"{rule}.{relation}", above)


def _contained(lead: Lead, member: Filler) -> tuple[str, list[Filler]]:
    """Tell parts from members: "comprend trois divisions", "working groups include: X"."""
    words = lead.scene.lexicon.words
    head = member.phrase.head_word if member.phrase is not None else ""
    body = lead.bodies[0]
    placed = member.referent.kind in _PLACED and not member.referent.guessed
    if lead.announced and (head == lead.announced or placed):
        return "PART_OF", lead.bodies
    if body.phrase is not None and body.phrase.plural and body.phrase.head_word == head:
        return "PART_OF", lead.scene.implied_body(0)
    unknown = member.referent.guessed and member.referent.kind is Kind.ROLE
    kinds = body.referent.kind, None if unknown else member.referent.kind
    gathers = any(p.head_word in words["gatherings"] for p in body.referent.phrases)
    if Kind.PROJECT in kinds and kinds[1] in (None, Kind.PROJECT):
        return "PART_OF", lead.bodies
    verb = lower(lead.scene.unit.doc[lead.span[0]])
    composing = kinds[1] is Kind.ORGANIZATION and verb in words["composing"]
    organ = kinds[0] is Kind.ORGANIZATION and (kinds[1] is Kind.BODY or composing)
    part = lead.parts or head in words["parts"] or organ
    return "PART_OF" if part and not gathers else "PARTICIPATES_IN", lead.bodies


def _relation(lead: Lead, scene: Scene, entry: Entry) -> str:
    """Return what the entry is to the body: its chair where it says so, else what the lead says."""
    spans = [s for s in (entry.label, *entry.asides) if s is not None]
    for trigger in scene.triggers:
        wording = trigger.wording
        if wording.family not in ("functions", "actions") or wording.relation not in _CHAIRS:
            continue
        own = scene.unit.by_token.get(trigger.anchor)
        elsewhere = own is not None and own.owner is not None
        if any(a <= trigger.start < b for a, b in spans) and not elsewhere:
            return wording.relation
    return lead.relation


def _is_named(lead: Lead, member: Filler) -> bool:
    """Tell whether something of no known kind may be a member: what is written as a name."""
    named = member.referent.proper or lead.rule.endswith((".label", ".container", ".participle"))
    return member.referent.kind is None and named
