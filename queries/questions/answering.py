"""Answering: from what a question asks to the helper that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...graph import Kind, Store, Vocabulary, fold
from .. import lookup
from ..accountability import who_is_accountable
from ..answer import Answer, Outcome
from ..asked import Asked
from ..conflict import contested
from ..duties import accountable_for
from ..evidence import COLUMNS, Evidence, ordered, read
from .drafts import Hole
from .reply import Reply
from .terms import counterparts
from .understanding import Understood

if TYPE_CHECKING:
    import pandas as pd

Named = tuple[str, Evidence]

# Who presides over a body sits on it; those who share the chair have it.
_WIDER = {
    "PARTICIPATES_IN": ("CHAIRS", "CO_CHAIRS", "PARTICIPATES_IN"),
    "CHAIRS": ("CHAIRS", "CO_CHAIRS"),
}
# What may be meant where nothing is stated of a relation: the words for the two are the same.
_ELSE = {"PART_OF": "PARTICIPATES_IN", "PARTICIPATES_IN": "PART_OF"}
# Kinds that the word for one may mean as well.
_NEAR = {
    Kind.BODY: frozenset([Kind.BODY, Kind.ORGANIZATION]),
    Kind.ORGANIZATION: frozenset([Kind.ORGANIZATION, Kind.BODY, Kind.PLACE]),
    Kind.PERSON: frozenset([Kind.PERSON, Kind.ROLE]),
    Kind.ROLE: frozenset([Kind.ROLE, Kind.PERSON]),
    Kind.PROJECT: frozenset([Kind.PROJECT]),
    Kind.PLACE: frozenset([Kind.PLACE, Kind.ORGANIZATION]),
}


def answer(store: Store, question: str, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return the reply to an understood question, by the helper that answers such questions."""
    accountable = set(found.relations[:1]) <= _first_step(vocabulary) and found.relations
    if found.asked == "chain":
        return _chain(store, question, found, vocabulary)
    if found.asked == "holder":
        return _holder(store, question, found)
    if found.asked == "charge" and not found.phase and not found.at:
        listed = _in_charge(store, question, found, vocabulary)
        return listed if listed.answers else _accountable(store, question, found, vocabulary)
    if (accountable and not found.post) or found.asked == "charge":
        return _accountable(store, question, found, vocabulary)
    return _stated(store, question, found, vocabulary)


def _first_step(vocabulary: Vocabulary) -> set[str]:
    """Return the relations that say who is accountable."""
    return {name for step in vocabulary.accountability[:1] for name in step.relations}


