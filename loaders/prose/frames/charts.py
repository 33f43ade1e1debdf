"""Charts: organisations set out as headings and items, "Pôle Études" and the teams below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....graph import Kind
from ...blocks import BlockKind
from ..arguments import Filler
from ..enumeration import entries, sentence_end
from ..phrases import Phrase
from ..syntax import is_participle
from .candidate import Candidate, Scene
from .organs import names_organ

_LIGHT = ("DET", "NUM", "PUNCT", "SYM", "X", "SPACE")
_ENDS = frozenset(["–", "—", "-", ":", ".", ",", "(", "/", "|"])
_GROUPS = frozenset([Kind.ORGANIZATION, Kind.BODY])
_SEVERAL = 2


def read_charts(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield that the units listed below a unit are part of it."""
    for index, scene in enumerate(scenes):
        yield from _listed_unit(scenes, index)
        unit = _unit_named(scene)
        if unit is None or not names_organ(scene, unit, "parts"):
            continue
        below = [(each, named) for each in _below(scenes, index) if (named := _name(each))]
        if len(below) >= _SEVERAL and not any(_is_person(named) for _, named in below):
            for each, named in below:
                yield from _part(each, named, scene, unit, "chart.item")


def _listed_unit(scenes: Sequence[Scene], index: int) -> Iterator[Candidate]:
    """Yield a division, an office that is an item below any organisation or body."""
    scene, above = scenes[index], _above(scenes, index)
    if above is None or scene.unit.index in scene.discourse.topics.lists:
        return
    whole = _name(above)
    if whole is None or not _is_group(above, whole):
        return
    end = sentence_end(scene.unit.doc, 0)
    stop = next((t.i for t in scene.unit.doc[:end] if t.text in (":", "–", "—")), end)
    for entry in entries(scene.unit, 0, stop, single=True):
        alone = _is_alone(scene, entry.phrase) and not _is_person(entry.phrase)
        if alone and names_organ(scene, entry.phrase, "parts"):
            yield from _part(scene, entry.phrase, above, whole, "chart.unit")


def _is_group(scene: Scene, whole: Phrase) -> bool:
    """Tell whether a block names an organisation or a body, not a part of the text."""
    referent = scene.discourse.referent(whole)
    titles = scene.discourse.topics.titles.get(scene.unit.index)
    return referent.kind in _GROUPS and (titles is None or referent in titles)


def _is_alone(scene: Scene, phrase: Phrase) -> bool:
    doc = scene.unit.doc
    return phrase.end >= len(doc) or doc[phrase.end].text in _ENDS


def _above(scenes: Sequence[Scene], index: int) -> Scene | None:
    """Return the block an item stands under: a shallower item, else what comes before the list."""
    block = scenes[index].unit.block
    if block.kind is not BlockKind.ITEM:
        return None
    for scene in reversed(scenes[:index]):
        other = scene.unit.block
        if other.kind is not BlockKind.ITEM or other.level < block.level:
            return scene
    return None


def _part(
    scene: Scene, part: Phrase, above: Scene, whole: Phrase, rule: str
) -> Iterator[Candidate]:
    owner = Filler(above.discourse.referent(whole), whole, "named", above.unit.index)
    named = Filler(scene.discourse.referent(part), part, "named", scene.unit.index)
    named.referent.suppose(Kind.ORGANIZATION)
    span = (part.start, part.end)
    yield from scene.propose([named], "PART_OF", [owner], span, rule, above.unit.index)


def _below(scenes: Sequence[Scene], index: int) -> Iterator[Scene]:
    """Yield the items right below a block, one level down."""
    block = scenes[index].unit.block
    level = block.level + 1 if block.kind is BlockKind.ITEM else 0
    for scene in scenes[index + 1 :]:
        item = scene.unit.block
        if item.kind is not BlockKind.ITEM or item.level < level:
            return
        if item.level == level:
            yield scene


def _unit_named(scene: Scene) -> Phrase | None:
    """Return the organisational unit a heading or item is the name of."""
    if scene.unit.block.kind not in (BlockKind.HEADING, BlockKind.ITEM):
        return None
    named = _name(scene)
    return named if named is not None and named.kind is Kind.ORGANIZATION else None


def _name(scene: Scene) -> Phrase | None:
    """Return what a block opens with, where it is a name and not a sentence."""
    doc = scene.unit.doc
    first = next(iter(scene.unit.outermost), None)
    if first is None or not all(t.pos_ in _LIGHT for t in doc[: first.start]):
        return None
    if first.end < len(doc) and doc[first.end].text not in _ENDS:
        return None
    root = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    finite = root.pos_ in ("VERB", "AUX") and not is_participle(root)
    return None if finite and root.sent.start <= first.start else first


def _is_person(phrase: Phrase) -> bool:
    return phrase.kind in (Kind.PERSON, Kind.ROLE)
