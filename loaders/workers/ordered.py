"""Outcomes in order: work is begun ahead of them, but only so far that memory stays bounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

# Bytes of documents whose reading has begun, beside the next one.
_BYTES = 20_000_000


def in_order(begun: Iterable[tuple[int, Callable[[], T]]], ahead: int) -> Iterator[T]:
    """Yield the outcome of each piece of work, in order.

    Parameters
    ----------
    begun : iterable of (int, callable)
        The size in bytes of a piece of work, and what waits for its outcome. Taking one from the
        iterable begins it.
    ahead : int
        How many may be begun beside the next one.

    Examples
    --------
    >>> list(in_order([(1, lambda: "a"), (1, lambda: "b")], 5))
    ['a', 'b']
    """
    waiting: deque[tuple[int, Callable[[], T]]] = deque()
    size = 0
    for each in begun:
        waiting.append(each)
        size += each[0]
        while len(waiting) > ahead or (size > _BYTES and waiting):
            bytes_, outcome = waiting.popleft()
            size -= bytes_
            yield outcome()
    for _, outcome in waiting:
        yield outcome()
