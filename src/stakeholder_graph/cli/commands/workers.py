"""The options that say who reads documents: how many processes, or a cluster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..command import Option

F = TypeVar("F", bound=Callable[..., Any])


def workers(function: F) -> F:
    """Give a command the options ``--jobs`` and ``--scheduler``."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="How many processes read [all cores, where there is enough to read].",
        cls=Option,
    )
    scheduler = click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Read on a Dask cluster, by the address of its scheduler: tcp://host:8786.",
        cls=Option,
    )
    return jobs(scheduler(function))
