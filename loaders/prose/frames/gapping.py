"""Gapping: a verb that is not said again, "A is led by X, B by Y and C by Z"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..syntax import is_passive
from ..triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .candidate import Scene

_BY = frozenset(["by", "par"])
_LIGHT = frozenset(["DET", "CCONJ", "PUNCT", "SCONJ"])
_LED = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION, None])

Pair = tuple[list[Filler], list[Filler]]


def gapped(scene: Scene, trigger: Trigger) -> list[Pair]:
    """Return who does what where a passive verb is not said again.

    The first pair leaves the subject to the verb: its targets are empty.
    """
    verb, doc = scene.unit.doc[trigger.anchor], scene.unit.doc
    if not is_passive(verb):
        return []
    link = next((t for t in doc[trigger.end : trigger.end + 4] if t.text.lower() in _BY), None)
    first = scene.arguments.after(link.i + 1) if link is not None else None
    if first is None:
        return []
    rest = list(_rest(scene, first.end, verb))
    return [(scene.arguments.of_phrases([first]), []), *rest] if rest else []


def _rest(scene: Scene, position: int, verb: Token) -> Iterator[Pair]:
    """Yield the pairs that go on after a first one."""
    doc, end = scene.unit.doc, verb.sent.end
    while position < end:
        start = position
        while position < end and doc[position].pos_ in _LIGHT and doc[position].text != ".":
            position += 1
        done = scene.arguments.directly_after(position) if position > start else None
        if done is None or done.kind not in _LED or done.end >= end:
            return
        if doc[done.end].text.lower() not in _BY:
            return
        doer = scene.arguments.after(done.end + 1)
        if doer is None:
            return
        yield scene.arguments.of_phrases([doer]), scene.arguments.of_phrases([done])
        position = doer.end
