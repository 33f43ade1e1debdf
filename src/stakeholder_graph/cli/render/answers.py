"""Answers about accountability: outcome, parties, the chain behind each, and what holds besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .formats import escape, write_json, write_lines, write_markdown
from .groups import Words
from .listing import write_frame
from .page import Page
from .text import clean

if TYPE_CHECKING:
    from ...queries import Answer, Finding


def write_answer(answer: Answer, form: str) -> None:
    """Write an answer in a format for programs: an object, or a row for each statement of it."""
    if form == "json":
        write_json(answer.as_dict())
    elif form == "jsonl":
        write_lines([answer.as_dict()])
    else:
        write_frame(answer.frame(), form)


def print_answer(answer: Answer, words: Words, page: Page, *, beside: str) -> None:
    """Write an answer for a person at a terminal; `beside` says how what holds besides differs."""
    page.outcome(answer.outcome, answer.question, *_asked(answer))
    print_findings(answer, words, page, beside=beside)


def print_findings(answer: Answer, words: Words, page: Page, *, beside: str) -> None:
    """Write what an answer found, what holds besides and elsewhere, and its notes."""
    _print_findings(answer, words, page)
    besides = answer.besides
    while besides:
        page.space()
        page.outcome(besides.outcome, beside)
        _print_findings(besides, words, page)
        besides = besides.besides
    if answer.elsewhere:
        page.heading("for another phase or date")
        for said in answer.elsewhere:
            row = said.as_dict()
            page.entry(words.entry(words.sentence(row), row))
    for note in answer.notes:
        page.text(f"Note: {note}.", indent=0)


def _print_findings(answer: Answer, words: Words, page: Page) -> None:
    rule = ""
    for finding in answer.findings:
        if finding.rule != rule:
            page.text(finding.rule)
            rule = finding.rule
        page.space()
        _print_finding(finding, words, page)


def _print_finding(finding: Finding, words: Words, page: Page) -> None:
    """Write who it is, then each link of the chain with its sentence."""
    links = [said.as_dict() for said in finding.chain]
    entries = [words.entry(words.sentence(link), link) for link in links]
    if len(entries) == 1:
        page.entry(entries[0], emphasis=finding.name)
    else:
        page.text(finding.name, emphasis=finding.name)
        for step, entry in enumerate(entries, start=1):
            page.text(f"{step}. {entry.names[0]}", indent=4)
            page.evidence(entry, indent=7)
    _print_party(finding, words, page)


def _print_party(finding: Finding, words: Words, page: Page) -> None:
    """Write who holds the post, and whom the party reports to."""
    for holder in finding.holders:
        row = holder.as_dict()
        page.text(f"a post held by {clean(holder.source)}", indent=4)
        page.evidence(words.entry("", row), indent=7)
    for superior in finding.superiors:
        row = superior.as_dict()
        page.text(words.sentence(row), indent=4)
        page.evidence(words.entry("", row), indent=7)


def _asked(answer: Answer) -> tuple[str, str]:
    return (
        f"phase: {answer.phase}" if answer.phase else "",
        f"at {answer.at}" if answer.at else "",
    )


def write_answer_page(answer: Answer, words: Words, *, beside: str) -> None:
    """Write an answer as Markdown: the outcome, then a table of the statements it rests on."""
    limits = "".join(f" ({escape(note)})" for note in _asked(answer) if note)
    print(f"**{answer.outcome.upper()}** — {escape(answer.question)}{limits}\n")
    write_findings(answer, words, beside=beside)


def write_findings(answer: Answer, words: Words, *, beside: str) -> None:
    """Write what an answer found as Markdown, what holds besides, and its notes."""
    part: Answer | None = answer
    while part:
        _write_part(part, words)
        part = part.besides
        if part:
            print(f"\n**{part.outcome.upper()}** — {beside}\n")
    for note in answer.notes:
        print(f"\nNote: {escape(note)}.")


def _write_part(answer: Answer, words: Words) -> None:
    if answer.rule:
        print(f"{escape(answer.rule)}\n")
    rows = []
    for finding in answer.findings:
        for said in (*finding.chain, *finding.holders, *finding.superiors):
            row = said.as_dict()
            entry = words.entry(words.sentence(row), row)
            rows.append((finding.name, entry.names[0], entry.limits, entry.quote, entry.place))
    if rows:
        write_markdown(rows, ("who or what", "as stated", "limits", "quote", "place"))
