"""Extracting: what documents state, without a store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from ..graph import Vocabulary
from .attachments import unfold
from .extraction import Extraction, Progress, Reader, file_reader
from .files import Failure, find
from .limits import LIMITS, Limits
from .reading import File
from .workers import Team, in_order, team


def extract(
    paths: Iterable[str | os.PathLike[str]],
    *,
    vocabulary: Vocabulary | None = None,
    reader: Reader | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    jobs: int | None = None,
    scheduler: str = "",
) -> Iterator[Extraction | Failure]:
    """Yield what each document states, in order; of a path that cannot be read, why.

    Parameters
    ----------
    paths : iterable of path
        Files, folders and globs, as `find` takes them.
    vocabulary : Vocabulary, optional
        The relations to read; the built-in ones by default.
    reader : Reader, optional
        What reads the prose, in this process; the project's own by default.
    limits : Limits, optional
        What a file may not exceed.
    progress : callable, optional
        Told of each file that is done.
    jobs : int, optional
        How many processes read. By default as many as there are cores, where the documents are
        worth their start. The outcome is the same.
    scheduler : str, optional
        The address of a Dask scheduler, whose workers read instead: ``tcp://host:8786``. This
        needs the extra ``dask``.

    Raises
    ------
    WorkersError
        If processes or the cluster cannot be used.
    """
    found = find(paths)
    yield from found.failures
    with team(
        file_reader(reader, vocabulary, limits), jobs=1 if reader else jobs, scheduler=scheduler
    ) as who:
        parts = (part for path in found.files for part in unfold(path, limits))
        begun = (_begin(part, who) for part in parts)
        for done, outcome in enumerate(in_order(begun, who.ahead), 1):
            yield outcome
            if progress:
                progress(done, max(done, len(found.files)), outcome.path)


def _begin(part: File | Failure, who: Team) -> tuple[int, Callable[[], Extraction | Failure]]:
    if isinstance(part, Failure):
        return 0, lambda: part
    return len(part.data), who.begin(part)
