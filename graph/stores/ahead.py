"""Ahead: the next of some things is made while the one before is in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def ahead(things: Iterable[T]) -> Iterator[Iterator[T]]:
    """Give things in order, each of them made in a thread while the one before is in use.

    At most two are there at a time. At the end of the block none is being made any more.

    >>> with ahead(n * n for n in range(4)) as squares:
    ...     list(squares)
    [0, 1, 4, 9]
    """
    made = iter(things)
    with ThreadPoolExecutor(1) as thread:

        def each() -> Iterator[T]:
            coming = thread.submit(_next, made)
            while found := coming.result():
                coming = thread.submit(_next, made)
                yield found.pop()

        yield each()


def _next(things: Iterator[T]) -> list[T]:
    """Return the next in a list, or an empty one at the end."""
    return list(islice(things, 1))
