"""The command that compares."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...errors import InputError
from ..command import Option, command
from ..exits import Exit
from ..session import Session
from .progress import progress

if TYPE_CHECKING:
    from ...graph import Document, Store
    from ...queries import Comparison

_MAGIC = b"LBUG"  # the first bytes of a file of Ladybug


@command(
    "compare",
    examples=[
        "stakeholders compare --at 2024 --at 2026",
        "stakeholders compare charter-v1.md charter-v2.md",
        "stakeholders compare charter.md",
        "stakeholders compare old.lbug new.lbug --at 2026-11-24 --format md",
    ],
)
@click.argument("sides", nargs=-1, metavar="[[BEFORE] AFTER]")
@click.option(
    "--at",
    "dates",
    multiple=True,
    metavar="DATE",
    help="Given twice: the two dates to compare. Once: only what holds then.",
    cls=Option,
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if a role changed.", cls=Option)
def compare(
    session: Session, sides: Sequence[str], dates: Sequence[str], *, exit_code: bool
) -> Exit:
    """Tell who gained or lost which role, with both quotes.

    Between two dates of the store, two stores, or two versions of a document: BEFORE and AFTER
    are each a store, a document or a folder. AFTER alone is compared with what the store has of
    the same documents: what would change if they were loaded again.

    Stakeholders are the same by their identifiers, else by their names. Roles that are only
    limited or worded otherwise are told apart.

    Between two dates, what changes is what documents date: a statement without dates holds
    always.
    """
    if len(sides) > 2 or (len(dates) != 2 if not sides else len(dates) > 1):
        raise click.UsageError("give two --at DATE, or [BEFORE] AFTER and at most one --at DATE")
    with ExitStack() as opened:
        stores = [opened.enter_context(_open(session, side)) for side in sides]
        if len(sides) < 2:
            stores.insert(0, opened.enter_context(session.store()))
        if sides:
            found = _between(session, stores, sides, *dates)
        else:
            from ...queries import compare_dates

            found = compare_dates(stores[0], *dates, vocabulary=session.vocabulary)
        documents = [document for store in stores for document in store.documents()]
    _write(session, found, documents)
    return Exit.FAILED if exit_code and found.changes else Exit.DONE


def _between(
    session: Session, stores: Sequence[Store], names: Sequence[str], at: str | None = None
) -> Comparison:
    from ...queries import compare

    before, after = stores
    documents = _same_documents(before, after, names[0]) if len(names) == 1 else None
    found = compare(before, after, at, documents=documents, vocabulary=session.vocabulary)
    return replace(found, before=names[0] if documents is None else "the store", after=names[-1])


def _same_documents(before: Store, after: Store, name: str) -> set[str]:
    """Return the documents of the later store that the earlier one has, too."""
    known = {document.id for document in before.documents()}
    same = known & {document.id for document in after.documents()}
    if not same:
        remedy = "load an earlier version of it first, or name both sides"
        raise InputError(
            "is not in the store, as `stakeholders documents` lists it", where=name, remedy=remedy
        )
    return same


def _open(session: Session, side: str) -> Store:
    """Open a store, or read documents into one in memory."""
    from ...graph import open_store

    if _is_store(side):
        return open_store(side, read_only=True, vocabulary=session.vocabulary)
    from ...loaders import load

    store = open_store(":memory:", vocabulary=session.vocabulary)
    with progress(session) as tell:
        report = load([side], store, vocabulary=session.vocabulary, progress=tell)
    if report.failures:
        store.close()
        raise InputError(str(report.failures[0]))
    return store


def _is_store(side: str) -> bool:
    if "://" in side or side.endswith(".lbug"):
        return True
    path = Path(side)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _write(session: Session, found: Comparison, documents: Sequence[Document]) -> None:
    from ..render.comparison import print_comparison, write_comparison, write_comparison_page

    form = session.format()
    words = session.wording.speaking(documents)
    if form == "table":
        print_comparison(found, words, session.page)
    elif form == "md":
        write_comparison_page(found, words)
    else:
        write_comparison(found, form)
