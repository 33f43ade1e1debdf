"""Frames: how relations are worded, one file a construction."""

from __future__ import annotations

from collections.abc import Iterator

from .actions import read_action
from .candidate import Candidate, Scene
from .chairing import read_chairing
from .charts import read_charts
from .compounds import read_compounds
from .containers import read_container
from .contributions import read_contributions
from .duties import carry_subjects
from .functions import read_function
from .funding import read_gift, read_receipt
from .gatherings import read_gatherings
from .links import read_link, read_possessed
from .lists import read_lists
from .memberships import read_memberships
from .nominals import read_nominals
from .rosters import read_rosters
from .rows import read_rows
from .vacancies import read_vacancy
from .verbs import read_verb

__all__ = [
    "Candidate",
    "Scene",
    "carry_subjects",
    "read_charts",
    "read_frames",
    "read_lists",
    "read_rows",
]

_READERS = {
    "verbs": read_verb,
    "containers": read_container,
    "datives": read_verb,
    "gifts": read_gift,
    "receipts": read_receipt,
    "actions": read_action,
    "functions": read_function,
    "links": read_link,
    "placements": read_link,
}


def read_frames(scene: Scene) -> Iterator[Candidate]:
    """Yield every candidate that the sentences of a unit propose: the head of a table has none."""
    if scene.unit.block.header:
        return
    for trigger in scene.triggers:
        yield from _READERS[trigger.wording.family](scene, trigger)
    yield from read_nominals(scene)
    yield from read_possessed(scene)
    yield from read_chairing(scene)
    yield from read_memberships(scene)
    yield from read_gatherings(scene)
    yield from read_rosters(scene)
    yield from read_vacancy(scene)
    yield from read_contributions(scene)
    yield from read_compounds(scene)
