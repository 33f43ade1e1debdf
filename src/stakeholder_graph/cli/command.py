"""What every command has: examples, options by section, and the settings all share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from .render.formats import FORMATS
from .session import Session

OPTIONS = "Options"
SETTINGS = "Settings"


class Option(click.Option):
    """An option shown in a section of its own in the help."""

    def __init__(self, *args: Any, section: str = OPTIONS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class Command(click.Command):
    """A command with examples in its help."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, then its examples."""
        super().format_help_text(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write_text(example)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, by section."""
        write_options(self, ctx, formatter)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Write the options of a command to its help, by section."""
    sections: dict[str, list[tuple[str, str]]] = {OPTIONS: []}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record and isinstance(parameter, click.Option):
            sections.setdefault(getattr(parameter, "section", OPTIONS), []).append(record)
    for section, records in sections.items():
        if records:
            with formatter.section(section):
                formatter.write_dl(records)


def command(
    name: str,
    *,
    examples: Sequence[str],
    shared: Sequence[str] = ("store", "format"),
    formats: Sequence[str] = (),
) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function whose first parameter is the `Session`.

    Parameters
    ----------
    name : str
        As it is typed.
    examples : sequence of str
        Whole command lines, for the help; each must be a sound one.
    shared : sequence of str
        Which of the settings `SHARED` it takes, beside those every command takes.
    formats : sequence of str
        Formats it writes beside those that all write.
    """
    known = {**SHARED, "format": _format(*FORMATS, *formats)} if formats else SHARED
    taken = [known[key] for key in (*shared, "vocabulary", "quiet", "verbose", "no_color")]

    def wrap(function: Callable[..., Any]) -> Command:
        made = click.command(name, cls=Command, examples=examples)(click.pass_obj(function))
        made.params += taken
        return made

    return wrap


def _remember(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep a shared option for the session: it may stand before or after the command."""
    session = ctx.find_root().ensure_object(Session)
    if value and parameter.name:
        session.given[parameter.name] = value


def _shared(*names: str, help: str, **more: Any) -> Option:  # noqa: A002  (click's word)
    choices = {"section": SETTINGS, "expose_value": False, "callback": _remember, **more}
    return Option(list(names), help=help, **choices)


def _format(*formats: str) -> Option:
    return _shared(
        "--format",
        type=click.Choice(formats),
        metavar="FORMAT",
        help=f"How results are written: {', '.join(formats)} [STAKEHOLDERS_FORMAT; table]",
    )


SHARED = {
    "store": _shared(
        "--store",
        metavar="STORE",
        help="Where the graph is: a file, or neo4j://…, neo4j+s://…, bolt://… "
        "[STAKEHOLDERS_STORE; stakeholders.lbug]",
    ),
    "decisions": _shared(
        "--decisions",
        metavar="FILE",
        help="What people have decided [STAKEHOLDERS_DECISIONS; decisions.yaml beside the store]",
    ),
    "format": _format(*FORMATS),
    "vocabulary": _shared(
        "--vocabulary",
        metavar="FILE",
        help="Relations of your own, beside the built-in ones [STAKEHOLDERS_VOCABULARY]",
    ),
    "quiet": _shared("-q", "--quiet", is_flag=True, help="Say nothing but results and errors."),
    "verbose": _shared("-v", "--verbose", is_flag=True, help="Say more about what is done."),
    "no_color": _shared("--no-color", is_flag=True, help="No colour [NO_COLOR]"),
}
"""The options that may stand before any command, and after those that use them."""
