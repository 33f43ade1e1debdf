"""E-mail: the subject and what the writer says, without addresses, signature and quoted mail."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from ..errors import InputError
from .blocks import BlockKind
from .decoding import decode
from .formats import Parsed
from .plain import paragraphs
from .replies import own_page, own_words
from .writing import Writer

_HEADERS = ("from", "subject", "date", "message-id", "to")
BROKEN = (RecursionError, ValueError, LookupError, AttributeError, TypeError)
"""What the standard library raises on a header or a part that nobody should have written."""
_ANSWERS = re.compile(r"(?:(?:re|fwd?|tr|rép|aw|wg)\s*:\s*)+", re.IGNORECASE)


def parse(data: bytes, where: str) -> Parsed:
    """Read a mail. Who sent it to whom is left out: addresses are no stakeholders.

    What is attached is no part of it: see `attachments`.

    Raises
    ------
    InputError
        If it is no mail, or says nothing.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        subject = _subject(message)
    except RecursionError as error:
        raise InputError("is nested too deep", where=where, remedy="save the inner mail") from error
    except BROKEN as error:
        raise InputError("is no sound e-mail", where=where, remedy="save it anew") from error
    if sum(name in message for name in _HEADERS) < 2:
        raise InputError("is no e-mail", where=where, remedy="save it from the mail program")
    writer = Writer()
    if subject:
        writer.block(BlockKind.HEADING, subject, level=1)
    if isinstance(body, EmailMessage):
        _write(writer, body, where)
    if not writer.blocks:
        raise InputError("holds no text", where=where, remedy="check that it was saved")
    return writer.parsed(subject)


def _subject(message: EmailMessage) -> str:
    """Return the subject, without the marks of answers and of forwarding."""
    words = " ".join(str(message.get("subject", "")).split())
    mark = _ANSWERS.match(words)
    return words[mark.end() :] if mark else words


def _write(writer: Writer, body: EmailMessage, where: str) -> None:
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return
    text = decode(data, where, body.get_content_charset() or "")
    if body.get_content_subtype() == "html":
        from .html import render, root

        render(own_page(root(text, where)), writer)
        return
    words = own_words(text)
    for start, end in paragraphs(words):
        writer.block(BlockKind.PARAGRAPH, words[start:end])
