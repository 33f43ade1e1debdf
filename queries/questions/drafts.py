"""Drafts: a question turned into a statement with a hole, as the documents would put it."""

from __future__ import annotations

from dataclasses import dataclass

from ...graph import Kind
from .grammar import noun_kind
from .names import MARK
from .words import Words

HOLE = "¿"
_GENERIC = frozenset([Kind.BODY, Kind.ORGANIZATION, Kind.PERSON, Kind.PROJECT])


@dataclass(frozen=True, slots=True)
class Hole:
    """What is asked for.

    Attributes
    ----------
    said : str
        The words that ask: "qui", "which bodies"; empty for a question of yes or no.
    kind : Kind or None
        The kind of stakeholder that is asked for; None for any.
    noun : str
        The noun that asks, where it says more than the kind: "hospital", "région".
    only : str
        The one relation that is asked about, where the word that asks says so: "where".
    """

    said: str = ""
    kind: Kind | None = None
    noun: str = ""
    only: str = ""


NOBODY = Hole()
"""The hole of a question of yes or no: there is none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement with a hole: names are masked, ``¿`` stands for what is asked for.

    >>> Draft("¿ pilote §0", Hole("qui")).text
    '¿ pilote §0'
    """

    text: str
    hole: Hole


def noun_hole(said: str, noun: str, words: Words) -> Hole | None:
    """Return what a noun asks for, or None if it names no kind of stakeholder."""
    plain = noun.casefold()
    if plain in words.anyone or plain.removesuffix("s") in words.anyone:
        return Hole(said)
    for form in (plain, plain.removesuffix("s"), plain.removesuffix("x")):
        if form in words.kinds:
            return Hole(said, words.kinds[form])
    kind = noun_kind(plain, words.language)
    return Hole(said, kind, noun) if kind and MARK not in noun else None
