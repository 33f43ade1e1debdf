"""Attachments: what is attached to an e-mail is read as a document of its own.

Its address is that of the mail and its own name: ``minutes.eml#budget.xlsx``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from ..errors import InputError
from .eml import BROKEN
from .files import Failure
from .formats import FORMATS
from .limits import Limits
from .reading import File, fetch

_MAIL, _IN = ".eml", ".eml#"
_ODD = re.compile(r"[\x00-\x1f\x7f/\\#:]+")
_LONGEST = 120
# What mail programs attach by themselves, and pictures, are no documents.
_PASSED_OVER = frozenset(
    ".asc .bmp .gif .heic .ics .jpeg .jpg .p7m .p7s .png .sig .svg .tif .tiff .vcf .webp".split()
)


def unfold(path: Path, limits: Limits) -> Iterator[File | Failure]:
    """Yield the bytes of a file and, after a mail, those of what is attached to it.

    Mails in mails are unfolded too. What cannot be had is told, and loses nothing else.
    """
    try:
        file = fetch(path, limits=limits)
    except InputError as error:
        yield Failure(str(path), error)
        return
    yield file
    if path.suffix.lower() == _MAIL:
        yield from _attached(file, limits)


def file_of(address: str) -> Path:
    """Return the file that a document is in: that of its mail, if it is attached to one.

    >>> file_of("/papers/minutes.eml#budget.xlsx").name, file_of("/papers/charter.md").name
    ('minutes.eml', 'charter.md')
    """
    path = Path(address)
    at = path.name.lower().find(_IN)
    return path if at < 0 or path.exists() else path.with_name(path.name[: at + len(_MAIL)])


def _attached(mail: File, limits: Limits) -> Iterator[File | Failure]:
    pending, count = [(mail, 1)], 0
    while pending:
        outer, depth = pending.pop(0)
        taken: set[str] = set()
        for name, data in _parts(outer):
            count += 1
            place = Path(f"{outer.path}#{_free(name, taken)}")
            if fault := _fault(place, count, depth, limits):
                yield Failure(str(place), fault)
                if count > limits.attachments:
                    return
                continue
            inner = _file(outer, place, data)
            yield inner
            if place.suffix.lower() == _MAIL:
                pending.append((inner, depth + 1))


def _fault(place: Path, count: int, depth: int, limits: Limits) -> InputError | None:
    """Return why an attachment is not read, if it is not."""
    where = str(place)
    if count > limits.attachments:
        what = f"the mail has more than the {limits.attachments:,} attachments allowed"
        return InputError(what, where=where, remedy="save them, or raise limit_attachments")
    if depth > limits.depth:
        return InputError(
            f"lies in more than {limits.depth:,} mails",
            where=where,
            remedy="save the inner mail, or raise limit_depth",
        )
    if place.suffix.lower() not in FORMATS:
        what = f"cannot read {place.suffix or 'an attachment without a suffix'}"
        return InputError(what, where=where, remedy="save it in a format that can be read")
    return None


def _file(mail: File, place: Path, data: bytes) -> File:
    name = place.name.removeprefix(mail.path.name)
    digest = hashlib.sha256(data).hexdigest()
    return File(place, data, digest, f"{mail.id}{name}", f"{mail.address}{name}")


def _parts(mail: File) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each attachment that may be a document."""
    try:
        parts = list(_leaves(message_from_bytes(mail.data, policy=policy.default)))
    except BROKEN:
        return  # whatever is wrong with the mail is told when it is read
    for part in parts:
        name = _name(part)
        if not name or Path(name).suffix.lower() in _PASSED_OVER:
            continue
        try:
            yield name, _content(part)
        except BROKEN:
            yield name, b""  # of which its reader says that it is empty


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a mail, none of those in a mail inside it."""
    is_mail = message.get_content_type() == "message/rfc822"
    for part in () if is_mail else message.iter_parts():
        if isinstance(part, EmailMessage):
            yield part
            yield from _leaves(part)


def _name(part: EmailMessage) -> str:
    """Return what an attachment is called; empty for the text of the mail and what holds parts."""
    try:
        named, subject = part.get_filename() or "", ""
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            subject = str(inner["subject"] or "") if isinstance(inner, EmailMessage) else ""
            named = f"{(named or subject or 'mail').removesuffix(_MAIL)}{_MAIL}"
        elif part.is_multipart():
            return ""
    except BROKEN:
        return ""
    name = " ".join(_ODD.sub(" ", named).split())
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{suffix[:_LONGEST]}" if dot else name[:_LONGEST]


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return bytes(part.get_payload(0).as_bytes())  # type: ignore[union-attr]
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other attachment of the mail has: ``budget 2.xlsx``."""
    path, number, free = Path(name), 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{path.stem} {number}{path.suffix}"
    taken.add(free.casefold())
    return free
