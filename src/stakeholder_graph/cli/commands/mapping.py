"""The command that checks a mapping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..exits import Exit
from ..render.formats import write_rows
from ..session import Session

if TYPE_CHECKING:
    from ...loaders import MappedEntry

_COLUMNS = ("entry", "records", "statements", "missing", "example")


@command(
    "mapping",
    examples=[
        "stakeholders mapping list",
        "stakeholders mapping check committees.yaml --on data/",
        "stakeholders mapping check kubernetes --on sigs.yaml --format json",
    ],
    shared=("format",),
)
@click.argument("action", type=click.Choice(["list", "check"]))
@click.argument("mapping", required=False, metavar="[FILE]")
@click.option(
    "--on",
    "data",
    metavar="DATA",
    type=click.Path(path_type=Path),
    help="The file, or the folder with all files, that the mapping is to read.",
    cls=Option,
)
def mapping(session: Session, action: str, mapping: str | None, data: Path | None) -> Exit:
    """Check a mapping of records on data.

    `list` names the mappings that come with the program. `check` shows what a mapping would read:
    for each of its entries how many records and statements, what found nothing, and an example.
    """
    if action == "list":
        _list(session)
        return Exit.DONE
    if mapping is None or data is None:
        raise click.UsageError("check needs a mapping and --on DATA")
    from ...loaders import load_mapping, read_records

    reading = read_records(data, load_mapping(mapping), session.vocabulary, session.limits)
    rows = [_row(entry) for entry in reading.entries]
    form = session.format()
    if form == "table":
        _print(session, rows)
    else:
        write_rows(rows, _COLUMNS, form)
    return Exit.DONE if reading.statements else Exit.FAILED


def _list(session: Session) -> None:
    from ...loaders import shipped

    rows = [{"mapping": name, "title": title} for name, title in shipped().items()]
    form = session.format()
    if form != "table":
        write_rows(rows, ("mapping", "title"), form)
        return
    from ..render.screen import show_table

    show_table(session.console, ("mapping", "title"), [list(row.values()) for row in rows])


def _row(entry: MappedEntry) -> dict[str, Any]:
    said = entry.example
    example = f"{said.source.name} {said.relation} {said.target.name}" if said else ""
    missing = [f"{what} in {count}" for what, count in sorted(entry.missing.items())]
    return dict(
        zip(
            _COLUMNS,
            (entry.place, entry.records, entry.statements, missing, example),
            strict=True,
        )
    )


def _print(session: Session, rows: list[dict[str, Any]]) -> None:
    from ..render.screen import show_table

    cells = [[*list(row.values())[:3], ", ".join(row["missing"]), row["example"]] for row in rows]
    show_table(session.console, _COLUMNS, [[str(cell) for cell in line] for line in cells])
    made = sum(row["statements"] for row in rows)
    session.say(f"{made} statements in all." if made else "Nothing would be read.")
