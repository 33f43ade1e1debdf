"""Questions of a review, as a person reads them: what is asked, why, and the words in question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from .text import clean, place

if TYPE_CHECKING:
    from rich.console import Console

    from ...graph import Stakeholder
    from ...loaders import Question
    from .groups import Words

_AROUND = 400
_ASKED = {
    "stakeholders": "Are these one stakeholder?",
    "statement": "Does the document say so?",
    "set aside": "This was held back. Does the document say so after all?",
}
KEYS = {
    "stakeholders": "y one · n two · m more · s skip · u undo · q quit",
    "statement": "y yes · n no · m more · s skip · u undo · q quit",
    "set aside": "y yes, add it · n leave it out · m more · s skip · u undo · q quit",
}


def show_question(
    console: Console, question: Question, number: int, total: int, words: Words, text: str
) -> None:
    """Write a question, with the paragraph its words stand in."""
    console.print()
    console.print(
        Text(f"{number} of {total}  ", "dim") + Text(_ASKED[question.topic], "bold"),
    )
    if question.parties:
        for party in question.parties:
            _write(console, _party(party))
    else:
        said = question.first, words.verb(question.relation), question.second
        _write(console, Text(clean(" ".join(said)), "bold cyan"))
    _write(console, Text(clean(question.reason), "magenta"))
    if question.quote:
        show_passage(console, question, text, around=False)
    _write(console, Text(KEYS[question.topic], "dim"))


def show_passage(console: Console, question: Question, text: str, *, around: bool) -> None:
    """Write the paragraph of a quote, or what stands around it, with the quote set off."""
    _write(console, _passage(question, text, around=around), 4)
    _write(console, Text(place(question.document, question.locator), "dim"), 4)


def show_lines(console: Console, lines: Iterable[str], indent: int) -> None:
    """Write lines, each wrapped below its start."""
    for line in lines:
        _write(console, Text(clean(line)), indent)


def _write(console: Console, text: Text, indent: int = 2) -> None:
    console.print(Padding(text, (0, 0, 0, indent), expand=False))


def _party(party: Stakeholder) -> Text:
    shown = Text(clean(party.name), "bold cyan") + Text(f"  {party.kind.value}", "default")
    if party.aliases:
        shown += Text(f"; also {clean(', '.join(party.aliases[:6]))}", "dim")
    return shown


def _passage(question: Question, text: str, *, around: bool) -> Text:
    start, end = question.start, question.end
    if start < 0 or text[start:end] != question.quote:
        return Text(clean(question.quote), "reverse")
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    last = last if last >= 0 else len(text)
    if around:
        first, last = max(0, first - _AROUND), min(len(text), last + _AROUND)
    before, after = clean(text[first:start]), clean(text[end:last])
    marked = Text(clean(question.quote), "reverse")
    return Text(f"{before} " if before else "") + marked + Text(f" {after}" if after else "")
