"""Outcomes in order, begun ahead, but not too far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.loaders.workers.ordered import in_order


@given(st.integers(0, 30), st.integers(0, 10))
def test_outcomes_are_in_order_and_few_are_begun_ahead(count: int, ahead: int) -> None:
    begun = 0

    def work() -> Iterator[tuple[int, Callable[[], int]]]:
        nonlocal begun
        for number in range(count):
            begun += 1
            yield 1, partial(int, number)

    seen = []
    for outcome in in_order(work(), ahead):
        seen.append(outcome)
        assert begun <= len(seen) + ahead
    assert seen == list(range(count))


def test_large_documents_are_not_all_in_memory() -> None:
    begun = 0

    def work() -> Iterator[tuple[int, Callable[[], int]]]:
        nonlocal begun
        for number in range(20):
            begun += 1
            yield 9_000_000, partial(int, number)

    for done, _ in enumerate(in_order(work(), 100), 1):
        assert begun <= done + 2
