"""The collector of garbage, which has nothing to find in columns of a million values."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without it: it would walk the same values again and again, a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What is there now counts as old: it is not walked at once.
        gc.freeze()
        gc.unfreeze()
        if enabled:
            gc.enable()
