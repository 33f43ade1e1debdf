"""Chains: who stood below those who leave, and has nobody above then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...graph import Stakeholder
from ..accountability import decide
from ..answer import Finding
from ..ends import source_of, target_of
from .consequences import Consequence, Effect
from .departure import Departure, finding


def chains(departure: Departure) -> Iterator[Consequence]:
    """Yield who is part of those who leave, reports to them or is governed by them alone."""
    below: dict[Stakeholder, list[Finding]] = defaultdict(list)
    for said in departure.inward(departure.upward):
        below[source_of(said)].append(finding(target_of(said), said))
    for said in departure.outward(departure.bodies):
        below[target_of(said)].append(finding(source_of(said), said))
    loose = [thing for thing in below if not _is_held(departure, thing)]
    for thing in departure.look_at(loose, "stakeholders below them"):
        then = decide(departure.after, thing, departure.asked)
        effect = Effect.LOOSE if then.findings else Effect.CUT
        yield Consequence(effect, thing, before=tuple(below[thing]), after=then.findings)


def _is_held(departure: Departure, thing: Stakeholder) -> bool:
    """Tell whether anything still stands above: by part, by report, as a governing body."""
    duties = departure.after.duties(thing.id)
    governed = (said for said in duties if said.relation in departure.bodies)
    return any(map(departure.asked.holds, (*departure.after.above(thing.id), *governed)))
