"""The command that tells what is lost if somebody leaves."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..command import Option, command
from ..render.formats import write_json, write_lines
from ..render.listing import write_frame
from ..session import Session


@command(
    "what-if",
    examples=[
        'stakeholders what-if --without "APIJ"',
        'stakeholders what-if --without "préfet" --without "DISP de Lille" --at 2026-03',
        "stakeholders what-if --without APIJ --format json",
    ],
)
@click.option(
    "--without",
    "names",
    metavar="NAME",
    multiple=True,
    required=True,
    help="Who leaves; may be repeated.",
    cls=Option,
)
@click.option("--phase", metavar="WORDS", help="In which phase, in any words.", cls=Option)
@click.option(
    "--at",
    metavar="DATE",
    help="On which day, month or year: YYYY, YYYY-MM or YYYY-MM-DD.",
    cls=Option,
)
def what_if(session: Session, names: Sequence[str], phase: str | None, at: str | None) -> None:
    """Tell what is lost if a stakeholder leaves.

    First the posts that stay, but are vacant; then, in this order, the duties that nobody answers
    for, or only by a rule; the bodies without a chair; the chains of parts, reports and governing
    bodies that reach nobody; and what is cut off from the network. Each with the sentences of
    before, and who answers then. Nothing is changed in the store.

    Whose leaving would cut off most: `stakeholders metrics --metric articulation`.
    """
    from ...queries import what_if
    from ..render.what_if import print_what_if, write_what_if

    form = session.format()
    with session.store() as store:
        found = what_if(store, names, phase, at, vocabulary=session.vocabulary)
        words = session.wording.speaking(store.documents())
    if form == "json":
        write_json(found.as_dict())
    elif form == "jsonl":
        write_lines({"section": c.section.value, **c.as_dict()} for c in found.consequences)
    elif form == "csv":
        write_frame(found.frame(), form)
    elif form == "md":
        write_what_if(found, words)
    else:
        print_what_if(found, words, session.page)
