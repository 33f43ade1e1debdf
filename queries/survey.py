"""What a store states around stakeholders.

A question to a database takes longer than its answer, so what is known to be needed of several
stakeholders is read at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..graph import Kind, Stakeholder, Vocabulary, fold
from ..graph.stores import Store
from .cypher_files import run
from .evidence import Evidence, read

_BATCH = 1_000


@dataclass(slots=True)
class Survey:
    """What a store states around stakeholders, each asked for once."""

    store: Store
    vocabulary: Vocabulary
    _read: dict[tuple[str, ...], list[Evidence]] = field(default_factory=dict)

    def duties(self, id_: str) -> list[Evidence]:
        """Return who has a duty for a stakeholder, and which bodies govern it."""
        return self._once("holders", id_, _duties(self.vocabulary))

    def heads(self, body: str) -> list[Evidence]:
        """Return who presides over a body, by the steps of the ladder that go through one."""
        return self._once("holders", body, _heads(self.vocabulary))

    def above(self, id_: str) -> list[Evidence]:
        """Return what stands above a stakeholder: what it is part of, whom it reports to."""
        return self._once("wholes", id_, _upwards(self.vocabulary))

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
            "up": _upwards(self.vocabulary),
        }
        rows = run(self.store, "duties", parameters)
        things = {Stakeholder(r["id"], r["name"], Kind(r["kind"])) for r in rows if r["id"] != id_}
        return sorted(things, key=lambda thing: (fold(thing.name), thing.id))

    def read_ladder(self, ids: Iterable[str]) -> None:
        """Read at once what tells who answers for several stakeholders, but for their wholes."""
        wanted = list(ids)
        self.read_duties(wanted)
        self.read_heads(wanted)
        through = _bodies(self.vocabulary)
        duties = (said for id_ in wanted for said in self.duties(id_))
        self.read_heads({said.source_id for said in duties if said.relation in through})
        self._read_all("wholes", wanted, _upwards(self.vocabulary))

    def read_duties(self, ids: Iterable[str]) -> None:
        """Read at once what `duties` tells of several stakeholders."""
        self._read_all("holders", ids, _duties(self.vocabulary))

    def read_heads(self, bodies: Iterable[str]) -> None:
        """Read at once what `heads` tells of several bodies."""
        self._read_all("holders", bodies, _heads(self.vocabulary))

    def read_upwards(self, ids: Iterable[str]) -> None:
        """Read whom several stakeholders report to, up to those who report to nobody."""
        level, seen = set(ids), set[str]()
        while level:
            self._read_all("wholes", level, _upwards(self.vocabulary))
            seen |= level
            level = {s.target_id for id_ in level for s in self.superiors(id_)} - seen

    def read_holders(self, roles: Iterable[str]) -> None:
        """Read at once what `holders` tells of several posts."""
        self._read_all("holders", roles, [self.vocabulary.containment])

    def _once(self, query: str, id_: str, names: list[str]) -> list[Evidence]:
        self._read_all(query, [id_], names)
        return self._read[query, id_, *names]

    def _read_all(self, query: str, ids: Iterable[str], names: list[str]) -> None:
        """Ask for what has not been read yet, all in one query."""
        keys = {id_: (query, id_, *names) for id_ in ids}
        missing = sorted(id_ for id_, key in keys.items() if key not in self._read)
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            self._read.update((keys[id_], []) for id_ in batch)
            for statement in self._ask(query, batch, names) if names else ():
                ends = statement.source_id, statement.target_id
                if ends[0] != ends[1]:
                    self._read[keys[ends[query == "holders"]]].append(statement)

    def _ask(self, query: str, ids: list[str], names: list[str]) -> list[Evidence]:
        if len(ids) == 1:  # as most are, and sooner told
            return read(self.store, query, id=ids[0], relations=names)
        return read(self.store, f"{query}_of_each", ids=ids, relations=names)


def _direct(vocabulary: Vocabulary) -> list[str]:
    steps = (step for step in vocabulary.accountability if not (step.via or step.up))
    return [name for step in steps for name in step.relations]


def _bodies(vocabulary: Vocabulary) -> list[str]:
    return [step.via for step in vocabulary.accountability if step.via]


def _heads(vocabulary: Vocabulary) -> list[str]:
    return [name for step in vocabulary.accountability if step.via for name in step.relations]


def _duties(vocabulary: Vocabulary) -> list[str]:
    return [*_direct(vocabulary), *_bodies(vocabulary)]


def _upwards(vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.containment, *_up(vocabulary)]


def _up(vocabulary: Vocabulary) -> list[str]:
    return [name for step in vocabulary.accountability if step.up for name in step.relations]


def _is_tenure(statement: Evidence) -> bool:
    return statement.source_kind == Kind.PERSON and statement.target_kind == Kind.ROLE
