"""Listing: everything stated about a stakeholder, and statements by relation and ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..graph import Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .evidence import COLUMNS, frame, ordered, read, relation_names, table
from .lookup import resolve

if TYPE_CHECKING:
    import pandas as pd


def show(
    store: Store, name: str | Stakeholder, *, vocabulary: Vocabulary | None = None
) -> pd.DataFrame:
    """Return everything stated about a stakeholder: first what it does, then what is done to it.

    Parameters
    ----------
    store : Store
        The graph.
    name : str or Stakeholder
        See `find` for the forms a name may take.
    vocabulary : Vocabulary, optional
        Gives the order of the relations; the built-in one by default.

    Returns
    -------
    DataFrame
        One row a statement: ``direction`` (``out`` where the stakeholder is the source, else
        ``in``), then `COLUMNS`.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears the name, or several do.
    """
    vocabulary = vocabulary or load_vocabulary()
    subject = resolve(store, name, vocabulary)
    rows = [
        ("out" if row.source_id == subject.id else "in", row)
        for row in ordered(read(store, "about", id=subject.id), vocabulary)
    ]
    rows.sort(key=lambda pair: pair[0] == "in")
    return frame(
        [{"direction": way, **row.as_dict()} for way, row in rows], ("direction", *COLUMNS)
    )


def relations(
    store: Store,
    types: str | Iterable[str] | None = None,
    *,
    source: str | Stakeholder | None = None,
    target: str | Stakeholder | None = None,
    document: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return statements: of some relations, from or to some stakeholder, in some document.

    Parameters
    ----------
    store : Store
        The graph.
    types : str or iterable of str, optional
        Relations in any case, as "pilots" or "co-chairs"; all by default.
    source, target : str or Stakeholder, optional
        One end, or both; see `find` for the forms a name may take.
    document : str, optional
        Id of a document.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Returns
    -------
    DataFrame
        One row a statement, with the columns `COLUMNS`, in the order of the vocabulary and then
        of names.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears a name, or several do.
    VocabularyError
        If a relation is unknown.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = relation_names(types, vocabulary)
    a = resolve(store, source, vocabulary).id if source else ""
    b = resolve(store, target, vocabulary).id if target else ""
    if a or b:
        rows = read(store, "about", id=a or b)
    else:
        rows = read(store, "relations", every=not asked, relations=asked or [""])
    kept = (
        row
        for row in rows
        if (not asked or row.relation in asked)
        and a in ("", row.source_id)
        and b in ("", row.target_id)
        and document in (None, row.document)
    )
    return table(ordered(kept, vocabulary))
