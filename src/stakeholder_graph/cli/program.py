"""The command `stakeholders`: its commands are imported when they are run, not before."""

from __future__ import annotations

import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any, NamedTuple

import click

from .. import __version__
from .command import SHARED, write_options
from .exits import Exit, ending, refusals


class Entry(NamedTuple):
    """Where a command is, and what it does, without importing it."""

    section: str
    module: str
    summary: str


ENTRIES = {
    "load": Entry("Read documents", "load", "Read documents into the graph."),
    "extract": Entry("Read documents", "extract", "Print what documents state, without a store."),
    "mapping": Entry("Read documents", "mapping", "Check a mapping of records on data."),
    "ask": Entry("Ask", "ask", "Answer a question in words, in French or English."),
    "in-charge": Entry("Ask", "card", "Show who does what for a project, body or organisation."),
    "who-is-accountable": Entry("Ask", "accountability", "Tell who answers for something."),
    "accountable-for": Entry("Ask", "accountability", "Tell what a stakeholder answers for."),
    "raci": Entry("Ask", "raci", "Draw up the RACI matrix, with the evidence of each letter."),
    "what-if": Entry("Ask", "what_if", "Tell what is lost if a stakeholder leaves."),
    "members": Entry("Ask", "card", "List who chairs and sits on a body."),
    "path": Entry("Ask", "statements", "Show the shortest chain between two stakeholders."),
    "show": Entry("Ask", "card", "Show everything stated about a stakeholder."),
    "relations": Entry("Ask", "statements", "List statements, of some relations or all."),
    "mcp": Entry("Ask", "assistant", "Let an AI assistant ask, over the Model Context Protocol."),
    "audit": Entry("Check", "audit", "Find what documents leave open, contradict or let run out."),
    "compare": Entry("Check", "compare", "Tell who gained or lost which role, with both quotes."),
    "metrics": Entry("Measure and see", "metrics", "Measure the influence of each stakeholder."),
    "plot": Entry(
        "Measure and see",
        "plot",
        "Draw ranks, metrics, RACI, bodies or communities.",
    ),
    "view": Entry("Measure and see", "view", "Draw the network on one web page."),
    "explore": Entry("Measure and see", "explore", "Walk through a large network in the browser."),
    "review": Entry("Settle", "review", "Decide what the program cannot know."),
    "decide": Entry("Settle", "decide", "Settle what no document can."),
    "decisions": Entry("Settle", "decide", "List what people have decided, and what came of it."),
    "export": Entry("Keep", "export", "Write the graph for other tools."),
    "import": Entry("Keep", "importing", "Read a graph back into the store."),
    "documents": Entry("Keep", "documents", "List the documents in the store."),
    "reload": Entry("Keep", "reload", "Read documents again whose file has changed."),
    "forget": Entry("Keep", "documents", "Remove a document and what only it states, or a person."),
    "vocabulary": Entry("Keep", "vocabulary", "List the relations and what they mean."),
    "config": Entry("Keep", "config", "Show the settings in force."),
    "completion": Entry("Keep", "completion", "Print the completion script of a shell."),
}


class Program(click.Group):
    """The group of all commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line and exit with a code of `exits.Exit`."""
        with ending():
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}) or Exit.DONE)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line; help and version are written here."""
        with refusals():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, saying each of our errors in one line."""
        with refusals():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names of all commands, in the order of the help."""
        return list(ENTRIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in ENTRIES:
            return None
        module = import_module(f".commands.{ENTRIES[cmd_name].module}", __package__)
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(module, f"{name}_" if iskeyword(name) else name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or name those spelt alike."""
        name = args[0]
        if name not in ENTRIES and not name.startswith("-") and not ctx.resilient_parsing:
            raise click.NoSuchCommand(name, possibilities=ENTRIES, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options, each by section."""
        self.format_commands(ctx, formatter)
        write_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands by section, without importing any."""
        width = max(map(len, ENTRIES))
        for section in dict.fromkeys(entry.section for entry in ENTRIES.values()):
            with formatter.section(section):
                formatter.write_dl(
                    [
                        (name.ljust(width), entry.summary)
                        for name, entry in ENTRIES.items()
                        if entry.section == section
                    ]
                )


@click.group(
    cls=Program,
    params=list(SHARED.values()),
    invoke_without_command=True,
    subcommand_metavar="COMMAND …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`stakeholders COMMAND -h` tells more, with examples.",
)
@click.version_option(__version__, message="stakeholders %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Who is in charge? Ask your documents.

    Reads project pages, charters, decrees and minutes into a graph in which every relationship
    carries the sentence that states it, and answers from the graph. Start with
    `stakeholders load FOLDER`.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line of this process."""
    program.main(prog_name="stakeholders")
