"""The command that shows the settings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import click

from ..command import command
from ..render.formats import write_rows
from ..session import Session
from ..settings import DEFAULTS

_COLUMNS = ("setting", "value", "origin")
_SECRETS = ("NEO4J_PASSWORD", "OPENAI_API_KEY")
_SERVERS = (
    "NEO4J_URI",
    "NEO4J_USERNAME",
    "NEO4J_PASSWORD",
    "NEO4J_DATABASE",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
    "OPENAI_API_KEY",
)
_LOGIN = re.compile(r"(?<=://)[^/]*@")


@command(
    "config",
    examples=["stakeholders config show", "stakeholders config show --format json"],
)
@click.argument("action", type=click.Choice(["show"]), default="show")
def config(session: Session, action: str) -> None:  # noqa: ARG001  (there is one action)
    """Show the settings in force.

    Each with its value and where it comes from: a flag, the environment, `stakeholders.toml` in
    the current folder, a file of the user, or the default, in that order. Of a password it is
    only said that there is one.
    """
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in _settings(session)]
    form = session.format()
    if form != "table":
        write_rows(rows, _COLUMNS, form)
        return
    from ..render.screen import show_table

    show_table(session.console, _COLUMNS, [list(row.values()) for row in rows])


def _settings(session: Session) -> Iterator[tuple[str, str, str]]:
    for name in DEFAULTS:
        setting = session.settings.get(name)
        yield name, _LOGIN.sub("", setting.value), setting.origin
    for variable in _SERVERS:
        value = os.environ.get(variable, "")
        if value:
            shown = "set, not shown" if variable in _SECRETS else _LOGIN.sub("", value)
            yield variable, shown, "environment"
