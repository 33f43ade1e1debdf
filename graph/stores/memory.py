"""The store in plain Python: what the others must do, at its simplest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from ..contacts import discreet
from ..model import Document, Mention, Review, Stakeholder
from ..vocabulary import Vocabulary, load_vocabulary
from .accounts import Account, account
from .bulk import Bulk, rows
from .closing import Closing
from .frames import EDGES, NODES, shape
from .identity import describe
from .protocol import Row, Store, StoredStatement, Tell, Told
from .rows import stakeholder_row
from .telling import tell as tell_all
from .telling import undecided

if TYPE_CHECKING:
    import pandas as pd


class MemoryStore(Closing):
    """A store that is gone with the process, for tests and small graphs.

    Queries run on a copy in Ladybug, made when the first one is asked.

    Parameters
    ----------
    vocabulary : Vocabulary, optional
        The relations there may be; the built-in ones by default.
    """

    address = "memory"

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self._vocabulary = vocabulary or load_vocabulary()
        self._documents: dict[str, Document] = {}
        self._statements: dict[str, list[StoredStatement]] = {}
        self._accounts: dict[str, Account] = {}
        self._copy: Store | None = None

    @property
    def relations(self) -> frozenset[str]:
        """The relations that may be in it: a query can name these as types."""
        return frozenset(self._vocabulary.relations)

    def documents(self) -> list[Document]:
        """Return what is loaded, by id, without the texts."""
        return [replace(self._documents[id_], text="") for id_ in sorted(self._documents)]

    def text(self, document: str) -> str:
        """Return the stored text of a document, empty if it is not there."""
        return self._documents[document].text if document in self._documents else ""

    def told(self, document: str) -> Told | None:
        """Return all that a document states, as it was written; None if it is not there."""
        if document not in self._documents:
            return None
        account = self._accounts[document]
        said = [
            {**row, "relation": relation}
            for relation, found in account.statements.items()
            for row in found
        ]
        return tell_all(asdict(self._documents[document]), account.mentions, said)

    def stakeholders(self, *, decided: bool = True) -> list[Stakeholder]:
        """Return every stakeholder, by id; or as resolution alone makes them, undecided."""
        counts: dict[str, Counter[Mention]] = {}
        for told in self._accounts.values():
            for id_, found in told.named.items():
                counts.setdefault(id_, Counter()).update(found)
        if decided:
            return [describe(id_, counts[id_]) for id_ in sorted(counts)]
        return undecided((), [(id_, m, n) for id_ in counts for m, n in counts[id_].items()])

    def write(
        self,
        document: Document,
        mentions: Mapping[str, Sequence[Mention]],
        statements: Iterable[StoredStatement],
    ) -> None:
        """Put a document, its mentions (by stakeholder id) and statements."""
        document, mentions, said = discreet(document, mentions, statements)
        self._accounts[document.id] = account(self._vocabulary, document, mentions, said)
        self._statements[document.id] = said
        self._documents[document.id] = document
        self._drop_copy()

    def pour(self, bulk: Bulk, tell: Tell | None = None) -> None:
        """Put a large document."""
        named = account(self._vocabulary, bulk.document, bulk.mentions, bulk.statements)
        said = [
            {**row, "relation": columns.relation}
            for columns in bulk.columns
            for row in rows(columns, columns.take(0, columns.size))
        ]
        told = tell_all(asdict(bulk.document), named.mentions, said)
        self.write(told.document, told.mentions, [*told.statements, *bulk.statements])
        if tell:
            tell(len(said))

    def forget(self, document: str) -> bool:
        """Remove a document, its statements, and the stakeholders no other one mentions."""
        self._drop_copy()
        self._accounts.pop(document, None)
        self._statements.pop(document, None)
        return self._documents.pop(document, None) is not None

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a reading Cypher query with parameters and return its rows."""
        if self._copy is None:
            self._copy = self._to_ladybug()
        return self._copy.run(query, parameters)

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return all stakeholders and all statements as two DataFrames (see `Store.frames`)."""
        import pandas as pd

        edges = [
            {**row, "relation": relation}
            for told in self._accounts.values()
            for relation, rows in told.statements.items()
            for row in rows
            if row["review"] != Review.REJECTED
        ]
        nodes = [stakeholder_row(stakeholder) for stakeholder in self.stakeholders()]
        return shape(pd.DataFrame(nodes), NODES), shape(pd.DataFrame(edges), EDGES)

    def close(self) -> None:
        """Release the copy that queries ran on."""
        self._drop_copy()

    def _drop_copy(self) -> None:
        if self._copy is not None:
            self._copy.close()
        self._copy = None

    def _to_ladybug(self) -> Store:
        from .ladybug import LadybugStore

        copy = LadybugStore(vocabulary=self._vocabulary)
        for id_, document in self._documents.items():
            copy.write(document, self._accounts[id_].named, self._statements[id_])
        return copy
