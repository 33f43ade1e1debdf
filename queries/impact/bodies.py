"""Bodies: who presides over them when those who leave do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...graph import Stakeholder
from ..ends import source_of, target_of
from ..evidence import Evidence
from .consequences import Consequence, Effect
from .departure import Departure, finding


def bodies(departure: Departure) -> Iterator[Consequence]:
    """Yield the bodies that those who leave chair or co-chair."""
    chaired: dict[Stakeholder, list[Evidence]] = defaultdict(list)
    for said in departure.outward(departure.heads):
        chaired[target_of(said)].append(said)
    for body, chairs in chaired.items():
        others = [s for s in departure.after.heads(body.id) if departure.asked.holds(s)]
        yield Consequence(
            Effect.STILL_CHAIRED if others else Effect.NO_CHAIR,
            body,
            before=tuple(finding(source_of(said), said) for said in chairs),
            after=tuple(finding(source_of(said), said) for said in others),
        )
