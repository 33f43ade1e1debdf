"""The tools: each a question of `stakeholder_graph.queries`, described for an assistant.

What a tool returns is the plain values of the answer; empty ones are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from .. import queries
from ..graph import Vocabulary
from ..graph.stores import Store

if TYPE_CHECKING:
    import pandas as pd

Values = dict[str, Any]

_MOST = 100
_ASIDE = frozenset({"id", "source_id", "target_id", "start", "end", "asserted_by"})

Name = Annotated[
    str,
    Field(
        description="A name, acronym or other name, in any case; as `id:…` an identifier. Where a "
        "name is shared, add what it belongs to: 'steering committee (InSERRE)'."
    ),
]
Phase = Annotated[
    str | None,
    Field(description="A phase of a project, in any words: 'pendant les travaux', 'operation'."),
]
Day = Annotated[str, Field(description="A date: YYYY, YYYY-MM or YYYY-MM-DD.")]
When = Day | None
Types = Annotated[
    list[str] | None,
    Field(description="Only these relations, such as PILOTS or CO_CHAIRS; all by default."),
]
Most = Annotated[int, Field(description="At most so many statements.", ge=1, le=1000)]


@dataclass(frozen=True)
class Tools:
    """The tools of a store. The docstring of each is what an assistant is told of it."""

    store: Store
    vocabulary: Vocabulary

    def all(self) -> list[Callable[..., Values]]:
        """Return every tool."""
        return [
            self.ask,
            self.who_is_accountable,
            self.accountable_for,
            self.in_charge,
            self.members,
            self.show,
            self.relations,
            self.path,
            self.raci,
            self.what_if,
            self.compare_dates,
            self.audit,
            self.find,
            self.documents,
        ]

    def ask(self, question: str) -> Values:
        """Answer a question in words, in French or English, such as "Who chairs the board?".

        `understood` says how it was read: check it against what the person meant. With outcome
        `not understood` nothing was answered; `reason`, `unplaced` and `candidates` say why. Then
        use one of the other tools, or ask the person.
        """
        from ..queries.questions import ask

        return _compact(ask(self.store, question, vocabulary=self.vocabulary).as_dict())

    def who_is_accountable(self, name: Name, phase: Phase = None, at: When = None) -> Values:
        """Tell who answers for a project, body, organisation, role or task.

        Each of `answers` has the party, its `outcome`, and the `chain` of statements that leads to
        it, each with its quote. `besides` holds outside the limits of the answers; `elsewhere`
        would answer for another phase or date; `notes` say where a chain breaks off.
        """
        return self._answer(queries.who_is_accountable, name, phase, at)

    def accountable_for(self, name: Name, phase: Phase = None, at: When = None) -> Values:
        """Tell what a stakeholder answers for: the inverse of `who_is_accountable`.

        What is stated comes first; `besides` has what is contested or derived.
        """
        return self._answer(queries.accountable_for, name, phase, at)

    def in_charge(self, name: Name) -> Values:
        """List who does what for a project, body or organisation, line by line.

        Who answers for it, sponsors, commissions, pilots and governs it, who chairs the bodies
        that govern it, who oversees, advises, funds, hosts it and takes part, whom it reports to.
        """
        return _statements(queries.in_charge(self.store, name, vocabulary=self.vocabulary))

    def members(self, body: Name) -> Values:
        """List who chairs, co-chairs and sits on a body."""
        return _statements(queries.members(self.store, body, vocabulary=self.vocabulary))

    def show(self, name: Name, most: Most = _MOST) -> Values:
        """List everything stated about a stakeholder: first what it does, then what is done to it.

        `direction` is `out` where the stakeholder is the source of a statement, else `in`.
        """
        return _statements(queries.show(self.store, name, vocabulary=self.vocabulary), most)

    def relations(
        self,
        types: Types = None,
        source: Name | None = None,
        target: Name | None = None,
        document: Annotated[str | None, Field(description="Only in this document.")] = None,
        most: Most = _MOST,
    ) -> Values:
        """List statements: of some relations, from or to a stakeholder, in a document."""
        table = queries.relations(
            self.store,
            types,
            source=source,
            target=target,
            document=document,
            vocabulary=self.vocabulary,
        )
        return _statements(table, most)

    def path(self, a: Name, b: Name, types: Types = None) -> Values:
        """Show the shortest chain of statements between two stakeholders, step by step.

        Statements are followed in both directions; `direction` says which way each one runs.
        """
        return _statements(queries.path(self.store, a, b, types, vocabulary=self.vocabulary))

    def raci(self, names: list[Name], phase: Phase = None, at: When = None) -> Values:
        """Tell who is responsible, accountable, consulted and informed for some projects or bodies.

        Letters that a sentence states and letters that follow by a rule are told apart.
        """
        matrix = queries.raci_matrix(
            self.store, names, phase=phase, at=at, vocabulary=self.vocabulary
        )
        return _compact(matrix.as_dict())

    def what_if(self, without: list[Name], phase: Phase = None, at: When = None) -> Values:
        """Tell what is lost if stakeholders leave: duties, chairs and chains, each with quotes.

        Nothing is changed: it is a question.
        """
        lost = queries.what_if(self.store, without, phase, at, vocabulary=self.vocabulary)
        return _compact(lost.as_dict())

    def compare_dates(self, before: Day, after: Day) -> Values:
        """Tell who gained or lost which role between two dates, with the quotes of both sides.

        Only what documents date can change: a statement without dates holds at any.
        """
        changes = queries.compare_dates(self.store, before, after, vocabulary=self.vocabulary)
        return _compact(changes.as_dict())

    def audit(self, at: When = None) -> Values:
        """List what is amiss in the governance that the documents state.

        Such as: nobody or several accountable, a body without chair, an expired post, documents
        that contradict each other. Each problem has its rule, the quotes, and a remedy.
        """
        from ..queries.audit import audit

        return _compact(audit(self.store, at, vocabulary=self.vocabulary).as_dict())

    def find(self, name: Name) -> Values:
        """Tell which stakeholder a name stands for: its kind, its other names, its identifier.

        An error names those that are nearest.
        """
        found = queries.find(self.store, name, vocabulary=self.vocabulary)
        return {
            "id": found.id,
            "name": found.name,
            "kind": found.kind.value,
            "aliases": list(found.aliases),
            "identifiers": list(found.identifiers),
        }

    def documents(self) -> Values:
        """List the documents that answers come from. What they do not say is not stated."""
        listed = self.store.documents()
        return {
            "documents": [
                {"id": d.id, "title": d.title, "language": d.language, "loaded": d.loaded}
                for d in listed
            ]
        }

    def _answer(
        self, helper: Callable[..., queries.Answer], name: str, phase: str | None, at: str | None
    ) -> Values:
        return _compact(helper(self.store, name, phase, at, vocabulary=self.vocabulary).as_dict())


def _statements(table: pd.DataFrame, most: int = _MOST) -> Values:
    """Return the first statements of a table, and how many are left out."""
    rows = [_compact(row) for row in table.head(most).to_dict("records")]
    outcome = "stated" if rows else "not stated"
    return {"outcome": outcome, "statements": rows, "left_out": len(table) - len(rows)}


def _compact(values: Mapping[Any, Any]) -> Values:
    """Return plain values without what is empty, and without what only programs need."""
    kept = ((str(key), _plain(each)) for key, each in values.items() if key not in _ASIDE)
    return {key: each for key, each in kept if each not in ("", None, [], {})}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _compact(value)
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
