"""Watching folders: each change is told, and at the end what was done."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from ...errors import StakeholderGraphError
from ..exits import Exit
from ..render.formats import write_rows
from ..render.text import clean
from ..session import Session
from .progress import progress
from .summary import complain_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...loaders import Step

_COLUMNS = ("what", "documents")


def keep_in_step(
    session: Session, folders: Sequence[str], *, jobs: int | None, scheduler: str
) -> Exit:
    """Keep the store in step with folders until somebody stops it.

    What cannot be done now, because another process writes to the store or a server does not
    answer, is said once and tried again.
    """
    from ...loaders import Watch

    watch = Watch(
        folders,
        lambda: session.store(read_only=False),
        vocabulary=session.vocabulary,
        limits=session.limits,
        decisions=session.ledger.path,
        jobs=jobs,
        scheduler=scheduler,
    )
    # Whoever ends a service sends this one.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    counts = dict.fromkeys(("read", "renamed", "forgotten", "could not be read"), 0)
    told, started = "", False
    try:
        for _ in watch.changes():
            try:
                with progress(session) as tell:
                    step = watch.step(tell)
            except StakeholderGraphError as error:
                if str(error) != told:
                    session.complain(told := str(error))
                continue
            told = ""
            _tell(session, step)
            _count(counts, step)
            if not started:
                session.say(f"Watching {clean(', '.join(folders))}. Ctrl-C stops it.")
                started = True
    except KeyboardInterrupt:
        session.say("Stopped.")
    _write(session, counts)
    return Exit.DONE


def _tell(session: Session, step: Step) -> None:
    complain_of(session, step.report)
    for old, new in step.renamed.items():
        session.say(clean(f"renamed {old} → {new}"))
    for id_ in step.forgotten:
        session.say(clean(f"forgot {id_}"))
    for id_ in step.report.loaded:
        session.say(clean(f"read {id_}"))


def _count(counts: dict[str, int], step: Step) -> None:
    counts["read"] += len(step.report.loaded)
    counts["renamed"] += len(step.renamed)
    counts["forgotten"] += len(step.forgotten)
    counts["could not be read"] += len(step.report.failures)


def _write(session: Session, counts: dict[str, int]) -> None:
    form = session.format()
    if form != "table":
        write_rows(({"what": w, "documents": n} for w, n in counts.items()), _COLUMNS, form)
    elif not session.quiet:
        from ..render.screen import show_table

        rows = [
            ["documents" if not i else "", n, what] for i, (what, n) in enumerate(counts.items())
        ]
        show_table(session.console, (), rows, right={1})
