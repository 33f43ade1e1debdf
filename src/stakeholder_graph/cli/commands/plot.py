"""The command that plots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...errors import InputError
from ..command import Option, command
from ..session import Session
from .measures import tell_unknown_phase

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ...graph import Store

_PLOTS = ("ranks", "metrics", "raci", "bodies", "communities")
_FORMS = (".png", ".svg", ".pdf")


@command(
    "plot",
    examples=[
        "stakeholders plot ranks --metric betweenness -o ranks.svg",
        "stakeholders plot metrics --metric betweenness --metric pagerank -o metrics.png",
        "stakeholders plot ranks --relation pilots --reverse -o holders.svg",
        "stakeholders plot raci -o raci.pdf",
        "stakeholders plot bodies -o bodies.svg",
    ],
    shared=("store",),
)
@click.argument("what", type=click.Choice(_PLOTS), metavar="PLOT")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, which ends in .png, .svg or .pdf.",
    cls=Option,
)
@click.option(
    "--metric",
    "names",
    multiple=True,
    metavar="METRIC",
    help="For ranks one, for metrics two [pagerank; betweenness and pagerank]",
    cls=Option,
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="RELATION",
    help="Count only this relation; may be repeated. Not for raci.",
    cls=Option,
)
@click.option(
    "--reverse",
    is_flag=True,
    help="Of ranks and metrics: read relations from their target.",
    cls=Option,
)
@click.option(
    "--both-ways",
    is_flag=True,
    help="Of ranks and metrics: shortest paths run whichever way links run.",
    cls=Option,
)
@click.option("--phase", default="", metavar="WORDS", help="Only in this phase.", cls=Option)
@click.option("--at", default="", metavar="DATE", help="Only what holds at this date.", cls=Option)
@click.option("--title", default="", metavar="TEXT", help="Heading of the plot.", cls=Option)
@click.option("--force", is_flag=True, help="Replace a file that is there.", cls=Option)
def plot(
    session: Session,
    what: str,
    output: Path,
    names: tuple[str, ...],
    *,
    force: bool,
    **choices: Any,
) -> None:
    """Draw ranks, metrics, RACI, bodies or communities.

    `ranks` are bars of the first by a metric, `metrics` sets two against each other, `raci` is the
    matrix as a heat map, `bodies` shows who sits where, `communities` who belongs together. Needs
    the extra `plot`.
    """
    if output.suffix.lower() not in _FORMS:
        raise InputError(
            "is no name of a picture", where=str(output), remedy=f"end it in {', '.join(_FORMS)}"
        )
    if output.exists() and not force:
        raise InputError("is there already", where=str(output), remedy="use --force to replace it")
    with session.store() as store:
        figure = _draw(session, store, what, names, choices)
    _save(figure, output)
    click.echo(output)


def _save(figure: Figure, output: Path) -> None:
    """Write a figure; the same graph gives the same file."""
    import matplotlib as mpl

    dates = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
    with mpl.rc_context({"svg.hashsalt": "stakeholder-graph", "svg.fonttype": "none"}):
        figure.savefig(output, dpi=200, metadata=dates.get(output.suffix.lower()))


def _draw(
    session: Session, store: Store, what: str, names: tuple[str, ...], choices: dict[str, Any]
) -> Figure:
    from ...queries import plots, raci_matrix
    from ...queries.influence import metrics

    tell_unknown_phase(session, store, choices["phase"])
    title: dict[str, Any] = {"title": choices["title"]} if choices["title"] else {}
    known: dict[str, Any] = {"at": choices["at"], "vocabulary": session.vocabulary}
    layer = {"relations": choices["relations"]} if choices["relations"] else {}
    paths = {name: choices[name] for name in ("reverse", "both_ways") if choices[name]}
    if what in ("ranks", "metrics"):
        usual = ["pagerank"] if what == "ranks" else ["betweenness", "pagerank"]
        only = _named(names, *usual)
        table = metrics(store, only=only, phase=choices["phase"], **known, **layer, **paths)
        return (plots.plot_ranks if what == "ranks" else plots.plot_metrics)(table, *only, **title)
    if paths:
        raise click.UsageError("--reverse and --both-ways are of ranks and metrics only")
    if what == "raci":
        if layer:
            raise click.UsageError("--relation is not for raci, which takes all that give a letter")
        phases = [choices["phase"]] if choices["phase"] else []
        matrix = raci_matrix(store, phase=phases, **{**known, "at": choices["at"] or None})
        return plots.plot_matrix(matrix, **title)
    drawn: dict[str, Any] = {"bodies": plots.plot_bodies, "communities": plots.plot_communities}
    figure: Figure = drawn[what](store, phase=choices["phase"], **known, **layer, **title)
    return figure


def _named(names: tuple[str, ...], *usual: str) -> list[str]:
    if names and len(names) != len(usual):
        raise click.UsageError(f"give --metric {len(usual)} times, or not at all")
    return list(names or usual)
