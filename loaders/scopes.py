"""Scopes: what names depend on that only say what sort of thing they name, or in short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..graph import Document, Kind, Mention, Statement, fold
from .resolution import is_general, is_local, is_unclear

_COMMON = (Kind.BODY, Kind.ORGANIZATION, Kind.ROLE)


def scoped(
    tabular: Iterable[Statement], prose: Sequence[Statement], document: Document
) -> list[Statement]:
    """Return what a document states, with names such as "steering committee" in their scope.

    In tables that is what the prose takes the name for, else what the document is about, else the
    document itself. The same goes for acronyms that the document does not explain.
    """
    named = [end for said in prose for end in (said.source, said.target)]
    known = {
        fold(name): end.scope
        for end in reversed(named)
        if end.scope
        for name in (end.name, *end.aliases)
    }
    topic = _topic(named, document)

    def common(end: Mention) -> Mention:
        return short(in_scope(end, known.get(fold(end.name), topic)))

    def short(end: Mention) -> Mention:
        return _short_in_scope(end, known.get(fold(end.name), topic))

    return [*_settled(tabular, common), *_settled(prose, short)]


def in_scope(end: Mention, scope: str) -> Mention:
    """Return whom a table names, in a scope if the name only says what sort of thing it is."""
    names = (end.name, *end.aliases)
    common = end.kind in _COMMON and all(map(is_general, names))
    common = common or (end.kind is Kind.PROJECT and all(map(is_local, names)))
    return end if end.scope or not common else replace(end, scope=scope)


def _short_in_scope(end: Mention, scope: str) -> Mention:
    """Return an end in a scope if all its names are in short, and may mean another elsewhere."""
    unclear = end.kind in _COMMON and all(map(is_unclear, (end.name, *end.aliases)))
    return end if end.scope or not unclear else replace(end, scope=scope)


def _topic(named: Iterable[Mention], document: Document) -> str:
    """Return what a document is about: what its names depend on if they agree, else its project."""
    title = f" {fold(document.title)} "
    scopes, projects = dict[str, str](), dict[str, str]()
    for end in named:
        if end.scope:
            scopes.setdefault(fold(end.scope), end.scope)
        elif end.kind is Kind.PROJECT and f" {fold(end.name)} " in title:
            projects.setdefault(fold(end.name), end.name)
    found = scopes or projects
    return next(iter(found.values())) if len(found) == 1 else document.id


def _settled(
    statements: Iterable[Statement], settle: Callable[[Mention], Mention]
) -> list[Statement]:
    return [
        replace(said, source=settle(said.source), target=settle(said.target)) for said in statements
    ]
