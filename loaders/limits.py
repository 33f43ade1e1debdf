"""Limits: how much of a file is taken in before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may not exceed.

    Attributes
    ----------
    size : int
        Bytes of a file: some 4,000 pages of text.
    table : int
        Bytes of a large list of statements, which is read by columns.
    unpacked : int
        Bytes that what is packed in a file may have, taken together.
    ratio : int
        How many times smaller than that the file may be, once it is large.
    pages : int
        Pages of a document that has pages.
    paragraph : int
        Characters of a paragraph: some 6 pages without a break.
    cells : int
        Cells of a sheet, from its first to its last row and column that hold something.
    depth : int
        How many parts may stand in one another: messages in a message, tables in a table.
    attachments : int
        Documents that may be attached to a mail, those of the mails in it included.
    seconds : int
        How long a worker may read a document, for each MB that it has.
    """

    size: int = 10_000_000
    table: int = 1_000_000_000
    unpacked: int = 200_000_000
    ratio: int = 100
    pages: int = 2_000
    paragraph: int = 20_000
    cells: int = 5_000_000
    depth: int = 100
    attachments: int = 100
    seconds: int = 600


LIMITS = Limits()
"""The limits in force if nothing else is set."""
