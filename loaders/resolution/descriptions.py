"""Descriptions: names in a document that say what a stakeholder is, not which."""

from __future__ import annotations

from ...graph import Kind, Mention, fold
from .acronyms import is_local
from .brackets import is_initials
from .normal import normalise
from .spelling import ARTICLES, spell, split
from .words import words

_UNIQUE = frozenset(["etat"])  # A country has one.
_GENERAL = 2  # As many words, none but the first written large, name a sort: "Direction générale".


def is_described(name: str, mention: Mention, first: str) -> bool:
    """Tell whether another name of a mention only says what it is or does.

    A post is no name of the person who holds it; and what is written without a capital or a digit
    ("the lead partner") is no name of an organisation, unless it is what its acronym is short for.

    Parameters
    ----------
    name : str
        The other name.
    mention : Mention
        What bears it.
    first : str
        Its first name, without brackets.

    Examples
    --------
    >>> agency = Mention("Agence Loire", Kind.ORGANIZATION)
    >>> [is_described(each, agency, agency.name) for each in ("Direction générale", "Loire SA")]
    [True, False]
    """
    known, kind = words(), mention.kind
    if fold(name) in known.common or (kind is Kind.BODY and fold(name) in known.bodies):
        return True
    if kind is Kind.PERSON:
        return not set(normalise(name, kind)) & set(normalise(first, kind))
    if kind is Kind.ROLE or is_initials(first, name):
        return False
    own = [word for word in split(name) if word.lower() not in ARTICLES] or [name]
    large = [word for word in own if any(c.isupper() or c.isdigit() for c in word)]
    sort = len(own) <= _GENERAL and fold(own[0]) in known.common
    return not large or (sort and large == own[:1])


def is_general(name: str) -> bool:
    """Tell whether a name says only what sort of stakeholder it is, however it is written.

    Such a name depends on its document or project: there is a steering committee in each, and in
    each house a department of human resources.

    >>> [is_general(name) for name in ("COPIL", "Steering Committee", "the Board", "comité Halle")]
    [True, True, True, False]
    >>> [is_general(name) for name in ("l'État", "Direction générale", "Préfecture du Nord")]
    [False, True, False]
    >>> [is_general(name) for name in ("PMO", "HR manager", "Direction des achats", "NATO")]
    [True, True, True, False]
    """
    if is_local(name):
        return True
    known = words()
    found = " ".join(known.short.get(word, word) for word in spell(name)).split()
    if known.parts.intersection(found):
        found = [word for word in found if word not in known.functions]
    return (
        all(word in known.sorts or word in known.general for word in found)
        and any(word in known.sorts for word in found)
        and not _UNIQUE.issuperset(found)
    )


def is_title(word: str) -> bool:
    """Tell whether a folded word may stand before the name of a person: "mme", "dr"."""
    return word in words().titles
