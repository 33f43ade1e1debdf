"""Resolving a hundred thousand names: the time and the memory, and how both grow."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from stakeholder_graph.graph import Kind, Mention, Stakeholder
from stakeholder_graph.loaders import Resolver, candidates

_HEADS = (
    *("Agence de l'eau", "Direction régionale", "Communauté d'agglomération", "Syndicat mixte"),
    *("Department of Health", "Harbour Board", "Comité de pilotage"),
)
_MANY, _SECONDS = 100_000, 60.0


def mentions(count: int) -> list[Mention]:
    """Return names that share their heads, each with a place of its own and an acronym."""
    return [
        Mention(
            f"{_HEADS[i % len(_HEADS)]} {chr(65 + i % 26)}alm{i % 9973} de Ville{i}",
            Kind.ORGANIZATION,
            (f"AC{i}X",) if i % 2 else (),
        )
        for i in range(count)
    ]


def _cost(count: int) -> tuple[float, float]:
    named = mentions(count)
    start = time.process_time()
    Resolver().resolve(named)
    seconds = time.process_time() - start
    tracemalloc.start()
    Resolver().resolve(named[: count // 10])
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, peak


def test_a_hundred_thousand_names(capsys: pytest.CaptureFixture[str]) -> None:
    half, less = _cost(_MANY // 2)
    whole, more = _cost(_MANY)
    with capsys.disabled():
        print(f"\nresolving {_MANY}: {whole:.1f} s ({half:.1f} s for half); a tenth {more:.0f} MB")
    assert whole < _SECONDS
    assert whole < 3 * half
    assert more < 3 * less


def test_candidates_of_a_hundred_thousand(capsys: pytest.CaptureFixture[str]) -> None:
    known = [
        Stakeholder(f"s{i}", mention.name, mention.kind, mention.aliases)
        for i, mention in enumerate(mentions(_MANY))
    ]
    start = time.process_time()
    found = candidates(known)
    seconds = time.process_time() - start
    with capsys.disabled():
        print(f"\ncandidates of {_MANY}: {seconds:.1f} s, {len(found)} pairs")
    assert seconds < _SECONDS
