"""Rules about accountability: nobody answers, or several, or only those who do the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...graph import Stakeholder, fold
from ..conflict import contested
from ..evidence import Evidence, reading_order
from ..ladder import verbs_of
from ..phases import named_phases
from .finding import Found
from .register import Register, grouped


def nobody_accountable(register: Register) -> Iterator[Found]:
    """Find projects and bodies that nobody answers for, at all or in a phase documents name."""
    nobody = [subject for subject in register.subjects if not register.answered(subject)]
    about = register.around(subject.id for subject in nobody)
    for subject in nobody:
        notes = "".join(f"; {note}" for note in register.climb(subject).notes)
        message = f"No document says who is accountable for {subject.name}{notes}"
        yield Found(subject, message, about[subject.id])
    for subject in register.subjects:
        yield from _missing_phases(register, subject)


def _missing_phases(register: Register, subject: Stakeholder) -> Iterator[Found]:
    """Yield the phases that documents name, and in which nobody answers."""
    said = register.towards.get(subject.id, ())
    if any(s.relation in register.duties and not s.phase for s in said):
        return
    phases = {s.id: named_phases(s.phase, register.vocabulary) for s in said if s.phase}
    named = frozenset[str]().union(*phases.values())
    if not named or not register.answered(subject):
        return
    known = (phase for phase in register.vocabulary.phases if phase in named)
    missing = [phase for phase in known if not register.climb(subject, phase).chains]
    if missing:
        message = f"No document says who is accountable for {subject.name} in the phase"
        shown = tuple(s for s in said if phases.get(s.id, frozenset()) & set(missing))
        yield Found(subject, f"{message} {' or '.join(missing)}", shown)


def several_accountable(register: Register) -> Iterator[Found]:
    """Find what one document holds several parties accountable for, who do not share it."""
    for subject, sides, together in _contested(register):
        if together:
            message = f"{_names(sides)} are each accountable for {subject.name}, and not jointly"
            yield Found(subject, message, sides)


def contradicting_parties(register: Register) -> Iterator[Found]:
    """Find what different documents hold different parties accountable for."""
    for subject, sides, together in _contested(register):
        if not together:
            message = f"Documents hold different parties accountable for {subject.name}"
            yield Found(subject, f"{message}: {_names(sides)}", sides)


def _contested(register: Register) -> Iterator[tuple[Stakeholder, tuple[Evidence, ...], bool]]:
    """Yield what is contested, its sides, and whether one document names several of them."""
    relations = register.vocabulary.accountability[0].relations
    for id_, said in register.towards.items():
        claims = sorted((s for s in said if s.relation in relations), key=reading_order)
        sides = clashing(register, claims)
        if sides:
            alone = grouped(sides, "document").values()
            together = any(clashing(register, claims) for claims in alone)
            yield register.stakeholders[id_], sides, together


def clashing(register: Register, claims: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return those of some statements about one thing that another of them contradicts."""
    parties = {claim.source_id: register.stakeholders[claim.source_id] for claim in claims}
    if len(parties) < 2:
        return ()

    def ids(name: str) -> list[str]:
        key = fold(name)
        return [p.id for p in parties.values() if key in map(fold, (p.name, *p.aliases))]

    against = contested(claims, register.vocabulary, ids)
    return tuple(claim for claim in claims if claim.id in against)


def _names(sides: Sequence[Evidence]) -> str:
    names = list(dict.fromkeys(side.source for side in sides))
    return f"{', '.join(names[:-1])} and {names[-1]}"


def responsible_without_accountable(register: Register) -> Iterator[Found]:
    """Find projects and bodies whose work somebody does, and nobody is accountable for."""
    does, answers = register.lettered("R"), register.lettered("A")
    order = list(register.vocabulary.relations).index
    for subject in register.subjects:
        said = register.towards.get(subject.id, ())
        claims = [s for s in said if s.relation in answers]
        bare = [
            s
            for s in said
            if s.relation in does and not any(register.answers(s.phase, c.phase) for c in claims)
        ]
        if bare and not any(s.relation in register.heads for s in said):
            verbs = verbs_of(tuple(sorted(answers, key=order)), register.vocabulary)
            work = dict.fromkeys(_work(s, register) for s in bare)
            message = f"{subject.name}: {'; '.join(work)}, but no document says who {verbs} it"
            yield Found(subject, message, tuple(bare))


def _work(statement: Evidence, register: Register) -> str:
    verb = register.vocabulary.relations[statement.relation].labels["en"]
    phase = f" ({statement.phase})" if statement.phase else ""
    return f"{statement.source} {verb} it{phase}"
