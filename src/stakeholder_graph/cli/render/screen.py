"""The terminal: how wide, in which colours."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import Literal, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .formats import plain
from .text import clean

_PLAIN_WIDTH = 80  # where no terminal tells its own


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the program, as for any other output."""
        raise BrokenPipeError


def console(*, colour: bool, watched: TextIO | None = None) -> Console:
    """Return standard output, or a stream that a person watches, as a place to write.

    Without colour, standard output gets plain text only.
    """
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    return _Console(
        file=watched or sys.stdout,
        width=max(width, 40),
        color_system="standard" if colour else None,
        force_terminal=colour or watched is not None,
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
    right: Collection[int] = (),
) -> None:
    """Write a table without rules; the columns at the places in `right` are set to the right."""
    made = Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
        show_header=bool(heads),
    )
    lines = [[Text(clean(plain(value))) for value in row] for row in rows]
    for place in range(len(lines[0]) if lines else len(heads)):
        justify: Literal["left", "right"] = "right" if place in right else "left"
        made.add_column(heads[place] if heads else "", justify=justify, overflow="fold")
    for line in lines:
        made.add_row(*line)
    with console.capture() as captured:
        console.print(made)
    for printed in captured.get().splitlines():
        print(printed.rstrip())
