"""Audits: what was found, rule by rule, the worst first, with the sentences and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ... import __version__
from .formats import escape, write_json, write_lines, write_markdown
from .groups import Entry, Words
from .listing import write_frame
from .page import Page

if TYPE_CHECKING:
    from ...queries.audit import Audit, Problem, Rule

HEADS = ("severity", "rule", "what is wrong", "limits", "quote", "place")


def write_audit(audit: Audit, form: str) -> None:
    """Write an audit in a format for programs."""
    if form == "json":
        write_json(audit.as_dict())
    elif form == "jsonl":
        write_lines(problem.as_dict() for problem in audit.problems)
    elif form == "sarif":
        from ...queries.audit import as_sarif

        write_json(as_sarif(audit, __version__))
    else:
        write_frame(audit.frame(), form)


def print_audit(audit: Audit, words: Words, page: Page) -> None:
    """Write an audit for a person at a terminal."""
    page.text(summary(audit), indent=0)
    for rule, problems in _by_rule(audit):
        page.space()
        page.outcome(rule.severity, rule.title, rule.id)
        for problem in problems:
            page.space()
            page.text(problem.sentence, emphasis=problem.subject)
            for entry in _entries(problem, words):
                page.evidence(entry, indent=4)
        page.space()
        page.text(f"To do: {rule.remedy}")


def write_audit_page(audit: Audit, words: Words) -> None:
    """Write an audit as Markdown: a table of what was found, then what to do about it."""
    print(f"{escape(summary(audit))}\n")
    if not audit.problems:
        return
    rows = []
    for problem in audit.problems:
        head: tuple[str, ...] = (problem.severity, problem.rule.id, problem.sentence)
        for entry in _entries(problem, words) or [Entry([], "", "", "")]:
            rows.append((*head, entry.limits, entry.quote, entry.place))
            head = ("", "", "")
    write_markdown(rows, HEADS)
    print()
    write_markdown([(rule.id, rule.remedy) for rule, _ in _by_rule(audit)], ("rule", "to do"))


def summary(audit: Audit) -> str:
    """Return in one sentence how much was found."""
    number = len(audit.documents)
    where = f"in {number} document{'' if number == 1 else 's'}, at {audit.at}"
    found = [_count(count, severity) for severity, count in audit.counts().items() if count]
    allowed = f", {_count(len(audit.exempted), 'problem')} excepted" if audit.exempted else ""
    return f"{', '.join(found) or 'No problems'} {where}{allowed}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _by_rule(audit: Audit) -> Iterator[tuple[Rule, list[Problem]]]:
    for rule, problems in groupby(audit.problems, key=lambda problem: problem.rule):
        yield rule, list(problems)


def _entries(problem: Problem, words: Words) -> Sequence[Entry]:
    """Return the sentences of a problem, each once."""
    entries: list[Entry] = []
    for said in problem.evidence:
        row = said.as_dict()
        entry = words.entry(words.sentence(row), row)
        if not any(known.joins(entry) for known in entries):
            entries.append(entry)
    return entries
