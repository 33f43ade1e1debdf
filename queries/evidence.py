"""Evidence: a statement as answers show it, one by one or as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Self

from ..graph import Vocabulary, fold
from ..graph.stores import Row, Store
from .cypher_files import run

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement with the names its ends have in the graph. Unknown text is empty.

    Attributes
    ----------
    source, relation, target : str
        Who does what to whom.
    phase, since, until, frequency, condition : str
        The limits the document states, in its own words; dates are ISO 8601.
    jointly_with : tuple of str
        Those who share it, as the document names them.
    quote : str
        The words that state it, verbatim.
    document, locator : str
        Id of the document, and the place in it for a person.
    confidence : float
        From 0 to 1.
    asserted_by, review : str
        Who or what read it, and what a person decided.
    source_kind, target_kind, source_id, target_id : str
        Kinds and identifiers of the two ends.
    start, end : int
        Offsets of the quote in code points, or -1.
    id : str
        Identifier of the statement.
    """

    source: str
    relation: str
    target: str
    phase: str
    since: str
    until: str
    frequency: str
    condition: str
    jointly_with: tuple[str, ...]
    quote: str
    document: str
    locator: str
    confidence: float
    asserted_by: str
    review: str
    source_kind: str
    target_kind: str
    source_id: str
    target_id: str
    start: int
    end: int
    id: str

    @classmethod
    def of(cls, row: Row) -> Self:
        """Return the evidence of a row of a query."""
        values = list(_FROM_ROW(row))
        values[_JOINTLY] = tuple(values[_JOINTLY])
        return cls(*values)

    def end_of(self, *, target: bool) -> tuple[str, str, str]:
        """Return the name, the kind and the identifier of one of its ends."""
        if target:
            return self.target, self.target_kind, self.target_id
        return self.source, self.source_kind, self.source_id

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, in the order of `COLUMNS`."""
        facts = {name: getattr(self, name) for name in COLUMNS}
        return {**facts, "jointly_with": list(self.jointly_with)}


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Evidence))
"""The columns of every table of statements, in order: the attributes of `Evidence`."""

# ``end`` is a word of Cypher, so the stores keep the offsets under longer names.
_KEPT_AS = {"start": "start_offset", "end": "end_offset"}
_FROM_ROW = itemgetter(*(_KEPT_AS.get(name, name) for name in COLUMNS))
_JOINTLY = COLUMNS.index("jointly_with")
_TYPES = {"confidence": "float64", "start": "int64", "end": "int64", "step": "int64"}


def read(store: Store, query: str, /, **parameters: object) -> list[Evidence]:
    """Return what a Cypher helper finds, each statement once, in the order found.

    A row of nulls, for a stakeholder of which nothing is stated, is none.
    """
    rows = run(store, query, parameters)
    said = {row["id"]: row for row in rows if row["id"] is not None}
    return list(map(Evidence.of, said.values()))


def frame(rows: Iterable[Any], columns: Sequence[str] = COLUMNS) -> pd.DataFrame:
    """Return rows, dicts or tuples, as a DataFrame of these columns, also when there are none."""
    import pandas as pd

    table = pd.DataFrame(list(rows), columns=list(columns))
    return table.astype({name: kind for name, kind in _TYPES.items() if name in table.columns})


def table(statements: Iterable[Evidence]) -> pd.DataFrame:
    """Return statements as a DataFrame with the columns `COLUMNS`."""
    values = attrgetter(*COLUMNS)
    rows = map(values, statements)
    return frame((*v[:_JOINTLY], list(v[_JOINTLY]), *v[_JOINTLY + 1 :]) for v in rows)


def rank(relation: str, vocabulary: Vocabulary) -> int:
    """Return the place of a relation in the vocabulary, those it lacks last."""
    known = list(vocabulary.relations)
    return known.index(relation) if relation in known else len(known)


def relation_names(types: str | Iterable[str] | None, vocabulary: Vocabulary) -> list[str]:
    """Return the names of relations written in any case; an empty list for all of them.

    Raises
    ------
    VocabularyError
        If one is unknown.
    """
    listed = [types] if isinstance(types, str) else types or ()
    return [vocabulary.relation(name).name for name in listed]


def ordered(statements: Iterable[Evidence], vocabulary: Vocabulary) -> list[Evidence]:
    """Return statements in the order of the vocabulary, then of names and places."""
    return sorted(statements, key=lambda s: (rank(s.relation, vocabulary), reading_order(s)))


def reading_order(statement: Evidence) -> tuple[Any, ...]:
    """Return the key that sorts statements of one relation: by who, for what, then by place."""
    return (
        fold(statement.source),
        statement.source_id,
        fold(statement.target),
        statement.target_id,
        statement.phase,
        statement.since,
        -statement.confidence,
        statement.document,
        statement.start,
        statement.locator,
        statement.id,
    )
