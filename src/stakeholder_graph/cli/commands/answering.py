"""What the commands that ask have in common: how an answer is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..render.groups import Statement
from ..render.listing import Listing, print_listing, records, write_frame, write_listing
from ..session import Session

if TYPE_CHECKING:
    import pandas as pd

    from ...graph import Store

Read = Callable[[Statement], tuple[str, str]]


def answer_list(
    session: Session,
    store: Store,
    table: pd.DataFrame,
    question: str,
    read: Read,
    *,
    facts: str = "",
) -> None:
    """Write statements in the format that is wanted."""
    form = session.format()
    if form not in ("table", "md"):
        write_frame(table, form)
        return
    documents = store.documents()
    words = session.wording.speaking(documents)
    listing = Listing(question, records(table), read, unsaid(len(documents)), facts)
    if form == "md":
        write_listing(listing, words)
    else:
        print_listing(listing, words, session.page)


def unsaid(documents: int) -> str:
    """Return what to say where the documents do not say."""
    number = "The document" if documents == 1 else f"The {documents} documents"
    return f"{number} in the store {'does' if documents == 1 else 'do'} not say."
