"""How tables were read: their shape, their columns, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..render.formats import write_rows
from ..render.text import clean, place
from ..session import Session

if TYPE_CHECKING:
    from ...loaders import Explanation

COLUMNS = (
    "document",
    "place",
    "shape",
    "rows",
    "statements",
    "header",
    "read_as",
)
_SHAPES = {
    "raci": "a matrix of responsibilities",
    "members": "a list of members",
    "register": "a register",
    "statements": "a list of statements",
    "": "not recognised",
}
_UNREAD = "not read"


def show_tables(session: Session, tables: Iterable[tuple[str, Explanation]], form: str) -> None:
    """Write how each table was read: for people a block a table, else a row a column."""
    if form != "table":
        write_rows((row for each in tables for row in _rows(*each)), COLUMNS, form)
        return
    page, none = session.page, True
    for document, table in tables:
        none = False
        counts = f"{table.rows} rows, {table.statements} statements" if table.shape else ""
        page.heading(f"{place(document, table.place)}: {_SHAPES[table.shape]}")
        if counts:
            page.text(counts)
        for header, reading in table.columns:
            page.text(f"{clean(header)} → {clean(reading) or _UNREAD}", emphasis=clean(header))
        for missed in table.missed:
            page.text(f"not understood: {clean(missed)}")
    if none:
        session.say("These documents hold no table.")


def _rows(document: str, table: Explanation) -> Iterator[dict[str, Any]]:
    for header, reading in table.columns:
        yield {
            "document": document,
            "place": table.place,
            "shape": table.shape,
            "rows": table.rows,
            "statements": table.statements,
            "header": header,
            "read_as": reading,
        }
