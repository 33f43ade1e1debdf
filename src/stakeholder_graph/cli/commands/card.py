"""Commands about one stakeholder: its card, its members, everything stated about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..command import command
from ..render.groups import Statement
from ..session import Session
from .answering import answer_list

if TYPE_CHECKING:
    from ...graph import Stakeholder


@command(
    "in-charge",
    examples=[
        'stakeholders in-charge "InSERRE"',
        "stakeholders in-charge InSERRE --format md > card.md",
    ],
)
@click.argument("name")
def in_charge(session: Session, name: str) -> None:
    """Show who does what for a project, body or organisation.

    The whole card, each line with the sentence that says it: who answers for it, sponsors,
    commissions, pilots and governs it (and who presides over that body), who oversees, advises,
    implements, funds and hosts it, who takes part, and whom it reports to.

    NAME is matched without regard to case, accents and articles; acronyms and other names count.
    """
    from ...queries import find, in_charge

    words = session.wording
    with session.store() as store:
        subject = find(store, name, vocabulary=session.vocabulary)
        table = in_charge(store, subject, vocabulary=session.vocabulary)

        def read(statement: Statement) -> tuple[str, str]:
            relation = statement["relation"]
            if statement["source_id"] == subject.id:
                return words.verb(relation), statement["target"]
            of = "" if statement["target_id"] == subject.id else f"{statement['target']} "
            return f"{of}{words.inverse(relation)}", statement["source"]

        question = f"Who is in charge of {subject.name}?"
        answer_list(session, store, table, question, read, facts=_facts(subject))


@command(
    "members",
    examples=[
        'stakeholders members "comité de pilotage"',
        "stakeholders members COPIL --format csv",
    ],
)
@click.argument("body")
def members(session: Session, body: str) -> None:
    """List who chairs and sits on a body.

    Chairs come first, then co-chairs, then members.
    """
    from ...queries import find, members

    words = session.wording
    with session.store() as store:
        subject = find(store, body, vocabulary=session.vocabulary)
        table = members(store, subject, vocabulary=session.vocabulary)

        def read(statement: Statement) -> tuple[str, str]:
            return words.inverse(statement["relation"]), statement["source"]

        question = f"Who chairs and sits on {subject.name}?"
        answer_list(session, store, table, question, read, facts=_facts(subject))


@command("show", examples=['stakeholders show "APIJ"', "stakeholders show APIJ --format json"])
@click.argument("name")
def show(session: Session, name: str) -> None:
    """Show everything stated about a stakeholder.

    First what it does, then what others do to it, each with the sentence that says so.
    """
    from ...queries import find, show

    words = session.wording
    with session.store() as store:
        subject = find(store, name, vocabulary=session.vocabulary)
        table = show(store, subject, vocabulary=session.vocabulary)

        def read(statement: Statement) -> tuple[str, str]:
            if statement["direction"] == "out":
                return words.verb(statement["relation"]), statement["target"]
            return words.inverse(statement["relation"]), statement["source"]

        question = f"What is stated about {subject.name}?"
        answer_list(session, store, table, question, read, facts=_facts(subject))


def _facts(subject: Stakeholder) -> str:
    """Return what a stakeholder is and its other names."""
    also = f", also named {'; '.join(subject.aliases)}" if subject.aliases else ""
    known = f", {', '.join(subject.identifiers)}" if subject.identifiers else ""
    return f"{subject.kind}{also}{known}"
