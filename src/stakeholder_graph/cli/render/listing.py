"""Lists of statements: as rows for programs, under headings for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .formats import escape, write_markdown, write_rows
from .groups import Statement, Words, group, rows

if TYPE_CHECKING:
    import pandas as pd

    from .page import Page

HEADS = ("relation", "who or what", "limits", "quote", "place")


@dataclass(frozen=True, slots=True)
class Listing:
    """Statements that answer a question.

    Attributes
    ----------
    question : str
        What was asked.
    statements : sequence of mappings
        With the columns of `stakeholder_graph.queries.COLUMNS`, in order.
    read : callable
        Returns the heading a statement stands under, and the name it stands for there.
    unsaid : str
        What to say where there are none.
    facts : str
        What is known of the subject, under the question.
    """

    question: str
    statements: Sequence[Statement]
    read: Callable[[Statement], tuple[str, str]]
    unsaid: str
    facts: str = ""

    @property
    def outcome(self) -> str:
        """Whether documents say it."""
        return "stated" if self.statements else "not stated"


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as plain values."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def write_frame(table: pd.DataFrame, form: str) -> None:
    """Write a table in a format for programs."""
    write_rows(records(table), [str(name) for name in table.columns], form)


def write_listing(listing: Listing, words: Words) -> None:
    """Write statements as Markdown."""
    print(f"**{listing.outcome.upper()}** — {escape(listing.question)}\n")
    if listing.facts:
        print(f"{escape(listing.facts)}\n")
    if listing.statements:
        write_markdown(rows(group(listing.statements, words, listing.read)), HEADS)
    else:
        print(escape(listing.unsaid))


def print_listing(listing: Listing, words: Words, page: Page) -> None:
    """Write statements for a person at a terminal."""
    page.outcome(listing.outcome, listing.question)
    if listing.facts:
        page.text(listing.facts)
    if not listing.statements:
        page.text(listing.unsaid)
    page.groups(group(listing.statements, words, listing.read))
