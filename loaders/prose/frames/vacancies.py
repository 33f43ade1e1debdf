"""Vacancies: the labels of a description of a post, "Reports to: X", "Responsible for: Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import fold
from ..arguments import Filler
from ..enumeration import entries, sentence_end
from .candidate import Candidate, Scene

_LABELS = {"REPORTS_TO": "superior_labels", "ACCOUNTABLE_FOR": "charge_labels"}
_LABEL_LENGTH = 6


def read_vacancy(scene: Scene) -> Iterator[Candidate]:
    """Yield whom the holder of the post that a text describes reports to and has charge of."""
    doc = scene.unit.doc
    for colon in (t.i for t in doc[:-1] if t.text == ":"):
        start = colon
        while start > 0 and not doc[start].is_sent_start and colon - start < _LABEL_LENGTH:
            start -= 1
        label = fold(doc[start:colon].text)
        for relation, words in _LABELS.items():
            if label in map(fold, scene.lexicon.words[words]):
                holder = scene.discourse.pronouns.postholder()
                if holder is not None:
                    source = Filler(holder, None, "topic", scene.unit.index)
                    listed = entries(scene.unit, colon + 1, sentence_end(doc, colon))
                    named = scene.arguments.of_phrases(entry.phrase for entry in listed)
                    span = (start, colon)
                    yield from scene.propose([source], relation, named, span, "vacancy.label")
