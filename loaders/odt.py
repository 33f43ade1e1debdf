"""OpenDocument texts: rebuilt as a page of headings, paragraphs, lists, tables and notes."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement
from lxml.html import builder as html

from ..errors import InputError
from .archives import open_archive, read_part
from .formats import Parsed
from .limits import LIMITS, Limits

_SPACE = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
}
_PREFIX = {uri: prefix for prefix, uri in _SPACE.items()}
_TAGS = {
    "text:p": "p",
    "text:list": "ul",
    "text:list-item": "li",
    "text:list-header": "li",
    "table:table": "table",
    "table:table-row": "tr",
    "table:table-cell": "td",
    "table:covered-table-cell": "td",
    "text:line-break": "br",
}
# Remarks, deleted words and what is only made of the rest.
_LEFT_OUT = frozenset(
    """office:annotation text:tracked-changes text:table-of-content text:alphabetical-index
    text:sequence-decls office:forms text:note-citation""".split()
)
_MOST_REPEATED = 1_000


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read an OpenDocument text. Its stored text is the readable text.

    Raises
    ------
    InputError
        If it is damaged, locked, unpacks beyond the limits, or says nothing.
    """
    with open_archive(data, where, limits) as archive:
        if b"manifest:encryption-data" in read_part(archive, "META-INF/manifest.xml", where):
            remedy = "save it without one"
            raise InputError("is protected by a password", where=where, remedy=remedy)
        content = read_part(archive, "content.xml", where)
    from .html import render

    writer = render(_page(content, where))
    if not writer.blocks:
        raise InputError("holds no text", where=where, remedy="check that it was saved")
    return writer.parsed(headed=True)


def _page(content: bytes, where: str) -> HtmlElement:
    # No entity is resolved and nothing fetched; a document type has been refused before.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"is no sound text document ({error.msg})", where=where, remedy="save it anew"
        ) from error
    main = root.find("office:body/office:text", _SPACE)
    if main is None:
        raise InputError("is no text document", where=where, remedy="save it as .odt")
    return _Page().build(main)


class _Page:
    """Builds a web page of a document, its notes at the end."""

    def __init__(self) -> None:
        self.body = html.BODY()
        self.notes: list[HtmlElement] = []

    def build(self, main: etree._Element) -> HtmlElement:
        self.fill(self.body, main)
        for note in self.notes:
            self.body.append(note)
        return self.body

    def fill(self, into: HtmlElement, element: etree._Element) -> None:
        _say(into, element.text)
        for child in element:
            self.add(into, child)
            _say(into, child.tail)

    def add(self, into: HtmlElement, child: etree._Element) -> None:
        tag = _name(child)
        if tag == "text:note":
            self.note(child)
        elif tag == "text:s":
            _say(into, " " * min(_number(child, "text:c"), _MOST_REPEATED))
        elif tag == "text:tab":
            _say(into, "\t")
        elif tag and tag not in _LEFT_OUT:
            made = self.made(child, tag)
            if made is None:
                self.fill(into, child)
                return
            into.append(made)
            self.fill(made, child)
            for _ in range(
                min(_number(child, "table:number-columns-repeated"), _MOST_REPEATED) - 1
            ):
                into.append(html.TD())

    def made(self, child: etree._Element, tag: str) -> HtmlElement | None:
        """Return the element that stands for one of the document; None for what only wraps."""
        if tag == "text:h":
            return html.E(f"h{max(1, min(6, _number(child, 'text:outline-level')))}")
        if tag == "table:table-cell" and _name(child.getparent().getparent()) == (
            "table:table-header-rows"
        ):
            return html.TH()
        return html.E(_TAGS[tag]) if tag in _TAGS else None

    def note(self, note: etree._Element) -> None:
        body = note.find("text:note-body", _SPACE)
        if body is not None:
            made = html.DIV()
            self.fill(made, body)
            self.notes.append(made)


def _name(element: etree._Element) -> str:
    """Return the name of an element with the prefix we know, empty for any other."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return f"{_PREFIX.get(name.namespace, '-')}:{name.localname}"


def _number(element: etree._Element, name: str) -> int:
    prefix, _, local = name.partition(":")
    value = element.get(f"{{{_SPACE[prefix]}}}{local}", "1")
    return int(value) if value.isdigit() else 1


def _say(into: HtmlElement, text: str | None) -> None:
    """Add text at the end of an element."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text
