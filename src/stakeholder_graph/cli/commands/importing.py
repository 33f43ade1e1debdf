"""The command that reads a graph back from the files of other tools."""

from __future__ import annotations

from pathlib import Path

import click

from ..command import Option, command
from ..exits import Exit
from ..session import Session
from .readings import outcome
from .summary import write_report

FORMS = ("graphml", "gexf", "csv", "parquet", "jsonld", "popolo", "ftm")


@command(
    "import",
    examples=[
        "stakeholders import network.graphml",
        "stakeholders import network.csv --store copy.lbug",
        "stakeholders import people.json --from popolo",
    ],
    shared=("store", "decisions", "format"),
)
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "form",
    type=click.Choice(FORMS),
    help="The format [what the file holds]",
    metavar="FORMAT",
    cls=Option,
)
def import_(session: Session, path: Path, *, form: str | None) -> Exit:
    """Read a graph back into the store.

    PATH is a file that `export` wrote, or the folder of its CSV or Parquet files: graphml, gexf,
    csv, parquet, jsonld, popolo or ftm. Statements come with their documents, quotes and places;
    what the store had of the same documents is replaced. Popolo and FollowTheMoney files of others
    are read by the mappings of these names; linked data of others (W3C ORG, PROV, FOAF, vCard) in
    JSON-LD or Turtle with the extra `rdf`.
    """
    from ...graph.exchange import recognise
    from ...loaders import import_graph

    form = form or recognise(path)
    with session.store(read_only=False) as store:
        report = import_graph(
            path,
            store,
            form=form,
            vocabulary=session.vocabulary,
            limits=session.limits,
            decisions=session.ledger.path,
        )
    for complaint in (*report.notes, *report.decisions.conflicts):
        session.complain(complaint)
    if session.format() != "table" or not session.quiet:
        write_report(session, report, session.format())
    return outcome(len(report.loaded) + len(report.unchanged), report.failures)
