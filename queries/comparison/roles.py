"""Comparing: the roles of two sides, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...graph import Vocabulary, fold, load_vocabulary
from ...graph.stores import Store
from ..dates import holds, parse_date
from ..evidence import Evidence, rank, read, reading_order
from .change import Change, Comparison, Turn
from .matching import match

Key = tuple[str, str, str]
"""Holder, relation and target, by ids that mean the same on both sides."""
Roles = Mapping[Key, tuple[Evidence, ...]]


def compare(
    before: Store,
    after: Store,
    at: str | date | None = None,
    *,
    documents: Collection[str] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Comparison:
    """Compare what two stores state: who gained or lost which role.

    Stakeholders of both are the same by their identifiers, else by their names.

    Parameters
    ----------
    before, after : Store
        The two sides; two versions of a document are two stores with one document each.
    at : str or date, optional
        Only what holds at this date.
    documents : collection of str, optional
        Only what documents of these ids state, on either side.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    InputError
        If the date is none.
    """
    day = parse_date(at)
    same = match(before.stakeholders(), after.stakeholders())
    known = {theirs: ours for ours, theirs in same.items()}
    old = _roles(_held(_read(before, documents), day), str)
    # Whoever is new gets an id that nobody has on the other side.
    new = _roles(_held(_read(after, documents), day), lambda id_: known.get(id_, f"new {id_}"))
    compared = _Compared(old, new, vocabulary or load_vocabulary(), dated=False)
    return Comparison(before.address, after.address, tuple(compared.changes()))


def compare_dates(
    store: Store,
    before: str | date,
    after: str | date,
    *,
    vocabulary: Vocabulary | None = None,
) -> Comparison:
    """Compare what holds at two dates: who gained or lost which role in between.

    A statement without dates holds at any, so what changes is only what documents date. A role
    that passes from one statement to another of the same limits has not changed.

    Parameters
    ----------
    store : Store
        The graph.
    before, after : str or date
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; what holds on one day of a year or month holds
        in it.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    InputError
        If one is no date.
    """
    a, b = parse_date(before), parse_date(after)
    said = read(store, "dated")
    old, new = (_roles(_held(said, day), str) for day in (a, b))
    compared = _Compared(old, new, vocabulary or load_vocabulary(), dated=True)
    return Comparison(a, b, tuple(compared.changes()))


def _read(store: Store, documents: Collection[str] | None) -> Iterator[Evidence]:
    """Yield statements, those of one relation after the other: less is in memory at a time."""
    for relation in sorted(store.relations):
        said = read(store, "relations", every=False, relations=[relation])
        yield from (s for s in said if documents is None or s.document in documents)


def _held(statements: Iterable[Evidence], day: str) -> list[Evidence]:
    return [s for s in statements if holds(s.since, s.until, day)]


def _roles(statements: Iterable[Evidence], identify: Callable[[str], str]) -> Roles:
    roles: defaultdict[Key, list[Evidence]] = defaultdict(list)
    for said in sorted(statements, key=reading_order):
        roles[identify(said.source_id), said.relation, identify(said.target_id)].append(said)
    return {key: tuple(found) for key, found in roles.items()}


@dataclass(frozen=True)
class _Compared:
    """The roles of two sides."""

    before: Roles
    after: Roles
    vocabulary: Vocabulary
    dated: bool

    def changes(self) -> list[Change]:
        """Return what became of each role."""
        offices = self._offices(self.before), self._offices(self.after)
        found: list[tuple[Key, Change]] = []
        for key in {**self.before, **self.after}:
            old, new = self.before.get(key, ()), self.after.get(key, ())
            if not new:
                turn, new = Turn.LOST, self._instead(key, self.after, offices[1])
                found.append((key, _change(turn, old[0], old, new)))
            elif not old:
                turn, old = Turn.GAINED, self._instead(key, self.before, offices[0])
                found.append((key, _change(turn, new[0], old, new)))
            elif turn_of_held := self._held_on(old, new):
                found.append((key, _change(turn_of_held, new[0], old, new)))
        return [change for _, change in sorted(found, key=self._order)]

    def _held_on(self, old: tuple[Evidence, ...], new: tuple[Evidence, ...]) -> Turn | None:
        """Tell what changed of a role that both sides give to the same."""
        if set(map(self._limits, old)) != set(map(self._limits, new)):
            return Turn.LIMITS
        quotes, others = ({" ".join(s.quote.split()) for s in side} for side in (old, new))
        reworded = not self.dated and quotes - others and others - quotes
        return Turn.WORDING if reworded else None

    def _limits(self, said: Evidence) -> tuple[object, ...]:
        words = map(fold, (said.phase, said.frequency, said.condition))
        spell = () if self.dated else (said.since, said.until)
        return (*words, *spell, frozenset(map(fold, said.jointly_with)))

    def _office(self, relation: str) -> str:
        """Return what a relation is an office of, one for those who preside; empty for none."""
        for step in self.vocabulary.accountability:
            if step.via and relation in step.relations:
                return step.via
        steps = (step for step in self.vocabulary.accountability if not (step.via or step.up))
        return relation if any(relation in step.relations for step in steps) else ""

    def _offices(self, roles: Roles) -> Mapping[tuple[str, str], tuple[Evidence, ...]]:
        """Return who holds each office for each target."""
        offices: defaultdict[tuple[str, str], tuple[Evidence, ...]] = defaultdict(tuple)
        for (_, relation, target), said in roles.items():
            if office := self._office(relation):
                offices[office, target] += said
        return offices

    def _instead(
        self,
        key: Key,
        roles: Roles,
        offices: Mapping[tuple[str, str], tuple[Evidence, ...]],
    ) -> tuple[Evidence, ...]:
        """Return what a side says that does not give a role to its holder."""
        holder, relation, target = key
        holding = offices.get((self._office(relation), target), ())
        if holding:
            return holding
        pairs = ((holder, other, target) for other in self.vocabulary.relations)
        return tuple(said for pair in pairs for said in roles.get(pair, ()))

    def _order(self, pair: tuple[Key, Change]) -> tuple[object, ...]:
        (_, relation, target), change = pair
        place = rank(relation, self.vocabulary)
        turns = (Turn.LOST, Turn.GAINED, Turn.LIMITS, Turn.WORDING)
        names = fold(change.target), target, place, turns.index(change.turn), fold(change.holder)
        return (*names, pair[0])


def _change(
    turn: Turn, said: Evidence, before: tuple[Evidence, ...], after: tuple[Evidence, ...]
) -> Change:
    ends = said.source, said.source_kind, said.relation, said.target, said.target_kind
    return Change(turn, *ends, before, after)
