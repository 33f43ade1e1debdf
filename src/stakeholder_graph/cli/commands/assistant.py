"""The command that lets an assistant ask."""

from __future__ import annotations

from ..command import command
from ..session import Session


@command(
    "mcp",
    examples=["stakeholders mcp", "stakeholders mcp --store /data/charters.lbug"],
    shared=("store",),
)
def mcp(session: Session) -> None:
    """Let an AI assistant ask, over the Model Context Protocol.

    Answers on standard input and output, read-only, until the assistant leaves. It needs the extra
    `mcp`: pip install 'stakeholder-graph[mcp]'. An assistant starts it itself: register this
    command, with the whole path of a store, in its configuration.
    """
    from ...assistant import serve

    with session.store() as store:
        serve(store, session.vocabulary)
