"""How well resolution does on names of our own: pairs and clusters, most of them traps.

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
from stakeholder_graph.loaders import Resolver

_HERE = Path(__file__).parent


def mention(given: str | Mapping[str, Any], kind: str) -> Mention:
    if isinstance(given, str):
        return Mention(given, Kind(kind))
    return Mention(
        given["name"],
        Kind(given.get("kind", kind)),
        tuple(given.get("aliases", ())),
        given.get("scope", ""),
        tuple(given.get("identifiers", ())),
    )


def _pairs() -> tuple[list[Any], list[Any]]:
    same, different = [], []
    for section in yaml.safe_load((_HERE / "pairs.yaml").read_text("utf-8")):
        kind = section["kind"]
        same += [tuple(mention(one, kind) for one in pair) for pair in section["same"]]
        different += [
            (mention(one, kind), mention(other, kind), why)
            for one, other, why in section["different"]
        ]
    return same, different


def _clusters() -> list[list[Mention]]:
    read = yaml.safe_load((_HERE / "clusters.yaml").read_text("utf-8"))
    return [[mention(one, "organization") for one in cluster] for cluster in read]


SAME, DIFFERENT = _pairs()
CLUSTERS = _clusters()


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


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT)
def test_a_trap_is_never_sprung(one: Mention, other: Mention, why: str) -> None:
    together = Resolver().resolve([one, other])
    assert together[one] != together[other], why
    for first, second in ((one, other), (other, one)):
        resolver = Resolver()
        ids = {**resolver.resolve([first]), **resolver.resolve([second])}
        assert ids[one] != ids[other], why


def test_most_of_what_is_the_same_is_found() -> None:
    missed = []
    for one, other in SAME:
        ids = Resolver().resolve([one, other])
        if ids[one] != ids[other]:
            missed.append((one.name, other.name))
    assert len(missed) <= 0.05 * len(SAME), missed


def test_clusters_resolved_at_once() -> None:
    mentions = [each for cluster in CLUSTERS for each in cluster]
    true = [place for place, cluster in enumerate(CLUSTERS) for _ in cluster]
    ids = Resolver().resolve(mentions)
    precision, recall = b_cubed([ids[each] for each in mentions], true)
    assert (precision, recall >= 0.85) == (1.0, True), (precision, recall)


def test_pairs_each_in_a_graph_of_its_own() -> None:
    found, true = [], []
    for number, (one, other, *why) in enumerate((*SAME, *DIFFERENT)):
        ids = Resolver().resolve([one, other])
        found += [f"{number} {ids[one]}", f"{number} {ids[other]}"]
        true += [2 * number, 2 * number + bool(why)]
    precision, recall = b_cubed(found, true)
    assert precision >= 0.98, precision
    assert recall >= 0.85, recall


def test_no_two_clusters_share_a_mention() -> None:
    for one, other in combinations(CLUSTERS, 2):
        assert not any(first == second for first, second in product(one, other))
