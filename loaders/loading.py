"""Loading: documents into a store, by four verbs: read, transform, resolve, write."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ..errors import InputError
from ..graph import Document, Mention, Store, StoredStatement, Told, Vocabulary, load_vocabulary
from .attachments import file_of, unfold
from .company import ends, known_company, resolve_all
from .decisions import (
    Decision,
    Directory,
    Erased,
    Ledger,
    Match,
    Matcher,
    Plan,
    cypher,
    kept_apart,
    match_of,
    plan,
    replay,
    revised,
)
from .extraction import Extraction, Progress, Reader, batches, file_reader
from .files import Failure, find, find_records
from .forgetting import without
from .limits import LIMITS, Limits
from .mapping import Mapping as Mapped
from .mapping import read_records
from .reading import File, fetch
from .report import LoadReport
from .resolution import Resolver
from .size import is_large
from .workers import Outcome, Team, in_order, team


def load(
    paths: Iterable[str | os.PathLike[str]],
    store: Store,
    *,
    vocabulary: Vocabulary | None = None,
    reader: Reader | None = None,
    force: bool = False,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    decisions: str | os.PathLike[str] | None = None,
    mapping: Mapped | None = None,
    jobs: int | None = None,
    scheduler: str = "",
    listener: Callable[[Extraction], None] | None = None,
) -> LoadReport:
    """Load documents into a store; a file that cannot be read never loses the others.

    A file loaded before with the same content is left as it is, and so is one whose content
    another document has. A file whose content has changed replaces what it stated. Each document
    is written in one transaction, a large list of statements in batches that a further load
    completes, so a load that is stopped can simply be started again.

    Parameters
    ----------
    paths : iterable of path
        Files, folders and globs, as `find` takes them.
    store : Store
        Where to.
    vocabulary : Vocabulary, optional
        The relations to read; the built-in ones by default.
    reader : Reader, optional
        What reads the prose, in this process; the project's own by default.
    force : bool, optional
        Read again what has not changed.
    limits : Limits, optional
        What a file may not exceed.
    progress : callable, optional
        Told of each file that is done.
    decisions : path, optional
        The file of what people have decided, done on all that is in the store; see `Ledger`.
    mapping : mapping.Mapping, optional
        How the files, or the folders with all files of the mapping, are read as records.
    jobs : int, optional
        How many processes read. By default as many as there are cores, where the documents are
        worth their start. What is loaded is the same.
    scheduler : str, optional
        The address of a Dask scheduler, whose workers read instead: ``tcp://host:8786``. This
        needs the extra ``dask``.
    listener : callable, optional
        Told of what was read in each document, once it is written.

    Raises
    ------
    InputError
        If the file of decisions cannot be used.
    WorkersError
        If processes or the cluster cannot be used.
    StoreError
        If the store refuses.
    """
    found = find_records(paths) if mapping else find(paths)
    known = vocabulary or load_vocabulary()
    decided = Ledger(Path(decisions), known.relations).read() if decisions else []
    run = _Load(
        store,
        decided,
        known,
        force=force,
        limits=limits,
        progress=progress,
        listener=listener,
        total=len(found.files),
    )
    run.report.failures += found.failures
    if mapping:
        run.read_records(found.files, mapping)
    else:
        whole = file_reader(reader, vocabulary, limits)
        with team(whole, jobs=1 if reader else jobs, scheduler=scheduler) as who:
            for batch in batches(run.read(found.files, who)):
                run.write(batch)
    run.report.stakeholders = len(run.stakeholders)
    if decisions:
        run.report.decisions = replay(store, decided)
    return run.report


class _Load:
    """One load under way: what the store knows, and what has been done so far."""

    def __init__(
        self,
        store: Store,
        decisions: Sequence[Decision],
        vocabulary: Vocabulary,
        *,
        force: bool,
        limits: Limits,
        progress: Progress | None,
        listener: Callable[[Extraction], None] | None,
        total: int,
    ) -> None:
        self.store, self.decisions, self.force, self.limits = store, decisions, force, limits
        self.vocabulary = vocabulary
        self.progress, self.total, self.done = progress, total, 0
        self.listener = listener
        self.report = LoadReport()
        self.stakeholders: set[str] = set()
        self.attached: dict[str, list[str]] = {}
        self.know()
        self.erased = Erased(each.erasure for each in decisions if each.erasure)
        documents = store.documents()
        self.at = {document.address: document for document in documents}
        self.holding = {document.sha256: document.id for document in documents}
        self.taken = {document.id: document.address for document in documents}
        self.hanging: dict[str, list[str]] = defaultdict(list)  # mail → what was attached to it
        for address in filter(lambda each: "#" in each, self.at):
            if (mail := str(file_of(address))) != address:
                self.hanging[mail].append(address)

    def read(self, files: Sequence[Path], who: Team) -> Iterator[Extraction]:
        """Yield what files state that are new or have changed."""
        paths: deque[str] = deque()
        begun = (self.begin(part, who) for part in self.parts(files, paths))
        for outcome in in_order(begun, who.ahead):
            path = paths.popleft()
            if isinstance(outcome, Extraction):
                yield self.settle(outcome)
                continue
            if outcome:
                self.report.failures.append(outcome)
            self.tell(path)

    def parts(self, files: Iterable[Path], paths: deque[str]) -> Iterator[Path | File | Failure]:
        """Yield what there is to read: files, and what is attached to mails; note where each is."""
        for path in files:
            if is_large(path):
                paths.append(str(path))
                yield path
                continue
            parts = list(unfold(path, self.limits))
            self.total += len(parts) - 1
            for part in parts:
                paths.append(str(part.path))
                yield part
            there = [part.address for part in parts if isinstance(part, File)]
            if there:
                self.attached[there[0]] = there

    def begin(
        self, part: Path | File | Failure, who: Team
    ) -> tuple[int, Callable[[], Outcome | None]]:
        """Begin to read a file that seems to be needed; return its size, and what ends it."""
        if isinstance(part, Path):
            return 0, partial(self.end_large, part, who)
        if isinstance(part, Failure):
            return 0, lambda: part
        called = self.called(part)
        wait = None if self.has(part) else who.begin(called)

        def end() -> Outcome | None:
            """Return what it states now that all before it are known, if that is needed."""
            if self.skip(part):
                return None
            now = self.called(part)
            return (wait if wait and now.id == called.id else who.begin(now))()

        return len(part.data), end

    def called(self, file: File) -> File:
        """Give a file the id its document had, or one that no other document has."""
        known = self.at.get(file.address)
        id_ = known.id if known else file.id
        # What was imported has no address on this machine: its file is the same document.
        if self.taken.get(id_) not in (None, "", file.address):
            id_ = Path(file.address).as_posix()
        return file if id_ == file.id else replace(file, id=id_)

    def end_large(self, path: Path, who: Team) -> Outcome | None:
        """Write what a large list of statements says; return what any other file states."""
        from .bulk import read_large  # with NumPy, which few loads need
        from .large import pour

        try:
            file = fetch(path, limits=replace(self.limits, size=self.limits.table))
            if self.skip(file):
                return None
            table = read_large(self.called(file), self.vocabulary, self.limits, self.erased)
            if table is None:
                file = fetch(path, limits=self.limits)
        except InputError as error:
            return Failure(str(path), error)
        if table is None:
            return who.begin(self.called(file))()
        self.stakeholders |= pour(self, table)
        return None

    def know(self, without: str = "") -> None:
        """Take note of who is in the store, without those that only one document names."""
        known = self.store.stakeholders(decided=False)
        rows = self.store.run(cypher("only_in"), {"document": without}) if without else []
        left_out = {row["id"] for row in rows}
        # Resolution never builds on a decision: each can be taken back.
        known = [each for each in known if each.id not in left_out]
        company = known_company(self.store, known)
        self.resolver = Resolver(known, kept_apart(self.decisions), company)
        self.directory = Directory(known)

    def read_records(self, paths: Sequence[Path], mapping: Mapped) -> None:
        """Write what a mapping reads in each file or folder."""
        for path in paths:
            try:
                reading = read_records(path, mapping, self.vocabulary, self.limits)
            except InputError as error:
                self.report.failures.append(Failure(str(path), error))
                self.tell(str(path))
                continue
            document = reading.source.document
            file = File(path, b"", document.sha256, document.id, document.address)
            if self.skip(file):
                self.tell(str(path))
                continue
            id_ = self.called(file).id
            source = replace(reading.source, document=replace(document, id=id_))
            said = tuple(replace(each, document=id_) for each in reading.statements)
            self.write([self.settle(Extraction(source, said, (), notes=reading.notes))])

    def has(self, file: File) -> bool:
        """Tell whether the content of a file is in the store, and need not be read again."""
        known = self.at.get(file.address)
        if known and known.sha256 == file.sha256:
            return not self.force
        return file.sha256 in self.holding

    def skip(self, file: File) -> bool:
        """Tell the same, and note where."""
        if not self.has(file):
            return False
        known = self.at.get(file.address)
        if known and known.sha256 == file.sha256:
            self.report.unchanged.append(known.id)
            return True
        self.report.duplicates[str(file.path)] = self.holding[file.sha256]
        if known:
            self.store.forget(known.id)
            self.forget(known)
        return True

    def settle(self, extraction: Extraction) -> Extraction:
        """Take note of a document that is about to be written."""
        document = extraction.source.document
        self.drop_detached(document.address)
        self.take(document)
        return extraction

    def drop_detached(self, mail: str) -> None:
        """Forget what was attached to a mail before it was saved anew without it."""
        there = self.attached.pop(mail, [])
        for address in self.hanging.get(mail, ()) if there else ():
            if address in self.at and address not in there:
                self.store.forget(self.at[address].id)
                self.forget(self.at[address])

    def take(self, document: Document) -> None:
        """Take note of a document."""
        known = self.at.get(document.address)
        if known:
            self.forget(known)
        self.at[document.address] = document
        self.holding[document.sha256] = document.id
        self.taken[document.id] = document.address

    def write(self, extractions: Sequence[Extraction]) -> None:
        """Resolve what some documents state and write them, each in one transaction."""
        extractions = [without(each, self.erased) for each in extractions]
        resolved = resolve_all(self.resolver, extractions)
        read = (match_of(said) for each in extractions for said in each.statements)
        plan = self.plan(resolved, read)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for extraction, ids in zip(extractions, resolved, strict=True):
            mentions: dict[str, list[Mention]] = {}
            for mention in dict.fromkeys(ends(extraction)):
                mentions.setdefault(ids[mention], []).append(mention)
            stored = [
                StoredStatement(ids[statement.source], ids[statement.target], statement)
                for statement in extraction.statements
            ]
            # Two names of one stakeholder say nothing of each other.
            kept = [each for each in stored if each.source != each.target]
            document = replace(extraction.source.document, loaded=now)
            final = revised(Told(document, mentions, tuple(kept)), plan)
            self.store.write(document, final.mentions, final.statements)
            self.count(extraction, kept)
            if self.listener:
                self.listener(extraction)
            self.stakeholders.update(mentions)
            self.tell(document.id)

    def plan(self, resolved: Sequence[Mapping[Mention, str]], read: Iterable[Match]) -> Plan:
        """Return what decisions come to, so that none is missing for a moment."""
        if not self.decisions:
            return Plan()
        for mention, id_ in {pair for ids in resolved for pair in ids.items()}:
            self.directory.add(id_, mention)
        return plan(self.decisions, self.directory, Matcher(read, ()))

    def count(self, extraction: Extraction, kept: Sequence[StoredStatement]) -> None:
        report = self.report
        report.loaded.append(extraction.path)
        report.notes += [f"{extraction.path}: {note}" for note in extraction.notes]
        report.tables += [(extraction.path, table) for table in extraction.tables]
        report.statements.update(each.statement.relation for each in kept)
        report.set_aside.update(rejected.check for rejected in extraction.rejected)
        report.set_aside.update(["ends"] * (len(extraction.statements) - len(kept)))

    def forget(self, document: Document) -> None:
        """Take a document out of what is known; the store is left alone."""
        del self.at[document.address], self.taken[document.id]
        if self.holding.get(document.sha256) == document.id:
            del self.holding[document.sha256]

    def tell(self, path: str) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, path)
