"""Commands that settle what no document can: decisions of people, and the list of them."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from ...errors import InputError
from ..command import Option, command
from ..exits import Exit
from ..render.formats import write_rows
from ..session import Session

if TYPE_CHECKING:
    from ...graph import Store
    from ...loaders import Decision, Party

_COLUMNS = ("number", "decision", "outcome", "who", "when", "why")
_USES = {
    "merge": "NAME NAME…",
    "keep-apart": "NAME NAME",
    "rename": "NAME NEW-NAME",
    "split": "NAME NEW-NAME --document DOCUMENT",
    "accept": "ID",
    "reject": "ID",
    "add": "SOURCE RELATION TARGET --document DOCUMENT --quote WORDS",
    "undo": "NUMBER",
}


@command(
    "decide",
    examples=[
        "stakeholders decide merge APIJ 'Agence pour la justice' --why 'the same SIREN'",
        "stakeholders decide keep-apart 'mairie de Blois' 'commune de Blois'",
        "stakeholders decide rename APIJ 'Agence de la justice (APIJ)'",
        "stakeholders decide reject 3f9a1c20 --why 'the list is of 2019'",
        "stakeholders decide add APIJ funds InSERRE --document 'letter of May' --quote 'It pays.'",
        "stakeholders decide undo 3",
    ],
    shared=("store", "decisions"),
)
@click.argument("action", type=click.Choice(list(_USES)), metavar="ACTION")
@click.argument("arguments", nargs=-1, required=True, metavar="ARGUMENT…")
@click.option("--document", "documents", multiple=True, metavar="DOCUMENT", cls=Option,
              help="Where a split name means the other, or what states an added statement; "
              "may be repeated.")  # fmt: skip
@click.option("--quote", default="", metavar="WORDS", cls=Option,
              help="The words that state an added statement.")  # fmt: skip
@click.option("--who", default="", metavar="NAME", cls=Option,
              help="Who decides [the user of this machine].")  # fmt: skip
@click.option("--why", default="", metavar="WORDS", help="The reason, for others.", cls=Option)
def decide(
    session: Session,
    action: str,
    arguments: tuple[str, ...],
    documents: tuple[str, ...],
    quote: str,
    who: str,
    why: str,
) -> None:
    """Settle what no document can.

    ACTION is merge NAME NAME…, keep-apart NAME NAME, rename NAME NEW-NAME, split NAME NEW-NAME
    (with --document), accept ID, reject ID, add SOURCE RELATION TARGET (with --document and
    --quote), or undo NUMBER. Decisions are kept in a file beside the store and done again at
    each load. Nothing that was read is lost: each can be taken back.
    """
    from ...loaders import decide, undo

    _check(action, arguments, documents, quote)
    with session.store():  # a question first: a store that is not there must not be made by this
        pass
    with session.store(read_only=False) as store:
        if action == "undo":
            taken, _ = undo(store, session.ledger, _number(arguments[0]))
            session.say(f"Took back decision {taken.number}: {taken}.")
            return
        made = _MAKERS[action](session, store, arguments, documents, quote)
        for each in decide(store, session.ledger, [_signed(made, who or user(), why)]):
            session.say(f"Decision {each.number}: {each}.")


@command(
    "decisions",
    examples=["stakeholders decisions", "stakeholders decisions --format csv"],
    shared=("store", "decisions", "format"),
)
def decisions(session: Session) -> Exit:
    """List what people have decided, and what came of it.

    A decision is followed; or it waits for a document that is not loaded; or it is stale, where
    its document no longer says what it is about; or it contradicts another one, and neither is
    followed. The exit code is 1 where some are stale or contradict one another.
    """
    from ...loaders import outcome, survey

    made = session.ledger.read()
    with session.store() as store:
        came = outcome(survey(store, made))
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(made, came)]
    form = session.format()
    if form == "table" and not rows:
        session.say("Nothing has been decided yet; `stakeholders review` asks what could be.")
    elif form == "table":
        from ..render.screen import show_table

        show_table(session.console, _COLUMNS, [list(row.values()) for row in rows], right={0})
    else:
        write_rows(rows, _COLUMNS, form)
    for conflict in came.conflicts:
        session.complain(conflict)
    return Exit.FAILED if came.conflicts or came.stale else Exit.DONE


def user() -> str:
    """Return who works at this machine, as far as it tells."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _rows(made: Sequence[Decision], came: Any) -> Iterator[tuple[Any, ...]]:
    waiting = came.waiting or {}
    for each in made:
        said = "followed" if each.number in came.followed else "contradicts another"
        if each.number in waiting:
            said = waiting[each.number]
            said = said if said.startswith("stale") else f"waits: {said}"
        yield each.number, str(each), said, each.who, each.when, each.why


