"""The plan: what decisions come to on the stakeholders and statements there are.

It is worked out as a whole. Decisions that contradict one another are told and none of them is
followed; one whose stakeholders or statement are not there waits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...graph import Kind, Review, slug
from .decision import JUDGES, Action, Decision, Said
from .directory import Directory
from .matching import Matcher

_REVIEWS = {Action.ACCEPT: Review.ACCEPTED, Action.REJECT: Review.REJECTED}


@dataclass(frozen=True, slots=True)
class Part:
    """What is parted off a stakeholder: how some documents name it."""

    id: str
    of: str
    name: str
    kind: Kind | None
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Addition:
    """A statement that a person adds, and the ids of its ends before any merge."""

    source: str
    target: str
    said: Said
    decision: Decision


@dataclass(slots=True)
class Plan:
    """What is to be done.

    Attributes
    ----------
    parts : list of Part
        What is parted off, before all else.
    merged : dict
        Id → the id of the stakeholder it becomes part of.
    named : dict
        Id, after merging → name that a person gave.
    reviews : dict
        Id of a statement → what a person decided.
    additions : list of Addition
        Statements that persons made.
    followed : list of int
        Numbers of the decisions that are followed.
    waiting : dict of int to str
        Number of a decision that cannot be → why.
    conflicts : list of str
        Which contradict one another.
    documents : set of str
        The documents that have a statement judged or added.
    """

    parts: list[Part] = field(default_factory=list)
    merged: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    additions: list[Addition] = field(default_factory=list)
    followed: list[int] = field(default_factory=list)
    waiting: dict[int, str] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def id_of(self, id_: str) -> str:
        """Return the stakeholder that one has become."""
        return self.merged.get(id_, id_)

    @property
    def stakeholders(self) -> set[str]:
        """The ids whose documents are concerned, before and after."""
        return {*self.merged, *self.merged.values(), *self.named, *(part.of for part in self.parts)}


def plan(decisions: Sequence[Decision], directory: Directory, matcher: Matcher) -> Plan:
    """Return what decisions come to.

    Parameters
    ----------
    decisions : sequence of Decision
        In order.
    directory : Directory
        The stakeholders there are, before any decision; parts and new names are added to it.
    matcher : Matcher
        The statements there are.
    """
    made = Plan()
    by_action: defaultdict[Action, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_action[decision.action].append(decision)
    _split(made, by_action[Action.SPLIT], directory)
    for decision in by_action[Action.RENAME]:
        id_ = directory.find(decision.parties[0])
        if id_:
            directory.call(id_, decision.name)
    _merge(made, by_action[Action.MERGE], by_action[Action.APART], directory)
    _rename(made, by_action[Action.RENAME], directory)
    _judge(made, [d for action in JUDGES for d in by_action[action]], matcher)
    _add(made, by_action[Action.ADD], directory)
    made.followed += [decision.number for decision in by_action[Action.FORGET]]
    made.followed = sorted(set(made.followed))
    return made


def _split(made: Plan, splits: Iterable[Decision], directory: Directory) -> None:
    for decision in splits:
        party = decision.parties[0]
        of = directory.find(party)
        if not of:
            _wait(made, decision, party.name)
            continue
        id_ = f"{slug(decision.name)}-split-{decision.number}"
        documents = frozenset(decision.documents)
        made.parts.append(Part(id_, of, decision.name, party.kind, documents))
        made.followed.append(decision.number)


def _merge(
    made: Plan, merges: Sequence[Decision], keeps: Sequence[Decision], directory: Directory
) -> None:
    found = {d.number: [directory.find(party) for party in d.parties] for d in (*merges, *keeps)}
    groups = _components(found[d.number] for d in merges)
    dropped: set[str] = set()
    for decision in keeps:
        one, other = found[decision.number][:2]
        if not (one and other):
            _wait(made, decision, *_missing(decision, found[decision.number]))
            continue
        if one not in groups or groups.get(one) != groups.get(other):
            made.followed.append(decision.number)
        else:
            dropped.add(groups[one])
            joined = [d for d in merges if groups.get(_first(found[d.number])) == groups[one]]
            made.conflicts.append(_contradiction([*joined, decision]))
    for decision in merges:
        known = [id_ for id_ in found[decision.number] if id_]
        if len(known) < len(decision.parties):
            _wait(made, decision, *_missing(decision, found[decision.number]))
        if len(set(known)) > 1 and groups[known[0]] not in dropped:
            made.followed.append(decision.number)
    for id_, group in groups.items():
        if group not in dropped and id_ != group:
            made.merged[id_] = group


def _components(links: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return the first stakeholder of each group that is linked, by each of its members."""
    first: dict[str, str] = {}
    for linked in links:
        known = [id_ for id_ in linked if id_]
        roots = list(dict.fromkeys(first.setdefault(id_, id_) for id_ in known))
        for id_, root in first.items():
            if root in roots[1:]:
                first[id_] = roots[0]
    return first


def _rename(made: Plan, renames: Iterable[Decision], directory: Directory) -> None:
    given: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in renames:
        id_ = directory.find(decision.parties[0])
        if id_:
            given[made.id_of(id_)].append(decision)
        else:
            _wait(made, decision, decision.parties[0].name)
    for id_, found in given.items():
        if len({decision.name for decision in found}) > 1:
            made.conflicts.append(_contradiction(found))
        else:
            made.named[id_] = found[0].name
            made.followed += [decision.number for decision in found]


def _judge(made: Plan, judged: Iterable[Decision], matcher: Matcher) -> None:
    given: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in judged:
        assert decision.said is not None  # noqa: S101  (entries are checked when they are read)
        match = matcher.find(decision.said)
        left = decision.action is Action.REJECT and not decision.said.id
        if match is None and left and matcher.holds(decision.said.document):
            made.followed.append(decision.number)  # it was held back when it was judged, and is
            continue
        if match is None:
            made.waiting[decision.number] = matcher.why(decision.said)
            continue
        made.documents.add(match.document)
        given[match.id].append(decision)
    for id_, found in given.items():
        if len({decision.action for decision in found}) > 1:
            made.conflicts.append(_contradiction(found))
        else:
            made.reviews[id_] = _REVIEWS[found[0].action]
            made.followed += [decision.number for decision in found]


def _add(made: Plan, additions: Iterable[Decision], directory: Directory) -> None:
    for decision in additions:
        said = decision.said
        assert said is not None  # noqa: S101
        ends = [directory.find(end) or slug(end.name) for end in (said.source, said.target)]
        made.additions.append(Addition(ends[0], ends[1], said, decision))
        made.documents.add(said.document)
        made.followed.append(decision.number)


def _wait(made: Plan, decision: Decision, *names: str) -> None:
    listed = ", ".join(map(repr, names))
    made.waiting[decision.number] = f"{listed}: no stakeholder, or several, of that name"


def _missing(decision: Decision, found: Sequence[str]) -> list[str]:
    pairs = zip(decision.parties, found, strict=True)
    return [party.name for party, id_ in pairs if not id_]


def _first(ids: Sequence[str]) -> str:
    return next((id_ for id_ in ids if id_), "")


def _contradiction(decisions: Sequence[Decision]) -> str:
    listed = "; ".join(f"{d.number} ({d})" for d in decisions)
    return f"decisions contradict one another, none is followed: {listed}"
