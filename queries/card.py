"""The card: who is in charge of a project, body or organisation, line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..graph import Stakeholder, Vocabulary, fold, load_vocabulary
from ..graph.stores import Store
from .evidence import Evidence, rank, read, reading_order, table
from .lookup import resolve

if TYPE_CHECKING:
    import pandas as pd


def in_charge(
    store: Store, name: str | Stakeholder, *, vocabulary: Vocabulary | None = None
) -> pd.DataFrame:
    """Return the whole card of a stakeholder: who does what for it, each line with its quote.

    First come the relations of the accountability ladder in its order (accountable, sponsors,
    commissions, pilots, governs), each body that governs it followed by who chairs and co-chairs
    that body; then the other relations in the order of the vocabulary; last whom it reports to
    and what it is part of.

    Parameters
    ----------
    store : Store
        The graph.
    name : str or Stakeholder
        Whose card; see `find` for the forms a name may take.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Returns
    -------
    DataFrame
        One row a statement, with the columns `COLUMNS`; empty if nothing is stated.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears the name, or several do.
    """
    vocabulary = vocabulary or load_vocabulary()
    subject = resolve(store, name, vocabulary)
    above = ["REPORTS_TO", vocabulary.containment]
    through = [step for step in vocabulary.accountability if step.via]
    rows = read(
        store,
        "card",
        id=subject.id,
        within=above,
        above=above,
        bodies=[step.via for step in through] or [""],
        heads=[name for step in through for name in step.relations] or [""],
    )
    return table(sorted(rows, key=_line(subject, rows, vocabulary)))


def _line(
    subject: Stakeholder, rows: list[Evidence], vocabulary: Vocabulary
) -> Callable[[Evidence], tuple[Any, ...]]:
    """Return the key that sorts the lines of a card."""
    places = _places(vocabulary)
    through = {step.via for step in vocabulary.accountability if step.via}
    governs = {row.source_id: row.relation for row in rows if row.relation in through}

    def key(row: Evidence) -> tuple[Any, ...]:
        above = row.source_id == subject.id
        heads = not above and row.target_id != subject.id
        relation = governs.get(row.target_id, row.relation) if heads else row.relation
        # A body and its heads sort as one group, by the name of the body.
        body = (row.target, row.target_id) if heads else (row.source, row.source_id)
        group = (fold(body[0]), body[1]) if relation in through else ("", "")
        inside = rank(row.relation, vocabulary)
        return above, places[relation], group, heads, inside, reading_order(row)

    return key


def _places(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return the place of each relation on a card, those the vocabulary lacks last."""
    ladder = [
        name for step in vocabulary.accountability for name in (step.via, *step.relations) if name
    ]
    known = list(dict.fromkeys([*ladder, *vocabulary.relations]))
    return defaultdict(lambda: len(known), {name: place for place, name in enumerate(known)})
