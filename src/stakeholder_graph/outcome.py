"""Outcome: what some work comes to, put where others wait for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def settle(done: Future[T], work: Callable[[], T]) -> None:
    """Do some work, and put what it returns, or raises, where it is waited for.

    >>> future = Future[int]()
    >>> settle(future, lambda: 6 * 7)
    >>> future.result()
    42
    """
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001  (raised where the work is waited for)
        done.set_exception(error)
