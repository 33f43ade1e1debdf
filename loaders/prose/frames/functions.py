"""Nouns of function: "X, chef de projet de Y", "X est membre de Y", "chaired by its president"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase, is_capital
from ..triggers import Trigger
from .candidate import THINGS, WORK, Candidate, Scene
from .holders import (
    had_by,
    holders_appointed,
    holders_as,
    holders_beside,
    holders_by_copula,
    holders_current,
    holders_had,
    holders_labelled,
    holders_of_post,
    holders_seated,
)
from .posts import Post

# Constructions by the name of their rule, the surest first.
_CONSTRUCTIONS: tuple[tuple[str, Callable[[Post], list[Filler]]], ...] = (
    ("function.label", holders_labelled),
    ("function.had", holders_had),
    ("function.post", holders_of_post),
    ("function.seat", holders_seated),
    ("function.as", holders_as),
    ("function.appointed", holders_appointed),
    ("function.current", holders_current),
    ("function.copula", holders_by_copula),
    ("function.apposition", holders_beside),
)
_ORGANS = frozenset(["PART_OF", "GOVERNS"])
_SEATS = frozenset(["CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN"])
_TOLD_BESIDE = frozenset(["CHAIRS", "CO_CHAIRS", "COMMISSIONS", "IMPLEMENTS", "SPONSORS", "FUNDS"])
_TOLD_OF = frozenset(["PILOTS", "PARTICIPATES_IN", "ACCOUNTABLE_FOR"])
_WORKS = frozenset(["COMMISSIONS", "IMPLEMENTS", "FUNDS", "SPONSORS"])


def read_function(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a noun of function states of its holder."""
    post = Post(scene, trigger)
    if _has_gerund(post):
        return
    for rule, find in _CONSTRUCTIONS:
        if post.relation in _ORGANS and not _tells_organ(post, rule):
            continue
        holders = find(post)
        if not holders:
            continue
        objects = had_by(post) if rule == "function.had" else post.objects(holders)
        targets = [f for f in objects if _fits(post, f.phrase)]
        told = rule if targets else f"{rule}.implied"
        if not targets and (targets := post.entry(holders)):
            told = f"{rule}.entry"
        targets = targets or _implied(post, rule)
        span = (trigger.start, trigger.end)
        if post.relation == "REPORTS_TO":
            holders, targets = targets, holders
        yield from scene.propose(holders, post.relation, targets, span, told)
        return
    yield from _acting(post)


def _acting(post: Post) -> Iterator[Candidate]:
    """Yield that a chair whose holder is not named presides: "the chair of the Panel decides"."""
    own = post.phrase
    if own is None or post.relation != "CHAIRS" or own.core != post.trigger.start:
        return
    if own.kind is not Kind.ROLE or not post.noun.dep_.startswith("nsubj"):
        return
    holder = Filler(post.scene.discourse.referent(own), own, "named", post.scene.unit.index)
    bodies = [f for f in post.objects([holder]) if f.referent.kind is Kind.BODY]
    span = (post.trigger.start, post.trigger.end)
    yield from post.scene.propose([holder], post.relation, bodies, span, "function.acting")


def _tells_organ(post: Post, rule: str) -> bool:
    """Tell whether a noun is said of a group: "The WG is a sub-group of the Board"."""
    fronted = post.noun.i <= post.noun.sent.start + 1
    plain = (fronted or not is_capital(post.noun)) and post.complement is not None
    if rule == "function.had":
        return post.relation == "GOVERNS"
    if post.relation == "PART_OF":
        complement = post.complement
        named = complement is not None and (complement.proper or complement.determiner == "def")
        plain = named and not is_capital(post.noun) and not post.noun.dep_.startswith("nsubj")
    return plain and rule in ("function.copula", "function.apposition")


def _has_gerund(post: Post) -> bool:
    """Tell whether a doing follows: "responsible for setting policy" states the setting."""
    doc = post.scene.unit.doc
    after = [t for t in doc[post.trigger.end : post.trigger.end + 3] if t.pos_ != "ADV"]
    return len(after) > 1 and after[0].text.lower() in ("for", "of") and after[1].tag_ == "VBG"


def _fits(post: Post, phrase: Phrase | None) -> bool:
    """Tell a thing led from a word of a title: "directeur de la mission", not "de recherche"."""
    if phrase is None or post.relation not in ("PILOTS", "ACCOUNTABLE_FOR"):
        return True
    if post.deputy:
        return False
    if phrase is not post.complement:
        return True
    if phrase.plural and not phrase.proper and post.relation == "PILOTS":
        return False
    known = len(post.scene.discourse.referent(phrase).phrases) > 1
    return phrase.determiner in ("def", "dem", "poss") or phrase.owner is not None or known


def _implied(post: Post, rule: str) -> list[Filler]:
    """Return what is spoken of, where the text leaves the object of a function unsaid.

    A post given beside a name ("Mme Petit, directrice") says who she is, not what the text is of.
    """
    beside = rule in ("function.post", "function.apposition")
    if post.relation == "REPORTS_TO":
        return []
    told = post.relation in _TOLD_BESIDE or post.of_work
    if post.complement is not None or (beside and not told):
        return []
    if rule == "function.copula" and post.relation in _TOLD_OF and not post.of_work:
        return []
    return _spoken_of(post, rule)


def _spoken_of(post: Post, rule: str) -> list[Filler]:
    scene, position = post.scene, post.trigger.start
    if post.relation in _SEATS:
        group = scene.discourse.topics.group(scene.unit, position)
        return [Filler(group, None, "topic", scene.unit.index)] if group is not None else []
    kinds = WORK if post.relation in _WORKS or post.of_work else THINGS
    if rule == "function.label":
        section = scene.discourse.topics.section(scene.unit)
        if section is not None and section.kind in kinds:
            return [Filler(section, None, "topic", scene.unit.index)]
    return scene.arguments.implied(kinds, position)
