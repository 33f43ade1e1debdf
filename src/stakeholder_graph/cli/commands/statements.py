"""Commands about statements: lists of them, and chains."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..command import Option, command
from ..render.formats import write_markdown
from ..render.groups import Statement, Words
from ..render.listing import records, write_frame
from ..session import Session
from .answering import answer_list


@command(
    "relations",
    examples=[
        "stakeholders relations --type pilots --type co-chairs",
        'stakeholders relations --from "APIJ" --format csv > statements.csv',
        "stakeholders relations --document charter.md",
    ],
)
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="RELATION",
    cls=Option,
    help="Only this relation, in any case; may be repeated.",
)
@click.option("--from", "source", metavar="NAME", help="Only of this stakeholder.", cls=Option)
@click.option("--to", "target", metavar="NAME", help="Only towards this stakeholder.", cls=Option)
@click.option("--document", metavar="DOCUMENT", help="Only in this document.", cls=Option)
@click.option(
    "--roles-only",
    is_flag=True,
    help="Leave out persons, and their names in quotes.",
    cls=Option,
)
def relations(
    session: Session,
    types: tuple[str, ...],
    source: str | None,
    target: str | None,
    document: str | None,
    *,
    roles_only: bool,
) -> None:
    """List statements, of some relations or all."""
    from ...queries import relations

    words = session.wording

    def read(statement: Statement) -> tuple[str, str]:
        verb = words.verb(statement["relation"])
        return f"{statement['relation']} ({verb})", f"{statement['source']} → {statement['target']}"

    with session.store() as opened:
        store = session.shown(opened, roles_only=roles_only)
        table = relations(
            store,
            types,
            source=source,
            target=target,
            document=document,
            vocabulary=session.vocabulary,
        )
        question = f"{len(table)} statement{'' if len(table) == 1 else 's'}"
        answer_list(session, store, table, question, read)


@command(
    "path",
    examples=[
        'stakeholders path "préfet" "InSERRE"',
        "stakeholders path APIJ InSERRE --type part-of",
    ],
)
@click.argument("a")
@click.argument("b")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="RELATION",
    cls=Option,
    help="Follow only this relation; may be repeated.",
)
def path(session: Session, a: str, b: str, types: tuple[str, ...]) -> None:
    """Show the shortest chain between two stakeholders.

    Statements are followed in both directions; each step is shown with its sentence.
    """
    from ...queries import find, path

    form = session.format()
    with session.store() as store:
        start = find(store, a, vocabulary=session.vocabulary)
        end = find(store, b, vocabulary=session.vocabulary)
        table = path(store, start, end, types, vocabulary=session.vocabulary)
        if form not in ("table", "md"):
            write_frame(table, form)
            return
        words = session.wording.speaking(store.documents())
    steps = [(_walk(step, words), step) for step in records(table)]
    if form == "md":
        entries = [words.entry(walk, step) for walk, step in steps]
        rows = [(e.names[0], e.limits, e.quote, e.place) for e in entries]
        write_markdown(rows, ("step", "limits", "quote", "place"))
        return
    _print(session, steps, words, f"How is {start.name} linked to {end.name}?")


def _walk(step: Statement, words: Words) -> str:
    """Return a step in words, as the statement runs."""
    return f"{step['step']}. {words.sentence(step)}"


def _print(
    session: Session, steps: Sequence[tuple[str, Statement]], words: Words, question: str
) -> None:
    page = session.page
    if not steps:
        page.outcome("not stated", question)
        page.text("No chain of statements joins them.")
        return
    links = "1 step" if len(steps) == 1 else f"{len(steps)} steps"
    page.outcome("stated", question, links)
    for walk, step in steps:
        page.space()
        page.entry(words.entry(walk, step))
