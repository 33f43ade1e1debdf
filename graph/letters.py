"""Letters: who is responsible, accountable, consulted or informed (RACI) by which relation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import VocabularyError

LETTERS = ("R", "A", "C", "I")
"""Responsible, accountable, consulted, informed."""
_NONE = ("", "-", "–", "NONE")


@dataclass(frozen=True, slots=True)
class Implication:
    """A letter that follows for a thing from what is stated of something else.

    Attributes
    ----------
    letter : str
        ``R``, ``A``, ``C`` or ``I``.
    relations : tuple of str
        Who stands in one of these to a body that stands in `via` to the thing has the letter.
    via : str
        The relation from the body to the thing.
    towards : tuple of str
        Or: whom the thing stands in one of these to has the letter.
    """

    letter: str
    relations: tuple[str, ...] = ()
    via: str = ""
    towards: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Every relation it names."""
        return (*self.relations, *((self.via,) if self.via else ()), *self.towards)


def letter_of(value: object, relation: str, where: str = "") -> str:
    """Return a letter as it is written, in any case; none for ``none``, ``-`` or nothing.

    Raises
    ------
    VocabularyError
        If it is no letter.

    Examples
    --------
    >>> letter_of("a", "FUNDS"), letter_of("none", "FUNDS"), letter_of(None, "FUNDS")
    ('A', '', '')
    """
    letter = str(value if value is not None else "").strip().upper()
    if letter in _NONE:
        return ""
    if letter not in LETTERS:
        what = f"relation {relation!r}: RACI letter {value!r}"
        raise VocabularyError(what, where=where, remedy="use R, A, C or I, or none")
    return letter


def read_letters(data: Mapping[str, Any], where: str) -> dict[str, str]:
    """Return the letters that a file gives to relations there are: its ``raci`` mapping."""
    given = data.get("raci") or {}
    if not isinstance(given, Mapping):
        raise VocabularyError(
            "`raci` is no mapping", where=where, remedy="write `raci: {FUNDS: C, SPONSORS: I}`"
        )
    return {str(name): letter_of(value, str(name), where) for name, value in given.items()}


def read_implied(
    data: Mapping[str, Any], known: Iterable[str], where: str
) -> tuple[Implication, ...]:
    """Return the letters that follow, in the order of the file."""
    try:
        implied = tuple(
            Implication(
                letter_of(entry["letter"], "implied", where),
                tuple(entry.get("relations") or ()),
                entry.get("via") or "",
                tuple(entry.get("towards") or ()),
            )
            for entry in data.get("implied") or ()
        )
    except (TypeError, KeyError, AttributeError) as error:
        remedy = "write a list such as `[{letter: C, relations: [CHAIRS], via: GOVERNS}]`"
        raise VocabularyError("`implied` has another form", where=where, remedy=remedy) from error
    unknown = {name for entry in implied for name in entry.named} - set(known)
    if unknown:
        raise VocabularyError(
            f"implied letters name {', '.join(sorted(unknown))}",
            where=where,
            remedy="define the relation or mend the name",
        )
    return implied
