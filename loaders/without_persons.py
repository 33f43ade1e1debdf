"""Roles only: a graph without its persons, for those who may see posts and bodies alone."""

from __future__ import annotations

from ..graph import Kind, Store, Vocabulary, open_store
from .decisions import Erased, erasure_of
from .forgetting import hidden_in


def roles_only(store: Store, vocabulary: Vocabulary | None = None) -> Store:
    """Return a copy of a store in memory, without persons, what is stated of them and their names.

    In texts and quotes, blocks of the same length take the place of the names, a surname alone
    among them. The store itself is left as it is.

    Parameters
    ----------
    store : Store
        The graph.
    vocabulary : Vocabulary, optional
        Its relations; the built-in ones by default.
    """
    persons = {each.id: each for each in store.stakeholders() if each.kind is Kind.PERSON}
    names = [n for each in persons.values() for n in (each.name, *each.aliases)]
    proper = [name for name in names if name[:1].isupper()]
    erased = Erased([erasure_of(proper)] if proper else [])
    copy = open_store(":memory:", vocabulary=vocabulary)
    for document in store.documents():
        told = store.told(document.id)
        if told is not None:
            left = hidden_in(told, erased, persons)
            copy.write(left.document, left.mentions, left.statements)
    return copy
