"""The command that brings documents of the store up to date."""

from __future__ import annotations

import click

from ..command import Option, command
from ..exits import Exit
from ..session import Session
from .progress import progress
from .readings import outcome
from .summary import complain_of, write_report
from .workers import workers


@command(
    "reload",
    examples=[
        "stakeholders reload",
        "stakeholders reload charter.md --all",
        "stakeholders reload --forget-missing",
    ],
    shared=("store", "decisions", "format"),
)
@click.argument("documents", nargs=-1, metavar="[DOCUMENT…]")
@click.option(
    "--all", "force", is_flag=True, help="Read again what has not changed as well.", cls=Option
)
@click.option(
    "--forget-missing", is_flag=True, help="Forget documents whose file is gone.", cls=Option
)
@workers
def reload(
    session: Session,
    documents: tuple[str, ...],
    *,
    force: bool,
    forget_missing: bool,
    jobs: int | None,
    scheduler: str | None,
) -> Exit:
    """Read documents again whose file has changed.

    DOCUMENT is written as `stakeholders documents` lists it; without any, all are meant. Each is
    read from where it was loaded. A document whose file is gone is named and kept, unless
    `--forget-missing` is given.
    """
    from ...loaders import reload

    with session.store() as store:  # a store that is not there must not be made by this
        store.documents()
    with session.store(read_only=False) as store, progress(session) as tell:
        done = reload(
            store,
            documents,
            vocabulary=session.vocabulary,
            force=force,
            forget_missing=forget_missing,
            limits=session.limits,
            progress=tell,
            decisions=session.ledger.path,
            jobs=jobs,
            scheduler=scheduler or "",
        )
    complain_of(session, done.report)
    for id_, address in done.missing.items():
        if forget_missing:
            session.say(f"Forgot {id_}: its file is gone.")
        else:
            session.complain(f"{id_}: {address} is gone; the document is kept, see `forget`")
    if documents:
        for id_ in done.elsewhere:
            session.complain(f"{id_}: never had a file here; load or import it again")
    if not session.quiet or session.format() != "table":
        write_report(session, done.report, session.format())
    report = done.report
    kept = 0 if forget_missing else len(done.missing)
    read = len(report.loaded) + len(report.unchanged) + len(report.duplicates)
    return outcome(read, report.failures, len(report.notes) + kept)
