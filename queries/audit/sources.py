"""Rules about sources: those that contradict each other, that are stale, that say too little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from ...graph import Stakeholder, fold
from ..cypher_files import run
from ..dates import ended, overlap
from ..evidence import Evidence, reading_order
from .accountability import clashing, contradicting_parties
from .finding import Found
from .register import Register, grouped

_ALONE = "CHAIRS"
_MOST_ALIKE = 3  # more that bear a name say nothing


def contradicting_sources(register: Register) -> Iterator[Found]:
    """Find parties, chairs and ends of duties that documents tell differently."""
    yield from contradicting_parties(register)
    chairs = grouped((s for s in register.held if s.relation == _ALONE), "target_id")
    for id_, said in sorted(chairs.items()):
        # A person and a role may be one and the same: only those of one kind contradict.
        for alike in grouped(sorted(said, key=reading_order), "source_kind").values():
            sides = clashing(register, alike)
            if sides:
                names = " and ".join(dict.fromkeys(side.source for side in sides))
                body = register.stakeholders[id_]
                yield Found(
                    body, f"Statements name different chairs of {body.name}: {names}", sides
                )
    yield from _ends(register)


def _ends(register: Register) -> Iterator[Found]:
    """Yield duties that different documents let end at different times."""
    dated: defaultdict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for s in register.held:
        if s.until:
            dated[s.source_id, s.relation, s.target_id, fold(s.phase)].append(s)
    for key, said in sorted(dated.items()):
        pairs = combinations(sorted(said, key=lambda s: (s.until, s.id)), 2)
        sides = {s.id: s for pair in pairs if _ends_differ(*pair) for s in pair}
        if sides:
            first, *_, last = sides.values()
            verb = register.vocabulary.relations[first.relation].labels["en"]
            message = f"{first.source} {verb} {first.target} until {first.until} or {last.until}"
            subject = register.stakeholders[key[2]]
            yield Found(subject, f"{message}: documents disagree", tuple(sides.values()))


def _ends_differ(a: Evidence, b: Evidence) -> bool:
    same = a.until.startswith(b.until) or b.until.startswith(a.until)
    return a.document != b.document and not same and overlap((a.since, a.until), (b.since, b.until))


def stale_document(register: Register) -> Iterator[Found]:
    """Find documents of which nothing holds any more, or that were last read over a year ago."""
    shown = _last_ended(register)
    for row in run(register.store, "audit_documents"):
        document = register.documents.get(row["document"])
        if document is None:
            continue
        ends = row["untils"]
        if all(ended(end, register.at) for end in ends):
            number = row["statements"]
            what = "The one statement" if number == 1 else f"Each of the {number} statements"
            message = f"{what} of {document.id} ended by {max(ends)}: nothing of it holds any more"
            yield Found(document, message, shown.get(document.id, ()))
    for document in register.documents.values():
        if _is_old(document.loaded, register.at):
            message = f"{document.id} was last read on {document.loaded[:10]}, more than a year ago"
            yield Found(document, message)


def _last_ended(register: Register) -> dict[str, tuple[Evidence, ...]]:
    """Return for each document the statement that ended last."""
    last: dict[str, Evidence] = {}
    for said in register.statements:
        if said.until and said.until >= getattr(last.get(said.document), "until", ""):
            last[said.document] = said
    return {document: (said,) for document, said in last.items()}


def _is_old(loaded: str, at: str) -> bool:
    if not loaded or len(at) < 10:
        return False
    read = date.fromisoformat(loaded[:10])
    return (date.fromisoformat(at) - read).days > 365


def mentioned_once(register: Register) -> Iterator[Found]:
    """Find stakeholders that one single statement names."""
    once = [row["id"] for row in run(register.store, "audit_once")]
    alike = _by_words(register)
    for id_, said in register.around(once).items():
        subject = register.stakeholders[id_]
        known = {name: None for key in _keys(subject) for other, name in alike[key] if other != id_}
        hint = f"; is it {' or '.join(known)}?" if 0 < len(known) <= _MOST_ALIKE else ""
        yield Found(subject, f"One single statement names {subject.name}{hint}", said)


def _by_words(register: Register) -> Mapping[frozenset[str], list[tuple[str, str]]]:
    """Return ids and names by the words of each name, in whatever order."""
    alike: defaultdict[frozenset[str], list[tuple[str, str]]] = defaultdict(list)
    for stakeholder in register.stakeholders.values():
        for key in _keys(stakeholder):
            alike[key].append((stakeholder.id, stakeholder.name))
    return alike


def _keys(stakeholder: Stakeholder) -> set[frozenset[str]]:
    names = (stakeholder.name, *stakeholder.aliases)
    return {frozenset(fold(name).split()) for name in names}
