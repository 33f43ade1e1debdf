"""Reading: a file becomes a source, its bytes first, then its text and blocks."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import InputError
from ..graph import Document, hide_contacts
from .blocks import Block, BlockKind, Source
from .formats import FORMATS, Parsed
from .language import detect
from .limits import LIMITS, Limits
from .own import check_origin
from .sniffing import check_name


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file.

    Attributes
    ----------
    path : Path
        Where it is.
    data : bytes
        What it holds.
    sha256 : str
        Hash of it.
    id : str
        How it is called in the graph.
    address : str
        Where it is, for whoever is in another folder.
    """

    path: Path
    data: bytes = field(repr=False)
    sha256: str
    id: str
    address: str


def read(path: str | os.PathLike[str], *, limits: Limits = LIMITS) -> Source:
    """Read a document.

    Parameters
    ----------
    path : path
        A file of a known kind.
    limits : Limits, optional
        What it may not exceed.

    Returns
    -------
    Source
        Its document (id: the path from the current folder if it is inside, else the whole path;
        title: the one it gives itself, its first heading or its file name) and its blocks.

    Raises
    ------
    InputError
        If it is not there, too large, empty, no text, or of an unknown kind.
    """
    return understand(fetch(path, limits=limits), limits=limits)


def fetch(path: str | os.PathLike[str], *, limits: Limits = LIMITS) -> File:
    """Return the bytes of a file.

    Raises
    ------
    InputError
        If it is not there, cannot be opened or is too large.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > limits.size:
            raise InputError(
                f"has {size:,} bytes, more than the {limits.size:,} allowed",
                where=str(path),
                remedy="split it or raise limit_size",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(reason, where=str(path), remedy="check the path") from error
    return File(path, data, hashlib.sha256(data).hexdigest(), name(path), str(path.resolve()))


def understand(file: File, *, limits: Limits = LIMITS) -> Source:
    """Return the document and blocks of a file.

    Raises
    ------
    InputError
        If it is empty, no text, of an unknown kind, or written by this program.
    """
    kind = FORMATS.get(file.path.suffix.lower())
    if kind is None:
        known = ", ".join(FORMATS)
        raise InputError(
            f"cannot read {file.path.suffix or 'a file without a suffix'}",
            where=str(file.path),
            remedy=f"documents end in {known}",
        )
    check_name(file.data, file.path.suffix.lower(), str(file.path))
    check_origin(file.data, str(file.path))
    parsed = kind.parse(file.data, str(file.path), limits)
    parsed = _without_contacts(_without_overlong(parsed, file.path, limits))
    document = Document(
        id=file.id,
        title=_title(parsed, file.path),
        address=file.address,
        language=detect(" ".join(block.text for block in parsed.blocks)),
        sha256=file.sha256,
        text=parsed.text,
    )
    stated = tuple(replace(each, document=file.id) for each in parsed.stated)
    return Source(document, parsed.blocks, parsed.places, parsed.notes, stated)


def name(path: Path) -> str:
    """Return how a file is called in the graph: from the current folder, with forward slashes."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  (a link keeps its own name)
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _without_overlong(parsed: Parsed, path: Path, limits: Limits) -> Parsed:
    """Leave out paragraphs that would take a reader of sentences minutes and gigabytes."""
    blocks, notes = list[Block](), list(parsed.notes)
    for number, block in enumerate(parsed.blocks, 1):
        if _longest(block) <= limits.paragraph:
            blocks.append(block)
            continue
        notes.append(
            f"block {number}: has {_longest(block):,} characters without a break, more than the"
            f" {limits.paragraph:,} allowed; part it or raise limit_paragraph"
        )
    if not blocks and not parsed.stated:
        remedy = "" if notes else "check that it was saved"
        raise InputError(notes[-1] if notes else "holds no text", where=str(path), remedy=remedy)
    return replace(parsed, blocks=tuple(blocks), notes=tuple(notes))


def _without_contacts(parsed: Parsed) -> Parsed:
    blocks = tuple(replace(block, text=hide_contacts(block.text)) for block in parsed.blocks)
    title = hide_contacts(parsed.title or "")
    return replace(parsed, text=hide_contacts(parsed.text), blocks=blocks, title=title)


def _longest(block: Block) -> int:
    """Return the length of a paragraph, of a row that of its longest cell."""
    if block.kind is BlockKind.ROW:
        return max((end - start for start, end in block.cells), default=0)
    return len(block.text)


def _title(parsed: Parsed, path: Path) -> str:
    heading = next((b.text for b in parsed.blocks if b.kind is BlockKind.HEADING), "")
    return " ".join((parsed.title or heading or path.name).split())


def locator(source: Source) -> Callable[[int], str]:
    r"""Return what names the place of an offset for people: ``line 12``, ``page 3``.

    Where the file has no places of its own, lines of the stored text are counted, from 1.

    >>> source = Source(Document("a.md", address="/a.md", text="One.\n\nTwo."), ())
    >>> locator(source)(6)
    'line 3'
    """
    if source.places:
        starts = [start for start, _ in source.places]
        return lambda offset: source.places[max(0, bisect_right(starts, offset) - 1)][1]
    text = source.document.text
    starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    return lambda offset: f"line {bisect_right(starts, offset)}"