def _accountable(store: Store, question: str, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return who is accountable, or what for: by the ladder, with its four outcomes."""
    if found.asked == "whether":
        return _whether_accountable(store, question, found, vocabulary)
    ask = accountable_for if found.asked == "target" else who_is_accountable
    said = ask(store, found.known[0].one, found.phase, found.at, vocabulary=vocabulary)
    answers = tuple((finding.name, finding.evidence) for finding in said.findings)
    return Reply(question, found, said.outcome.value, answers, said)


def _whether_accountable(
    store: Store, question: str, found: Understood, vocabulary: Vocabulary
) -> Reply:
    """Return what makes one accountable for another, and who contests it, not who else is."""
    party, thing = (name.one for name in found.known)
    said: Answer | None = who_is_accountable(
        store, thing, found.phase, found.at, vocabulary=vocabulary
    )
    while said:
        findings = tuple(finding for finding in said.findings if finding.id == party.id)
        if findings:
            if findings[0].outcome is Outcome.CONFLICTING:
                findings = said.findings
            only = replace(said, outcome=findings[0].outcome, findings=findings, besides=None)
            answers = tuple((finding.name, finding.evidence) for finding in findings)
            return Reply(question, found, only.outcome.value, answers, only)
        said = said.besides
    return _reply(question, found, [])


def _in_charge(store: Store, question: str, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return the lines of the card that the ladder counts: who answers, carries, leads, governs."""
    from ..card import in_charge

    steps = [step for step in vocabulary.accountability if not step.up]
    counted = {name for step in steps for name in (*step.relations, step.via)}
    subject = found.known[0].one
    rows = _rows(in_charge(store, subject, vocabulary=vocabulary))
    kept = [row for row in rows if row.relation in counted and row.source_id != subject.id]
    return _reply(question, found, [(row.source, row) for row in kept])


def _holder(store: Store, question: str, found: Understood) -> Reply:
    """Return the person who holds a post, by the statements whose sentence names the post."""
    name = found.known[0]
    post = f" {fold(name.said)} "
    rows = [r for r in read(store, "about", id=name.one.id) if post in f" {fold(r.quote)} "]
    return _reply(question, found, [(name.one.name, row) for row in rows])


def _chain(store: Store, question: str, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return the shortest chain of statements between two names."""
    from ..route import path

    first, second = (name.one for name in found.known)
    table = path(store, first, second, vocabulary=vocabulary)
    return _reply(question, found, list(zip(table["to"], _rows(table), strict=True)))


def _stated(store: Store, question: str, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return what statements say: of the relation asked about, else of what it may also mean."""
    tries = [_WIDER.get(name, (name,)) for name in found.relations]
    tries += [_WIDER.get(other, (other,)) for n in found.relations if (other := _ELSE.get(n))]
    asked = Asked.of(vocabulary, found.phase, found.at)
    for relations in tries or [()]:
        rows = ordered(_statements(store, found, relations), vocabulary)
        said = filter(asked.holds, rows)
        named = _in_post(_asked_for(_named(said, found), found.hole), found.post)
        if named:
            return _reply(question, found, named, conflicting=_conflict(store, named, vocabulary))
    return _reply(question, found, [])


def _statements(store: Store, found: Understood, relations: Sequence[str]) -> list[Evidence]:
    ends = [name.one.id for name in found.known]
    if found.asked == "whether":
        chosen = {"every": not relations, "relations": list(relations) or [""]}
        rows = read(store, "between", id=ends[0], other=ends[1], **chosen)
        return [r for r in rows if r.source_id == ends[0] or not relations]
    rows = read(store, "about", id=ends[0])
    near, far = (
        ("target_id", "source_id") if found.asked == "source" else ("source_id", "target_id")
    )
    return [
        row
        for row in rows
        if getattr(row, near) == ends[0] != getattr(row, far)
        and (not relations or row.relation in relations)
    ]


def _named(said: Iterable[Evidence], found: Understood) -> list[Named]:
    """Return each statement with the name that answers: of the end that is asked for."""
    targets = found.asked == "target" or (found.asked == "whether" and found.hole.said)
    return [(row.target if targets else row.source, row) for row in said]


def _asked_for(named: list[Named], hole: Hole) -> list[Named]:
    """Return the answers of the kind that is asked for; those the noun itself names, if any."""
    if hole.noun:
        wanted = _forms(hole.noun)
        literal = [pair for pair in named if wanted & set(_words(pair[0]))]
        if literal:
            return literal
    if hole.kind is None:
        return named
    return [pair for pair in named if _kind(*pair) in _NEAR[hole.kind]]


def _in_post(named: list[Named], post: str) -> list[Named]:
    """Return who holds a post, if one alone is said to: the sentence must name the post."""
    if not post:
        return named
    holders = [pair for pair in named if f" {post} " in f" {fold(pair[1].quote)} "]
    return holders if len({name for name, _ in holders}) == 1 else []


def _kind(name: str, said: Evidence) -> Kind:
    return Kind(said.source_kind if name == said.source else said.target_kind)


def _forms(noun: str) -> frozenset[str]:
    """Return a noun's head, singular and plural, in either language."""
    head = _words(noun)[0]
    forms = {head, head.removesuffix("s"), head.removesuffix("x")}
    others = {o for form in forms for lang in ("fr", "en") for o in counterparts(form, lang)}
    return frozenset(forms | others | {f"{form}s" for form in forms})


def _words(name: str) -> list[str]:
    return fold(name).split()


def _conflict(store: Store, named: Sequence[Named], vocabulary: Vocabulary) -> bool:
    """Tell whether documents name different persons in one chair at the same time."""
    chairs = [s for _, s in named if s.relation == "CHAIRS" and s.source_kind == Kind.PERSON]

    def ids(name: str) -> set[str]:
        return {stakeholder.id for stakeholder in lookup.named(store, name)}

    return bool(contested(chairs, vocabulary, ids))


def _rows(table: pd.DataFrame) -> list[Evidence]:
    """Return the statements of a table of a helper."""
    found = []
    for values in table[list(COLUMNS)].itertuples(index=False, name=None):
        facts: dict[str, Any] = dict(zip(COLUMNS, values, strict=True))
        found.append(Evidence(**{**facts, "jointly_with": tuple(facts["jointly_with"])}))
    return found


def _reply(
    question: str, found: Understood, named: Sequence[Named], *, conflicting: bool = False
) -> Reply:
    outcome = Outcome.STATED if named else Outcome.NOT_STATED
    if conflicting:
        outcome = Outcome.CONFLICTING
    return Reply(question, found, outcome.value, tuple(named))
