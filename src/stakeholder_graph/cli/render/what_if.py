"""What is lost if somebody leaves: by section, each with what was and what is then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from .formats import escape, write_markdown
from .groups import Words, group

if TYPE_CHECKING:
    from ...queries import Finding, WhatIf
    from ...queries.impact import Consequence
    from .page import Page

# How each effect is headed: what is left of the answer, and in words.
_HEADS = {
    "the post is vacant": ("not stated", "Posts that stay, but are vacant"),
    "others still hold the post": ("stated", "Posts that others still hold"),
    "nobody is accountable": ("not stated", "Duties left with nobody accountable"),
    "falls back by rule": ("derived", "Duties that fall back by rule"),
    "others are still accountable": ("stated", "Duties that others still answer for"),
    "no chair": ("not stated", "Bodies left without chair"),
    "others still chair": ("stated", "Bodies that others still chair"),
    "the chain reaches nobody": ("not stated", "Chains cut: nothing above, and nobody answers"),
    "nothing stands above, but somebody answers": (
        "derived",
        "Chains cut: nothing above, but somebody answers",
    ),
    "cut off": ("articulation point", "Parts of the network that are cut off"),
}
_MOST_NAMES = 12


def print_what_if(found: WhatIf, words: Words, page: Page) -> None:
    """Write it for a person at a terminal."""
    page.outcome("what if", _question(found), *_asked(found))
    counts = Counter(_HEADS[c.effect][1] for c in found.consequences)
    summary = " · ".join(f"{head}: {count}" for head, count in counts.items())
    page.text(summary or "Nothing that the documents state is lost.")
    for effect, told in groupby(found.consequences, key=lambda c: c.effect):
        page.space()
        page.outcome(*_HEADS[effect])
        for consequence in told:
            page.space()
            _print_consequence(consequence, words, page)
    for note in found.notes:
        page.text(f"Note: {note}.", indent=0)


def _print_consequence(told: Consequence, words: Words, page: Page) -> None:
    page.text(_title(told), emphasis=told.subject.name)
    if told.members:
        page.text(_members(told), indent=4)
    if told.section == "network":
        page.text("joined to the rest only by", indent=4)
        _print_said(told.before, words, page)
        return
    _print_findings("before", told.before, words, page)
    _print_findings("then", told.after, words, page)
    if not told.after:
        page.text("then: not stated", indent=4)


def _print_findings(time: str, findings: Sequence[Finding], words: Words, page: Page) -> None:
    """Write who it was or is then, and how that follows, with the statements."""
    for (rule, outcome), alike in groupby(findings, key=lambda f: (f.rule, f.outcome)):
        told = list(alike)
        names = ", ".join(dict.fromkeys(finding.name for finding in told))
        page.text(f"{time}: {names} ({outcome}{': ' if rule else ''}{rule})", indent=4)
        _print_said(told, words, page)


def _print_said(findings: Sequence[Finding], words: Words, page: Page) -> None:
    """Write statements; what one sentence says of several stands over it together."""
    links = [link.as_dict() for finding in findings for link in finding.chain]
    for each in group(links, words, lambda said: ("", words.sentence(said))):
        for entry in each.entries:
            page.entry(entry, indent=6)


def _title(told: Consequence) -> str:
    if told.section == "network":
        return f"{told.size} stakeholder{'' if told.size == 1 else 's'}"
    return f"{told.subject.name} ({told.when})" if told.when else told.subject.name


def _members(told: Consequence) -> str:
    names = "; ".join(member.name for member in told.members[:_MOST_NAMES])
    more = max(told.size, len(told.members)) - _MOST_NAMES
    listed = f"{names}; {more} more" if more > 0 else names
    return f"answers for {listed}" if told.section == "posts" else listed


def _question(found: WhatIf) -> str:
    return f"What is lost without {' and '.join(who.name for who in found.without)}?"


def _asked(found: WhatIf) -> tuple[str, str]:
    return (
        f"phase: {found.phase}" if found.phase else "",
        f"at {found.at}" if found.at else "",
    )


def write_what_if(found: WhatIf, words: Words) -> None:
    """Write it as Markdown: a table for each effect."""
    limits = "".join(f" ({escape(note)})" for note in _asked(found) if note)
    print(f"**WHAT IF** — {escape(_question(found))}{limits}")
    if not found.consequences:
        print("\nNothing that the documents state is lost.")
    for effect, told in groupby(found.consequences, key=lambda c: c.effect):
        outcome, head = _HEADS[effect]
        print(f"\n**{outcome.upper()}** — {head}\n")
        rows = [row for consequence in told for row in _rows(consequence, words)]
        write_markdown(rows, ("what", "time", "who", "as stated", "limits", "quote", "place"))
    for note in found.notes:
        print(f"\nNote: {escape(note)}.")


def _rows(told: Consequence, words: Words) -> Iterator[tuple[str, ...]]:
    title = "; ".join([_title(told), *([_members(told)] if told.members else [])])
    for time, findings in (("before", told.before), ("then", told.after)):
        for finding in findings:
            who = f"{finding.name}, {finding.outcome}" if time == "then" else finding.name
            for link in finding.chain:
                said = link.as_dict()
                entry = words.entry(words.sentence(said), said)
                yield title, time, who, entry.names[0], entry.limits, entry.quote, entry.place
    if not told.after and told.section != "network":
        yield title, "then", "not stated", "", "", "", ""
