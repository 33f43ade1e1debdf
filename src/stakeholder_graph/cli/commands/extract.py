"""The command that reads without a store."""

from __future__ import annotations

import click

from ..command import Option, command
from ..exits import Exit
from ..render.formats import write_json, write_lines, write_markdown, write_rows
from ..render.groups import Statement, group, rows
from ..render.listing import HEADS
from ..render.text import clean
from ..session import Session
from .progress import progress
from .proposing import (
    check_options,
    dry_run,
    model_reader,
    proposer_options,
    reader_with,
    show_compared,
    tell_of,
)
from .readings import STATED, Readings, held_back, stated
from .rejections import show_rejected
from .tables import show_tables
from .workers import workers


@command(
    "extract",
    examples=[
        "stakeholders extract charter.md",
        "stakeholders extract minutes/ --format csv > statements.csv",
        "stakeholders extract charter.md --rejected --format table",
        "stakeholders extract raci.xlsx --explain",
        "stakeholders extract charter.md --proposer model --compare",
        "stakeholders extract charter.md --dry-run requests/",
        "stakeholders extract charter.md --proposer answers/",
    ],
    shared=("format",),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--rejected", is_flag=True, help="Print instead what was held back, and why.", cls=Option
)
@click.option("--explain", is_flag=True, help="Print instead how tables were read.", cls=Option)
@proposer_options
@click.option(
    "--dry-run",
    "requests",
    metavar="DIR",
    help="Write what a language model would be asked to files of a folder, and read nothing.",
    cls=Option,
)
@workers
def extract(
    session: Session,
    paths: tuple[str, ...],
    *,
    rejected: bool,
    explain: bool,
    proposer: str | None,
    compare: bool,
    requests: str | None,
    jobs: int | None,
    scheduler: str | None,
) -> Exit:
    """Print what documents state, without a store.

    PATH is a file, a folder or a glob. By default one JSON object a line: document, source,
    relation, target, quote, start and end (offsets in characters), qualifiers, confidence,
    asserted_by. The same documents give the same output.

    A language model can read too, by the extra `proposer`: what it proposes passes the same
    evidence gate. See docs/proposer.md.
    """
    from ...loaders import extract

    check_options(proposer, scheduler, compare=compare)
    if requests:
        return _write_requests(session, paths, requests)
    reader = model_reader(session, proposer, keep=compare, jobs=jobs) if proposer else None
    with progress(session, beside_results=True) as tell:
        found = extract(
            paths,
            vocabulary=session.vocabulary,
            reader=reader,
            limits=session.limits,
            progress=tell,
            jobs=jobs,
            scheduler=scheduler or "",
        )
        readings = Readings(session, found)
        form = session.format("table" if explain else "jsonl")
        if explain:
            show_tables(session, ((e.path, t) for e in readings for t in e.tables), form)
        elif rejected:
            show_rejected(session, (row for each in readings for row in held_back(each)), form)
        elif reader and compare:
            list(readings)
            show_compared(session, reader, session.format())
        else:
            _write(session, readings, form)
    if reader:
        tell_of(session, reader)
    return readings.exit


def _write_requests(session: Session, paths: tuple[str, ...], folder: str) -> Exit:
    from ...loaders import extract

    dry = dry_run(session, folder)
    with progress(session) as tell:
        reader = reader_with(session, dry)
        found = extract(
            paths,
            vocabulary=session.vocabulary,
            reader=reader,
            limits=session.limits,
            progress=tell,
        )
        readings = Readings(session, found)
        list(readings)
    session.say(f"Wrote {dry.finish()} requests to {clean(str(folder))}. Nothing was sent.")
    return readings.exit


def _write(session: Session, readings: Readings, form: str) -> None:
    from ...loaders import as_json

    objects = (as_json(statement) for each in readings for statement in each.statements)
    if form == "jsonl":
        write_lines(objects)
    elif form == "json":
        write_json(list(objects))
    elif form == "csv":
        write_rows((row for each in readings for row in stated(each)), STATED, form)
    else:
        all_read = list(readings)
        words = session.wording.speaking(each.source.document for each in all_read)
        said = (row for each in all_read for row in stated(each))

        def read(statement: Statement) -> tuple[str, str]:
            return statement["document"], words.sentence(statement)

        groups = group(said, words, read)
        if form == "md":
            write_markdown(rows(groups), HEADS)
        else:
            session.page.groups(groups)
