"""The command that hands the graph to other tools."""

from __future__ import annotations

from pathlib import Path

import click

from ...errors import InputError
from ..command import Option, command
from ..session import Session

FORMS = ("graphml", "gexf", "csv", "cypher", "parquet", "jsonld", "popolo", "ftm")


@command(
    "export",
    examples=[
        "stakeholders export -o network.graphml",
        "stakeholders export -o network.gexf --roles-only",
        "stakeholders export -o network --to csv",
        "stakeholders export -o network.cypher --force",
    ],
    shared=("store",),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; for csv and parquet the folder.",
    cls=Option,
)
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    help="The format [what the name ends in]",
    metavar="FORMAT",
    cls=Option,
)
@click.option(
    "--roles-only", is_flag=True, help="Leave out persons, and their names in quotes.", cls=Option
)
@click.option("--force", is_flag=True, help="Replace what is there.", cls=Option)
def export(
    session: Session, output: Path, *, form: str | None, roles_only: bool, force: bool
) -> None:
    """Write the graph for other tools.

    Formats: graphml, gexf (Gephi), csv (neo4j-admin database import), cypher (a script for Neo4j),
    jsonld (W3C ORG and PROV), popolo, ftm (FollowTheMoney) and, with the extra parquet, parquet.
    Every statement keeps its quote, its place and its qualifiers. What was rejected stays out. With
    --roles-only persons and what is stated of them stay out; the quotes of other statements may
    still name them. `stakeholders import` reads all but cypher back.
    """
    from ...graph import exchange as room

    form = form or room.format_of(output)
    if output.exists() and not force and (output.is_file() or any(output.iterdir())):
        raise InputError("is there already", where=str(output), remedy="use --force to replace it")
    with session.store() as store:
        snapshot = room.take(session.shown(store, roles_only=roles_only))
    for path in room.export(snapshot, output, form, session.vocabulary):
        click.echo(path)
    written = len(room.FORMATS[form].part(snapshot).statements)
    session.say(f"{len(snapshot.stakeholders)} stakeholders, {written} statements.")
    if left := len(snapshot.statements) - written:
        session.say(f"{left} left out, as {form} cannot carry {room.FORMATS[form].loses}.")
