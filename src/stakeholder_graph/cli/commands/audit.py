"""The command that checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..command import Option, command
from ..exits import Exit
from ..render.formats import write_rows
from ..session import Session

if TYPE_CHECKING:
    from ...queries.audit import Exemption

_SEVERITIES = ("error", "warning", "note")
_BESIDE = "audit.yaml"


def _rules(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules."""
    only = click.option(
        "--rule",
        "only",
        multiple=True,
        metavar="RULE",
        help="Apply only this rule; may be repeated.",
        cls=Option,
    )
    ignore = click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        help="Do not apply this rule; may be repeated.",
        cls=Option,
    )
    return only(ignore(function))


_LISTED = ("id", "severity", "title", "meaning", "remedy")


@command(
    "audit",
    examples=[
        "stakeholders audit",
        "stakeholders audit --list-rules",
        "stakeholders audit --severity warning --at 2027-01-01",
        "stakeholders audit --rule body-without-chair --format md > chairs.md",
        "stakeholders audit --exceptions audit.yaml --format sarif > audit.sarif",
    ],
    formats=("sarif",),
)
@_rules
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="note",
    help="Show only what is at least as bad as this [note]",
    cls=Option,
)
@click.option(
    "--at",
    metavar="DATE",
    help="Judge this day, month or year: YYYY-MM-DD, YYYY-MM or YYYY [today]",
    cls=Option,
)
@click.option(
    "--exceptions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What is as it should be, with reasons, as YAML [audit.yaml beside the store]",
    cls=Option,
)
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    default="error",
    help="Exit with 1 if a problem is at least as bad as this [error]",
    cls=Option,
)
@click.option("--list-rules", is_flag=True, help="List the rules instead.", cls=Option)
def audit(
    session: Session,
    only: Sequence[str],
    ignore: Sequence[str],
    severity: str,
    at: str | None,
    exceptions: Path | None,
    fail_on: str,
    *,
    list_rules: bool,
) -> Exit:
    """Find what documents leave open, contradict or let run out.

    A check of governance: things nobody is accountable for, or several; sources that contradict
    each other; bodies without a chair; terms that have ended; chains that break off or run in a
    circle; oversight of oneself; stale documents. Each problem is shown with its sentences and
    what to do.

    A file of exceptions holds, under `exceptions:`, entries of rule, subject, reason and, if they
    end, until. An entry without a reason is refused; one without use is a problem itself.

    Exit code: 0 where nothing is as bad as --fail-on, 1 where something is.
    """
    from ...queries.audit import Severity, audit

    if list_rules:
        _list_rules(session)
        return Exit.DONE
    allowed = _exceptions(session, exceptions)
    with session.store() as store:
        found = audit(
            store,
            at,
            only=only or None,
            ignore=ignore,
            exceptions=allowed,
            vocabulary=session.vocabulary,
        )
    shown = found.at_least(Severity(severity))
    _write(session, shown)
    hidden = len(found.problems) - len(shown.problems)
    if hidden:
        session.say(f"Not shown: {hidden} less severe than {severity}.")
    return Exit.FAILED if fail_on != "never" and found.fails(Severity(fail_on)) else Exit.DONE


def _list_rules(session: Session) -> None:
    from ...queries.audit import rules

    form = session.format()
    if form == "table":
        for rule in rules().values():
            session.page.outcome(rule.severity, rule.title, rule.id)
            session.page.text(rule.meaning)
            session.page.space()
        return
    rows = [{name: getattr(rule, name) for name in _LISTED} for rule in rules().values()]
    write_rows(rows, _LISTED, form)


def _exceptions(session: Session, given: Path | None) -> list[Exemption]:
    """Read the file of exceptions that is given, or the one beside the store."""
    from ...queries.audit import load_exceptions

    if given:
        return load_exceptions(given)
    address = session.settings.get("store").value
    beside = Path(address).expanduser().with_name(_BESIDE)
    return load_exceptions(beside) if "://" not in address and beside.is_file() else []


def _write(session: Session, found: Any) -> None:
    from ..render.audit import print_audit, write_audit, write_audit_page

    form = session.format(formats=("sarif",))
    words = session.wording.speaking(found.documents.values())
    if form == "table":
        print_audit(found, words, session.page)
    elif form == "md":
        write_audit_page(found, words)
    else:
        write_audit(found, form)
