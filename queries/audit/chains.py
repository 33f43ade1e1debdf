"""Rules about chains: circles, ends that lead to nobody, and oversight of oneself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from ...graph import Kind
from ..dates import ended
from ..evidence import Evidence, reading_order
from .finding import Found
from .register import Register, grouped

Links = Mapping[str, Sequence[Evidence]]


def circular_chain(register: Register) -> Iterator[Found]:
    """Find circles of who is part of what, and of who reports to whom."""
    for relation in sorted(register.upwards):
        said = [s for s in register.statements if s.relation == relation and register.holds(s)]
        links = grouped(said, "source_id")
        for circle in _circles(said):
            chain = _way(links, min(circle), min(circle))
            verb = register.vocabulary.relations[relation].labels["en"]
            links_told = ", ".join(f"{link.source} {verb} {link.target}" for link in chain)
            yield Found(register.stakeholders[min(circle)], f"{links_told}: a circle", chain)


def _circles(said: Sequence[Evidence]) -> list[set[str]]:
    """Return the groups of stakeholders in which each leads to each other, by least id."""
    import networkx as nx

    graph = nx.DiGraph((s.source_id, s.target_id) for s in said)
    loops = {s.source_id for s in said if s.source_id == s.target_id}
    groups = nx.strongly_connected_components(graph)
    return sorted((g for g in groups if len(g) > 1 or g & loops), key=min)


def _way(links: Links, start: str, end: str) -> tuple[Evidence, ...]:
    """Return a shortest chain from one stakeholder to another, or back to itself; empty if none."""
    reached: dict[str, Evidence] = {}
    queue = deque([start])
    while queue and end not in reached:
        for link in sorted(links.get(queue.popleft(), ()), key=reading_order):
            if link.target_id not in reached:
                reached[link.target_id] = link
                queue.append(link.target_id)
    if end not in reached:
        return ()
    chain = [reached[end]]
    while chain[-1].source_id != start:
        chain.append(reached[chain[-1].source_id])
    return tuple(reversed(chain))


def broken_chain(register: Register) -> Iterator[Found]:
    """Find chains upwards that end at a thing nobody answers for, or whose last link has ended."""
    yield from _dead_ends(register)
    links = [s for s in register.statements if s.relation in register.upwards]
    for id_, said in sorted(grouped(links, "source_id").items()):
        past = [s for s in said if ended(s.until, register.at) and not _is_tenure(s)]
        if past and not any(register.holds(s) for s in said):
            last = max(past, key=lambda s: (s.until, reading_order(s)))
            verb = register.vocabulary.relations[last.relation].labels["en"]
            what = f"{last.source} {verb} {last.target} until {last.until}"
            message = f"{what}, and no document says what stands above it since"
            yield Found(register.stakeholders[id_], message, (last,))


def _dead_ends(register: Register) -> Iterator[Found]:
    for id_, said in sorted(register.towards.items()):
        end = register.stakeholders[id_]
        links = tuple(s for s in said if s.relation in register.upwards)
        if links and end.kind in (Kind.BODY, Kind.PROJECT) and not register.answered(end):
            verb = register.vocabulary.relations[links[0].relation].labels["en"]
            more = f", as {len(links) - 1} more do" if len(links) > 1 else ""
            what = f"{links[0].source} {verb} {end.name}{more}"
            yield Found(end, f"{what}, but no document says who answers for that", links)


def _is_tenure(statement: Evidence) -> bool:
    return (statement.source_kind, statement.target_kind) == (Kind.PERSON, Kind.ROLE)


def self_oversight(register: Register) -> Iterator[Found]:
    """Find who oversees what it leads or carries out, or is part of."""
    does = register.lettered("R")
    contains = register.vocabulary.containment
    parts = grouped((s for s in register.held if s.relation == contains), "source_id")
    said = [s for s in register.statements if s.relation == "OVERSEES" and register.holds(s)]
    for statement in sorted(said, key=reading_order):
        own = [
            s
            for s in register.onwards.get(statement.source_id, ())
            if s.target_id == statement.target_id
            and s.relation in does
            and register.answers(statement.phase, s.phase)
        ]
        way = _way(parts, statement.source_id, statement.target_id)
        if own or way or statement.source_id == statement.target_id:
            verbs = [register.vocabulary.relations[s.relation].labels["en"] for s in own]
            how = f" and {' and '.join(dict.fromkeys(verbs))} it" if own else ""
            how = how or (", which it is part of" if way else ", which is itself")
            message = f"{statement.source} oversees {statement.target}{how}"
            subject = register.stakeholders[statement.source_id]
            yield Found(subject, message, (statement, *own, *way))
