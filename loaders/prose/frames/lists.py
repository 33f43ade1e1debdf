"""Lists: "Le comité comprend :" and its items, a heading that names a body and the names below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....graph import Kind, fold
from ...blocks import BlockKind
from ..arguments import Filler
from ..phrases import Phrase
from ..syntax import is_passive, subjects
from ..triggers import find_triggers
from .candidate import Candidate, Scene

_BODIES = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION])
_MEMBERS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY, Kind.PLACE])
_MAX_LABEL = 6


def read_lists(scenes: Sequence[Scene]) -> Iterator[Candidate]:
    """Yield the memberships that lead-ins and headings state of the items below them."""
    for index, scene in enumerate(scenes):
        lead = _Lead.of(scene)
        if lead is None:
            continue
        yield from lead.inline()
        for item in _items(scenes, index):
            yield from lead.member(item)


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


class _Lead:
    """A lead-in: the body it speaks of, the relation of the items to it."""

    def __init__(self, scene: Scene, bodies: list[Filler], relation: str, trigger: tuple[int, int]) -> None:
        self.scene = scene
        self.bodies = bodies
        self.relation = relation
        self.trigger = trigger

    @classmethod
    def of(cls, scene: Scene) -> _Lead | None:
        """Recognise a lead-in."""
        text = scene.unit.block.text.strip()
        if not text:
            return None
        colon = text.endswith(":")
        if colon or ":" in text:
            lead = cls._container(scene)
            if lead is not None:
                return lead
        if scene.unit.block.kind is BlockKind.HEADING or colon or ":" in text:
            return cls._label(scene)
        return None

    @classmethod
    def _container(cls, scene: Scene) -> _Lead | None:
        """Read "Le comité comprend :"."""
        for trigger in reversed(find_triggers(scene.unit.doc, scene.lexicon)):
            if trigger.wording.family != "containers":
                continue
            verb = scene.unit.doc[trigger.anchor]
            if is_passive(verb) and not trigger.wording.preposition:
                continue
            bodies = scene.fillers(subjects(verb), (0, verb.i)) or _topic(scene)
            if bodies:
                return cls(scene, bodies, trigger.wording.relation, (trigger.start, trigger.end))
        return None

    @classmethod
    def _label(cls, scene: Scene) -> _Lead | None:
        """Read "Membres :", "Board members", or a heading that is the name of a body."""
        label = fold(scene.unit.block.text.partition(":")[0])
        words = scene.lexicon.words
        plain = {fold(w) for w in words["not_members"]}
        if label in plain:
            return None
        span = (0, min(len(scene.unit.doc), _MAX_LABEL))
        named = [p for p in scene.unit.outermost if p.kind is Kind.BODY]
        members = any(_starts(label, fold(word)) for word in words["membership_labels"])
        if members and len(label.split()) <= _MAX_LABEL:
            bodies = scene.arguments.of_phrases(named[:1]) or _topic(scene)
            return cls(scene, bodies, "PARTICIPATES_IN", span) if bodies else None
        if named and named[0].start <= 1 and len(label.split()) <= _MAX_LABEL + 6 and scene.unit.block.kind is BlockKind.HEADING:
            return cls(scene, scene.arguments.of_phrases(named[:1]), "PARTICIPATES_IN", span)
        return None

    def inline(self) -> Iterator[Candidate]:
        """Yield the members that stand after the colon in the lead-in itself."""
        doc = self.scene.unit.doc
        colon = next((t.i for t in doc[self.trigger[0] :] if t.text == ":"), None)
        if colon is None or colon + 1 >= len(doc):
            return
        phrase = self.scene.arguments.after(colon + 1)
        if phrase is None:
            return
        phrases = self.scene.arguments.coordinated(phrase, (colon, len(doc)))
        yield from self._propose(self.scene, self.scene.arguments.of_phrases(phrases), phrase)

    def member(self, item: Scene) -> Iterator[Candidate]:
        """Yield the members that an item names."""
        phrase = _leading(item)
        if phrase is None:
            return
        label = fold(item.unit.block.text)
        if any(_starts(label, fold(w)) for w in item.lexicon.words["not_members"]):
            return
        phrases = item.arguments.coordinated(phrase)
        yield from self._propose(item, item.arguments.of_phrases(phrases), phrase)

    def _propose(self, scene: Scene, members: list[Filler], phrase: Phrase) -> Iterator[Candidate]:
        members = [m for m in members if m.referent.kind in _MEMBERS or m.referent.kind is None]
        lead = self.scene.unit.index if scene is not self.scene else -1
        yield from scene.propose(
            members, self.relation, self.bodies, (phrase.start, phrase.end), "list", lead
        )


def _topic(scene: Scene) -> list[Filler]:
    return scene.arguments.implied(frozenset([Kind.BODY])) or scene.arguments.implied(_BODIES)


def _starts(label: str, words: str) -> bool:
    return label == words or label.startswith(words + " ")


def _leading(scene: Scene) -> Phrase | None:
    """Return the phrase an item opens with."""
    doc = scene.unit.doc
    for phrase in scene.unit.outermost:
        if all(t.pos_ in ("DET", "NUM", "ADP", "PUNCT", "ADJ", "SYM", "X") for t in doc[: phrase.start]):
            return phrase
        return None
    return None

