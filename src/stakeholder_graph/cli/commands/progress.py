"""Progress on standard error while documents are read: a bar where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..render.text import clean
from ..session import Session

Tell = Callable[[int, int, str], None]


@contextmanager
def progress(session: Session, *, beside_results: bool = False) -> Iterator[Tell | None]:
    """Give what to tell of each file that is done; None where nobody wants to know.

    Results that are written meanwhile to the same terminal are progress enough.
    """
    shared = beside_results and sys.stdout.isatty()
    if session.quiet:
        yield None
    elif sys.stderr.isatty() and not shared:
        with _bar(session) as tell:
            yield tell
    else:
        yield _lines(session) if session.verbose else None


def _lines(session: Session) -> Tell:
    return lambda done, total, path: session.say(f"{done}/{total} {clean(path)}")


@contextmanager
def _bar(session: Session) -> Iterator[Tell]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ..render.screen import console

    shown = console(colour=session.colour, watched=sys.stderr)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    # rich would take standard output along to standard error.
    with Progress(*columns, console=shown, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=None)

        def tell(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=clean(path))

        yield tell
