"""A language model that reads too: its options, what came of it, what it and the rules say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...errors import InputError
from ..command import Option
from ..render.formats import write_markdown, write_rows
from ..render.groups import Statement, group, rows
from ..render.listing import HEADS
from ..session import Session
from ..settings import amount, price
from .readings import CHECKS, STATED, stated

if TYPE_CHECKING:
    from ...loaders.proposing import DryRun, Endpoint, ModelReader, Proposer

COMPARED = ("said_by", *STATED)
_ENDPOINT = "model"
_SAID = {
    "both": "said by both",
    "model": "said only by the model",
    "rules": "said only by the rules",
    "differently": "said differently of the same words",
}


def proposer_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--proposer` and `--compare` to a command."""
    compare = click.option(
        "--compare",
        is_flag=True,
        help="With --proposer: show what rules and model both say, only one says, or say"
        " differently.",
        cls=Option,
    )
    proposer = click.option(
        "--proposer",
        metavar="WHO",
        help="Have a language model read too: `model`, the one that OPENAI_BASE_URL, OPENAI_MODEL"
        " and OPENAI_API_KEY name, or a folder of answers.",
        cls=Option,
    )
    return proposer(compare(function))


def check_options(proposer: str | None, scheduler: str | None, *, compare: bool) -> None:
    """Refuse options that do not go together."""
    if compare and not proposer:
        raise click.UsageError("--compare needs --proposer")
    if proposer and scheduler:
        raise click.UsageError("--proposer reads in this process: leave out --scheduler")


def model_reader(
    session: Session, who: str, *, keep: bool = False, jobs: int | None = None
) -> ModelReader:
    """Return what reads with a model: behind an endpoint, or by a folder of its answers."""
    proposer = _endpoint(session, jobs) if who == _ENDPOINT else _folder(who)
    return reader_with(session, proposer, keep=keep)


def reader_with(session: Session, proposer: Proposer, *, keep: bool = False) -> ModelReader:
    """Return what reads with a proposer."""
    from ...loaders import Erased
    from ...loaders.proposing import ModelReader

    erased = Erased(each.erasure for each in session.ledger.read() if each.erasure)
    return ModelReader(proposer, session.vocabulary, keep=keep, erased=erased)


def dry_run(session: Session, folder: str) -> DryRun:
    """Return what writes the requests to a folder instead of sending them."""
    from ...loaders.proposing import DryRun

    longest = amount(session.settings.get("proposer_answer"))
    return DryRun(Path(folder).expanduser(), os.environ.get("OPENAI_MODEL", ""), longest)


def _folder(who: str) -> Proposer:
    from ...loaders.proposing import Answers

    folder = Path(who).expanduser()
    if not folder.is_dir():
        remedy = "name a folder of answers, or write `model` to ask the one in the environment"
        raise InputError("is no folder", where=who, remedy=remedy)
    return Answers(folder, os.environ.get("OPENAI_MODEL", ""))


def _endpoint(session: Session, jobs: int | None) -> Endpoint:
    from ...loaders.proposing import Budget, Connection, Endpoint

    get = session.settings.get
    url, model = os.environ.get("OPENAI_BASE_URL", ""), os.environ.get("OPENAI_MODEL", "")
    for name, value in (("OPENAI_BASE_URL", url), ("OPENAI_MODEL", model)):
        if not value:
            raise InputError(
                f"{name} is not set", where="--proposer", remedy="see docs/proposer.md"
            )
    budget = Budget(
        amount(get("proposer_tokens")),
        price(get("proposer_cost")),
        price(get("proposer_price_in")),
        price(get("proposer_price_out")),
    )
    if budget.cost and not (budget.price_in or budget.price_out):
        remedy = "set proposer_price_in and proposer_price_out, for a million tokens"
        raise InputError("cannot be kept without prices", where="proposer_cost", remedy=remedy)
    connection = Connection(
        url,
        os.environ.get("OPENAI_API_KEY", ""),
        price(get("proposer_timeout")),
        amount(get("proposer_retries")),
    )
    longest = amount(get("proposer_answer"))
    asked = Endpoint(connection, model, session.proposals, budget, longest)
    asked.jobs = jobs or asked.jobs
    return asked


def tell_of(session: Session, reader: ModelReader) -> None:
    """Say what came of the proposals, and what they took."""
    for line in _summary(reader):
        session.say(line)


def _summary(reader: ModelReader) -> Iterator[str]:
    tally = reader.tally
    name = reader.proposer.model or "answers"
    refused = tally.refused.total()
    unread = f", {tally.unanswered} of them without an answer" if tally.unanswered else ""
    proposed, asked = _number(tally.proposed, "statement"), _number(tally.asked, "section")
    yield f"{name}: {proposed} proposed on {asked}{unread}; {refused} refused by the evidence gate"
    for check, count in sorted(tally.refused.items(), key=lambda each: (-each[1], each[0])):
        yield f"  {count} {check}: {CHECKS.get(check, check)}"
    said = [f"{count} {_SAID[each]}" for each, count in sorted(tally.verdicts.items())]
    if said:
        yield f"  {', '.join(said)}"
    if used := _used(reader.proposer):
        yield f"  {used}"


def _used(proposer: Proposer) -> str:
    """Return what the requests took, where any can have been sent."""
    from ...loaders.proposing import Endpoint

    if not isinstance(proposer, Endpoint):
        return ""
    budget = proposer.budget
    cost = f", {budget.spent:.2f} in cost" if budget.spent else ""
    asked = f"{_number(budget.requests, 'request')}, {proposer.cached} more from the cache"
    return f"{asked}; {budget.used:,} tokens{cost}"


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def show_compared(session: Session, reader: ModelReader, form: str) -> None:
    """Write who says what, as rows with the columns `COMPARED`."""
    said = _rows(reader)
    if form in ("jsonl", "json", "csv"):
        write_rows(said, COMPARED, form)
        return
    words = session.wording.speaking(source.document for source, _ in reader.compared)

    def read(statement: Statement) -> tuple[str, str]:
        return _SAID[statement["said_by"]], words.sentence(statement)

    groups = group(said, words, read)
    if form == "md":
        write_markdown(rows(groups), HEADS)
    else:
        session.page.groups(groups)


def _rows(reader: ModelReader) -> list[dict[str, Any]]:
    """Return who says what, what both say first."""
    from ...loaders import Extraction, locator

    found: list[dict[str, Any]] = []
    for source, compared in reader.compared:
        find_place = locator(source)
        said = stated(Extraction(source, tuple(each.statement for each in compared), ()))
        for each, row in zip(compared, said, strict=True):
            place = row["locator"] or find_place(row["start"])
            found.append({"said_by": each.verdict.value, **row, "locator": place})
    return sorted(found, key=lambda row: list(_SAID).index(row["said_by"]))
