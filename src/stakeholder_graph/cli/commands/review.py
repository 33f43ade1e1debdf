"""The command that asks a person what the program cannot know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..command import Option, command
from ..exits import Exit
from ..session import Session
from .decide import user
from .questionnaire import read_answers, write_questions
from .walk import Walk

if TYPE_CHECKING:
    from ...graph import Store
    from ...loaders import Extraction, Question

_FILE = click.Path(dir_okay=False, path_type=Path)


@command(
    "review",
    examples=[
        "stakeholders review",
        "stakeholders review --doubt 0.6 --set-aside",
        "stakeholders review --export review.xlsx",
        "stakeholders review --import review.xlsx",
    ],
    shared=("store", "decisions"),
)
@click.option("--doubt", type=click.FloatRange(0, 1), default=0.4, show_default=True, cls=Option,
              help="Ask about statements less sure than this.")  # fmt: skip
@click.option("--set-aside", "aside", is_flag=True, cls=Option,
              help="Read the documents again, and ask about what was held back too.")  # fmt: skip
@click.option("--export", "target", type=_FILE, metavar="FILE", cls=Option,
              help="Write the questions to a .xlsx or .yaml file to answer.")  # fmt: skip
@click.option("--import", "answers", type=_FILE, metavar="FILE", cls=Option,
              help="Take the answers of such a file.")  # fmt: skip
@click.option("--who", default="", metavar="NAME", cls=Option,
              help="Who decides [the user of this machine].")  # fmt: skip
def review(
    session: Session,
    doubt: float,
    target: Path | None,
    answers: Path | None,
    who: str,
    *,
    aside: bool,
) -> Exit:
    """Decide what the program cannot know.

    Asks, one by one, whether stakeholders with near names are one, and whether a document says
    what was read in it with little confidence. Press y or n, m for more of the text, s to skip,
    u to undo, q to quit: every answer is kept at once, in the file of decisions.
    """
    from ...loaders import agenda, replay

    with session.store() as store:
        questions = agenda(
            store,
            session.ledger.read(),
            doubt=doubt,
            aside=_read_again(session, store) if aside else (),
        )
        if target:
            write_questions(questions, target)
            session.say(f"{len(questions)} questions.")
            click.echo(target)
            return Exit.DONE
        if answers:
            decided = _take(session, questions, answers, who or user())
        else:
            decided = _walk(session, store, questions, who or user())
    if decided:
        with session.store(read_only=False) as store:
            came = replay(store, session.ledger.read())
        for conflict in came.conflicts:
            session.complain(conflict)
        if came.conflicts:
            return Exit.FAILED
    return Exit.DONE


def _walk(session: Session, store: Store, questions: Sequence[Question], who: str) -> int:
    if not questions:
        session.say("There is nothing to decide.")
        return 0
    walk = Walk(session, store, session.ledger, who)
    try:
        decided = walk.through(questions)
    except (KeyboardInterrupt, click.Abort):
        decided = sum(each is not None for each in walk.answered)
    left = len(questions) - len(walk.answered)
    session.say(f"{decided} decided, {left} left; see `stakeholders decisions`.")
    return decided


def _take(session: Session, questions: Sequence[Question], path: Path, who: str) -> int:
    given = read_answers(path)
    asked = {question.key: question for question in questions}
    made = [
        replace(decision, who=who, why=f"review ({path.name})")
        for key, yes in given.items()
        if key in asked and (decision := asked[key].yes if yes else asked[key].no)
    ]
    session.ledger.add(made)
    gone = len(given.keys() - asked.keys())
    if gone:
        session.say(f"{gone} answers are to questions that are no longer open.")
    session.say(f"{len(made)} decided.")
    return len(made)


def _read_again(session: Session, store: Store) -> Iterator[Extraction]:
    """Yield the documents of a store whose files are still there, read again."""
    from ...loaders import Erased, Extraction, extract, without

    erased = Erased(each.erasure for each in session.ledger.read() if each.erasure)
    documents = {each.address: each.id for each in store.documents()}
    there = [address for address in documents if address and Path(address).is_file()]
    for each in extract(there, vocabulary=session.vocabulary, limits=session.limits):
        if isinstance(each, Extraction):
            source = each.source
            id_ = documents.get(source.document.address, source.document.id)
            source = replace(source, document=replace(source.document, id=id_))
            yield without(replace(each, source=source), erased)
