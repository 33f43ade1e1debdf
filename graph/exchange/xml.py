"""XML: the graph as NetworkX writes it, and what XML asks of text."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from .records import LISTS, Record

if TYPE_CHECKING:
    from lxml import etree

MARK = " generator: stakeholder-graph "
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat(record: Record) -> Record:
    r"""Return a record as attributes: lists as JSON, and no character that XML forbids.

    >>> flat({"aliases": ["a", "b"], "quote": "a bell: \x07"})
    {'aliases': '["a", "b"]', 'quote': 'a bell: �'}
    """
    return {key: _value(value) for key, value in record.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    return _FORBIDDEN.sub("\ufffd", value) if isinstance(value, str) else value


def nested(record: Record) -> Record:
    """Return a record of `flat` with its lists.

    Raises
    ------
    ValueError
        If a list is not written as JSON.
    """
    return {key: json.loads(value) if key in LISTS else value for key, value in record.items()}


def parse(data: bytes, where: str) -> etree._Element:
    """Return the root of an XML file. Entities and definitions of types are not followed.

    Raises
    ------
    InputError
        If it is not XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"is not XML ({error.msg})", where=where, remedy="export it anew"
        ) from error


def marked(root: etree._Element) -> bytes:
    """Return a file that says which program wrote it, so that it is not read as a document."""
    from lxml import etree

    root.addprevious(etree.Comment(MARK))
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8"))


def read_whole(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(path), remedy="check the path"
        ) from error
