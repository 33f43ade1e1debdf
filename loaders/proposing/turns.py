"""Turns: requests that are answered side by side, begun in order and never more than so many."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from threading import Thread
from typing import Generic, TypeVar

from ...outcome import settle

T = TypeVar("T")


@dataclass(slots=True)
class Turns(Generic[T]):
    """Work that is under way.

    Its threads are daemons: who interrupts the program does not wait for an answer that may take
    minutes.

    Attributes
    ----------
    most : int
        How much may be under way at a time.
    """

    most: int
    _under_way: set[Future[T]] = field(default_factory=set)

    def begin(self, work: Callable[[], T]) -> Future[T]:
        """Begin some work, once there is room for it."""
        while len(self._under_way) >= self.most:
            self.await_one()
        future: Future[T] = Future()
        Thread(target=settle, args=(future, work), daemon=True).start()
        self._under_way.add(future)
        return future

    def await_one(self) -> bool:
        """Wait until something is done; return whether anything was under way."""
        if not self._under_way:
            return False
        done, left = wait(self._under_way, return_when=FIRST_COMPLETED)
        self._under_way = set(left)
        return bool(done)
