"""Which files to read: paths, folders and globs become one sorted list of documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from .formats import FORMATS

_MAGIC = set("*?[")


@dataclass(frozen=True, slots=True)
class Failure:
    """A path that could not be read, and why."""

    path: str
    error: InputError

    def __str__(self) -> str:
        """Return the one line that tells a person."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once, and the paths that lead to none."""

    files: tuple[Path, ...]
    failures: tuple[Failure, ...]


def find(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """Return the documents that paths lead to; a bad path never loses the good ones.

    Parameters
    ----------
    paths : iterable of path
        Files; folders, searched to the bottom without following links; globs, in which ``**``
        means any number of folders. Hidden files are left out unless they are named.

    Returns
    -------
    Found
        Files in the order of the paths, sorted within each.
    """
    files: dict[Path, None] = {}
    failures = []
    for path in [os.fspath(path) for path in paths]:
        try:
            files.update(dict.fromkeys(_expand(path)))
        except InputError as error:
            failures.append(Failure(path, error))
    return Found(tuple(files), tuple(failures))


def find_records(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """Return the files and the folders that a mapping is to read, each as it is named."""
    files, failures = [], []
    for path in map(Path, paths):
        if path.exists():
            files.append(path)
        else:
            error = InputError("no such file or folder", where=str(path), remedy="check the path")
            failures.append(Failure(str(path), error))
    return Found(tuple(dict.fromkeys(files)), tuple(failures))


def _expand(path: str) -> list[Path]:
    place = Path(path)
    if place.is_dir():
        return _some(sorted(_walk(place)), path, "holds no document")
    if place.is_file():
        return [_known(place)]
    if _MAGIC & set(path):
        return _some(sorted(_match(path)), path, "matches no document")
    if place.is_symlink():
        raise InputError("is a link that leads nowhere", where=path, remedy="mend or remove it")
    raise InputError("no such file or folder", where=path, remedy="check the path")


def _walk(folder: Path) -> Iterator[Path]:
    # Links to folders are not followed: a loop of links would have no end.
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _hidden(name)]
        for name in names:
            file = Path(here, name)
            if not _hidden(name) and file.suffix.lower() in FORMATS and file.is_file():
                yield file


def _match(path: str) -> Iterator[Path]:
    pattern = Path(path).expanduser()
    root = Path(pattern.anchor)
    try:
        matches = list(root.glob(str(pattern.relative_to(root))))
    except ValueError as error:
        raise InputError(f"is no pattern ({error})", where=path, remedy="mend it") from error
    for match in matches:
        if any(map(_hidden, match.parts)) and not any(map(_hidden, pattern.parts)):
            continue
        if match.is_dir():
            yield from _walk(match)
        elif match.suffix.lower() in FORMATS:
            yield match


def _some(files: list[Path], path: str, what: str) -> list[Path]:
    if not files:
        raise InputError(what, where=path, remedy=f"documents end in {_suffixes()}")
    return files


def _known(file: Path) -> Path:
    if file.suffix.lower() not in FORMATS:
        raise InputError(
            f"cannot read {file.suffix or 'a file without a suffix'}",
            where=str(file),
            remedy=f"documents end in {_suffixes()}",
        )
    return file


def _hidden(name: str) -> bool:
    # Word and Excel keep a file ~$name.docx beside one that somebody has open.
    return name.startswith((".", "~$")) and name != ".."


def _suffixes() -> str:
    return ", ".join(FORMATS)
