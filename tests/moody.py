"""A reader that some documents are too much for; it stands where processes can import it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stakeholder_graph.graph import Statement
from stakeholder_graph.loaders import Source


@dataclass(frozen=True)
class Held:
    check: str
    reason: str


@dataclass(frozen=True)
class Read:
    rejected: tuple[Held, ...]
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()


class MoodyReader:
    """Holds back the number of its process; dies or hangs where a document asks for it."""

    def read_all(self, sources: Iterable[Source]) -> Iterator[Read]:
        for source in sources:
            words = source.document.text.split()
            if "KILL" in words:
                os.kill(os.getpid(), signal.SIGKILL)
            if "HANG" in words:
                time.sleep(600)
            if "MEMORY" in words:
                raise MemoryError
            yield Read((Held("process", str(os.getpid())),))
