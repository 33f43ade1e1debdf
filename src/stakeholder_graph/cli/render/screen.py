"""The terminal: how wide, in which colours."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .formats import plain
from .text import clean

_PLAIN_WIDTH = 80  # where no terminal tells its own


def console(*, colour: bool) -> Console:
    """Return the standard output as a place for tables; without colour it gets plain text only."""
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    return Console(
        file=sys.stdout,
        width=max(width, 40),
        color_system="standard" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def show_table(
    console: Console,
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numbers: Iterable[str] = (),
) -> None:
    """Write a table without rules; columns of numbers are set to the right."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    aligned = set(numbers)
    for head in heads:
        justify = "right" if head in aligned else "left"
        made.add_column(Text(head), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in rows:
        made.add_row(*(Text(clean(plain(value))) for value in row))
    with console.capture() as captured:
        console.print(made)
    for line in captured.get().splitlines():
        print(line.rstrip())
