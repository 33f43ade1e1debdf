"""The command that checks a mapping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..exits import Exit
from ..render.formats import write_rows
from ..render.text import clean
from ..session import Session

if TYPE_CHECKING:
    from ...loaders import MappedEntry

_COLUMNS = ("entry", "records", "statements", "missing", "otherwise", "nothing", "example")
_SHOWN = ("entry", "records", "statements", "missing", "example")


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
    for each of its entries how many records and statements, what a statement lacked, an example,
    which paths never found anything and which values fell to `otherwise`.
    """
    if action == "list":
        _list(session)
        return Exit.DONE
    if mapping is None or data is None:
        raise click.UsageError("check needs a mapping and --on DATA")
    from ...loaders import load_mapping, read_records

    reading = read_records(data, load_mapping(mapping), session.vocabulary, session.limits)
    for note in reading.notes:
        session.complain(f"{reading.source.document.id}: {note}")
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
    return {
        "entry": entry.place,
        "records": entry.records,
        "statements": entry.statements,
        "missing": [_missing(entry, what) for what in sorted(entry.missing)],
        "otherwise": [f"{value or 'no value'} in {n}" for value, n in entry.otherwise.items()],
        "nothing": list(entry.nothing),
        "example": f"{said.source.name} {said.relation} {said.target.name}" if said else "",
    }


def _missing(entry: MappedEntry, what: str) -> str:
    first = entry.firsts.get(what)
    return f"{what} in {entry.missing[what]}" + (f" (first {first})" if first else "")


def _print(session: Session, rows: list[dict[str, Any]]) -> None:
    from ..render.screen import show_table

    cells = [[*map(str, list(row.values())[:3]), ", ".join(row["missing"])] for row in rows]
    examples = [row["example"] for row in rows]
    lines = [[*line, example] for line, example in zip(cells, examples, strict=True)]
    show_table(session.console, _SHOWN, lines)
    for row in rows:
        for each in row["nothing"]:
            click.echo(clean(f"{row['entry']}: {each}"))
        if row["otherwise"]:
            click.echo(clean(f"{row['entry']}: otherwise: {', '.join(row['otherwise'])}"))
    made = sum(row["statements"] for row in rows)
    session.say(
        f"{made} statement{'s' if made > 1 else ''} in all." if made else "Nothing would be read."
    )
