"""The command that serves the page of a large graph."""

from __future__ import annotations

from typing import Any

import click

from ..command import Option, command
from ..session import Session


@command(
    "explore",
    examples=[
        "stakeholders explore",
        "stakeholders explore InSERRE --no-open --port 8750",
    ],
    shared=("store",),
)
@click.argument("name", required=False, default="", metavar="[NAME]")
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=1000),
    default=50,
    show_default=True,
    help="How many stakeholders it opens with.",
    cls=Option,
)
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65535),
    default=0,
    help="A port of this machine  [default: a free one]",
    cls=Option,
)
@click.option(
    "--open/--no-open",
    "opened",
    default=True,
    show_default=True,
    help="Open it in the browser.",
    cls=Option,
)
@click.option("--title", default="", metavar="TEXT", help="Heading of the page.", cls=Option)
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="Language the page opens in.",
    cls=Option,
)
def explore(
    session: Session, name: str, limit: int, port: int, *, opened: bool, title: str, language: Any
) -> None:
    """Walk through a large network in the browser.

    Serves the page of `view` from the store, on this machine alone, until Ctrl-C: it opens on what
    is linked with NAME, or on those with the most links, and fetches the rest as you open it. For
    stores beyond the 3,000 stakeholders that a page of `view` holds. It needs the extra `explore`:
    pip install 'stakeholder-graph[explore]'.
    """
    from ...explorer import Answers, serve

    def ready(address: str) -> None:
        click.echo(address)
        session.say("Ctrl-C ends it.")
        if opened:
            click.launch(address)

    with session.store() as store:
        answers = Answers(store, session.vocabulary, name, limit, title, language)
        serve(answers, port, ready)
