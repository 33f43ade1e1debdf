"""The command that measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..render.formats import write_rows
from ..session import Session

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
}
_NAME_WIDTH = 28


@command(
    "metrics",
    examples=[
        "stakeholders metrics",
        "stakeholders metrics --relation pilots --relation oversees --top 5",
        "stakeholders metrics --format csv > metrics.csv",
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
    help="Only this metric; may be repeated. Without pagerank, sorted by the first.",
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
    "--top",
    metavar="N",
    default=20,
    type=click.IntRange(min=0),
    help="How many a table shows, 0 for all [20]. Other formats have all.",
    cls=Option,
)
def metrics(session: Session, top: int, **choices: Any) -> None:
    """Measure the influence of each stakeholder.

    Degree, betweenness, closeness, PageRank, eigenvector, core, constraint (Burt) and community,
    named as NetworkX names them. Relations run from who holds a duty to what it is held for.
    """
    from ...queries.influence import metrics

    for name in ("relations", "only"):
        choices[name] = choices[name] or None
    with session.store() as store:
        table = metrics(store, vocabulary=session.vocabulary, **choices)
    form = session.format()
    if form == "table":
        _print(session, table, top)
    else:
        write_rows(_rows(table), ["id", *table.columns], form)


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as plain values, nothing where a metric is not defined."""
    plain = table.reset_index().astype(object)
    plain = plain.where(plain.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


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


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
