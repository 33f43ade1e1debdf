"""Files: the graph in the format that the name of a file tells."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from ...errors import InputError
from ...whole_file import write_whole
from ..vocabulary import Vocabulary
from .cypher import to_cypher
from .gexf import to_gexf
from .graphml import to_graphml
from .jsonld import to_jsonld
from .parquet import to_parquet
from .snapshot import Snapshot
from .tables import to_csv

Content = bytes | dict[str, bytes]

WRITERS: Mapping[str, Callable[[Snapshot, Vocabulary], Content]] = {
    "graphml": lambda snapshot, _: to_graphml(snapshot),
    "gexf": lambda snapshot, _: to_gexf(snapshot),
    "csv": lambda snapshot, _: to_csv(snapshot),
    "cypher": to_cypher,
    "parquet": lambda snapshot, _: to_parquet(snapshot),
    "jsonld": to_jsonld,
}
FORMATS = tuple(WRITERS)
"""What can be written; csv and parquet are folders."""


def format_of(path: str | os.PathLike[str]) -> str:
    """Return the format that a name ends in.

    Raises
    ------
    InputError
        If it ends in none.

    Examples
    --------
    >>> format_of("network.GraphML")
    'graphml'
    """
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in WRITERS:
        raise InputError(
            "does not tell a format",
            where=str(path),
            remedy=f"name one of {', '.join(FORMATS)}, or end the name in one",
        )
    return ending


def export(
    snapshot: Snapshot, path: str | os.PathLike[str], form: str, vocabulary: Vocabulary
) -> list[Path]:
    """Write a graph in a format of `FORMATS`, each file whole or not at all; return the files.

    Raises
    ------
    InputError
        If a file cannot be written.
    StakeholderGraphError
        If the format needs an extra that is missing.
    """
    content = WRITERS[form](snapshot, vocabulary)
    if isinstance(content, bytes):
        return [write_whole(path, content)]
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"is no folder ({error.strerror})", where=str(folder), remedy="name another one"
        ) from error
    return [write_whole(folder / name, data) for name, data in content.items()]
