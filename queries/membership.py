"""Membership: who presides over a body and who sits on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph import Stakeholder, Vocabulary, load_vocabulary
from ..graph.stores import Store
from .evidence import read, reading_order, table
from .lookup import resolve

if TYPE_CHECKING:
    import pandas as pd

_ROLES = ("CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN")


def members(
    store: Store, body: str | Stakeholder, *, vocabulary: Vocabulary | None = None
) -> pd.DataFrame:
    """Return who chairs, co-chairs and sits on a body, in that order, then by name.

    Parameters
    ----------
    store : Store
        The graph.
    body : str or Stakeholder
        A body, project or organisation; see `find` for the forms a name may take.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Returns
    -------
    DataFrame
        One row a statement, with the columns `COLUMNS`; empty if no member is stated.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears the name, or several do.
    """
    found = resolve(store, body, vocabulary or load_vocabulary())
    rows = read(store, "holders", id=found.id, relations=list(_ROLES))
    return table(sorted(rows, key=lambda r: (_ROLES.index(r.relation), reading_order(r))))
