"""Commands about accountability, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..render.answers import print_answer, write_answer, write_answer_page
from ..session import Session
from .answering import unsaid

if TYPE_CHECKING:
    from ...graph import Store
    from ...queries import Answer


def _when(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that limit a question to a phase and a date."""
    phase = click.option(
        "--phase", metavar="WORDS", help="In which phase, in any words.", cls=Option
    )
    date = "On which day, month or year: YYYY, YYYY-MM or YYYY-MM-DD."
    return phase(click.option("--at", metavar="DATE", help=date, cls=Option)(function))


@command(
    "who-is-accountable",
    examples=[
        'stakeholders who-is-accountable "InSERRE"',
        'stakeholders who-is-accountable InSERRE --phase "en service"',
        "stakeholders who-is-accountable InSERRE --at 2026-03 --format json",
    ],
)
@click.argument("name")
@_when
def who_is_accountable(session: Session, name: str, phase: str | None, at: str | None) -> None:
    """Tell who answers for something.

    The answer is STATED where a sentence says so, DERIVED where a rule leads from other
    statements to it (the rule and each link are shown), CONFLICTING where documents name
    different parties (every side is shown), or NOT STATED.
    """
    from ...queries import who_is_accountable

    with session.store() as store:
        answer = who_is_accountable(store, name, phase, at, vocabulary=session.vocabulary)
        _write(session, store, answer, beside="besides, outside those limits")


@command(
    "accountable-for",
    examples=[
        'stakeholders accountable-for "APIJ"',
        "stakeholders accountable-for APIJ --format csv",
    ],
)
@click.argument("name")
@_when
def accountable_for(session: Session, name: str, phase: str | None, at: str | None) -> None:
    """Tell what a stakeholder answers for.

    The inverse of `who-is-accountable`: what is stated comes first, then what is contested, then
    what is derived.
    """
    from ...queries import accountable_for

    with session.store() as store:
        answer = accountable_for(store, name, phase, at, vocabulary=session.vocabulary)
        _write(session, store, answer, beside="besides, less surely")


def _write(session: Session, store: Store, answer: Answer, *, beside: str) -> None:
    form = session.format()
    if form not in ("table", "md"):
        write_answer(answer, form)
        return
    documents = store.documents()
    words = session.wording.speaking(documents)
    if form == "md":
        write_answer_page(answer, words, beside=beside)
        return
    print_answer(answer, words, session.page, beside=beside)
    if not answer.findings:
        session.page.text(unsaid(len(documents)))
