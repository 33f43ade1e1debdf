"""Work done aside: an interruption finds the main thread waiting, not a driver in mid-message."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread, current_thread, main_thread
from typing import TypeVar

from ...outcome import settle

T = TypeVar("T")

# Seconds in which a thread begins that was interrupted while it was started, if it ever does.
_BEGINS = 1.0


def aside(work: Callable[[], T], stop: Callable[[], None] | None = None) -> T:
    """Return what some work returns; interrupted, stop it if that can be, and wait for its end.

    Only the main thread is ever interrupted: others do the work themselves.
    """
    if current_thread() is not main_thread():
        return work()
    done = Future[T]()
    thread = Thread(target=settle, args=[done, work])
    try:
        thread.start()
        return done.result()
    except KeyboardInterrupt:
        if stop:
            stop()
        if _has_begun(thread):
            wait([done])
        raise


def _has_begun(thread: Thread) -> bool:
    """Tell whether a thread does its work: an executor forgets one whose start is interrupted."""
    deadline = time.monotonic() + _BEGINS
    while thread.ident is None and time.monotonic() < deadline:
        time.sleep(0.01)
    return thread.ident is not None
