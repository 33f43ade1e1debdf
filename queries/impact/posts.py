"""Posts: a person who leaves a post leaves the post behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...graph import Kind, Stakeholder
from ..accountability import decide
from ..ends import source_of, target_of
from ..evidence import Evidence
from .consequences import Consequence, Effect
from .departure import Departure, finding


def posts(departure: Departure) -> Iterator[Consequence]:
    """Yield the posts of those who leave, with what they answer for and chair."""
    held: dict[Stakeholder, list[Evidence]] = defaultdict(list)
    for said in departure.outward([departure.asked.vocabulary.containment]):
        if said.source_kind == Kind.PERSON and said.target_kind == Kind.ROLE:
            held[target_of(said)].append(said)
    for post, tenures in held.items():
        others = [s for s in departure.after.holders(post.id) if departure.asked.holds(s)]
        yield Consequence(
            Effect.STILL_HELD if others else Effect.VACANT,
            post,
            before=tuple(finding(source_of(said), said) for said in tenures),
            after=tuple(finding(source_of(said), said) for said in others),
            members=tuple(_duties(departure, post)),
        )


def _duties(departure: Departure, post: Stakeholder) -> Iterator[Stakeholder]:
    """Yield what a post answers for."""
    for thing in departure.look_at(departure.after.things(post.id), f"duties of {post.name}"):
        answer = decide(departure.after, thing, departure.asked)
        if any(found.id == post.id for found in answer.findings):
            yield thing
