"""Naming: the name by which a referent enters the graph, and the scope of a name that needs one."""

from __future__ import annotations

from ...graph import Document, Kind, Mention
from .discourse import Discourse, Referent

_NAMES_KEPT = 12
_SCOPED = frozenset([Kind.BODY, Kind.ROLE, Kind.PROJECT])


def name_referent(referent: Referent, discourse: Discourse, document: Document) -> Mention:
    """Return the mention of a referent: its plainest name, its other names, its scope."""
    names = plain_names(referent)
    kind = referent.kind or Kind.PROJECT
    return Mention(
        names[0], kind, tuple(names[1:_NAMES_KEPT]), _scope(referent, discourse, document)
    )


def plain_names(referent: Referent) -> list[str]:
    """Return the names of a referent: the proper one first, those with brackets last."""
    names = dict.fromkeys(" ".join(name.split()) for name in referent.names)
    return sorted(names, key=lambda name: (name != referent.preferred, "(" in name))


def _scope(referent: Referent, discourse: Discourse, document: Document) -> str:
    """Return what a common noun depends on: "comité de pilotage" of InSERRE, "le préfet"."""
    kind = referent.kind or Kind.PROJECT
    surname = kind is Kind.PERSON and all(" " not in p.name for p in referent.phrases)
    if not surname and (kind not in _SCOPED or referent.proper):
        return ""
    for topic in (discourse.topics.main.get(Kind.PROJECT), discourse.topics.document):
        if topic is not None and topic is not referent and topic.proper:
            return plain_names(topic)[0]
    return document.title or document.id
