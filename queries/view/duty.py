"""Who is accountable for what a page shows, as its panel tells it."""

from __future__ import annotations

from typing import Any

from ...graph import Kind, Stakeholder, Vocabulary
from ..accountability import who_is_accountable
from ..influence import Source
from .picture import Picture
from .text import clean

_ASKED = frozenset({Kind.PROJECT, Kind.BODY})


def accountable(
    source: Source, picture: Picture, *, phase: str, at: str, vocabulary: Vocabulary
) -> dict[str, dict[str, Any]]:
    """Return the outcome, the names and the rule for each project and body that is shown.

    Only a store can be asked; for two frames there are no answers.
    """
    if isinstance(source, tuple):
        return {}
    answers = {}
    for node in picture.nodes:
        if node.kind in _ASKED:
            thing = Stakeholder(node.id, node.name, Kind(node.kind))
            answer = who_is_accountable(
                source, thing, phase or None, at or None, vocabulary=vocabulary
            )
            answers[node.id] = {
                "outcome": answer.outcome.value,
                "names": [clean(name) for name in answer.names],
                "rule": clean(answer.rule),
            }
    return answers
