"""Processes of this machine that read."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from functools import partial
from queue import SimpleQueue
from threading import Thread

from ...errors import StakeholderGraphError
from ..extraction import FileReader
from ..reading import File
from .team import Outcome
from .worker import Worker

# Documents that are begun for each process beside the next one: so many can be read while a long
# one is, or while others are written.
_AHEAD = 32

# Bytes of documents that take as long to read as a process takes to start.
_ENOUGH = 100_000


class Alone(AbstractContextManager["Alone", None]):
    """The process at hand, which reads each document when its turn comes."""

    ahead = 0

    def __init__(self, reader: FileReader) -> None:
        self._reader = reader

    def begin(self, file: File) -> Callable[[], Outcome]:
        """Return what reads a document."""
        return partial(self._reader.read, file)

    def __exit__(self, *_: object) -> None:
        """Do nothing."""


class Pool(AbstractContextManager["Pool", None]):
    """Several processes, each started when there is work for it."""

    def __init__(self, reader: FileReader, jobs: int) -> None:
        self._reader, self._jobs, self.ahead = pickle.dumps(reader), jobs, _AHEAD * jobs
        self._seconds = reader.limits.seconds
        self._workers: list[Worker] = []
        self._tasks: SimpleQueue[tuple[Future[Outcome], File]] = SimpleQueue()

    def begin(self, file: File) -> Callable[[], Outcome]:
        """Give a document to the next process that has nothing to do."""
        future = Future[Outcome]()
        self._tasks.put((future, file))
        if len(self._workers) < self._jobs:
            self._workers.append(Worker(self._reader, self._seconds))
            # It does nothing but wait for its process, and must not keep the program from ending.
            Thread(target=self._serve, args=[self._workers[-1]], daemon=True).start()
        return future.result

    def _serve(self, worker: Worker) -> None:
        while not worker.retired:
            future, file = self._tasks.get()
            try:
                future.set_result(worker.read(file))
            except StakeholderGraphError as error:
                future.set_exception(error)
            finally:
                future.cancel()  # without effect unless something else was raised

    def __exit__(self, *_: object) -> None:
        """End all processes, whatever they do."""
        for worker in self._workers:
            worker.retire()


class Growing(AbstractContextManager["Growing", None]):
    """The process at hand, alone, until there is so much to read that starting others pays."""

    def __init__(self, reader: FileReader) -> None:
        self._alone, self._pool = Alone(reader), Pool(reader, cores())
        self.ahead = self._pool.ahead
        self._deferred: list[_Deferred] = []
        self._grown = False

    def begin(self, file: File) -> Callable[[], Outcome]:
        """Take note of a document, and begin all noted ones once they are enough."""
        if self._grown:
            return self._pool.begin(file)
        new = _Deferred(file, self._alone.begin(file))
        self._deferred = [each for each in self._deferred if not each.done]
        self._deferred.append(new)
        if cores() > 1 and _is_enough([each.file for each in self._deferred]):
            self._grown = True
            for each in self._deferred:
                each.read = self._pool.begin(each.file)
            self._deferred.clear()
        return new.outcome

    def __exit__(self, *_: object) -> None:
        """End all processes."""
        self._pool.__exit__()


class _Deferred:
    """A document that nobody reads yet."""

    def __init__(self, file: File, read: Callable[[], Outcome]) -> None:
        self.file, self.read, self.done = file, read, False

    def outcome(self) -> Outcome:
        self.done = True
        return self.read()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_enough(files: list[File]) -> bool:
    return len(files) > 1 and sum(len(file.data) for file in files) >= _ENOUGH
