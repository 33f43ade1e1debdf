"""The command that measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..render.formats import plain, write_rows
from ..session import Session
from .measures import TABLES, measured, tell_unknown_phase, varied

if TYPE_CHECKING:
    import pandas as pd

# How a metric is headed on a terminal, those first that stay when it is narrow.
_HEADS = {
    "pagerank": "pagerank",
    "betweenness": "between",
    "in_degree": "in",
    "out_degree": "out",
    "constraint": "constr",
    "community": "comm",
    "core": "core",
    "degree": "degree",
    "closeness": "close",
    "eigenvector": "eigen",
    "harmonic": "harmon",
    "katz": "katz",
    "hubs": "hubs",
    "authorities": "author",
    "strength": "strength",
    "clustering": "clust",
    "articulation": "artic",
    "effective_size": "effect",
}
_SHORT = {
    "coordinator": "coord",
    "gatekeeper": "gate",
    "representative": "repr",
    "consultant": "consult",
}
_NAME_WIDTH = 28


@command(
    "metrics",
    examples=[
        "stakeholders metrics",
        "stakeholders metrics --relation pilots --relation oversees --top 5",
        "stakeholders metrics --format csv > metrics.csv",
        "stakeholders metrics --metric betweenness --stability 100",
        "stakeholders metrics --at 2026 --versus 2024",
        "stakeholders metrics --table interlocks",
    ],
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="RELATION",
    help="Count only this relation; may be repeated.",
    cls=Option,
)
@click.option("--phase", default="", metavar="WORDS", help="Only in this phase.", cls=Option)
@click.option("--at", default="", metavar="DATE", help="Only what holds at this date.", cls=Option)
@click.option(
    "--metric",
    "only",
    multiple=True,
    metavar="METRIC",
    help="Only this metric; may be repeated. Without pagerank, sorted by the first. "
    f"One of {', '.join(_HEADS)}",
    cls=Option,
)
@click.option(
    "--weighted", is_flag=True, help="Count each statement, not each pair once.", cls=Option
)
@click.option(
    "--reverse",
    is_flag=True,
    help="Read relations from their target: rank goes to those who hold duties.",
    cls=Option,
)
@click.option(
    "--both-ways",
    is_flag=True,
    help="Betweenness, closeness and harmonic over paths that run whichever way links run.",
    cls=Option,
)
@click.option(
    "--stability",
    "runs",
    metavar="N",
    default=0,
    type=click.IntRange(min=0),
    help="How ranks vary over N runs without some doubtful statements.",
    cls=Option,
)
@click.option(
    "--versus", metavar="DATE", default="", help="How it changed since that date.", cls=Option
)
@click.option(
    "--table",
    "chosen",
    type=click.Choice(TABLES),
    default=TABLES[0],
    metavar="TABLE",
    help=f"What is measured: {', '.join(TABLES)} [{TABLES[0]}]",
    cls=Option,
)
@click.option(
    "--top",
    metavar="N",
    default=20,
    type=click.IntRange(min=0),
    help="How many a table shows, 0 for all [20]. Other formats have all.",
    cls=Option,
)
def metrics(
    session: Session, top: int, runs: int, versus: str, chosen: str, **choices: Any
) -> None:
    """Measure the influence of each stakeholder.

    Degree, betweenness, closeness, PageRank, eigenvector, core, constraint (Burt), community and
    more, named as NetworkX names them; docs/influence.md defines each one. Relations run from who
    holds a duty to what it is held for. With `--stability` or `--versus` one metric is shown,
    PageRank unless another is chosen.

    Other tables: the brokerage `roles` of each stakeholder (Gould and Fernandez), who sits
    `together` on bodies, `interlocks` of bodies that share members, structural `equivalence`, and
    how centralised the `whole` is.
    """
    for name in ("relations", "only"):
        choices[name] = choices[name] or None
    if (runs or versus) and chosen != TABLES[0]:
        raise click.UsageError("--stability and --versus are of stakeholders: leave out --table")
    if runs and versus:
        raise click.UsageError("choose one of --stability and --versus")
    with session.store() as store:
        frames = store.frames()
    tell_unknown_phase(session, frames, choices["phase"])
    choices["vocabulary"] = session.vocabulary
    if runs or versus:
        table = varied(frames, runs, versus, choices)
    else:
        table = measured(frames, chosen, choices)
    form = session.format()
    if form != "table":
        write_rows(_rows(table), _columns(table), form)
    elif chosen == TABLES[0] and not (runs or versus):
        _print(session, table, top)
    else:
        _print_whole(session, table, top)


def _columns(table: pd.DataFrame) -> list[str]:
    """Return the columns of a table, that of its index first if it has a name."""
    index = [str(table.index.name)] if table.index.name else []
    return [*index, *map(str, table.columns)]


def _print_whole(session: Session, table: pd.DataFrame, top: int) -> None:
    """Write a table with all its columns but identifiers."""
    from ..render.screen import show_table

    shown = [name for name in _columns(table) if name not in ("id", "a", "b")]
    rows = [
        [_number(row[name]) for name in shown] for row in _rows(table.head(top) if top else table)
    ]
    numbers = [
        place for place, name in enumerate(shown) if name in table and _is_number(table[name])
    ]
    show_table(session.console, [name.replace("_", " ") for name in shown], rows, right=numbers)
    if 0 < top < len(table):
        session.say(f"{top} of {len(table)} rows; --top 0 shows all.")


def _is_number(column: pd.Series[Any]) -> bool:
    return column.dtype.kind in "if" or str(column.dtype) == "Int64"


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as plain values, nothing where a metric is not defined."""
    values = (table.reset_index() if table.index.name else table).astype(object)
    values = values.where(values.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in values.to_dict("records")]


def _print(session: Session, table: pd.DataFrame, top: int) -> None:
    from ..render.screen import show_table

    console = session.console
    measured = [name for name in _HEADS if name in table.columns]
    shown, hidden = _fit(measured, console.width)
    rows = [
        (row["name"], *(_number(row[name]) for name in shown))
        for row in _rows(table.head(top) if top else table)
    ]
    heads = [_HEADS[name] for name in shown]
    show_table(console, ["name", *heads], rows, right=range(1, len(heads) + 1))
    if 0 < top < len(table):
        session.say(f"{top} of {len(table)} stakeholders; --top 0 shows all.")
    if hidden:
        session.say(f"Not shown for want of width: {', '.join(hidden)}.")


def _fit(metrics: list[str], width: int) -> tuple[list[str], list[str]]:
    """Return the metrics a table of some width has room for beside the names, and the others."""
    room = width - _NAME_WIDTH
    for count in range(len(metrics) + 1):
        if sum(max(len(_HEADS[name]), 6) + 2 for name in metrics[:count]) > room:
            return metrics[: count - 1], metrics[count - 1 :]
    return metrics, []


def _number(value: object) -> str:
    """Return a value as a cell shows it."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else plain(value)
