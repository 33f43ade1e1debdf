"""Notes: the evidence of each cell in words, numbered, as every format but JSON shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

from ...graph import Document
from ...text import clean, limits, place, quoted
from ..answer import Outcome
from ..evidence import Evidence
from .cells import Cell, Mark, Row
from .matrix import Matrix

_SAFE = ":/?#[]@!$&'()*+,;=%"  # what an address may hold


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words.

    Attributes
    ----------
    sentence : str
        Who does what to whom.
    quote, language : str
        The words that state it, in quotation marks, and their language.
    limits : str
        Phase, dates, frequency, condition, partners.
    place, link : str
        Document and place in it, and its address on the web, if it has one.
    """

    sentence: str
    quote: str
    language: str
    limits: str
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a cell has a letter: its outcome, the rule if there is one, and the statements."""

    letter: str
    outcome: Outcome
    rule: str
    said: tuple[Said, ...]

    def lines(self) -> Iterator[str]:
        """Yield it as lines of plain text."""
        yield f"{self.letter} {self.outcome}{': ' if self.rule else ''}{clean(self.rule)}"
        for step, said in enumerate(self.said, start=1):
            yield f"{step}. {said.sentence}" if len(self.said) > 1 else said.sentence
            yield from filter(None, (said.quote, said.limits, said.place))


@dataclass(frozen=True, slots=True)
class Note:
    """The evidence of one cell, numbered from 1 through the whole matrix."""

    number: int
    cell: Cell
    reasons: tuple[Reason, ...]

    @property
    def who(self) -> str:
        """The name of the stakeholder."""
        return clean(self.cell.stakeholder.name)

    def lines(self) -> list[str]:
        """Return it as lines of plain text."""
        return [line for reason in self.reasons for line in reason.lines()]


def matrix_notes(matrix: Matrix) -> Iterator[tuple[Row, list[Note]]]:
    """Yield each row with the notes of its cells, in the order of the columns."""
    documents = {document.id: document for document in matrix.documents}
    numbers = count(1)
    for row in matrix.rows:
        yield (
            row,
            [
                Note(
                    next(numbers),
                    cell,
                    tuple(_reason(mark, matrix, documents) for mark in cell.marks),
                )
                for cell in row.cells
            ],
        )


def _reason(mark: Mark, matrix: Matrix, documents: dict[str, Document]) -> Reason:
    said = tuple(_said(link, matrix, documents.get(link.document)) for link in mark.chain)
    return Reason(mark.letter, mark.outcome, mark.rule, said)


def _said(statement: Evidence, matrix: Matrix, document: Document | None) -> Said:
    relation = matrix.vocabulary.relations.get(statement.relation)
    plain = statement.relation.lower().replace("_", " ")
    verb = relation.labels["en"] if relation else plain
    language = document.language if document else ""
    address = document.address if document else ""
    shared = f"jointly with {', '.join(statement.jointly_with)}" if statement.jointly_with else ""
    return Said(
        sentence=clean(f"{statement.source} {verb} {statement.target}"),
        quote=quoted(statement.quote, language) if statement.quote else "",
        language=language,
        limits=clean(" · ".join(filter(None, (limits(statement.as_dict()), shared)))),
        place=place(statement.document, statement.locator),
        link=quote(address, _SAFE) if address.startswith(("https://", "http://")) else "",
    )
