"""The command that answers questions in words."""

from __future__ import annotations

import click

from ..command import command
from ..exits import Exit
from ..render.replies import print_reply, write_reply, write_reply_page
from ..session import Session
from .answering import unsaid


@command(
    "ask",
    examples=[
        'stakeholders ask "Qui co-préside le comité de pilotage ?"',
        'stakeholders ask "Who is accountable for InSERRE once it is delivered?"',
        'stakeholders ask "Which bodies does the APIJ sit on?" --format json',
    ],
)
@click.argument("question", nargs=-1, required=True)
def ask(session: Session, question: tuple[str, ...]) -> None:
    """Answer a question in words, in French or English.

    Who does what, for whom, by whom; whether someone does; in a phase ("once delivered") or at a
    date ("en 2026"). The question is read by the grammar that reads the documents, and the reply
    shows how it was understood. What is not plain is not guessed: the outcome is then NOT
    UNDERSTOOD, with the words that could not be placed and the names that are like them, and the
    exit code is 3.

    As JSON it is one object: `question`, `understood` (`relation`, `known`, `asked`, `phase`,
    `date` and more), `outcome`, `answers` (each with `name`, `relation`, `quote`, `document` and
    more), and `reason`, `unplaced`, `candidates` where it was not understood.
    """
    from ...queries.questions import ask

    form = session.format()
    with session.store() as store:
        reply = ask(store, " ".join(question), vocabulary=session.vocabulary)
        documents = store.documents()
    words = session.wording.speaking(documents)
    if form == "table":
        print_reply(reply, words, session.page, unsaid=unsaid(len(documents)))
    elif form == "md":
        write_reply_page(reply, words, unsaid=unsaid(len(documents)))
    else:
        write_reply(reply, form)
    if reply.misunderstood:
        if form != "table":
            session.complain(f"not understood: {reply.misunderstood.reason}")
        raise click.exceptions.Exit(Exit.INPUT)
