"""Links: fixed phrases between a thing and a stakeholder, "sous la responsabilité de"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....graph import Kind
from ..arguments import Filler
from ..lexicon import Wording, load_lexicon
from ..triggers import Trigger
from .candidate import Candidate, Scene
from .hosts import find_host
from .organs import names_organ

_GROUPS = frozenset([Kind.ORGANIZATION, Kind.BODY])
_WORKERS = _GROUPS | {Kind.ROLE, Kind.PERSON}
# "Par ses soins", "avec son soutien" say how, not what something is placed under.
_WORKED = frozenset(["IMPLEMENTS", "FUNDS", "HOSTS"])
_POSSESSIVES = frozenset("son sa ses leur leurs his her its their".split())


def read_link(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a fixed phrase states between what stands before it and what follows."""
    doc = scene.unit.doc
    label = trigger.end < len(doc) and doc[trigger.end].text == ":"
    phrase = scene.arguments.after(trigger.end + label)
    if phrase is None:
        return
    span = (trigger.start, len(doc))
    after = scene.arguments.together(phrase, span)
    if label and trigger.start == 0:
        yield from _state(scene, trigger, _postholder(scene), after, "label")
        return
    hosts, place = find_host(scene, trigger.start, trigger.end, trigger.wording.relation)
    yield from _state(scene, trigger, hosts, after, place)


def read_possessed(scene: Scene) -> Iterator[Candidate]:
    """Yield the same where a pronoun says whose: "sous son autorité, le directeur encadre"."""
    doc, owned = scene.unit.doc, _possessed(scene.lexicon.language)
    for token in doc[1:-1]:
        if token.text.lower() not in _POSSESSIVES:
            continue
        around = doc[token.i - 1].text.lower(), doc[token.i + 1].text.lower()
        if (wording := owned.get(around)) is None:
            continue
        trigger = Trigger(wording, token.i - 1, token.i + 2, token.i - 1)
        whose = scene.discourse.pronouns.possessor(token, scene.unit, _WORKERS)
        after = [Filler(whose, None, "pronoun", scene.unit.index)] if whose is not None else []
        hosts, _ = find_host(scene, trigger.start, trigger.end, wording.relation)
        yield from _state(scene, trigger, hosts, after, "possessed")


@cache
def _possessed(language: str) -> dict[tuple[str, str], Wording]:
    """Return the wordings that end in "of", by their first word and their noun."""
    return {
        (wording.words[0], wording.words[-2]): wording
        for wording in load_lexicon(language).wordings
        if wording.family in ("links", "placements")
        and wording.relation not in _WORKED
        and len(wording.words) > 2
        and wording.words[-1] in ("de", "of")
    }


def _state(
    scene: Scene, trigger: Trigger, hosts: list[Filler], after: list[Filler], place: str
) -> Iterator[Candidate]:
    relation, family = trigger.wording.relation, trigger.wording.family
    rule = f"{family.removesuffix('s')}.{place}"
    span = (trigger.start, trigger.end)
    if family == "links":
        yield from scene.propose(after, relation, hosts, span, rule)
        return
    for host in hosts:
        pairs = [f for f in after if _fit(relation, host, f)]
        yield from scene.propose([host], relation, pairs, span, rule)
        if relation == "REPORTS_TO" and host.referent.kind is Kind.ORGANIZATION:
            organs = [f for f in pairs if _governs(scene, f)]
            yield from scene.propose(organs, "GOVERNS", [host], span, f"{rule}.organ")


def _governs(scene: Scene, filler: Filler) -> bool:
    return filler.phrase is not None and names_organ(scene, filler.phrase, "governing_bodies")


def _fit(relation: str, host: Filler, target: Filler) -> bool:
    """Tell whether the two ends of a placement can be placed so: groups in groups, work in work."""
    placed, place = host.referent.kind, target.referent.kind
    if relation == "PART_OF":
        return (placed in _GROUPS and place in _GROUPS) or placed is place is Kind.PROJECT
    return relation != "REPORTS_TO" or (placed in _WORKERS | {None} and place in _WORKERS)


def _postholder(scene: Scene) -> list[Filler]:
    """Return whose post a text describes: the first post it names, near its start."""
    for unit in scene.discourse.units[:4]:
        for phrase in unit.outermost:
            if phrase.kind is Kind.ROLE:
                referent = scene.discourse.referent(phrase)
                return [Filler(referent, None, "topic", scene.unit.index)]
    return []
