"""Commands about the documents in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...errors import InputError
from ..command import Option, command
from ..render.formats import write_rows
from ..render.text import clean, place
from ..session import Session

if TYPE_CHECKING:
    from ...graph import Document

_COLUMNS = ("id", "title", "language", "loaded", "address", "sha256")
_SHOWN = ("id", "title", "language", "loaded")


@command("documents", examples=["stakeholders documents", "stakeholders documents --format csv"])
def documents(session: Session) -> None:
    """List the documents in the store."""
    with session.store() as store:
        listed = [{name: getattr(d, name) for name in _COLUMNS} for d in store.documents()]
    form = session.format()
    if form != "table":
        write_rows(listed, _COLUMNS, form)
        return
    from ..render.screen import show_table

    show_table(session.console, _SHOWN, [[row[name] for name in _SHOWN] for row in listed])


@command(
    "forget",
    examples=[
        "stakeholders forget charter.md",
        "stakeholders forget --person 'Claire Vasseur'",
    ],
    shared=("store", "decisions"),
)
@click.argument("document", required=False)
@click.option("--person", metavar="NAME", help="Remove a person instead.", cls=Option)
def forget(session: Session, document: str | None, person: str | None) -> None:
    """Remove a document and what only it states, or a person.

    The statements of a document go, and the stakeholders no other document mentions. DOCUMENT is
    written as `stakeholders documents` lists it. Of a person, every statement and decision goes,
    and the name in every stored text and quote; what was removed is listed. The files themselves
    are left alone: what is read again is there again.
    """
    if (document is None) == (person is None):
        raise click.UsageError("name a document, or a person with --person")
    if person:
        _forget_person(session, person)
        return
    # A question first: a store that is not there must not be made by this.
    with session.store() as store:
        known = store.documents()
    if document not in {each.id for each in known}:
        raise _unknown(str(document), known)
    with session.store(read_only=False) as store:
        store.forget(str(document))
    session.say(f"Forgot {document}.")


def _forget_person(session: Session, name: str) -> None:
    from ...loaders import forget_person
    from ...queries import find

    with session.store() as store:
        person = find(store, name, vocabulary=session.vocabulary)
    with session.store(read_only=False) as store:
        gone = forget_person(store, session.ledger, person)
    for each in gone.statements:
        ends = each.source.name, each.relation, each.target.name
        print(clean(f"statement: {' '.join(ends)} ({place(each.document, each.place.locator)})"))
    for decision in gone.decisions:
        print(clean(f"decision {decision.number}: {decision}"))
    for document in gone.documents:
        print(clean(f"text and quotes: {document}"))
    session.say(f"Forgot {clean(person.name)}. The files themselves still have the name.")


def _unknown(document: str, known: list[Document]) -> InputError:
    from difflib import get_close_matches

    near = get_close_matches(document, [each.id for each in known], cutoff=0.4)
    listed = ", ".join(map(repr, near))
    remedy = f"did you mean {listed}?" if near else "see `stakeholders documents`"
    return InputError(f"no document {document!r} is in the store", remedy=remedy)
