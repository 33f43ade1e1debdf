"""Duties: lead-ins that say who does what is below: "Le comité est chargé de :"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ....graph import Kind, fold
from ...blocks import BlockKind
from ..enumeration import leading
from ..phrases import Phrase
from ..referents import Referent
from ..syntax import subjects
from .candidate import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DOERS = frozenset([Kind.BODY, Kind.ORGANIZATION, Kind.ROLE, Kind.PERSON])
_LABEL_LENGTH = 6


def carry_subjects(scenes: Sequence[Scene]) -> None:
    """Take note, for each item of a list of duties, of whom its lead-in speaks."""
    for index, scene in enumerate(scenes):
        if scene.unit.block.kind is BlockKind.ROW and not scene.unit.block.header:
            _carry_row(scene)
        below = _items(scenes, index)
        doer = _doer(scene) if below else None
        if doer is None:
            continue
        for item in below:
            scene.discourse.topics.carry(item.unit.index, doer, scene.unit.index)


def _carry_row(scene: Scene) -> None:
    """Take note that the cells of a row speak of what its first cell names."""
    cells = scene.unit.block.cells
    tokens = [t.i for t in scene.unit.doc if cells and t.idx < cells[0][1]]
    phrase = leading(scene.unit, 0, tokens[-1] + 1) if tokens else None
    if phrase is not None and scene.discourse.referent(phrase).kind in _DOERS:
        referent = scene.discourse.referent(phrase)
        scene.discourse.topics.carry(scene.unit.index, referent, scene.unit.index)


def _items(scenes: Sequence[Scene], index: int) -> list[Scene]:
    """Return the items right below a block, nested ones too."""
    lead = scenes[index].unit.block
    found: list[Scene] = []
    for scene in scenes[index + 1 :]:
        block = scene.unit.block
        deeper = lead.kind is not BlockKind.ITEM or block.level > lead.level
        if block.kind is not BlockKind.ITEM or not deeper:
            break
        found.append(scene)
    return found


def _doer(scene: Scene) -> Referent | None:
    """Return whom a lead-in speaks of, or a heading on duties."""
    doc = scene.unit.doc
    if scene.unit.block.kind is BlockKind.HEADING:
        return _of_heading(scene)
    if not doc or doc[-1].text not in (":", "–", "—"):
        return None
    clause = list(doc.sents)[-1]
    return _of_clause(scene, clause)


def _of_heading(scene: Scene) -> Referent | None:
    label = fold(scene.unit.block.text)
    words = map(fold, scene.lexicon.words["duty_labels"])
    if len(label.split()) > _LABEL_LENGTH or not any(w in label for w in words):
        return None
    for phrase in scene.unit.phrases:
        referent = scene.discourse.referent(phrase)
        if referent.kind in _DOERS and fold(phrase.name) != label:
            return referent
    return scene.discourse.topics.group(scene.unit)


def _of_clause(scene: Scene, clause: Span) -> Referent | None:
    """Return the subject of "The panel shall:", or what "The general assembly:" names."""
    verb = next((t for t in clause if t.pos_ in ("VERB", "AUX")), None)
    phrase = leading(scene.unit, clause.start, clause.end)
    if phrase is not None and (verb is None or phrase.end <= verb.i):
        named = _doing(scene, phrase)
        if named is not None:
            return scene.discourse.referent(named)
        if verb is None and fold(phrase.name) in map(fold, scene.lexicon.words["duty_labels"]):
            return scene.discourse.topics.group(scene.unit, phrase.start)
    if verb is None:
        return None
    found = scene.fillers(_subjects(clause), (clause.start, clause.end))
    return next((f.referent for f in found if f.referent.kind in _DOERS), None)


def _subjects(clause: Span) -> list[Token]:
    verbs = [t for t in clause if t.pos_ in ("VERB", "AUX")]
    return next((found for verb in verbs if (found := subjects(verb))), [])


def _doing(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Follow "les missions du comité", "the role of the panel" to who has them."""
    while scene.discourse.referent(phrase).kind not in _DOERS or _is_members(scene, phrase):
        if phrase.owner is None:
            return None
        phrase = phrase.owner
    return phrase


def _is_members(scene: Scene, phrase: Phrase) -> bool:
    return phrase.head_word in scene.lexicon.words["representatives"]
