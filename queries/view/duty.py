"""Who is accountable for what a page shows, and its RACI, as the panel tells them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ...graph import Kind, Stakeholder, Store, Vocabulary
from ..accountability import decide
from ..answer import Finding, Outcome
from ..asked import Asked
from ..evidence import Evidence
from ..raci import Mark, raci_matrix
from ..survey import Survey
from .payload import DutyData, LetterData, NodeData, PartyData
from .text import clean

_ASKED = frozenset({Kind.PROJECT, Kind.BODY})
_LIMITS = ("phase", "since", "until", "condition")


def add_duties(
    nodes: Sequence[NodeData], store: Store, *, phase: str, at: str, vocabulary: Vocabulary
) -> None:
    """Add to each project and body who is accountable for it, and to a project its letters."""
    held = {node["id"] for node in nodes}
    duties = {node["id"]: node for node in nodes if node["kind"] in _ASKED}
    things = [Stakeholder(id_, node["name"], Kind(node["kind"])) for id_, node in duties.items()]
    if not things:
        return
    matrix = raci_matrix(store, things, phase=phase or None, at=at or None, vocabulary=vocabulary)
    asked, survey = Asked.of(vocabulary, phase or None, at or None), Survey(store, vocabulary)
    survey.read_ladder(thing.id for thing in things)  # of all at once: one by one it takes longest
    for row in matrix.rows:
        answer = decide(survey, row.thing, asked)
        cells = row.cells if row.thing.kind is Kind.PROJECT else ()
        duties[row.thing.id]["duty"] = DutyData(
            outcome=answer.outcome.value,
            parties=[_party(finding, held) for finding in answer.findings],
            raci=[_letter(cell.stakeholder, mark, held) for cell in cells for mark in cell.marks],
        )


def _party(finding: Finding, held: AbstractSet[str]) -> PartyData:
    data = _data(finding.id, finding.name, finding, held, _limit(finding.chain))
    if finding.rule:
        data["rule"] = clean(finding.rule)
    return data


def _letter(who: Stakeholder, mark: Mark, held: AbstractSet[str]) -> LetterData:
    limit = _limit(mark.chain) if mark.limited else ""
    return {**_data(who.id, who.name, mark, held, limit), "letter": mark.letter}


def _data(
    id_: str, name: str, why: Finding | Mark, held: AbstractSet[str], limit: str
) -> PartyData:
    """Return a party, without what is empty or known; a page may hold thousands."""
    data: PartyData = {"id": id_}
    if id_ not in held:
        data["name"] = clean(name)
    if why.outcome is not Outcome.STATED:
        data["outcome"] = why.outcome.value
    if limit:
        data["limit"] = limit
    if why.rule:
        data["chain"] = [_link(said) for said in why.chain]
    return data


def _limit(chain: Sequence[Evidence]) -> str:
    """Return what limits a duty, in the words of the documents."""
    words = (getattr(said, name) for said in chain for name in _LIMITS)
    return clean(", ".join(dict.fromkeys(word for word in words if word)))


def _link(said: Evidence) -> str:
    return f"{said.source_id} {said.relation} {said.target_id}"
