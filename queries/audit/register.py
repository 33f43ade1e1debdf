"""The register: what the rules look at, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ...graph import Document, Stakeholder, Vocabulary, fold
from ...graph.stores import Store
from .. import phases
from ..asked import Asked
from ..cypher_files import run
from ..dates import holds
from ..evidence import Evidence, read, reading_order
from ..ladder import Climb, climb
from ..survey import Survey

_BATCH = 20_000
_SHOWN = 3

ByEnd = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True)
class Register:
    """All that the rules need of a graph at a date.

    Attributes
    ----------
    store : Store
        Where it is read from.
    vocabulary : Vocabulary
        Which relations make somebody accountable, responsible or a part.
    at : str
        The date.
    stakeholders : mapping
        All of them, by id.
    documents : mapping
        All of them, by id.
    statements : tuple of Evidence
        Those of the relations that the rules follow, whenever they hold.
    """

    store: Store
    vocabulary: Vocabulary
    at: str
    stakeholders: Mapping[str, Stakeholder]
    documents: Mapping[str, Document]
    statements: tuple[Evidence, ...]

    @classmethod
    def of(cls, store: Store, vocabulary: Vocabulary, at: str) -> Self:
        """Read a store: each relation that the rules follow by one query."""
        said: list[Evidence] = []
        for relation in _followed(vocabulary):
            said += read(store, "relations", every=False, relations=[relation])
        return cls(
            store,
            vocabulary,
            at,
            {stakeholder.id: stakeholder for stakeholder in store.stakeholders()},
            {document.id: document for document in store.documents()},
            tuple(said),
        )

    def holds(self, statement: Evidence) -> bool:
        """Tell whether a statement holds at the date."""
        limited = statement.since or statement.until
        return not limited or holds(statement.since, statement.until, self.at)

    @cached_property
    def held(self) -> tuple[Evidence, ...]:
        """The statements that hold at the date and have two ends."""
        return tuple(s for s in self.statements if self.holds(s) and s.source_id != s.target_id)

    @cached_property
    def towards(self) -> ByEnd:
        """What holds at the date, by target."""
        return grouped(self.held, "target_id")

    @cached_property
    def onwards(self) -> ByEnd:
        """What holds at the date, by source."""
        return grouped(self.held, "source_id")

    @cached_property
    def named(self) -> Mapping[str, Stakeholder]:
        """The stakeholders by each name that only one bears, folded."""
        bearing: defaultdict[str, list[Stakeholder]] = defaultdict(list)
        for stakeholder in self.stakeholders.values():
            for name in {fold(name) for name in (stakeholder.name, *stakeholder.aliases)}:
                bearing[name].append(stakeholder)
        return {name: found[0] for name, found in bearing.items() if len(found) == 1}

    @cached_property
    def subjects(self) -> list[Stakeholder]:
        """The projects and bodies that something is stated about."""
        rows = run(self.store, "audit_subjects", {"kinds": ["project", "body"]})
        return [self.stakeholders[row["id"]] for row in rows]

    @cached_property
    def heads(self) -> frozenset[str]:
        """The relations of those who preside over a body."""
        ladder = self.vocabulary.accountability
        return frozenset(name for step in ladder if step.via for name in step.relations)

    @cached_property
    def upwards(self) -> frozenset[str]:
        """The relations from a stakeholder to what stands above it."""
        ladder = self.vocabulary.accountability
        up = {name for step in ladder if step.up for name in step.relations}
        return frozenset({self.vocabulary.containment, *up})

    @cached_property
    def survey(self) -> Survey:
        """What the ladder climbs on, without a query."""
        return _Known(self.store, self.vocabulary, self)

    def climb(self, subject: Stakeholder, phase: str = "") -> Climb:
        """Return where the ladder leads from a stakeholder, at the date."""
        return climb(self.survey, subject, Asked(self.vocabulary, phase, self.at))

    @cached_property
    def duties(self) -> frozenset[str]:
        """The relations by which one answers for a thing itself."""
        ladder = self.vocabulary.accountability
        direct = (step for step in ladder if not (step.via or step.up))
        return frozenset(name for step in direct for name in step.relations)

    def answered(self, subject: Stakeholder) -> bool:
        """Tell whether the ladder leads from a stakeholder to anybody, in any phase."""
        said = self.towards.get(subject.id, ())
        return any(s.relation in self.duties for s in said) or bool(self.climb(subject).chains)

    def lettered(self, letter: str) -> frozenset[str]:
        """Return the relations that have a letter of RACI."""
        known = self.vocabulary.relations.values()
        return frozenset(relation.name for relation in known if relation.raci == letter)

    def answers(self, asked: str, stated: str) -> bool:
        """Tell whether what is limited to a phase holds in the phase asked for."""
        return asked == stated or phases.answers(asked, stated, self.vocabulary)

    def around(self, ids: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
        """Return a few statements about each of some stakeholders: those towards it first."""
        found: dict[str, tuple[Evidence, ...]] = {}
        wanted, every = sorted(ids), list(self.vocabulary.relations)
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            read_now = read(self.store, "around", ids=batch, relations=every, towards=every)
            said = sorted(read_now, key=reading_order)
            to, of = grouped(said, "target_id"), grouped(said, "source_id")
            for id_ in batch:
                said = [*to.get(id_, ()), *of.get(id_, ())]
                sentences = {(s.document, s.quote, s.locator): s for s in reversed(said)}
                found[id_] = tuple(reversed(sentences.values()))[:_SHOWN]
        return found


class _Known(Survey):
    """A survey of a register: what it asks for is there already."""

    __slots__ = ("_register",)

    def __init__(self, store: Store, vocabulary: Vocabulary, register: Register) -> None:
        super().__init__(store, vocabulary)
        self._register = register

    def _ask(self, query: str, ids: list[str], names: list[str]) -> list[Evidence]:
        known = self._register.towards if query == "holders" else self._register.onwards
        return [said for id_ in ids for said in known.get(id_, ()) if said.relation in names]


def _followed(vocabulary: Vocabulary) -> list[str]:
    """Return the relations that the rules follow: of the ladder, of RACI's R and A, upwards."""
    ladder = {n for step in vocabulary.accountability for n in (*step.relations, step.via) if n}
    upwards = {vocabulary.containment, "REPORTS_TO", "OVERSEES", "CHAIRS", "CO_CHAIRS"}
    return [
        relation.name
        for relation in vocabulary.relations.values()
        if relation.raci in ("R", "A") or relation.name in ladder | upwards
    ]


def grouped(statements: Iterable[Evidence], end: str) -> dict[str, list[Evidence]]:
    """Return statements by the value of an attribute."""
    groups: defaultdict[str, list[Evidence]] = defaultdict(list)
    for statement in statements:
        groups[getattr(statement, end)].append(statement)
    return dict(groups)
