"""Accounts: all that one document states, checked and laid out as rows for a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...errors import InputError
from ..model import Document, Mention
from ..vocabulary import Vocabulary
from .cyphers import check_relation
from .identity import Mentions, gather
from .protocol import Row, StoredStatement
from .rows import document_row, mention_row, statement_row


@dataclass(frozen=True, slots=True)
class Account:
    """What a document states.

    Attributes
    ----------
    document : dict
        Its row.
    named : dict
        Stakeholder id → how the document names it.
    mentions : list of dict
        The same as rows.
    statements : dict
        Relation → rows of its statements, by id.
    """

    document: Row
    named: Mentions
    mentions: list[Row]
    statements: dict[str, list[Row]]


def account(
    vocabulary: Vocabulary,
    document: Document,
    mentions: Mapping[str, Sequence[Mention]],
    statements: Iterable[StoredStatement],
) -> Account:
    """Return the account of a document. The ends of its statements count as mentioned.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    InputError
        If a statement is of another document, or a text is not sound.
    """
    said = list(statements)
    named = gather(mentions, said)
    made = Account(
        document_row(document),
        named,
        [mention_row(id_, document.id, m) for id_, found in named.items() for m in found],
        _grouped(said),
    )
    for relation, rows in made.statements.items():
        check_relation(relation, vocabulary)
        _check_document(document.id, rows)
        _check_text(document.id, rows)
    _check_text(document.id, [made.document, *made.mentions])
    return made


def _grouped(statements: list[StoredStatement]) -> dict[str, list[Row]]:
    """Return rows by relation and id; of two statements with the same id, the surer one."""
    surest = sorted(statements, key=lambda s: (s.statement.confidence, repr(s)))
    unique = {stored.statement.id: stored for stored in surest}
    grouped: dict[str, list[Row]] = {}
    for id_, stored in sorted(unique.items()):
        grouped.setdefault(stored.statement.relation, []).append(statement_row(id_, stored))
    return dict(sorted(grouped.items()))


def _check_document(document: str, rows: list[Row]) -> None:
    for row in rows:
        if row["document"] != document:
            raise InputError(
                f"a statement of {row['document']!r} among those of the document",
                where=document,
                remedy="write each document's own statements",
            )


def _check_text(document: str, rows: list[Row]) -> None:
    """Refuse what no database takes: halves of characters, as names of odd files hold them."""
    texts = [text for row in rows for text in _texts(row)]
    if _is_sound("".join(texts)):
        return
    text = next(text for text in texts if not _is_sound(text))
    raise InputError(
        f"{text[:60]!a} is not sound text",
        where=ascii(document)[1:-1],
        remedy="mend its encoding, or rename the file",
    )


def _texts(row: Row) -> Iterator[str]:
    for value in row.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def _is_sound(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
