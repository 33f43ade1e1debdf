"""The command that fills the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..exits import Exit
from ..session import Session
from .progress import progress
from .proposing import check_options, model_reader, proposer_options, show_compared, tell_of
from .readings import held_back, outcome
from .rejections import show_rejected
from .summary import complain_of, write_report
from .tables import show_tables
from .watching import keep_in_step
from .workers import workers

if TYPE_CHECKING:
    from ...graph import Store
    from ...loaders import LoadReport


@command(
    "load",
    examples=[
        "stakeholders load charter.md",
        "stakeholders load documents/ 'minutes/*.md' --store team.lbug",
        "stakeholders load documents/ --dry-run --rejected",
        "stakeholders load sigs.yaml --mapping kubernetes",
        "stakeholders load documents/ --proposer model",
        "stakeholders load documents/ --watch",
    ],
    shared=("store", "decisions", "format"),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--rejected", is_flag=True, help="List what was held back, and why.", cls=Option)
@click.option("--explain", is_flag=True, help="Show how tables were read.", cls=Option)
@click.option(
    "--mapping",
    metavar="FILE",
    help="Read records by a mapping: a file, or one that `stakeholders mapping` lists.",
    cls=Option,
)
@proposer_options
@click.option("--force", is_flag=True, help="Read again what has not changed.", cls=Option)
@click.option(
    "--watch", is_flag=True, help="Keep the graph in step with folders, until Ctrl-C.", cls=Option
)
@click.option("--dry-run", is_flag=True, help="Read all, write nothing.", cls=Option)
@workers
def load(
    session: Session,
    paths: tuple[str, ...],
    *,
    rejected: bool,
    explain: bool,
    mapping: str | None,
    proposer: str | None,
    compare: bool,
    force: bool,
    watch: bool,
    dry_run: bool,
    jobs: int | None,
    scheduler: str | None,
) -> Exit:
    """Read documents into the graph.

    PATH is a file, a folder or a glob. A document that has not changed is left as it is; one that
    has replaces what it stated before. A file that cannot be read never loses the others. Add
    --force where a language model is to read what has not changed.
    """
    if watch:
        if mapping or proposer or dry_run or rejected or explain or force:
            raise click.UsageError("--watch goes with --jobs and --scheduler alone")
        return keep_in_step(session, paths, jobs=jobs, scheduler=scheduler or "")
    from ...loaders import find, find_records, load, load_mapping

    check_options(proposer, scheduler, compare=compare)
    mapped = load_mapping(mapping) if mapping else None
    found = find_records(paths) if mapped else find(paths)
    if not found.files:  # nothing to read: leave no empty store behind
        for failure in found.failures:
            session.complain(str(failure))
        return Exit.INPUT
    held: list[dict[str, Any]] = []
    model = model_reader(session, proposer, keep=compare, jobs=jobs) if proposer else None
    with _target(session, dry_run=dry_run) as store, progress(session) as tell:
        report = load(
            paths,
            store,
            vocabulary=session.vocabulary,
            reader=model,
            force=force,
            limits=session.limits,
            progress=tell,
            decisions=session.ledger.path,
            mapping=mapped,
            jobs=jobs,
            scheduler=scheduler or "",
            listener=(lambda each: held.extend(held_back(each))) if rejected else None,
        )
    complain_of(session, report)
    _report(session, report, held if rejected else None, explain=explain)
    if model:
        if compare:
            show_compared(session, model, session.format())
        tell_of(session, model)
    if dry_run:
        session.say("Nothing was written: this was a dry run.")
    read = len(report.loaded) + len(report.unchanged) + len(report.duplicates)
    return outcome(read, report.failures, len(report.notes))


def _target(session: Session, *, dry_run: bool) -> Store:
    if not dry_run:
        return session.store(read_only=False)
    from ...graph import open_store

    return open_store(":memory:", vocabulary=session.vocabulary)


def _report(
    session: Session,
    report: LoadReport,
    rejected: list[dict[str, Any]] | None,
    *,
    explain: bool,
) -> None:
    form = session.format()
    if explain and form != "table":
        show_tables(session, report.tables, form)
    elif form == "table":
        if not session.quiet:
            write_report(session, report, form)
        if explain:
            show_tables(session, report.tables, form)
        if rejected is not None:
            show_rejected(session, rejected, form)
    elif rejected is None:
        write_report(session, report, form)
    else:
        show_rejected(session, rejected, form)
