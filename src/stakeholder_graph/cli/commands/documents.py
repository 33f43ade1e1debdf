"""Commands about the documents in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...errors import InputError
from ..command import command
from ..render.formats import write_rows
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
    examples=["stakeholders forget charter.md", "stakeholders forget charter.md --store team.lbug"],
    shared=("store",),
)
@click.argument("document")
def forget(session: Session, document: str) -> None:
    """Remove a document and what only it states.

    Its statements go, and the stakeholders no other document mentions. DOCUMENT is written as
    `stakeholders documents` lists it. The file itself is left alone.
    """
    # A question first: a store that is not there must not be made by this.
    with session.store() as store:
        known = store.documents()
    if document not in {each.id for each in known}:
        raise _unknown(document, known)
    with session.store(read_only=False) as store:
        store.forget(document)
    session.say(f"Forgot {document}.")


def _unknown(document: str, known: list[Document]) -> InputError:
    from difflib import get_close_matches

    near = get_close_matches(document, [each.id for each in known], cutoff=0.4)
    listed = ", ".join(map(repr, near))
    remedy = f"did you mean {listed}?" if near else "see `stakeholders documents`"
    return InputError(f"no document {document!r} is in the store", remedy=remedy)
