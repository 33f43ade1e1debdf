"""Watching: a store is kept in step with folders."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import InputError, MissingExtraError
from ..graph import Document, Store, Told
from .attachments import file_of
from .extraction import Progress
from .files import find
from .loading import load
from .reading import fetch, name
from .report import LoadReport

# Milliseconds in which changes are taken together, and after which somebody looks for a retry.
_TOGETHER, _RETRY = 1_600, 5_000

# Seconds that all files must have been left alone before they are read, and how long to wait.
_QUIET, _PATIENCE = 0.3, 30.0

_Stamp = tuple[int, int, int]


@dataclass(slots=True)
class Step:
    """What was done to bring a store in step.

    Attributes
    ----------
    report : LoadReport
        What was read.
    renamed : dict of str to str
        Old id → new id of the documents whose file has another name.
    forgotten : list of str
        Ids of the documents whose file is gone.
    """

    report: LoadReport = field(default_factory=LoadReport)
    renamed: dict[str, str] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether anything was done or could not be."""
        return bool(self.report.loaded or self.report.failures or self.renamed or self.forgotten)


class Watch:
    """Folders and the store that is to say what their documents say.

    The store is open only while something is written.

    Parameters
    ----------
    folders : sequence of path
        Searched to the bottom, as `find` does.
    open_store : callable
        Opens the store for writing.
    options : object
        What `load` takes beside paths and store.

    Raises
    ------
    InputError
        If a folder is none.
    """

    def __init__(
        self,
        folders: Sequence[str | os.PathLike[str]],
        open_store: Callable[[], Store],
        **options: Any,
    ) -> None:
        self._folders = [Path(folder) for folder in folders]
        for folder in self._folders:
            if not folder.is_dir():
                raise InputError("is no folder", where=str(folder), remedy="name one to watch")
        self._open, self._options = open_store, options
        self._devices = [folder.stat().st_dev for folder in self._folders]
        self._stamps: dict[Path, _Stamp] = {}
        self._twins: set[Path] = set()
        self._steps, self._unfinished = 0, True

    def changes(self) -> Iterator[None]:
        """Yield at once, and then whenever something in the folders may have changed.

        It also yields a few seconds after a step that was refused.

        Raises
        ------
        InputError
            If the extra ``watch`` is not installed.
        KeyboardInterrupt
            At Ctrl-C.
        """
        try:
            import watchfiles
        except ImportError as error:
            raise MissingExtraError("watching needs watchfiles", "watch") from error
        yield
        for changed in watchfiles.watch(
            *self._folders,
            watch_filter=lambda _, path: not is_temporary(path),
            debounce=_TOGETHER,
            rust_timeout=_RETRY,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            if changed or self._unfinished:
                yield

    def step(self, progress: Progress | None = None) -> Step:
        """Bring the store in step with the folders.

        Raises
        ------
        InputError
            If a folder is not there any more, or another disk is.
        StoreError
            If the store refuses; call it again later.
        """
        done = Step()
        # What changed during the first step is found by the second: nobody watched yet.
        self._unfinished = True
        self._check()
        stamps = self._settled()
        changed = {path for path, stamp in stamps.items() if self._stamps.get(path) != stamp}
        if not self._steps or changed or stamps.keys() != self._stamps.keys():
            # What has the content of another is looked at again: the other may have gone.
            changed |= self._twins & stamps.keys()
            with self._open() as store:
                if stamps or self._steps:
                    _tidy(store, self._folders, sorted(changed), done)
                report = load(sorted(changed), store, progress=progress, **self._options)
            report.failures = [each for each in report.failures if file_of(each.path).exists()]
            done.report, self._stamps = report, stamps
            self._twins -= changed
            self._twins.update(map(file_of, report.duplicates))
        self._steps += 1
        self._unfinished = self._steps == 1
        return done

    def _check(self) -> None:
        for folder, device in zip(self._folders, self._devices, strict=True):
            if not folder.is_dir() or folder.stat().st_dev != device:
                remedy = "bring it back, or stop watching; nothing is forgotten meanwhile"
                raise InputError("is not there any more", where=str(folder), remedy=remedy)

    def _settled(self) -> dict[Path, _Stamp]:
        """Return the files and their stamps, once nobody writes them any more."""
        deadline = time.monotonic() + _PATIENCE
        before = self._stamps
        while (now := self._scan()) != before and time.monotonic() < deadline:
            before = now
            time.sleep(_QUIET)
        return now

    def _scan(self) -> dict[Path, _Stamp]:
        found = ((path, _stamp(path)) for path in find(self._folders).files)
        return {path: stamp for path, stamp in found if stamp}


def is_temporary(path: str) -> bool:
    """Tell whether a file is one that editors and systems keep for a while.

    >>> [is_temporary(name) for name in ("a/.a.md.swp", "~$a.docx", "a.md~", "#a.md#", "a.md")]
    [True, True, True, True, False]
    """
    file = Path(path).name
    return file.startswith((".", "~", "#")) or file.endswith(("~", ".tmp", ".part", ".crdownload"))


def _tidy(store: Store, folders: Sequence[Path], changed: Sequence[Path], done: Step) -> None:
    """Rename the documents whose file was renamed, and forget those whose file is gone."""
    roots = [folder.resolve() for folder in folders]
    documents = store.documents()
    gone = [each for each in documents if _is_gone(file_of(each.address), roots)]
    if not gone:
        return
    known = {each.address for each in documents}
    new = {_hash(path): path for path in changed if str(path.resolve()) not in known}
    for document in gone:
        path = new.pop(document.sha256, None)
        if path and _rename(store, document, path, done):
            continue
        store.forget(document.id)
        done.forgotten.append(document.id)


def _is_gone(address: Path, roots: Sequence[Path]) -> bool:
    return any(map(address.is_relative_to, roots)) and not address.exists()


def _rename(store: Store, document: Document, path: Path, done: Step) -> bool:
    """Give a document the name and address of another file, unless other names depend on its own.

    The committee of a document that names no other is "committee (document)".
    """
    told = store.told(document.id)
    id_ = name(path)
    if told is None or store.text(id_) or document.id in _scopes(told):
        return False
    old = told.document
    title = path.name if old.title == Path(old.address).name else old.title
    renamed = replace(old, id=id_, address=str(path.resolve()), title=title)
    said = [
        replace(each, statement=replace(each.statement, document=id_)) for each in told.statements
    ]
    store.write(renamed, told.mentions, said)
    store.forget(document.id)
    done.renamed[document.id] = id_
    return True


def _scopes(told: Told) -> set[str]:
    return {mention.scope for named in told.mentions.values() for mention in named}


def _hash(path: Path) -> str:
    try:
        return fetch(path).sha256
    except InputError:
        return ""  # whatever is wrong with it is told when it is read


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
