"""Files: the graph in the format that a name or a content tells, out and in."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ...errors import InputError
from ...whole_file import write_whole
from ..vocabulary import Vocabulary
from .extension import KEY
from .formats import FORMATS
from .jsonld import OWN
from .snapshot import Snapshot
from .tables import NODES as CSV_NODES
from .xml import read_whole

_LOOKED_AT = 4096


def format_of(path: str | os.PathLike[str]) -> str:
    """Return the format that a name ends in.

    Raises
    ------
    InputError
        If it ends in none.

    Examples
    --------
    >>> format_of("network.GraphML"), format_of("people.popolo.json")
    ('graphml', 'popolo')
    """
    if found := _named(Path(path)):
        return found
    raise InputError(
        "does not tell a format",
        where=str(path),
        remedy=f"name one of {', '.join(FORMATS)}, or end the name in one",
    )


def recognise(path: str | os.PathLike[str]) -> str:
    """Return the format of a file or folder, from what it holds, else from its name.

    Raises
    ------
    InputError
        If it is of none, or not there.
    """
    path = Path(path)
    if path.suffix.lower() in (".ttl", ".nt"):
        return "jsonld"  # linked data in another syntax
    if path.is_dir():
        kinds = {"csv": CSV_NODES, "parquet": "stakeholders.parquet"}
        found = next((form for form, name in kinds.items() if (path / name).is_file()), "")
    else:
        found = _held(path) or _named(path)
    if not found:
        raise InputError(
            "is of no format that can be imported",
            where=str(path),
            remedy=f"name one with --from: {', '.join(n for n, f in FORMATS.items() if f.read)}",
        )
    return found


def holds_own_terms(path: str | os.PathLike[str]) -> bool:
    """Tell whether this program wrote a file, or another one from what it wrote."""
    data = read_whole(path)
    return f'"{KEY}"'.encode() in data or OWN.encode() in data


def read_graph(path: str | os.PathLike[str], form: str) -> Snapshot:
    """Return the graph of a file or folder that `export` made.

    Raises
    ------
    InputError
        If it is none, or the format is not read back.
    StakeholderGraphError
        If the format needs an extra that is missing.
    """
    if (read := FORMATS[form].read) is None:
        raise InputError(
            "is a script, which only a database can run",
            where=str(path),
            remedy="run it there, or import another format",
        )
    return read(Path(path))


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
    content = FORMATS[form].write(snapshot, vocabulary)
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


def _named(path: Path) -> str:
    name = path.name.lower()
    return next((form for form, known in FORMATS.items() if name.endswith(known.endings)), "")


def _held(path: Path) -> str:
    """Return the format that the content of a file shows; empty if it shows none."""
    data = read_whole(path)
    start = data[:_LOOKED_AT].decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        marks = {"graphml": "graphml.graphdrawing.org", "gexf": "gexf.net/"}
        return next((form for form, mark in marks.items() if mark in start), "")
    return _held_json(data) if start.startswith("{") else ""


def _held_json(data: bytes) -> str:
    try:
        first = json.loads(data.partition(b"\n")[0])
    except (ValueError, RecursionError):
        first = None
    if isinstance(first, dict) and {"schema", "properties"} <= set(first):
        return "ftm"
    try:
        whole = first or json.loads(data)
    except (ValueError, RecursionError):
        return ""
    if {"@graph", "@context"} & set(whole):
        return "jsonld"
    return "popolo" if "memberships" in whole else ""
