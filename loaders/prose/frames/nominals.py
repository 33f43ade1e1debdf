"""Noun phrases that state a relation by themselves: "comité de pilotage du programme X"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase
from .candidate import Candidate, Scene

_OWNERS = frozenset([Kind.PROJECT, Kind.ORGANIZATION, Kind.BODY])


def read_nominals(scene: Scene) -> Iterator[Candidate]:
    """Yield GOVERNS for governing bodies of something and PART_OF for parts of an organisation."""
    for phrase in scene.unit.phrases:
        owner = _owner(scene, phrase)
        if owner is None or owner.kind not in _OWNERS:
            continue
        relation = _relation(scene, phrase, owner)
        if relation:
            yield from scene.propose(
                _filler(scene, phrase), relation, _filler(scene, owner), (phrase.start, phrase.end), "nominal"
            )


def _filler(scene: Scene, phrase: Phrase) -> list[Filler]:
    return [Filler(scene.discourse.referent(phrase), phrase, "named", scene.unit.index)]


def _owner(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Return whose the phrase is said to be, past the words of its own compound name."""
    owner = phrase.owner
    while owner is not None and not _acts(scene, owner):
        owner = owner.owner
    return owner


def _acts(scene: Scene, phrase: Phrase) -> bool:
    return phrase.kind in _OWNERS and phrase.determiner in ("def", "dem", "poss", "") and (
        phrase.proper or phrase.determiner in ("def", "dem")
    ) and phrase.head_word not in scene.lexicon.words["empty"]


def _relation(scene: Scene, phrase: Phrase, owner: Phrase) -> str:
    words = scene.lexicon.words
    text = " ".join(phrase.words) if scene.lexicon.language == "fr" else " ".join(reversed(phrase.words))
    if any(_holds(text, organ, scene.lexicon.language) for organ in words["governing_bodies"]):
        return "GOVERNS"
    if any(_holds(text, organ, scene.lexicon.language) for organ in words["parts"]) and owner.kind in (
        Kind.ORGANIZATION,
        Kind.BODY,
    ):
        return "PART_OF"
    return ""


def _holds(text: str, organ: str, language: str) -> bool:
    return text.startswith(organ) if language == "fr" else text.endswith(organ)
