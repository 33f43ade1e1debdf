"""Keys: what two mentions must have in common to be one stakeholder."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from ...graph import Kind, Mention
from .acronyms import is_local, is_unclear
from .brackets import unfold
from .descriptions import is_described
from .normal import THINGS, gender, legal_form, loosened, normalise
from .spelling import spell
from .words import words

_FIRMS = frozenset((Kind.ORGANIZATION, Kind.BODY))

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
    identifiers : list of Key
        Scheme and value of each, as they are compared.
    form : str
        The legal form that a name shows.
    gender : str
        What the title of a person shows: ``m``, ``f`` or nothing.
    scoped : bool
        Whether what a single word means depends on the document, unless another explains it.
    """

    full: list[Key] = field(default_factory=list)
    short: list[Key] = field(default_factory=list)
    loose: list[Key] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    identifiers: list[Key] = field(default_factory=list)
    form: str = ""
    gender: str = ""
    scoped: bool = False

    def beside(self, company: Collection[str]) -> Keys:
        """Return the keys of a person, whose name says who it is only beside whom it stands."""
        full, short = (
            [(kind, f"{name} @ {other}") for kind, name in own for other in sorted(company)]
            for own in (self.full, self.short)
        )
        return replace(self, full=full, short=short, loose=[])


def keys_of(mention: Mention, scopes: Iterable[str] = ()) -> Keys:
    """Return the keys of a mention.

    Parameters
    ----------
    mention : Mention
        What a document says.
    scopes : iterable of str
        Other names of what the mention depends on, in their words as one text.

    Examples
    --------
    >>> keys_of(Mention("SAS Bois du Nord", Kind.ORGANIZATION)).full
    [('thing', 'bois nord sas')]
    >>> keys_of(Mention("board", Kind.BODY, scope="Harbour Trust"), ["ht"]).full
    [('thing', 'board harbour trust'), ('thing', 'board ht'), ('thing', 'harbour trust board')]
    """
    if mention.scope:
        return _scoped(mention, scopes)
    keys = Keys(gender=gender(mention))
    for name in _told(mention):
        _add(keys, name, mention.kind)
        keys.labels.append(name)
    keys.loose = [key for key in dict.fromkeys(keys.loose) if key not in keys.short]
    return keys


def _told(mention: Mention) -> list[str]:
    """Return the names that tell a mention from others: not shortened ones, nor descriptions."""
    names = list(
        dict.fromkeys(n for name in (mention.name, *mention.aliases) for n in unfold(name))
    )
    if len(names) == 1:
        return names
    spelt = {name: frozenset(normalise(name, mention.kind)) for name in names}
    first = names[0]
    kept = [
        name
        for name in names
        if not any(spelt[name] < longer for longer in spelt.values())
        or (name is first and len(spelt[name]) == 1)
    ]
    return [name for name in kept if name is first or not is_described(name, mention, first)] or [
        first
    ]


def _add(keys: Keys, name: str, kind: Kind) -> None:
    base, form = legal_form(name) if kind in _FIRMS else ("", "")
    exact = normalise(name, kind)
    if form:
        keys.form = keys.form or form
        exact = [*base.split(), form]
    group = group_of(kind, exact)
    (keys.full if len(exact) > 1 else keys.short).append((group, " ".join(exact)))
    loose = base.split() if form else loosened(name, kind)
    if len(loose) > 1:
        keys.loose.append((group, " ".join(loose)))
    elif form and base not in words().common:
        keys.short.append((group_of(kind, loose), base))


def group_of(kind: Kind, name: list[str]) -> str:
    """Return what kinds of stakeholder may share a name: a town may be called like a firm."""
    if kind is Kind.PLACE and len(name) == 1:
        return "place"
    return "thing" if kind in THINGS else kind.value


def _scoped(mention: Mention, scopes: Iterable[str]) -> Keys:
    own = normalise(mention.name, mention.kind)
    group = group_of(mention.kind, [*own, mention.scope])
    said = " ".join(normalise(mention.scope, Kind.PROJECT))
    full = [(group, " ".join((*own, scope))) for scope in dict.fromkeys((said, *scopes))]
    if mention.kind is Kind.BODY:  # "Harbour Trust Board"
        full.append((group, " ".join((*spell(mention.scope), *own))))
    unclear = is_unclear(mention.name) and not is_local(mention.name)
    short = [(group, own[0])] if unclear else []
    return Keys(full, short, labels=[f"{mention.name} {mention.scope}"], scoped=unclear)
