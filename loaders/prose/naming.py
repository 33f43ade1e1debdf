"""Naming: the name by which a referent enters the graph, and the scope of a name that needs one."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph import Document, Kind, Mention, fold
from ..resolution import is_general
from .discourse import Discourse, Referent
from .lexicon import Lexicon

_NAMES_KEPT = 12
_TITLE = 8  # words
_NATIONAL = frozenset(["minister", "ministre"])
# Bodies of a project: an organisation has several of them at a time.
_OF_PROJECTS = frozenset(
    "copil cotech pilotage project projet steering steerco suivi travail working".split()
)
_SCOPED = frozenset([Kind.BODY, Kind.ROLE, Kind.PROJECT])


def name_referent(referent: Referent, discourse: Discourse, document: Document) -> Mention:
    """Return the mention of a referent: its plainest name, its other names, its scope."""
    names = plain_names(referent)
    kind = referent.kind or Kind.PROJECT
    if kind is Kind.PERSON:
        # A bare post ("the chair") is held by somebody in every document.
        names = [name for name in names if name == names[0] or not is_general(name)]
    return Mention(
        names[0], kind, tuple(names[1:_NAMES_KEPT]), _scope(referent, discourse, document)
    )


def plain_names(referent: Referent) -> list[str]:
    """Return the names of a referent: the proper one first, those with brackets last."""
    names = dict.fromkeys(" ".join(name.split()) for name in referent.names)
    return sorted(names, key=lambda name: (name != referent.preferred, "(" in name))


def _scope(referent: Referent, discourse: Discourse, document: Document) -> str:
    """Return what a common noun depends on: "comité de pilotage" of InSERRE, "le préfet".

    That is the project or the organisation its document is about, as far as that is sure, else
    the document itself: two documents that say neither may speak of two.
    """
    if not _is_common(referent):
        return ""
    return _owner(referent.names, discourse, document)


def scope_of(mention: Mention, discourse: Discourse, document: Document) -> str:
    """Return what a name that another reader took from a document depends on there."""
    referent = discourse.named(mention.name)
    if referent is not None:
        return _scope(referent, discourse, document)
    common = is_general(mention.name) or (mention.kind in _SCOPED and mention.name.islower())
    alone = " " not in mention.name if mention.kind is Kind.PERSON else common
    names = (mention.name, *mention.aliases)
    return _owner(names, discourse, document) if alone else ""


def _owner(names: Iterable[str], discourse: Discourse, document: Document) -> str:
    """Return what common names depend on."""
    own = {fold(name) for name in names}
    of_project = not _OF_PROJECTS.isdisjoint(word for name in own for word in name.split())
    for topic in discourse.topics.chief():
        name, house = plain_names(topic)[0], topic.kind is Kind.ORGANIZATION and not topic.guessed
        if fold(name) not in own and not is_general(name) and not (house and of_project):
            return name
    return document.title if _names_project(document.title, discourse.lexicon) else document.id


def _names_project(title: str, lexicon: Lexicon) -> bool:
    """Tell whether a title is the name of a project, whatever the parser makes of it."""
    words = title.split()
    named = any(word[:1].isupper() or word[:1].isdigit() for word in words[1:])
    kind = lexicon.kind(tuple(word.lower() for word in words))
    return named and len(words) <= _TITLE and kind is Kind.PROJECT


def _is_common(referent: Referent) -> bool:
    """Tell whether a name may be borne by another stakeholder in each document."""
    kind = referent.kind or Kind.PROJECT
    if kind is Kind.PERSON:
        return all(" " not in phrase.name for phrase in referent.phrases)
    general = all(map(is_general, referent.names))
    if not general and any(fold(name).split(" ")[0] in _NATIONAL for name in referent.names):
        return False
    return general if kind not in _SCOPED else general or not referent.proper
