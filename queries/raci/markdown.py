"""Markdown: the matrix as a table whose letters have footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...text import escape
from .cells import Row
from .legend import FORMS, letters_in_words
from .matrix import Matrix
from .notes import Note, Reason, Said, matrix_notes

Told = Sequence[tuple[Row, Sequence[Note]]]


def matrix_markdown(matrix: Matrix) -> str:
    """Return the matrix as Markdown: a table, a legend, and a footnote for each cell.

    Footnotes are those of GitHub, GitLab and pandoc.
    """
    told = list(matrix_notes(matrix.shown()))
    parts = [
        ["<!-- generator: stakeholder-graph -->"],
        _table(matrix, told),
        _legend(matrix),
        _footnotes(told),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _table(matrix: Matrix, told: Told) -> Iterator[str]:
    names = [escape(column.name) for column in matrix.columns]
    yield _line(["for", "to look at", *names])
    yield f"| --- | --- |{' :-: |' * len(names)}"
    for row, of_row in told:
        cells = {note.cell.stakeholder.id: _cell(note) for note in of_row}
        letters = [cells.get(column.id, "") for column in matrix.columns]
        look = "; ".join(escape(flag.message) for flag in row.flags)
        yield _line([escape(row.label), look, *letters])


def _cell(note: Note) -> str:
    letters = escape(" ".join(note.cell.letters)).replace("!", "\\!")  # `![` begins a picture
    return f"{letters}[^{note.number}]"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _legend(matrix: Matrix) -> Iterator[str]:
    for letter, words, given in letters_in_words(matrix):
        yield f"- **{letter}** {words} ({', '.join(map(escape, given)) or 'no relation'})"
    yield from (f"- **{escape(form)}** {words}" for form, words in FORMS.items())
    if matrix.at:
        yield f"- What holds at {escape(matrix.at)}."
    yield from (f"- Note: {escape(note)}." for note in matrix.notes)


def _footnotes(told: Told) -> Iterator[str]:
    for row, of_row in told:
        for note in of_row:
            reasons = " — ".join(map(_reason, note.reasons))
            yield f"[^{note.number}]: **{escape(note.who)}** for {escape(row.label)}: {reasons}"


def _reason(reason: Reason) -> str:
    rule = f": {escape(reason.rule)}" if reason.rule else ""
    said = "; ".join(map(_said, reason.said))
    return f"**{reason.letter}** {reason.outcome}{rule}. {said}"


def _said(said: Said) -> str:
    where = f"[{escape(said.place)}](<{said.link}>)" if said.link else escape(said.place)
    parts = [escape(said.sentence), escape(said.quote), escape(said.limits), where]
    return ", ".join(part for part in parts if part)
