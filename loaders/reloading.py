"""Reloading: the documents of a store are read again from where they were."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InputError
from ..graph import Document, Store, Vocabulary
from .attachments import file_of
from .extraction import Extraction, Progress
from .files import Failure
from .formats import FORMATS
from .limits import LIMITS, Limits
from .loading import load
from .mapping import Mapping, load_mapping, shipped
from .report import LoadReport

_MAPPED = "mapping."


@dataclass(slots=True)
class Reloaded:
    """What a reload did.

    Attributes
    ----------
    report : LoadReport
        What was read.
    missing : dict of str to str
        Id → address of the documents whose file is gone.
    elsewhere : list of str
        Ids of those that never had a file here.
    """

    report: LoadReport = field(default_factory=LoadReport)
    missing: dict[str, str] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)


def reload(
    store: Store,
    documents: Collection[str] = (),
    *,
    vocabulary: Vocabulary | None = None,
    force: bool = False,
    forget_missing: bool = False,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    decisions: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
    scheduler: str = "",
    listener: Callable[[Extraction], None] | None = None,
) -> Reloaded:
    """Read documents of a store again, those whose file has changed.

    Documents that were read by a mapping of the program's own are read by it again; of those read
    by another mapping it is said that they have to be loaded with it.

    Parameters
    ----------
    store : Store
        What to bring up to date.
    documents : collection of str, optional
        Ids of the documents; all by default.
    force : bool, optional
        Read again what has not changed as well.
    forget_missing : bool, optional
        Forget the documents whose file is gone; they are kept otherwise.
    vocabulary, limits, progress, decisions, jobs, scheduler, listener : optional
        As `load` takes them.

    Raises
    ------
    InputError
        If a document is not in the store, or the file of decisions cannot be used.
    StoreError
        If the store refuses.
    """
    done = Reloaded()
    paths = defaultdict[str, list[str]](list)
    for document in _chosen(store, documents):
        if not document.address or "://" in document.address:
            done.elsewhere.append(document.id)
        elif (file := file_of(document.address)).exists():
            paths[_mapping(store, document)].append(str(file))
        else:
            done.missing[document.id] = document.address
    if forget_missing:
        for id_ in done.missing:
            store.forget(id_)
    known = shipped()
    for name, addresses in sorted(paths.items()):
        if name and name not in known:
            done.report.failures += [_unknown(address, name) for address in addresses]
            continue
        mapping: Mapping | None = load_mapping(name) if name else None
        report = load(
            addresses,
            store,
            vocabulary=vocabulary,
            force=force,
            limits=limits,
            progress=progress,
            decisions=decisions,
            mapping=mapping,
            jobs=jobs,
            scheduler=scheduler,
            listener=listener,
        )
        done.report.add(report)
    return done


def _chosen(store: Store, ids: Collection[str]) -> list[Document]:
    known = store.documents()
    strange = set(ids) - {each.id for each in known}
    if strange:
        remedy = "see `stakeholders documents`"
        raise InputError(f"no document {min(strange)!r} is in the store", remedy=remedy)
    return [each for each in known if not ids or each.id in ids]


def _mapping(store: Store, document: Document) -> str:
    """Return the name of the mapping that a document was read by, empty if it was by none."""
    kind = FORMATS.get(Path(document.address).suffix.lower())
    if kind and not kind.tabular:
        return ""
    told = store.told(document.id)
    by = {each.statement.asserted_by for each in told.statements} if told else set()
    return next((n.removeprefix(_MAPPED) for n in sorted(by) if n.startswith(_MAPPED)), "")


def _unknown(address: str, name: str) -> Failure:
    remedy = f"load it again with --mapping and the file of the mapping {name!r}"
    return Failure(address, InputError("was read by a mapping", where=address, remedy=remedy))
