"""The kinds of source: which suffix is read by which file of this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from .blocks import Block


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
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of source.

    Attributes
    ----------
    module : str
        The file of this room that reads it: it has ``parse(data: bytes, where: str) -> Parsed``.
    unit : str
        What a place in it is counted in for people: ``line`` or ``paragraph``.
    """

    module: str
    unit: str

    def parse(self, data: bytes, where: str) -> Parsed:
        """Read the bytes of a file; `where` is its path, for messages.

        Raises
        ------
        InputError
            If it cannot be read.
        """
        reader = import_module(f".{self.module}", __package__)
        return cast("Callable[[bytes, str], Parsed]", reader.parse)(data, where)


_MARKDOWN = Format("markdown", "line")
_HTML = Format("html", "paragraph")

FORMATS: dict[str, Format] = {
    ".txt": Format("plain", "line"),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
}
