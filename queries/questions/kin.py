"""Kin: other stakeholders of the graph that a document means by much the same thing.

A page that speaks of "the project" after its title gives the graph two: the one of the title, and
"project (Title)". What is stated of the second answers for the first, and the reply says so.
"""

from __future__ import annotations

import re

from ...graph import Kind, Stakeholder, Store, fold
from ..cypher_files import cypher
from .names import among

_SCOPE = re.compile(r" \(([^()]+)\)\Z")
_MOST = 40
# Nouns that say only that something is made, or is a project.
_MAKING = frozenset(
    "amenagement chantier construction creation deploiement developpement operation programme"
    " projet realisation rehabilitation renovation restructuration travaux"
    " building delivery development project program refurbishment scheme works".split()
)


def kin(store: Store, named: Stakeholder) -> list[Stakeholder]:
    """Return those that stand for the making of a stakeholder, or for the same body, by id."""
    own = fold(_SCOPE.sub("", named.name))
    keys = [row["key"] for row in store.run(cypher("keys"))]
    near = [key for key in keys if f" {own} " in f" {key} "]
    if not 0 < len(near) <= _MOST:
        return []
    found = {s.id: s for group in among(store, near).values() for s in group if s.id != named.id}
    return [found[id_] for id_ in sorted(found) if _is_kin(found[id_], named)]


def _is_kin(other: Stakeholder, named: Stakeholder) -> bool:
    bare, scope = _split(other.name)
    own, own_scope = _split(named.name)
    if scope == own and other.kind is Kind.PROJECT:
        return bare in _MAKING
    if other.kind is Kind.BODY is named.kind and scope and scope == own_scope:
        return bare.startswith(f"{own} ")
    rest = set(bare.split()) - set(own.split())
    return own in bare and len(rest) == 1 and rest <= _MAKING


def _split(name: str) -> tuple[str, str]:
    """Return a name without its scope, and the scope, both folded.

    >>> _split("comité de pilotage (Nouvel Élan)")
    ('comite pilotage', 'nouvel elan')
    """
    scope = _SCOPE.search(name)
    return fold(_SCOPE.sub("", name)), fold(scope[1]) if scope else ""
