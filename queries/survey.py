"""What a store states around stakeholders."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..graph import Kind, Stakeholder, Vocabulary, fold
from ..graph.stores import Store
from .cypher_files import cypher
from .evidence import Evidence, read


@dataclass(slots=True)
class Survey:
    """What a store states around stakeholders, each asked for once."""

    store: Store
    vocabulary: Vocabulary
    _read: dict[tuple[str, ...], list[Evidence]] = field(default_factory=dict)

    def duties(self, id_: str) -> list[Evidence]:
        """Return who has a duty for a stakeholder, and which bodies govern it."""
        return self._once("holders", id_, [*_direct(self.vocabulary), *_bodies(self.vocabulary)])

    def heads(self, body: str) -> list[Evidence]:
        """Return who presides over a body, by the steps of the ladder that go through one."""
        return self._once("holders", body, _heads(self.vocabulary))

    def above(self, id_: str) -> list[Evidence]:
        """Return what stands above a stakeholder: what it is part of, whom it reports to."""
        return self._once("wholes", id_, [self.vocabulary.containment, *_up(self.vocabulary)])

    def wholes(self, id_: str) -> list[Evidence]:
        """Return what a stakeholder is part of."""
        return [s for s in self.above(id_) if s.relation == self.vocabulary.containment]

    def superiors(self, id_: str) -> list[Evidence]:
        """Return whom a stakeholder reports to."""
        return [s for s in self.above(id_) if s.relation in _up(self.vocabulary)]

    def posts(self, person: str) -> list[Evidence]:
        """Return the posts a person holds or held."""
        return list(filter(_is_tenure, self.wholes(person)))

    def holders(self, role: str) -> list[Evidence]:
        """Return the persons who hold or held a post."""
        return list(filter(_is_tenure, self._once("holders", role, [self.vocabulary.containment])))

    def things(self, id_: str) -> list[Stakeholder]:
        """Return what a stakeholder may answer for by a statement about the thing, by name."""
        # Ladybug cannot type an empty list.
        parameters = {
            "id": id_,
            "duties": _direct(self.vocabulary) or [""],
            "heads": _heads(self.vocabulary) or [""],
            "bodies": _bodies(self.vocabulary) or [""],
            "up": [self.vocabulary.containment, *_up(self.vocabulary)],
        }
        rows = self.store.run(cypher("duties"), parameters)
        things = {Stakeholder(r["id"], r["name"], Kind(r["kind"])) for r in rows if r["id"] != id_}
        return sorted(things, key=lambda thing: (fold(thing.name), thing.id))

    def _once(self, query: str, id_: str, names: list[str]) -> list[Evidence]:
        key = (query, id_, *names)
        if key not in self._read:
            found = read(self.store, query, id=id_, relations=names) if names else []
            self._read[key] = [s for s in found if s.source_id != s.target_id]
        return self._read[key]


def _direct(vocabulary: Vocabulary) -> list[str]:
    steps = (step for step in vocabulary.accountability if not (step.via or step.up))
    return [name for step in steps for name in step.relations]


def _bodies(vocabulary: Vocabulary) -> list[str]:
    return [step.via for step in vocabulary.accountability if step.via]


def _heads(vocabulary: Vocabulary) -> list[str]:
    return [name for step in vocabulary.accountability if step.via for name in step.relations]


def _up(vocabulary: Vocabulary) -> list[str]:
    return [name for step in vocabulary.accountability if step.up for name in step.relations]


def _is_tenure(statement: Evidence) -> bool:
    return statement.source_kind == Kind.PERSON and statement.target_kind == Kind.ROLE
