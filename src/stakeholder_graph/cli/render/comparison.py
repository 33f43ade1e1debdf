"""Comparisons: target by target, what was lost and gained, with the sentences of both sides."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from .formats import escape, write_json, write_lines, write_markdown
from .groups import Entry, Words
from .listing import write_frame
from .page import Page

if TYPE_CHECKING:
    from ...queries import Change, Comparison, Evidence

HEADS = ("change", "role", "before", "after")
_NAMED = {
    "gained": "gained",
    "lost": "lost",
    "limits": "limited otherwise",
    "wording": "worded otherwise",
}


def write_comparison(found: Comparison, form: str) -> None:
    """Write a comparison in a format for programs."""
    if form == "json":
        write_json(found.as_dict())
    elif form == "jsonl":
        write_lines(change.as_dict() for change in found.changes)
    else:
        write_frame(found.frame(), form)


def print_comparison(found: Comparison, words: Words, page: Page) -> None:
    """Write a comparison for a person at a terminal."""
    page.text(summary(found), indent=0)
    moved = [change for change in found.changes if change.turn in ("gained", "lost")]
    gained = {said.id for change in moved if change.turn == "gained" for said in change.after}
    for heading, changes in groupby(moved, lambda each: _heading(each, words)):
        page.heading(heading)
        _print_moves(list(changes), gained, words, page)
    for turn in ("limits", "wording"):
        held = [change for change in found.changes if change.turn == turn]
        if held:
            page.heading(_NAMED[turn].capitalize())
        for roles, change in _by_sentences(held, words):
            for role in roles:
                page.text(role)
            for name, side in (("before", change.before), ("after", change.after)):
                page.text(name, indent=4)
                _print_sentences(side, words, page)


def _print_moves(
    changes: Sequence[Change], gained: Container[str], words: Words, page: Page
) -> None:
    """Write who lost and gained a role, and who else has it."""
    for change in changes:
        lost = change.turn == "lost"
        page.text(f"{'−' if lost else '+'} {change.holder} ({change.turn})", emphasis=change.holder)
        _print_sentences(change.before if lost else change.after, words, page)
    holding = {said.id: said for change in changes for said in change.after}
    for said in holding.values():
        if said.id not in gained:
            page.text(f"= {words.sentence(said.as_dict())}")
            _print_sentences([said], words, page)
    if not holding:
        page.text("Nothing is said to follow.")


def _print_sentences(said: Iterable[Evidence], words: Words, page: Page) -> None:
    for entry in _entries(said, words):
        page.evidence(entry, indent=6)


def write_comparison_page(found: Comparison, words: Words) -> None:
    """Write a comparison as Markdown: a table with both sides of each change."""
    print(f"{escape(summary(found))}\n")
    if found.changes:
        rows = (
            (_NAMED[c.turn], _role(c, words), _side(c.before, words), _side(c.after, words))
            for c in found.changes
        )
        write_markdown(rows, HEADS)


def summary(found: Comparison) -> str:
    """Return in one sentence how much changed."""
    counts = [f"{count} {_NAMED[turn]}" for turn, count in found.counts().items() if count]
    return f"From {found.before} to {found.after}: {', '.join(counts) or 'no role changed'}"


def _heading(change: Change, words: Words) -> str:
    return f"{change.target} {words.inverse(change.relation)}"


def _role(change: Change, words: Words) -> str:
    return f"{change.holder} {words.verb(change.relation)} {change.target}"


def _by_sentences(changes: Iterable[Change], words: Words) -> list[tuple[list[str], Change]]:
    """Return roles that rest on the same sentences together."""
    groups: dict[tuple[str, str], tuple[list[str], Change]] = {}
    for change in changes:
        key = _side(change.before, words), _side(change.after, words)
        groups.setdefault(key, ([], change))[0].append(_role(change, words))
    return list(groups.values())


def _side(said: Iterable[Evidence], words: Words) -> str:
    """Return what a side says, on one line."""
    parts = [[e.limits, e.quote, f"({e.place})"] for e in _entries(said, words)]
    return " / ".join(" ".join(filter(None, part)) for part in parts)


def _entries(said: Iterable[Evidence], words: Words) -> list[Entry]:
    entries: list[Entry] = []
    for each in said:
        entry = words.entry("", each.as_dict())
        if not any(known.joins(entry) for known in entries):
            entries.append(entry)
    return entries
