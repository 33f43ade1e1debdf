"""Organs: whether a phrase names a governing body or a part, by the lexicon."""

from __future__ import annotations

from ..phrases import Phrase
from .candidate import Scene


def names_organ(scene: Scene, phrase: Phrase, section: str) -> bool:
    """Tell whether a phrase names one of the organs of a section of the lexicon."""
    french = scene.lexicon.language == "fr"
    text = " ".join(phrase.words if french else reversed(phrase.words))
    text = text.replace("’", "'").replace("' ", "'")
    organs, words = scene.lexicon.words[section], scene.lexicon.words
    if section == "governing_bodies" and words["advising"] & set(text.split()):
        return False
    return any(text.startswith(o) if french else text.endswith(o) for o in organs)
