"""Files that this program wrote: they quote documents, and are none.

Read as documents they would turn what was derived into what is stated.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

from ..errors import InputError

_HEAD = 4096
_MARKS = (
    b'name="generator" content="stakeholder-graph"',
    b"<!-- generator: stakeholder-graph -->",
    b'"generator": "stakeholder-graph"',
    b"for,phase,to look at,",
    b"id:ID(Stakeholder),",
    b"id:ID(Document),",
    b":START_ID(Stakeholder),",
)
_COLUMNS = (
    {"id", "aliases", "identifiers"},
    {"id", "sha256", "loaded"},
    {"source", "relation", "target", "asserted_by"},
)
_FACTS, _AUTHOR = "docProps/core.xml", b"<dc:creator>stakeholder-graph</dc:creator>"


def check_origin(data: bytes, where: str) -> None:
    """Check that a file is not one of our own pages, matrices, workbooks or exports.

    Raises
    ------
    InputError
        If it is.
    """
    if any(mark in data[:_HEAD] for mark in _MARKS) or _is_our_workbook(data):
        raise _refusal(where)


def check_columns(names: Collection[str], where: str) -> None:
    """Check that columns are not those of one of our own exports.

    Raises
    ------
    InputError
        If they are.
    """
    if any(ours.issubset(names) for ours in _COLUMNS):
        raise _refusal(where)


def _refusal(where: str) -> InputError:
    return InputError(
        "was written by stakeholder-graph and states nothing itself",
        where=where,
        remedy="load the documents it quotes",
    )


def _is_our_workbook(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts, parts.open(_FACTS) as facts:
            return _AUTHOR in facts.read(_HEAD)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, OSError, EOFError):
        return False  # whatever is wrong with it is told when it is read
