"""The command that draws up a RACI matrix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...errors import InputError
from ..command import Option, command
from ..render.formats import write_json, write_lines
from ..session import Session
from .answering import unsaid

if TYPE_CHECKING:
    from ...queries import Matrix

_MOST_ROWS = 2_000
_KINDS = ("organization", "person", "role", "body", "project", "place")


@command(
    "raci",
    examples=[
        "stakeholders raci",
        'stakeholders raci InSERRE --phase travaux --phase "en service"',
        "stakeholders raci --by-phase -o raci.xlsx",
        "stakeholders raci --kind body --at 2026-03 --format md > bodies.md",
        "stakeholders raci --letters sponsors=I,funds=C --quotes",
    ],
)
@click.argument("names", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    help="Without names: a row for each stakeholder of this kind; may be repeated [project]",
    cls=Option,
)
@click.option(
    "--phase",
    "phases",
    multiple=True,
    metavar="WORDS",
    help="A row for this phase, in any words; may be repeated.",
    cls=Option,
)
@click.option("--by-phase", is_flag=True, help="A row for each phase documents name.", cls=Option)
@click.option("--at", metavar="DATE", help="Only what holds at this date.", cls=Option)
@click.option(
    "--letters",
    "changes",
    multiple=True,
    metavar="RELATION=LETTER",
    help="Another letter for a relation: R, A, C, I or none; several after commas.",
    cls=Option,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a file that ends in .html, .md, .csv or, with the extra xlsx, .xlsx.",
    cls=Option,
)
@click.option("--force", is_flag=True, help="Replace a file that is there.", cls=Option)
@click.option("--quotes", is_flag=True, help="Below, each letter with its sentence.", cls=Option)
def raci(
    session: Session, names: Sequence[str], output: Path | None, *, quotes: bool, **choices: Any
) -> None:
    """Draw up the RACI matrix, with the evidence of each letter.

    Rows are projects, bodies or others, all projects without a NAME; columns are stakeholders. A
    plain letter is STATED by a sentence; (A) is DERIVED by a rule; A! is CONFLICTING; A* is limited
    to a phase, a time or a condition. A is what `who-is-accountable` answers; the other letters
    come from the vocabulary. Rows without an A, or with several that nobody is said to share, are
    told.
    """
    from ...queries import raci_matrix, write_matrix

    if names and choices["kinds"]:
        raise click.UsageError("give names or --kind, not both")
    if choices["phases"] and choices["by_phase"]:
        raise click.UsageError("give --phase or --by-phase, not both")
    if output and output.exists() and not choices["force"]:
        raise InputError("is there already", where=str(output), remedy="use --force to replace it")
    with session.store() as store:
        matrix = raci_matrix(
            store,
            names or None,
            kinds=choices["kinds"] or ("project",),
            phase=choices["phases"],
            by_phase=choices["by_phase"],
            at=choices["at"],
            letters=_letters(choices["changes"]),
            most=_MOST_ROWS if output or session.format() not in ("json", "jsonl") else None,
            vocabulary=session.vocabulary,
        )
        silent = unsaid(len(store.documents()))
    if output:
        click.echo(write_matrix(matrix, output))
        session.say(_summary(matrix))
    else:
        _write(session, matrix, silent, quotes=quotes)


def _letters(changes: Sequence[str]) -> dict[str, str]:
    """Read "sponsors=I,funds=C"."""
    letters = {}
    for change in (part for text in changes for part in text.split(",") if part.strip()):
        name, equals, letter = change.partition("=")
        if not equals or not name.strip():
            raise InputError(
                f"{change!r} gives no letter to a relation",
                where="--letters",
                remedy="write it RELATION=LETTER, such as sponsors=I",
            )
        letters[name.strip()] = letter.strip()
    return letters


def _write(session: Session, matrix: Matrix, silent: str, *, quotes: bool) -> None:
    from ...queries.raci import matrix_csv, matrix_markdown
    from ..render.raci import print_matrix

    form = session.format()
    if form == "json":
        write_json(matrix.as_dict())
    elif form == "jsonl":
        write_lines(row.as_dict() for row in matrix.rows)
    elif form == "csv":
        click.echo(matrix_csv(matrix), nl=False)
    elif form == "md":
        click.echo(matrix_markdown(matrix), nl=False)
    elif not matrix.columns:
        session.page.outcome("not stated", "Who is responsible, accountable, consulted, informed?")
        session.page.text(silent)
        session.say("Name other rows, or choose them with --kind.")
    else:
        print_matrix(matrix, session.console, session.page, quotes=quotes)
        session.say("\n" + _summary(matrix) + ("" if quotes else " --quotes shows the sentences."))


def _summary(matrix: Matrix) -> str:
    """Return how many rows there are, and how many have something wrong."""
    rows = len(matrix.rows)
    rules = [flag.rule for row in matrix.rows for flag in row.flags]
    told = [
        f"{count} {words}"
        for rule, words in (("no-a", "without A"), ("several-a", "with several A"))
        if (count := rules.count(rule))
    ]
    return f"{rows} row{'' if rows == 1 else 's'}{': ' if told else ''}{', '.join(told)}."
