"""Keys: what two mentions must have in common to be one stakeholder."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ...graph import Kind, Mention, fold
from .spelling import spell, split
from .words import words

# Kinds that documents take for one another; a person or a role is never one of these.
THINGS = frozenset((Kind.ORGANIZATION, Kind.BODY, Kind.PROJECT, Kind.PLACE))
_FIRMS = frozenset((Kind.ORGANIZATION, Kind.BODY))
_PROJECTS = ("projet", "programme", "project")
_INNER = re.compile(r"\b(?:du (?:projet|programme|chantier)|de l['’]op[ée]ration) ", re.IGNORECASE)
_COMPANY = re.compile(r"^(?:la |the )?(?:soci[ée]t[ée]|entreprise|company) (?=[A-ZÀ-Þ])")
_BRACKET = re.compile(r"\s*\(([^\s()]{2,12})\)\s*$")

Key = tuple[str, str]
"""What may not differ (``person``, ``role``, ``thing``, ``place``) and a name as one text."""


@dataclass(slots=True)
class Keys:
    """What a mention can be recognised by.

    Attributes
    ----------
    full : list of Key
        Names that are the same wherever they stand.
    short : list of Key
        Single words: the same as a full name only where that has no rival.
    loose : list of Key
        Full names without what may be left out; the same only where nothing speaks against it.
    labels : list of str
        The names themselves, for people.
    form : str
        The legal form that a name shows.
    """

    full: list[Key] = field(default_factory=list)
    short: list[Key] = field(default_factory=list)
    loose: list[Key] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    form: str = ""


def keys_of(mention: Mention) -> Keys:
    """Return the keys of a mention.

    >>> keys_of(Mention("SAS Bois du Nord", Kind.ORGANIZATION)).full
    [('thing', 'bois nord sas')]
    """
    if mention.scope:
        return _scoped(mention)
    keys = Keys()
    own = set(normalise(_BRACKET.sub("", mention.name), mention.kind))
    for name in _names(mention):
        found = set(normalise(name, mention.kind))
        # A shortened form ("the department") is a name only beside the full one.
        shortened = found < own or fold(name) in words().common
        if name is mention.name or not shortened:
            _add(keys, name, mention.kind)
            keys.labels.append(name)
    keys.loose = [key for key in dict.fromkeys(keys.loose) if key not in keys.short]
    return keys


def normalise(name: str, kind: Kind) -> list[str]:
    """Return the words by which a name of a kind is the same, without its legal form."""
    return _bare(_SPELLERS.get(kind, _thing)(name, kind), kind)


def legal_form(name: str) -> tuple[str, str]:
    """Return a name without its legal form, and the form; both as one text of folded words.

    >>> legal_form("Naturfreunde Harz e. V."), legal_form("SCI Lambert")
    (('naturfreunde harz', 'ev'), ('lambert', 'sci'))
    """
    written, known = split(name), words()
    last = fold(written[-1]) if written else ""
    for count in (4, 3, 2, 1) if last in known.endings else ():
        ending = fold(" ".join(written[-count:]))
        if len(written) > count and ending in known.forms:
            return " ".join(spell(" ".join(written[:-count]))), known.forms[ending]
    first = fold(written[0]) if written else ""
    if len(written) > 1 and first in known.leading and written[0].isupper():
        return " ".join(spell(" ".join(written[1:]))), first
    return " ".join(spell(name)), ""


def _names(mention: Mention) -> list[str]:
    """Return the names of a mention, and what stands in brackets after one as its initials."""
    names = [mention.name, *mention.aliases]
    for name in (mention.name, *mention.aliases):
        bracket = _BRACKET.search(name)
        if bracket and is_initials(bracket[1], name[: bracket.start()]):
            names += [name[: bracket.start()], bracket[1]]
    return list(dict.fromkeys(names))


def is_initials(short: str, name: str) -> bool:
    """Tell whether a short name is made of the first letters of all words that matter.

    >>> is_initials("CUA", "Communauté urbaine d'Arras"), is_initials("41", "mairie de Blois")
    (True, False)
    """
    letters = "".join(c for c in fold(short) if c.isalpha())
    firsts = [word[0] for word in spell(name)]
    if len(letters) < 2 or not firsts or letters[0] != firsts[0]:
        return False
    left = iter(firsts)
    return all(letter in left for letter in letters) and len(letters) >= len(firsts) / 2


def _add(keys: Keys, name: str, kind: Kind) -> None:
    bracket = _BRACKET.search(name)
    if bracket and is_initials(bracket[1], name[: bracket.start()]):
        name = name[: bracket.start()]
    base, form = legal_form(name) if kind in _FIRMS else ("", "")
    exact = normalise(name, kind)
    if form:
        keys.form = keys.form or form
        exact = [*base.split(), form]
    group = _group(kind, exact)
    (keys.full if len(exact) > 1 else keys.short).append((group, " ".join(exact)))
    loose = base.split() if form else _loosened(name, kind)
    if len(loose) > 1:
        keys.loose.append((group, " ".join(loose)))
    elif form and base not in words().common:
        keys.short.append((_group(kind, loose), base))


def _loosened(name: str, kind: Kind) -> list[str]:
    if kind not in THINGS:
        return []
    return _bare(_thing(_COMPANY.sub("", name), kind, singular=True), kind)


def _group(kind: Kind, name: list[str]) -> str:
    """Return what kinds of stakeholder may share a name: a town may be called like a firm."""
    if kind is Kind.PLACE and len(name) == 1:
        return "place"
    return "thing" if kind in THINGS else kind.value


def _scoped(mention: Mention) -> Keys:
    name = normalise(mention.name, mention.kind) + normalise(mention.scope, Kind.PROJECT)
    key = _group(mention.kind, name), " ".join(name)
    return Keys(full=[key], labels=[f"{mention.name} {mention.scope}"])


def _thing(name: str, kind: Kind, *, singular: bool = False) -> list[str]:
    if kind is Kind.BODY:
        name = _INNER.sub("de ", name)
    found = list(spell(name, singular=singular))
    if kind is Kind.BODY:
        return _expanded(found, "bodies")
    if len(found) > 2 and not found[0].startswith("charge"):
        return [word for word in found if word not in ("charge", "chargee", "charges")]
    return found


def _role(name: str, kind: Kind) -> list[str]:  # noqa: ARG001  (one signature for all kinds)
    found = _expanded(list(spell(name)), "roles")
    if len(found) > 2 and not found[0].startswith("charge"):
        found = [word for word in found if word not in ("charge", "chargee")]
    return [_post(word) for word in found]


def _post(word: str) -> str:
    """Return the word for a post, whoever holds it: "rectrice" is "recteur"."""
    if word.endswith("trice"):
        return word[:-5] + "teur"
    return words().genders.get(word, word)


def _person(name: str, kind: Kind) -> list[str]:  # noqa: ARG001
    written = [raw for raw in split(name) if fold(raw)]
    titles = []
    while len(written) > 1 and fold(written[0]) in (*words().titles, "la", "le"):
        titles.append(words().titles.get(fold(written.pop(0)), ""))
    shouted = [raw for raw in written if raw.isupper() and len(raw) > 1]
    if shouted and written[: len(shouted)] == shouted:  # "VASSEUR Claire"
        written = written[len(shouted) :] + shouted
    found = [fold(raw) for raw in written]
    return found if len(found) > 1 else [*filter(None, titles), *found]


def _expanded(found: list[str], short: str) -> list[str]:
    """Return words with what is written in short in full: "copil" is "comité de pilotage"."""
    known = getattr(words(), short)
    return " ".join(known.get(word, word) for word in found).split()


def _bare(found: list[str], kind: Kind) -> list[str]:
    """Return words without the one for project that some texts put before or after a name."""
    if kind in THINGS and len(found) > 1:
        if found[0] in _PROJECTS:
            return found[1:]
        if found[-1] in _PROJECTS:
            return found[:-1]
    return found


_SPELLERS: dict[Kind, Callable[[str, Kind], list[str]]] = {Kind.ROLE: _role, Kind.PERSON: _person}
