"""A team: whoever reads documents, one or many."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from ..extraction import Extraction, FileReader
from ..files import Failure
from ..reading import File

Outcome = Extraction | Failure


class Team(AbstractContextManager["Team", None], Protocol):
    """Reads documents, several at a time; used in a ``with`` block, at whose end it goes home."""

    @property
    def ahead(self) -> int:
        """How many documents should be begun beside the next one."""

    def begin(self, file: File) -> Callable[[], Outcome]:
        """Begin to read a document, and return what waits for the outcome."""


def team(reader: FileReader, *, jobs: int | None = None, scheduler: str = "") -> Team:
    """Return who reads: this process, several processes, or a Dask cluster.

    Parameters
    ----------
    reader : FileReader
        What they read with; it must be one that can be pickled if there are several.
    jobs : int, optional
        How many processes; one is this process. By default as many as there are cores, once the
        documents are worth their start.
    scheduler : str, optional
        The address of the scheduler of a cluster.

    Raises
    ------
    InputError
        If there is no such number or address.
    WorkersError
        If the cluster cannot be reached or used.
    """
    if scheduler:
        from .cluster import Cluster

        return Cluster(reader, scheduler)
    from .pool import Alone, Growing, Pool

    if jobs is None:
        return Growing(reader)
    return Alone(reader) if jobs == 1 else Pool(reader, jobs)
