"""Normal forms: the words by which names of each kind are the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...graph import Kind, Mention, fold
from .spelling import spell, split
from .words import words

# Kinds that documents take for one another; a person or a role is never one of these.
THINGS = frozenset((Kind.ORGANIZATION, Kind.BODY, Kind.PROJECT, Kind.PLACE))
_FORM = "societe "  # what a legal form in full begins with
_PROJECTS = ("projet", "programme", "project")
_INNER = re.compile(r"\b(?:du (?:projet|programme|chantier)|de l['’]op[ée]ration) ", re.IGNORECASE)
_COMPANY = re.compile(r"^(?:la |the )?(?:soci[ée]t[ée]|entreprise|company) (?=[A-ZÀ-Þ])")


def normalise(name: str, kind: Kind) -> list[str]:
    """Return the words by which a name of a kind is the same, without its legal form."""
    return _bare(_SPELLERS.get(kind, _thing)(name, kind), kind)


def gender(mention: Mention) -> str:
    """Return what the titles of a person show, if they agree.

    >>> gender(Mention("Claude Roy", Kind.PERSON, ("Mme Claude Roy",)))
    'f'
    """
    if mention.kind is not Kind.PERSON:
        return ""
    firsts = {fold(split(name)[0]) for name in (mention.name, *mention.aliases) if split(name)}
    found = {words().titles.get(first, "") for first in firsts} - {""}
    return found.pop() if len(found) == 1 else ""


def legal_form(name: str) -> tuple[str, str]:
    """Return a name without its legal form, and the form; both as one text of folded words.

    >>> legal_form("Naturfreunde Harz e. V."), legal_form("Société civile immobilière Lambert")
    (('naturfreunde harz', 'ev'), ('lambert', 'sci'))
    """
    written, known = split(name), words()
    last = fold(written[-1]) if written else ""
    for count in (4, 3, 2, 1) if last in known.endings else ():
        ending = fold(" ".join(written[-count:]))
        if len(written) > count and ending in known.forms:
            return " ".join(spell(" ".join(written[:-count]))), known.forms[ending]
    for count in (4, 3, 2, 1) if fold(name).startswith(_FORM) else (1,):
        first = fold(" ".join(written[:count]))
        form = known.forms.get(first, "") if len(written) > count else ""
        if form in known.leading and (count > 1 or written[0].isupper()):
            return " ".join(spell(" ".join(written[count:]))), form
    return " ".join(spell(name)), ""


def loosened(name: str, kind: Kind) -> list[str]:
    """Return the words of a name without what may be left out of it."""
    if kind not in THINGS:
        return []
    return _bare(_thing(_COMPANY.sub("", name), kind, singular=True), kind)


def _thing(name: str, kind: Kind, *, singular: bool = False) -> list[str]:
    if kind is Kind.BODY:
        name = _INNER.sub("de ", name)
    found = _expanded(list(spell(name, singular=singular)), "states")
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
    known = words().titles
    while len(written) > 1 and ((first := fold(written[0])) in known or first in ("la", "le")):
        titles.append(known.get(first, ""))
        del written[0]
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
    """Return words without the one for project that some texts put before or after a name.

    A "programme board" is not a board: there the word says which.
    """
    if kind in THINGS and len(found) > 1:
        rest = found[1:] if found[0] in _PROJECTS else found
        rest = found[:-1] if rest is found and found[-1] in _PROJECTS else rest
        return found if words().common.issuperset(rest) else rest
    return found


_SPELLERS: dict[Kind, Callable[[str, Kind], list[str]]] = {Kind.ROLE: _role, Kind.PERSON: _person}
