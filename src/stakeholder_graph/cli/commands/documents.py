"""Commands about the documents in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...errors import InputError
from ..command import Option, command
from ..render.formats import write_rows
from ..render.text import clean, place
from ..session import Session
from .decide import user

if TYPE_CHECKING:
    from ...graph import Document, Stakeholder, Store

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
    and the name in every stored text and quote, in the files of `stakeholders review --export`
    beside the store, and in what was asked of a language model; what was removed is listed. The
    file of decisions keeps digests of the names, so that the person, and any namesake, stays out
    when documents are read again. The documents themselves are left alone.
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
    from ...graph import compact
    from ...loaders import forget_person
    from ...loaders.proposing import forget_answers
    from .questionnaire import forget_questions

    with session.store() as store:
        person = _person(session, store, name)
    with session.store(read_only=False) as store:
        gone = forget_person(store, session.ledger, person, who=user())
        left = [each.id for each in store.documents() if gone.erased.hide(each.id) != each.id]
        address = store.address
    compact(address, session.vocabulary)
    for each in gone.statements:
        ends = each.source.name, each.relation, each.target.name
        print(clean(f"statement: {' '.join(ends)} ({place(each.document, each.place.locator)})"))
    for decision in gone.decisions:
        print(clean(f"decision {decision.number}: {decision}"))
    for document in gone.documents:
        print(clean(f"text and quotes: {document}"))
    for file, questions in forget_questions(session.ledger.path.parent, gone.erased):
        print(clean(f"questions: {questions} in {file}"))
    for file in forget_answers(session.proposals, gone.names):
        print(clean(f"answer of a language model: {file}"))
    session.say(f"Forgot {clean(person.name)}. The documents themselves still have the name.")
    for document in left:
        session.say(f"So does the name of {clean(document)}; rename the file, and forget it.")


def _person(session: Session, store: Store, name: str) -> Stakeholder:
    """Return the person of a name: any of several, as all of the name are forgotten."""
    from ...graph import Kind, fold
    from ...queries import find

    for each in store.stakeholders():
        if each.kind is Kind.PERSON and fold(name) in map(fold, (each.name, *each.aliases)):
            return each
    return find(store, name, vocabulary=session.vocabulary)


def _unknown(document: str, known: list[Document]) -> InputError:
    from difflib import get_close_matches

    near = get_close_matches(document, [each.id for each in known], cutoff=0.4)
    listed = ", ".join(map(repr, near))
    remedy = f"did you mean {listed}?" if near else "see `stakeholders documents`"
    return InputError(f"no document {document!r} is in the store", remedy=remedy)
