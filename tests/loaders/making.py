"""Documents of every format, made of the same pieces."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import NamedTuple

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from stakeholder_graph.loaders import BlockKind, read


class Piece(NamedTuple):
    """A heading (its level from 1), a paragraph, or an item of a list (its level from 0)."""

    kind: BlockKind
    text: str
    level: int = 0


def pieces(path: Path) -> list[Piece]:
    """Return what a document consists of."""
    blocks = read(path).blocks
    return [Piece(b.kind, b.text.replace("\n", " "), b.level) for b in blocks]


def markdown(parts: Sequence[Piece]) -> bytes:
    marks = {BlockKind.HEADING: "#", BlockKind.PARAGRAPH: "", BlockKind.ITEM: "-"}
    lines = [
        f"{marks[p.kind] * (p.level if p.kind is BlockKind.HEADING else 1)} {p.text}".strip()
        for p in parts
    ]
    return "\n\n".join(lines).encode()


def page(parts: Sequence[Piece]) -> str:
    body, depth = "", 0
    for part in parts:
        wanted = part.level + 1 if part.kind is BlockKind.ITEM else 0
        body += "<ul>" * (wanted - depth) + "</ul>" * (depth - wanted)
        depth = wanted
        tag = {BlockKind.HEADING: f"h{part.level}", BlockKind.ITEM: "li"}.get(part.kind, "p")
        body += f"<{tag}>{escape(part.text)}</{tag}>"
    return body + "</ul>" * depth


def web_page(parts: Sequence[Piece]) -> bytes:
    return f"<!doctype html><meta charset=utf-8><body><main>{page(parts)}</main>".encode()


def word(parts: Sequence[Piece]) -> bytes:
    document = docx.Document()
    for part in parts:
        if part.kind is BlockKind.HEADING:
            document.add_heading(part.text, part.level)
        elif part.kind is BlockKind.ITEM:
            style = f"List Bullet {part.level + 1}" if part.level else "List Bullet"
            document.add_paragraph(part.text, style)
        else:
            document.add_paragraph(part.text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def opendocument(body: str) -> bytes:
    """Return an OpenDocument text with this body, in its XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.text"
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _ODT.format(body))
    return file.getvalue()


def opendocument_sheet(rows: str) -> bytes:
    """Return an OpenDocument spreadsheet of one sheet with these rows, in its XML."""
    file = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    table = f'<table:table table:name="Sheet">{rows}</table:table>'
    content = _ODT.replace("office:text", "office:spreadsheet").format(table)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return file.getvalue()


def sheet_row(cells: Sequence[object], repeated: int = 1) -> str:
    """Return a row of an OpenDocument spreadsheet, in its XML."""
    kind = 'office:value-type="string"'
    made = "".join(
        f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
        if cell != ""
        else "<table:table-cell/>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{made}</table:table-row>'


def odt(parts: Sequence[Piece]) -> bytes:
    body, depth = "", 0
    for part in parts:
        wanted = part.level + 1 if part.kind is BlockKind.ITEM else 0
        body += "<text:list>" * (wanted - depth) + "</text:list>" * (depth - wanted)
        depth, text = wanted, escape(part.text)
        if part.kind is BlockKind.HEADING:
            body += f'<text:h text:outline-level="{part.level}">{text}</text:h>'
        elif part.kind is BlockKind.ITEM:
            body += f"<text:list-item><text:p>{text}</text:p></text:list-item>"
        else:
            body += f"<text:p>{text}</text:p>"
    return opendocument(body + "</text:list>" * depth)


def rtf(parts: Sequence[Piece]) -> bytes:
    def line(part: Piece) -> str:
        text = "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in part.text)
        return rf"\pard {'- ' if part.kind is BlockKind.ITEM else ''}{text}\par"

    return (r"{\rtf1\ansi " + "\n".join(map(line, parts)) + "}").encode("ascii")


def mail(parts: Sequence[Piece], subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Lee <ann@example.org>", "bob@example.org"
    message["Subject"] = "Re: " + parts[0].text
    plain = subtype == "plain"
    text = markdown(parts[1:]).decode() if plain else page(parts[1:])
    message.set_content(text, subtype=subtype)
    return message.as_bytes()


def pdf(parts: Sequence[Piece], *, head: str = "", foot: str = "", size: int = 11) -> bytes:
    """Return a PDF with a running head, and a foot in which ``{}`` is the number of the page."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], fontSize=size, leading=size * 1.2)
    body.spaceAfter = 6
    story: list[object] = []
    for part in parts:
        text = escape(part.text)
        if part.kind is BlockKind.HEADING:
            story.append(Paragraph(text, styles[f"Heading{part.level}"]))
        elif part.kind is BlockKind.ITEM:
            style = ParagraphStyle("item", parent=body, leftIndent=18 * (part.level + 1))
            style.spaceAfter = 0
            style.bulletIndent = 18 * part.level + 6
            story.append(Paragraph(text, style, bulletText="•"))
        else:
            story += [Paragraph(text, body), Spacer(1, 2)]

    def furniture(canvas: Canvas, template: object) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, A4[1] - 36, head)
        canvas.drawCentredString(A4[0] / 2, 30, foot.format(canvas.getPageNumber()))

    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build(story, onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue()


MAKERS: dict[str, Callable[[Sequence[Piece]], bytes]] = {
    ".md": markdown,
    ".html": web_page,
    ".docx": word,
    ".odt": odt,
    ".rtf": rtf,
    ".eml": mail,
    ".html.eml": lambda parts: mail(parts, "html"),
    ".pdf": pdf,
}