def _check(action: str, arguments: Sequence[str], documents: Sequence[str], quote: str) -> None:
    """Refuse a line that lacks something, or has too much."""
    wanted = {"merge": None, "undo": 1, "accept": 1, "reject": 1, "add": 3}.get(action, 2)
    wrong = len(arguments) < 2 if wanted is None else len(arguments) != wanted
    lacks = action == "split" and not documents
    if wrong or lacks or (action == "add" and not (len(documents) == 1 and quote)):
        raise click.UsageError(f"write `stakeholders decide {action} {_USES[action]}`")


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise InputError(f"{text!r} is no number of a decision", remedy="see `stakeholders decisions`")


def _signed(decision: Decision, who: str, why: str) -> Decision:
    from dataclasses import replace

    return replace(decision, who=who, why=why)


def _party(session: Session, store: Store, name: str) -> Party:
    from ...loaders import Party
    from ...queries import find

    found = find(store, name, vocabulary=session.vocabulary)
    return Party(found.name, found.kind, found.id)


def _make_of_parties(
    session: Session, store: Store, names: Sequence[str], *_: object, action: str
) -> Decision:
    from ...loaders import Action, Decision

    return Decision(Action(action), tuple(_party(session, store, name) for name in names))


def _make_named(
    session: Session,
    store: Store,
    arguments: Sequence[str],
    documents: Sequence[str],
    _: str,
    *,
    action: str,
) -> Decision:
    from ...loaders import Action, Decision

    party = _party(session, store, arguments[0])
    where = tuple(documents) if action == "split" else ()
    return Decision(Action(action), (party,), name=arguments[1], documents=where)


def _make_judged(
    _: Session, store: Store, arguments: Sequence[str], *__: object, action: str
) -> Decision:
    from ...loaders import Action, Decision, said_in

    return Decision(Action(action), said=said_in(store, arguments[0]))


def _make_added(
    session: Session,
    store: Store,
    arguments: Sequence[str],
    documents: Sequence[str],
    quote: str,
) -> Decision:
    from ...loaders import Action, Decision, Said

    source, target = (_party(session, store, arguments[place]) for place in (0, 2))
    relation = arguments[1].upper().replace("-", "_").replace(" ", "_")
    if relation not in session.vocabulary.relations:
        raise InputError(
            f"unknown relation {arguments[1]!r}", remedy="see `stakeholders vocabulary`"
        )
    return Decision(Action.ADD, said=Said(documents[0], source, relation, target, quote))


def _bound(make: Callable[..., Decision], action: str) -> Callable[..., Decision]:
    return lambda *given: make(*given, action=action)


_MAKERS: dict[str, Callable[..., Decision]] = {
    "merge": _bound(_make_of_parties, "merge"),
    "keep-apart": _bound(_make_of_parties, "keep apart"),
    "rename": _bound(_make_named, "rename"),
    "split": _bound(_make_named, "split"),
    "accept": _bound(_make_judged, "accept"),
    "reject": _bound(_make_judged, "reject"),
    "add": _make_added,
}
