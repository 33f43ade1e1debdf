"""Lists: "Le comité comprend :" and its items, a heading that names a body and the names below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ....graph import Kind
from ...blocks import BlockKind
from ..enumeration import Span, entries, is_personal, leading, sentence_end
from ..syntax import is_participle
from ..units import Unit
from .candidate import Candidate, Scene
from .entries import read_entry
from .leads import Lead, find_leads

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_DASHES = frozenset(["–", "—"])
# Within how many tokens the dash after a category stands.
_CATEGORY = 6
_OPEN_ENDS = frozenset(["–", "—", "-", ",", ":"])


def read_lists(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield the memberships that lead-ins and headings state of what they list."""
    for index, scene in enumerate(scenes):
        for lead in find_leads(scene):
            for filler in lead.bodies[:1]:
                scene.discourse.topics.enter(scene.unit.index, lead.value, filler.referent)
            if not lead.below:
                yield from _inline(lead)
            if lead.below or _goes_on_below(lead):
                yield from _below(lead, scenes, index)
            if lead.below:
                yield from _roster(lead, scenes, index)


def _goes_on_below(lead: Lead) -> bool:
    """Tell whether a list that begins after the colon goes on in the items below."""
    return lead.end >= len(lead.scene.unit.doc) and lead.scene.unit.doc[-1].text in _OPEN_ENDS


def _inline(lead: Lead) -> Iterator[Candidate]:
    if lead.relation:
        for entry in entries(lead.scene.unit, lead.value, lead.end):
            yield from read_entry(lead, lead.scene, entry)


def _below(lead: Lead, scenes: Sequence[Scene], index: int) -> Iterator[Candidate]:
    items = list(_items(scenes, index))
    if lead.bare and not _are_names(items):
        return
    if lead.relation == "CHAIRS" and len(items) > 1:
        lead = replace(lead, relation="CO_CHAIRS")
    for item in items:
        unit = item.unit
        for filler in lead.bodies[:1]:
            item.discourse.topics.enter(unit.index, 0, filler.referent)
        if lead.relation:
            if lead.bare and _is_sentence(item):
                continue
            part = _part(lead, item) if lead.announced else None
            if part is not None:
                yield from part
                continue
            end = sentence_end(unit.doc, 0)
            start = _past_category(unit, end)
            for entry in entries(unit, start, end, single=not start):
                yield from read_entry(lead, item, entry)


def _part(lead: Lead, item: Scene) -> Iterator[Candidate] | None:
    """Read an item that opens with the kind of part the lead announces: "Pôle Études – …"."""
    first = leading(item.unit, 0, len(item.unit.doc))
    if first is None or first.head_word != lead.announced:
        return None
    parts = item.arguments.of_phrases([first])
    span = (first.start, first.end)
    above = lead.scene.unit.index
    return item.propose(parts, "PART_OF", lead.bodies, span, "list.part", above)


def _past_category(unit: Unit, end: int) -> int:
    """Return where an item's names begin: after the category in "Local councils – A, B"."""
    doc = unit.doc
    dash = next((t.i for t in doc[: min(end, _CATEGORY)] if t.text in _DASHES), 0)
    left = next(iter(unit.outermost), None)
    if not dash or left is None or left.end > dash or is_personal(left):
        return 0
    category = left.kind is not Kind.PERSON and not (left.proper and left.kind is Kind.ROLE)
    several = any(t.text in (",", ";") for t in doc[dash:end])
    return dash + 1 if category and several else 0


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
                    yield from read_entry(lead, scene, entry)


def _section(scenes: Sequence[Scene], index: int) -> Iterator[Scene]:
    """Yield the paragraphs under a heading, up to the next."""
    for scene in scenes[index + 1 :]:
        if scene.unit.block.kind is BlockKind.HEADING:
            break
        if scene.unit.block.kind is BlockKind.PARAGRAPH:
            yield scene


def _fragments(doc: Doc) -> Iterator[Span]:
    """Yield the clauses that only name: they have no verb of their own, and no label."""
    start = 0
    for token in doc:
        last = token.i + 1 == len(doc)
        if last or doc[token.i + 1].is_sent_start or token.text == ";":
            clause = doc[start : token.i + 1]
            if not any(t.text == ":" or _is_predicate(t) for t in clause):
                yield start, token.i + 1
            start = token.i + 1


def _is_predicate(token: Token) -> bool:
    """Tell whether a verb makes its words a sentence; one of a relative clause does not."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("relcl", "acl:relcl", "acl", "advcl"):
        return False
    if token.head.dep_ in ("relcl", "acl:relcl", "acl", "advcl"):
        return False
    return "Fin" in token.morph.get("VerbForm", []) or token.tag_ in ("VBZ", "VBP", "VBD", "MD")


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
