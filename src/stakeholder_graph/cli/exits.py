"""Exit codes, and the one line in which a command that fails says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import click

from ..errors import StakeholderGraphError
from .render.text import clean


class Exit(IntEnum):
    """What the exit code of a command says."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INPUT = 3
    STORE = 4
    PARTIAL = 5
    INTERRUPTED = 130


MEANINGS = {
    Exit.DONE: "done; also where the answer is that the documents do not say",
    Exit.FAILED: "the run failed, or a check found problems",
    Exit.USAGE: "the command line is wrong",
    Exit.INPUT: "a document, file or value cannot be used",
    Exit.STORE: "the database refused, did not answer or is not a store",
    Exit.PARTIAL: "done in part: some documents could not be read",
    Exit.INTERRUPTED: "interrupted",
}


class StoppedError(Exception):
    """A command stopped: the line that says why, and its exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what a command raises on purpose into one line and an exit code."""
    try:
        yield
        sys.stdout.flush()
    except StakeholderGraphError as error:
        raise StoppedError(str(error), error.exit_code) from error
    except BrokenPipeError:
        # Whoever read our output has had enough: nothing is wrong.
        _discard_output()
        raise click.exceptions.Exit(Exit.DONE) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise StoppedError(f"{place}{error.strerror or error}", Exit.FAILED) from error


@contextmanager
def ending() -> Iterator[None]:
    """End the process with the code of what happened inside."""
    try:
        yield
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except StoppedError as error:
        click.echo(f"Error: {clean(str(error))}", err=True)
        sys.exit(error.code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(Exit.INTERRUPTED)


def _discard_output() -> None:
    """Send what is left to nowhere, so that closing the stream at exit does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
