"""Replies to questions in words: how each was understood, then the answers with their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .answers import print_findings, write_findings
from .formats import escape, write_json, write_lines, write_markdown
from .groups import Group, Words, group, rows
from .listing import HEADS, write_frame
from .page import Page

if TYPE_CHECKING:
    from ...queries.questions import Reply

_BESIDE = "besides, outside those limits or less surely"


def write_reply(reply: Reply, form: str) -> None:
    """Write a reply in a format for programs: an object, or a row an answer."""
    if form == "json":
        write_json(reply.as_dict())
    elif form == "jsonl":
        write_lines([reply.as_dict()])
    else:
        write_frame(reply.frame(), form)


def print_reply(reply: Reply, words: Words, page: Page, *, unsaid: str) -> None:
    """Write a reply for a person at a terminal; `unsaid` is said where no document answers."""
    page.outcome(reply.outcome, reply.question)
    for line in _understanding(reply):
        page.text(line)
    if reply.answer:
        print_findings(reply.answer, words, page, beside=_BESIDE)
    elif reply.understood and reply.understood.asked == "chain":
        _print_steps(reply, words, page)
    else:
        page.groups(_groups(reply, words))
    if reply.understood and not reply.answers:
        page.text(unsaid)


def write_reply_page(reply: Reply, words: Words, *, unsaid: str) -> None:
    """Write a reply as Markdown."""
    print(f"**{reply.outcome.upper()}** — {escape(reply.question)}\n")
    for line in _understanding(reply):
        print(f"{escape(line)}\n")
    if reply.answer and reply.answers:
        write_findings(reply.answer, words, beside=_BESIDE)
    elif reply.answers:
        write_markdown(rows(_groups(reply, words)), HEADS)
    elif reply.understood:
        print(escape(unsaid))


def _understanding(reply: Reply) -> Iterator[str]:
    """Yield how the question was understood, or why it was not."""
    if reply.understood:
        yield f"understood: {reply.understood}"
        for name in reply.understood.known:
            if not name.literal:
                yield f"{name.said!r} is taken for {name.one.name!r}"
    if reply.rule:
        yield reply.rule
    if reply.misunderstood:
        yield f"{reply.misunderstood.reason}."
        if reply.misunderstood.candidates:
            yield f"did you mean {', '.join(map(repr, reply.misunderstood.candidates))}?"


def _print_steps(reply: Reply, words: Words, page: Page) -> None:
    """Write a chain step by step, each with its sentence."""
    for step, (_, said) in enumerate(reply.answers, start=1):
        row = said.as_dict()
        page.space()
        page.entry(words.entry(f"{step}. {words.sentence(row)}", row))


def _groups(reply: Reply, words: Words) -> list[Group]:
    """Return the answers under headings that say, with each, what is stated."""
    names = iter([name for name, _ in reply.answers])

    def read(said: Any) -> tuple[str, str]:
        name = next(names)
        if reply.understood and reply.understood.asked in ("chain", "holder"):
            return words.sentence(said), name
        if name == said["source"]:
            return f"{said['target']} {words.inverse(said['relation'])}", name
        return f"{said['source']} {words.verb(said['relation'])}", name

    return group([said.as_dict() for _, said in reply.answers], words, read)
