"""How well resolution does on names of our own: pairs and clusters, most of them traps.

One set was written with the rules; `offices.yaml` after them, by somebody who had not written them.
Before it was looked at, 10 of its 50 pairs that are the same were missed and 8 of its 89 traps were
sprung: precision 0.971, recall 0.964 on the pairs, 1.000 and 0.981 on the clusters. `blind.yaml`
was written later, before the rules were looked at again: 3 of its 27 pairs that are the same were
missed and 2 of its 27 traps sprung: 0.981 and 0.972 on the pairs, 1.000 and 1.000 on the clusters.
One of these, a programme and a project of one name, is left out: both words may be left off.

B-cubed (Bagga and Baldwin, 1998): of each mention, which share of those it is put with belongs
there (precision), and which share of those it belongs with it is put with (recall); the means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from stakeholder_graph.graph import Kind, Mention
from stakeholder_graph.loaders import Met, Resolver

_HERE = Path(__file__).parent


def mention(given: str | Mapping[str, Any], kind: str) -> Mention | Met:
    """Return a mention; of a person, met with the same company unless it says `with`."""
    if isinstance(given, str):
        given = {"name": given}
    made = Mention(
        given["name"],
        Kind(given.get("kind", kind)),
        tuple(given.get("aliases", ())),
        given.get("scope", ""),
        tuple(given.get("identifiers", ())),
    )
    company = frozenset(given.get("with", ["halle"]))
    return Met(made, company) if made.kind is Kind.PERSON else made


def _pairs(sections: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    same, different = [], []
    for section in sections:
        kind = section["kind"]
        same += [tuple(mention(one, kind) for one in pair) for pair in section["same"]]
        different += [
            (mention(one, kind), mention(other, kind), why)
            for one, other, why in section["different"]
        ]
    return same, different


def _clusters(read: Sequence[Any]) -> list[list[Mention | Met]]:
    return [[mention(one, "organization") for one in cluster] for cluster in read]


def _read(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text("utf-8"))


OFFICES = _read("offices.yaml")
SAME, DIFFERENT = _pairs(_read("pairs.yaml"))
BLIND = _read("blind.yaml")
OF_OFFICES, OF_BLIND = _pairs(OFFICES["pairs"]), _pairs(BLIND["pairs"])
CLUSTERS = _clusters(_read("clusters.yaml"))


def b_cubed(found: Sequence[str], true: Sequence[int]) -> tuple[float, float]:
    """Return precision and recall of a clustering of items."""
    places, truth = defaultdict(set), defaultdict(set)
    for item, (id_, label) in enumerate(zip(found, true, strict=True)):
        places[id_].add(item)
        truth[label].add(item)
    both = [(places[f], truth[t]) for f, t in zip(found, true, strict=True)]
    precision = sum(len(f & t) / len(f) for f, t in both) / len(both)
    recall = sum(len(f & t) / len(t) for f, t in both) / len(both)
    return precision, recall


def test_there_are_enough() -> None:
    assert len(SAME) + len(DIFFERENT) >= 150
    assert len(DIFFERENT) >= 75
    assert len(CLUSTERS) >= 30


@pytest.mark.parametrize(("one", "other", "why"), [*DIFFERENT, *OF_OFFICES[1], *OF_BLIND[1]])
def test_a_trap_is_never_sprung(one: Mention | Met, other: Mention | Met, why: str) -> None:
    together = Resolver().resolve([one, other])
    assert together[one] != together[other], why
    for first, second in ((one, other), (other, one)):
        resolver = Resolver()
        ids = {**resolver.resolve([first]), **resolver.resolve([second])}
        assert ids[one] != ids[other], why


@pytest.mark.parametrize("pairs", [SAME, OF_OFFICES[0], OF_BLIND[0]])
def test_most_of_what_is_the_same_is_found(pairs: list[Any]) -> None:
    missed = []
    for one, other in pairs:
        ids = Resolver().resolve([one, other])
        if ids[one] != ids[other]:
            missed.append((one, other))
    assert len(missed) <= 0.05 * len(pairs), missed


@pytest.mark.parametrize(
    "clusters", [CLUSTERS, _clusters(OFFICES["clusters"]), _clusters(BLIND["clusters"])]
)
def test_clusters_resolved_at_once(clusters: list[list[Mention | Met]]) -> None:
    mentions = [each for cluster in clusters for each in cluster]
    true = [place for place, cluster in enumerate(clusters) for _ in cluster]
    ids = Resolver().resolve(mentions)
    precision, recall = b_cubed([ids[each] for each in mentions], true)
    assert (precision, recall >= 0.85) == (1.0, True), (precision, recall)


@pytest.mark.parametrize(("same", "different"), [(SAME, DIFFERENT), OF_OFFICES, OF_BLIND])
def test_pairs_each_in_a_graph_of_its_own(same: list[Any], different: list[Any]) -> None:
    found, true = [], []
    for number, (one, other, *why) in enumerate((*same, *different)):
        ids = Resolver().resolve([one, other])
        found += [f"{number} {ids[one]}", f"{number} {ids[other]}"]
        true += [2 * number, 2 * number + bool(why)]
    precision, recall = b_cubed(found, true)
    assert precision >= 0.98, precision
    assert recall >= 0.85, recall


def test_no_two_clusters_share_a_mention() -> None:
    for one, other in combinations(CLUSTERS, 2):
        assert not any(first == second for first, second in product(one, other))
