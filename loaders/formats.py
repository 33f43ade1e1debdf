"""The kinds of source: which suffix is read by which file of this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from ..graph import Statement
from .blocks import Block
from .limits import LIMITS, Limits

Place = tuple[int, str]
"""An offset in the stored text, and what people call the place that begins there."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds, before it is known as a document.

    Attributes
    ----------
    text : str
        The stored text; offsets count in it.
    blocks : tuple of Block
        Its structure, in order.
    title : str
        The title the file gives itself outside its text; empty if it gives none.
    places : tuple of (int, str)
        Where for people the text stands from each offset on: ``page 3``. Where there is none,
        places are lines of the text.
    notes : tuple of str
        What could not be read: ``page 4: has no text layer; …``.
    stated : tuple of Statement
        What the file itself says in statements, as linked data does; of no document yet.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    stated: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of source.

    Attributes
    ----------
    module : str
        The file of this room that reads it: it has ``parse(data: bytes, where: str) -> Parsed``.
    name : str
        What it is called: ``a Word document``.
    packed : bool
        Whether its file unpacks to more than it shows: its ``parse`` takes ``limits`` as well.
    tabular : bool
        Whether all it holds are tables, and no prose.
    """

    module: str
    name: str
    packed: bool = False
    tabular: bool = False

    def parse(self, data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
        """Read the bytes of a file; `where` is its path, for messages.

        Raises
        ------
        InputError
            If it cannot be read.
        """
        reader = import_module(f".{self.module}", __package__)
        parse = cast("Callable[..., Parsed]", reader.parse)
        return parse(data, where, limits) if self.packed else parse(data, where)


_MARKDOWN = Format("markdown", "a Markdown file")
_HTML = Format("html", "a web page")

_LINKED = Format("linked", "linked data", packed=True)
_RECORDS = Format("delimited", "a CSV file", packed=True, tabular=True)

FORMATS: dict[str, Format] = {
    ".txt": Format("plain", "a text file"),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": Format("pdf", "a PDF", packed=True),
    ".docx": Format("docx", "a Word document", packed=True),
    ".odt": Format("odt", "an OpenDocument text", packed=True),
    ".xlsx": Format("workbook", "an Excel workbook", packed=True, tabular=True),
    ".ods": Format("workbook", "an OpenDocument spreadsheet", packed=True, tabular=True),
    ".csv": _RECORDS,
    ".tsv": _RECORDS,
    ".parquet": Format("parquet", "a Parquet file", packed=True, tabular=True),
    ".rtf": Format("rtf", "a Rich Text file"),
    ".eml": Format("eml", "an e-mail"),
    ".jsonld": _LINKED,
    ".ttl": _LINKED,
    ".nt": _LINKED,
}
