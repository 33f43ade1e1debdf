"""The page of a graph that is too large for one: it opens on a part, and asks for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from ...graph import Stakeholder
from ..answer import Outcome
from ..exploration import SIZES, Explorer, Part
from .duty import add_duties
from .pages import Language
from .payload import DutyData, DutyPiece, Facts, NodeData, Piece, piece
from .picture import Node, Picture, least, links
from .render import render
from .spots import spots
from .style import legend
from .text import clean, wrap

_NAMED = 20  # of those with one letter
_NEAR = 300  # stakeholders around one that are shown at once


def served_page(
    explorer: Explorer,
    opening: Part,
    *,
    server: str,
    title: str = "",
    language: Language = "en",
    size: str = "degree",
) -> str:
    """Return a page that opens on a part of a graph, and asks a server for the rest.

    Parameters
    ----------
    explorer : Explorer
        The graph.
    opening : Part
        What the page shows at first.
    server : str
        Address, relative to the page's own, that is asked for more (``assets/source.js``).
    title : str
        Heading of the page; "Stakeholders" when left out.
    language : {"en", "fr"}
        Language the page opens in; its reader can switch.
    size : str
        Metric that sizes a stakeholder: ``degree``, ``in_degree`` or ``out_degree``.
    """
    picture = _picture(explorer, opening, size)
    facts: Facts = {
        "title": clean(title),
        "language": language,
        "size": size,
        "sizes": SIZES,
        "most": picture.most,
        "least": least(picture),
        "limit": _NEAR,
        "views": ["start"],
        "start": picture.first,
        "server": server,
        "total": picture.total,
        "statements": picture.statements,
        "legend": legend(explorer.kinds, explorer.relations, explorer.vocabulary),
    }
    return render(piece(picture, spots(picture)), facts)


def piece_of(explorer: Explorer, part: Part) -> Piece:
    """Return a part as a page takes it in."""
    return piece(_picture(explorer, part, SIZES[0]))


def duty_of(explorer: Explorer, thing: Stakeholder, held: Collection[str]) -> DutyPiece:
    """Return who is accountable for a stakeholder, with those it names but for those held."""
    node: NodeData = {"id": thing.id, "name": thing.name, "kind": thing.kind.value}
    add_duties([node], explorer.store, phase="", at="", vocabulary=explorer.vocabulary)
    nothing: DutyData = {"outcome": Outcome.NOT_STATED.value, "parties": [], "raci": []}
    duty = _shortened(node.get("duty", nothing))
    told = (*duty["parties"], *duty["raci"])
    links = [link.split() for party in told for link in party.get("chain", ())]
    named = {party["id"] for party in told} | {end for link in links for end in link[::2]}
    return {**piece_of(explorer, explorer.some(sorted(named), held)), "duty": duty}


def _shortened(duty: DutyData) -> DutyData:
    """Return a duty with the first of each letter: a body may have thousands of members."""
    counts = Counter[str]()
    first = []
    for party in duty["raci"]:
        counts[party["letter"]] += 1
        if counts[party["letter"]] <= _NAMED:
            first.append(party)
    more = {letter: count - _NAMED for letter, count in counts.items() if count > _NAMED}
    short: DutyData = {**duty, "raci": first}
    return {**short, "more": more} if more else short


def _picture(explorer: Explorer, part: Part, size: str) -> Picture:
    said = ({**s.as_dict(), "source": s.source_id, "target": s.target_id} for s in part.statements)
    return Picture(
        nodes=tuple(_node(each, explorer, part.linked) for each in part.stakeholders),
        links=tuple(links(said)),
        size=size,
        first=tuple(stakeholder.id for stakeholder in part.stakeholders),
        most={size: explorer.ranks.most(size) for size in SIZES},
        total=sum(explorer.kinds.values()),
        statements=sum(explorer.relations.values()),
    )


def _node(stakeholder: Stakeholder, explorer: Explorer, linked: Mapping[str, int]) -> Node:
    name = clean(stakeholder.name)
    return Node(
        id=stakeholder.id,
        name=name,
        kind=stakeholder.kind.value,
        aliases=tuple(map(clean, stakeholder.aliases)),
        lines=tuple(wrap(name)),
        community=None,
        metrics=explorer.ranks.of_one(stakeholder.id),
        neighbours=linked.get(stakeholder.id, 0),
    )
