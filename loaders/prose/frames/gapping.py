"""Gapping: a verb that is not said again, "A is led by X, B by Y and C by Z"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..syntax import is_passive
from ..triggers import Trigger

if TYPE_CHECKING:
    from .candidate import Scene

_BY = frozenset(["by", "par"])
_LIGHT = frozenset(["DET", "CCONJ", "PUNCT", "SCONJ"])
_ACTORS = frozenset([Kind.PERSON, Kind.ROLE, Kind.ORGANIZATION, Kind.BODY])
_LED = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION, None])

Pair = tuple[list[Filler], list[Filler], Trigger]


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
    rest = list(_rest(scene, trigger, first.end))
    return [(scene.arguments.of_phrases([first]), [], trigger), *rest] if rest else []


def _rest(scene: Scene, trigger: Trigger, position: int) -> Iterator[Pair]:
    """Yield the pairs that go on after a first one, each told by its "by"."""
    doc = scene.unit.doc
    end = doc[trigger.anchor].sent.end
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
        if doer is None or scene.discourse.referent(doer).kind not in _ACTORS:
            return
        told = replace(trigger, start=done.end, end=done.end + 1)
        yield scene.arguments.of_phrases([doer]), scene.arguments.of_phrases([done]), told
        position = doer.end
