"""Work done aside: an interruption finds the main thread waiting, not a driver in mid-message."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import current_thread, main_thread
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T], stop: Callable[[], None] | None = None) -> T:
    """Return what some work returns; interrupted, stop it if that can be, and wait for its end.

    Only the main thread is ever interrupted: others do the work themselves.
    """
    if current_thread() is not main_thread():
        return work()
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(work)
        try:
            return done.result()
        except KeyboardInterrupt:
            if stop:
                stop()
            raise
