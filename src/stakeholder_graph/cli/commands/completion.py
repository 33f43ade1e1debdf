"""The command that prints completion scripts."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from ...errors import StakeholderGraphError
from ..command import command
from ..session import Session


@command(
    "completion",
    examples=[
        'eval "$(stakeholders completion bash)"',
        "stakeholders completion fish > ~/.config/fish/completions/stakeholders.fish",
    ],
    shared=(),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, _: Session, shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise StakeholderGraphError(f"no completion for {shell}")
    made = kind(ctx.find_root().command, {}, "stakeholders", "_STAKEHOLDERS_COMPLETE")
    click.echo(made.source())
