"""Lists: "Le comité comprend :" and its items, a heading that names a body and the names below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ....graph import Kind
from ...blocks import BlockKind
from ..arguments import Filler
from ..enumeration import Entry, Span, entries, sentence_end
from ..syntax import is_participle
from .candidate import Candidate, Scene
from .leads import Lead, find_leads

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEMBERS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY, Kind.PLACE])
_CHAIRS = frozenset(["CHAIRS", "CO_CHAIRS"])


def read_lists(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield the memberships that lead-ins and headings state of what they list."""
    for index, scene in enumerate(scenes):
        for lead in find_leads(scene):
            for filler in lead.bodies[:1]:
                scene.discourse.topics.enter(scene.unit.index, lead.value, filler.referent)
            if not lead.below:
                yield from _inline(lead)
            else:
                yield from _below(lead, scenes, index)
                yield from _roster(lead, scenes, index)


def _inline(lead: Lead) -> Iterator[Candidate]:
    if lead.relation:
        for entry in entries(lead.scene.unit, lead.value, lead.end):
            yield from _member(lead, lead.scene, entry)


def _below(lead: Lead, scenes: Sequence[Scene], index: int) -> Iterator[Candidate]:
    items = list(_items(scenes, index))
    if lead.bare and not _are_names(items):
        return
    for item in items:
        unit = item.unit
        for filler in lead.bodies[:1]:
            item.discourse.topics.enter(unit.index, 0, filler.referent)
        if lead.relation:
            if lead.bare and _is_sentence(item):
                continue
            for entry in entries(unit, 0, sentence_end(unit.doc, 0), single=True):
                yield from _member(lead, item, entry)


def _roster(lead: Lead, scenes: Sequence[Scene], index: int) -> Iterator[Candidate]:
    """Yield the members that a section on members names without a list."""
    headed = lead.scene.unit.block.kind is BlockKind.HEADING
    for scene in _section(scenes, index) if headed and lead.relation else ():
        unit = scene.unit
        for filler in lead.bodies[:1]:
            scene.discourse.topics.enter(unit.index, 0, filler.referent)
        for start, end in _fragments(unit.doc):
            found = entries(unit, start, end)
            if not lead.bare or (len(found) > 1 and ";" in unit.doc[start:end].text):
                for entry in found:
                    yield from _member(lead, scene, entry)


def _section(scenes: Sequence[Scene], index: int) -> Iterator[Scene]:
    """Yield the paragraphs under a heading, up to the next."""
    for scene in scenes[index + 1 :]:
        if scene.unit.block.kind is BlockKind.HEADING:
            break
        if scene.unit.block.kind is BlockKind.PARAGRAPH:
            yield scene


def _fragments(doc: Doc) -> Iterator[Span]:
    """Yield the sentences that only name: they have no verb of their own, and no label."""
    for sentence in doc.sents:
        if not any(map(_is_predicate, sentence)) and ":" not in {t.text for t in sentence}:
            yield sentence.start, sentence.end


def _is_predicate(token: Token) -> bool:
    """Tell whether a verb makes its words a sentence; one of a relative clause does not."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("relcl", "acl:relcl", "acl", "advcl"):
        return False
    if token.head.dep_ in ("relcl", "acl:relcl", "acl", "advcl"):
        return False
    return "Fin" in token.morph.get("VerbForm") or token.tag_ in ("VBZ", "VBP", "VBD", "MD")


def _items(scenes: Sequence[Scene], index: int) -> Iterator[Scene]:
    """Yield the items that a lead-in introduces: those right below it, nested ones too."""
    lead = scenes[index].unit.block
    for scene in scenes[index + 1 :]:
        block = scene.unit.block
        if block.kind is not BlockKind.ITEM:
            break
        if lead.kind is BlockKind.ITEM and block.level <= lead.level:
            break
        yield scene


def _are_names(items: Sequence[Scene]) -> bool:
    """Tell whether most items are names, not sentences."""
    bare = sum(not _is_sentence(item) for item in items)
    return 2 * bare > len(items) and not _is_sentence(items[0])


def _is_sentence(scene: Scene) -> bool:
    doc = scene.unit.doc
    roots = [t for t in doc if t.dep_ == "ROOT"]
    first = roots[0] if roots else doc[0]
    return first.pos_ in ("VERB", "AUX") and not is_participle(first)


def _member(lead: Lead, scene: Scene, entry: Entry) -> Iterator[Candidate]:
    """Yield what an entry's place on the list states of it, and of those named beside it."""
    fillers = scene.arguments.of_phrases([entry.phrase])
    within = [aside for aside in entry.asides if not entry.personal]
    inner = [e for aside in within for e in _named(scene, aside)]
    if not (inner and all(e.personal for e in inner)):
        yield from _propose(lead, scene, fillers, entry, lead.rule)
    for other in inner:
        others = scene.arguments.of_phrases([other.phrase])
        yield from _propose(lead, scene, others, other, "list.aside")
    for other in _represented(scene, entry):
        others = scene.arguments.of_phrases([other.phrase])
        yield from _propose(lead, scene, others, other, "list.represented")


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
        if member.referent.kind not in _MEMBERS and not _is_named(lead, member):
            continue
        member.referent.suppose(Kind.ROLE)
        relation = _relation(lead, scene, entry)
        bodies = lead.bodies
        if relation == "PARTICIPATES_IN" and lead.rule == "list.container":
            relation, bodies = _contained(lead, member)
        yield from scene.propose([member], relation, bodies, span, f"{rule}.{relation}", above)


def _contained(lead: Lead, member: Filler) -> tuple[str, list[Filler]]:
    """Tell parts from members: "comprend trois divisions", "working groups include: X"."""
    words = lead.scene.lexicon.words
    head = member.phrase.head_word if member.phrase is not None else ""
    body = lead.bodies[0]
    if body.phrase is not None and body.phrase.plural and body.phrase.head_word == head:
        return "PART_OF", lead.scene.implied_body(0)
    unknown = member.referent.guessed and member.referent.kind is Kind.ROLE
    kinds = body.referent.kind, None if unknown else member.referent.kind
    gathers = any(p.head_word in words["gatherings"] for p in body.referent.phrases)
    if Kind.PROJECT in kinds and kinds[1] in (None, Kind.PROJECT):
        return "PART_OF", lead.bodies
    part = head in words["parts"] or (kinds[1] is Kind.BODY and kinds[0] is Kind.ORGANIZATION)
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
    named = member.referent.proper or lead.rule in ("list.label", "list.container")
    return member.referent.kind is None and named
