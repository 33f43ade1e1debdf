"""A graph of any size from a seed: offices, posts, bodies and projects as documents name them.

Degrees follow Zipf's law: a few bodies and ministries stand in thousands of statements, most
stakeholders in a handful. Projects are parts of projects, and two in five are *silent*: nobody
has a duty for them, so what they are part of tells who is accountable. Offices report to offices
of their house, posts to offices, and most posts have a holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from typing import Any, NamedTuple

import numpy as np

from stakeholder_graph.graph import Kind, Stakeholder, slug

Rows = list[dict[str, Any]]
Ends = Sequence[tuple[Stakeholder, Stakeholder]]

_STATEMENTS = 10  # for each stakeholder
_A_DOCUMENT = 1_000  # statements
_SILENT = 0.4  # of the projects
_BRANCHES = 4  # parts of a project
_SPAN = 8  # offices that report to one
_HOUSE = 1 + _SPAN + _SPAN**2  # offices of one house: its head reports to nobody
_KINDS = {  # of a stakeholder: how many in a hundred, and how it is called
    Kind.ORGANIZATION: (35, "agence de {}|ministry of {}|direction générale de {}|office for {}"),
    Kind.ROLE: (15, "préfet de {}|director of {}|maire de {}|secretary for {}"),
    Kind.PERSON: (20, "Mme {}|Dr {}|Jean {}|Ann {}"),
    Kind.BODY: (15, "comité de pilotage de {}|steering board of {}|commission de {}|panel on {}"),
    Kind.PROJECT: (15, "projet {}|programme {}|{} scheme|réseau {}"),
}
_RELATIONS = {  # in a hundred: how many, what they lead to, and Zipf's exponent
    "ACCOUNTABLE_FOR": (3, Kind.PROJECT, 0.2),
    "SPONSORS": (3, Kind.PROJECT, 0.2),
    "COMMISSIONS": (2, Kind.PROJECT, 0.2),
    "PILOTS": (5, Kind.PROJECT, 0.3),
    "GOVERNS": (2, Kind.PROJECT, 0.2),
    "OVERSEES": (8, Kind.ORGANIZATION, 0.6),
    "CHAIRS": (2, Kind.BODY, 0.2),
    "CO_CHAIRS": (3, Kind.BODY, 0.2),
    "PARTICIPATES_IN": (39, Kind.BODY, 0.6),
    "IMPLEMENTS": (8, Kind.PROJECT, 0.6),
    "FUNDS": (8, Kind.PROJECT, 0.6),
    "ADVISES": (6, Kind.ORGANIZATION, 0.6),
    "APPOINTS": (4, Kind.ROLE, 0.6),
}
_DUTIES = frozenset({"ACCOUNTABLE_FOR", "SPONSORS", "COMMISSIONS", "PILOTS", "GOVERNS"})
_PHASES = ("", "", "", "", "", "", "pendant les travaux", "une fois livré", "in operation")
_SYLLABLES = "ba bre chan da fel gui hor ja kel lan mor nis ou par quin rol sal tour ul vil".split()


class Synthetic(NamedTuple):
    """The stakeholders of a graph.

    Attributes
    ----------
    everyone : dict
        Kind → stakeholders; those in front stand in most statements.
    wholes : list of int
        For each project the place of the one it is part of; -1 for none.
    silent : list of bool
        For each project whether nobody has a duty for it.
    seed : int
        Two graphs of one size and one seed are the same.
    """

    everyone: dict[Kind, list[Stakeholder]]
    wholes: list[int]
    silent: list[bool]
    seed: int

    def links(self, place: int) -> int:
        """Return how many links lead from a project to one that is not silent; -1 if none do."""
        links = 0
        while self.silent[place]:
            place, links = self.wholes[place], links + 1
            if place < 0:
                return -1
        return links


def synthetic(size: int, seed: int = 7) -> Synthetic:
    """Return a graph of so many stakeholders, and of ten times as many statements."""
    rng = Random(seed)  # noqa: S311  (no secret)
    places = _places(rng)
    everyone = {}
    for kind, (share, forms) in _KINDS.items():
        called = forms.split("|")
        names = (rng.choice(called).format(next(places)) for _ in range(size * share // 100))
        everyone[kind] = [Stakeholder(slug(name), name, kind) for name in names]
    projects = range(len(everyone[Kind.PROJECT]))
    above = [i // _BRANCHES for i in projects]
    wholes = [rng.randrange(max(0, up - 2), up + 1) if i else -1 for i, up in enumerate(above)]
    return Synthetic(everyone, wholes, [rng.random() < _SILENT for _ in projects], seed)


def _places(rng: Random) -> Iterator[str]:
    """Yield names of places, no two of which fold alike, in an order of no meaning."""
    syllables = [*product(_SYLLABLES, repeat=4)]
    rng.shuffle(syllables)
    yield from ("".join(parts).capitalize() for parts in syllables)


def statements(graph: Synthetic) -> Iterator[tuple[str, Rows]]:
    """Yield each relation with its statements, as rows that a store takes."""
    rng = np.random.default_rng(graph.seed)
    actors = [
        s for kind in (Kind.ORGANIZATION, Kind.ROLE, Kind.PERSON) for s in graph.everyone[kind]
    ]
    projects = graph.everyone[Kind.PROJECT]
    voiced = [p for p, silent in zip(projects, graph.silent, strict=True) if not silent]
    total = _STATEMENTS * sum(map(len, graph.everyone.values()))
    for relation, ends in _order(graph, rng).items():
        yield relation, _rows(relation, ends)
    for relation, (share, kind, exponent) in _RELATIONS.items():
        count = total * share // 100
        heads = graph.everyone[Kind.BODY] if relation == "GOVERNS" else actors
        sources = _draw(rng, heads, count, 0.6)
        targets = _draw(
            rng, voiced if relation in _DUTIES else graph.everyone[kind], count, exponent
        )
        ends = [(a, b) for a, b in zip(sources, targets, strict=True) if a is not b]
        yield relation, _rows(relation, ends)


def _order(graph: Synthetic, rng: np.random.Generator) -> dict[str, Ends]:
    """Return what is part of what, who holds which post, and who reports to whom."""
    projects, offices = graph.everyone[Kind.PROJECT], graph.everyone[Kind.ORGANIZATION]
    posts, persons = graph.everyone[Kind.ROLE], graph.everyone[Kind.PERSON]
    parts = [(projects[i], projects[up]) for i, up in enumerate(graph.wholes) if up >= 0]
    heads = [
        (office, offices[i - i % _HOUSE + (i % _HOUSE - 1) // _SPAN])
        for i, office in enumerate(offices)
        if i % _HOUSE
    ]
    placed = zip(posts, _draw(rng, offices, len(posts), 0.6), strict=True)
    return {
        "PART_OF": [*parts, *zip(persons, posts, strict=False)],
        "REPORTS_TO": [*heads, *placed],
    }


def _draw(
    rng: np.random.Generator, some: Sequence[Stakeholder], count: int, exponent: float
) -> list[Stakeholder]:
    """Return stakeholders by Zipf's law: the n-th in proportion to n to the minus exponent."""
    weights = np.arange(1, len(some) + 1) ** -exponent
    return [some[place] for place in rng.choice(len(some), count, p=weights / weights.sum())]


def _rows(relation: str, ends: Ends) -> Rows:
    words = relation.replace("_", " ").lower()
    return [
        {
            **{"source": a.id, "target": b.id, "id": f"{relation}-{number}"},
            "quote": f"It is recorded that {a.name} {words} {b.name}, as decided before.",
            "document": f"minutes-{number // _A_DOCUMENT}.md",
            **{"start_offset": 200 * number, "end_offset": 200 * number + 150},
            "locator": f"line {number}",
            "phase": _PHASES[number % len(_PHASES)],
            **{"since": "", "until": "", "frequency": "", "condition": "", "jointly_with": []},
            **{"confidence": 0.9, "asserted_by": "seed", "review": "proposed"},
            **{"source_name": a.name, "target_name": b.name},
        }
        for number, (a, b) in enumerate(ends)
    ]
