"""Scopes: what the names in a table depend on, where they only say what sort of thing they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..graph import Kind, Mention, Statement, fold
from .resolution import is_general

_COMMON = (Kind.BODY, Kind.ORGANIZATION)


def scoped(
    tabular: Iterable[Statement], prose: Sequence[Statement], document: str
) -> list[Statement]:
    """Return the statements of tables with bodies such as "steering committee" in their scope.

    That is what the prose of the document takes it for, else the document.
    """
    ends = [end for said in prose for end in (said.source, said.target) if end.scope]
    known = {fold(name): end.scope for end in reversed(ends) for name in (end.name, *end.aliases)}

    def settle(end: Mention) -> Mention:
        return in_scope(end, known.get(fold(end.name), document))

    return [
        replace(said, source=settle(said.source), target=settle(said.target)) for said in tabular
    ]


def in_scope(end: Mention, scope: str) -> Mention:
    """Return whom a table names, in a scope if the name only says what sort of thing it is."""
    common = end.kind in _COMMON and all(map(is_general, (end.name, *end.aliases)))
    return end if end.scope or not common else replace(end, scope=scope)
