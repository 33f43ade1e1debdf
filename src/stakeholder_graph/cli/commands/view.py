"""The command that draws."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ...errors import InputError
from ..command import Option, command
from ..session import Session
from .measures import tell_unknown_phase

_MARK = 'name="generator" content="stakeholder-graph"'


@command(
    "view",
    examples=[
        "stakeholders view -o network.html",
        "stakeholders view -o posts.html --roles-only",
        "stakeholders view -o pilots.html --relation pilots --relation co-chairs --language fr",
    ],
    shared=("store",),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write: a file that ends in .html.",
    cls=Option,
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="RELATION",
    help="Show only this relation; may be repeated.",
    cls=Option,
)
@click.option("--phase", default="", metavar="WORDS", help="Only in this phase.", cls=Option)
@click.option("--at", default="", metavar="DATE", help="Only what holds at this date.", cls=Option)
@click.option("--title", default="", metavar="TEXT", help="Heading of the page.", cls=Option)
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="Language the page opens in.",
    cls=Option,
)
@click.option(
    "--size",
    metavar="METRIC",
    default="degree",
    show_default=True,
    help="The metric that sizes a stakeholder.",
    cls=Option,
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=300,
    show_default=True,
    help="With more stakeholders, open on those first by that metric.",
    cls=Option,
)
@click.option(
    "--roles-only",
    is_flag=True,
    help="Leave out persons, and their names in quotes.",
    cls=Option,
)
@click.option("--force", is_flag=True, help="Replace a file that is no such page.", cls=Option)
def view(session: Session, output: Path, *, force: bool, roles_only: bool, **choices: Any) -> None:
    """Draw the network on one web page.

    One file that holds everything: it opens in any browser, without a network. Choose an edge to
    read the sentence that states it. A large network opens on the stakeholders that come first, or
    on its communities, each one node, and the rest is opened from there. Beyond 3,000 stakeholders
    the page holds the first, and `stakeholders explore` all.
    """
    _check(output, force=force)
    from ...queries.view import write_page

    choices["relations"] = choices["relations"] or None
    choices["title"] = choices["title"] or output.stem
    with session.store() as store:
        shown = session.shown(store, roles_only=roles_only)
        tell_unknown_phase(session, shown, choices["phase"])
        written = write_page(shown, output, vocabulary=session.vocabulary, **choices)
    click.echo(written)


def _check(output: Path, *, force: bool) -> None:
    """Refuse to replace what may be a document of the user."""
    if output.suffix.lower() not in {".html", ".htm"}:
        raise InputError("is no name of a web page", where=str(output), remedy="end it in .html")
    if force or not output.exists():
        return
    with output.open("rb") as file:
        head = file.read(4096)
    if head and _MARK.encode() not in head:
        raise InputError(
            "is there, and no page of ours", where=str(output), remedy="use --force to replace it"
        )
