"""Word documents: headings, paragraphs, nested lists, tables and notes, in their order."""

from __future__ import annotations

import io
from itertools import chain
from xml.parsers.expat import ExpatError

from lxml.html import HtmlElement, document_fromstring

from ..errors import InputError
from .archives import open_archive
from .formats import Parsed
from .limits import LIMITS, Limits

# What Word calls a title stands above its headings; its lists may be nested by style alone.
# Deleted words, comments, headers and footers are none of what a document says.
_NESTED = {
    f"List {kind}{f' {level}' if level > 1 else ''}": " > ".join(
        [f"{tag} > li"] * (level - 1) + [f"{tag} > li:fresh"]
    )
    for kind, tag in (("Bullet", "ul"), ("Number", "ol"))
    for level in range(1, 6)
}
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        *(f"p[style-name='{name}'] => {path}" for name, path in _NESTED.items()),
    ]
)


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read a Word document. Its stored text is the readable text.

    Raises
    ------
    InputError
        If it is damaged, unpacks beyond the limits, or says nothing.
    """
    open_archive(data, where, limits).close()
    page = _page(data, where)
    from .html import render

    writer = render(page)
    if not writer.blocks:
        raise InputError("holds no text", where=where, remedy="check that it was saved")
    return writer.parsed(headed=True)


def _page(data: bytes, where: str) -> HtmlElement:
    """Return the document as a web page, with notes at its end and no marks of them inside."""
    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except RecursionError as error:
        raise InputError("is nested too deep", where=where, remedy="simplify it") from error
    except (ExpatError, LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        raise InputError(
            f"is no sound Word document ({error})", where=where, remedy="save it anew"
        ) from error
    page = document_fromstring(f"<body>{result.value}</body>")
    marks = page.xpath('//sup[a[contains(@id, "note-ref-")]]')
    backs = page.xpath('//a[contains(@href, "note-ref-")]')
    for mark in chain(marks, backs):
        mark.drop_tree()
    return page
