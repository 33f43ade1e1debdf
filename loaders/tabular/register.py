"""Registers: a subject a row, and columns whose header says who does what to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...graph import Kind, Mention, Qualifiers, Statement, Vocabulary
from .entries import Entry
from .evidence import Evidence
from .headers import Column, Header
from .matrix import letter_relations
from .members import chair_of
from .naming import mention, mentions_with_roles
from .table import Row, Table

_SUBJECTS = {
    "project": Kind.PROJECT,
    "task": Kind.PROJECT,
    "body": Kind.BODY,
    "organization": Kind.ORGANIZATION,
}
_LETTERS = 3  # so many columns, each headed by another letter of RACI


@dataclass(frozen=True, slots=True)
class Register:
    """A register of projects, bodies or tasks.

    Attributes
    ----------
    header : Header
        Its header.
    subject : Column
        The column that names the subject of each row.
    relations : mapping of int to str
        Column → relation from who stands in it to the subject.
    inverse : mapping of int to str
        Column → relation from the subject to who stands in it.
    """

    header: Header
    subject: Column
    relations: Mapping[int, str]
    inverse: Mapping[int, str]
    name: str = "register"

    @classmethod
    def of(
        cls, header: Header, rows: Sequence[Row], table: Table, vocabulary: Vocabulary
    ) -> Register | None:
        """Return a table as a register, None if it is none."""
        del rows, table  # the header says it all
        subject = next((c for kind in _SUBJECTS for c in header.columns if c.holds == kind), None)
        if subject is None:
            return None
        others = [column for column in header.columns if column is not subject]
        lettered = {c.index: c.letter for c in others if c.letter}
        if len(set(lettered.values())) >= _LETTERS:
            given = letter_relations(vocabulary)
            relations = {i: given[letter] for i, letter in lettered.items() if letter in given}
        else:
            relations = {c.index: c.relation for c in others if c.relation}
        inverse = {c.index: c.inverse for c in others if c.inverse and c.index not in relations}
        known = vocabulary.relations
        relations = {i: name for i, name in relations.items() if name in known}
        inverse = {i: name for i, name in inverse.items() if name in known}
        if not relations and not inverse:
            return None
        if subject.holds == "organization" and header.holding("name", "last_name"):
            return None  # a list of people
        return cls(header, subject, relations, inverse)

    def columns(self) -> Mapping[int, str]:
        """Return what each column that is read is, for people."""
        said = {self.subject.index: f"subject ({self.subject.holds})"}
        said |= {i: f"{name} the subject" for i, name in self.relations.items()}
        return said | {i: f"the subject {name} it" for i, name in self.inverse.items()}

    def read(
        self, entry: Entry, evidence: Evidence, qualifiers: Qualifiers
    ) -> Iterator[Statement | str]:
        """Yield the statements of a row, and in words what of it is not understood."""
        at = self.subject.index
        subject = _subject(entry.cell(at), self.subject)
        if subject is None:
            return
        for column, relation in sorted({**self.relations, **self.inverse}.items()):
            for other, role in mentions_with_roles(entry.cell(column)):
                if column in self.inverse:
                    ends, said = (subject, other), relation
                else:
                    # "Ada Roy, co-chair", whatever the column is called.
                    ends, said = (other, subject), chair_of(role) or relation
                yield evidence.state(ends[0], said, ends[1], entry.row, [at], column, qualifiers)


def _subject(words: str, column: Column) -> Mention | None:
    found = mention(words, _SUBJECTS[column.holds])
    return found and replace(found, kind=_SUBJECTS[column.holds])
