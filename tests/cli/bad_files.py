"""Files that are damaged, hostile or not what they say, each made when it is asked for."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SAID = "The harbour board oversees the ferry service."
_PART = "word/document.xml"
_SHEET = "xl/worksheets/sheet1.xml"


def word() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(SAID)
    document.save(file)
    return file.getvalue()


def sheet(*rows: Sequence[str], far: str = "") -> bytes:
    file, book = io.BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    if far:
        book.active[far] = "x"
    book.save(file)
    return file.getvalue()


def empty_rows() -> bytes:
    """Return a workbook of two rows, and a million below that hold nothing."""
    data = sheet(("Project", "Owner"), ("Quay", "Port Agency"))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        body = book.read(_SHEET)
    rows = b"".join(b'<row r="%d"/>' % number for number in range(3, 1_000_003))
    return repacked(data, _SHEET, body.replace(b"</sheetData>", rows + b"</sheetData>"))


def page(draw: Callable[[Canvas], None], **choices: object) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, **choices)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def letters(canvas: Canvas) -> None:
    canvas.drawString(72, 700, SAID)


def flate_bomb() -> bytes:
    """Return a PDF whose page unpacks to 400 million spaces."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(40)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj%bendobj\n" % (number, each)
    head = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(starts)
    return out + head + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    """Return an archive in which a part has another content."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def entities(declared: str) -> bytes:
    return repacked(word(), _PART, f'<?xml version="1.0"?><!DOCTYPE w [{declared}]><w/>'.encode())


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "truncated.pdf": (lambda: page(letters)[:-300], "is cut short"),
    "encrypted.pdf": (
        lambda: page(letters, encrypt=StandardEncryption("secret")),
        "is protected by a password",
    ),
    "scanned.pdf": (lambda: page(lambda c: c.rect(9, 9, 99, 99, fill=1)), "recognise its text"),
    "unpacking.pdf": (flate_bomb, "unpacks to more than"),
    "bomb.docx": (
        lambda: repacked(word(), _PART, b"<w:document>" + b" " * 30_000_000),
        "unpacks to more than",
    ),
    "laughs.docx": (lambda: entities(LAUGHS), "declares a document type"),
    "entity.docx": (
        lambda: entities('<!ENTITY x SYSTEM "file:///etc/passwd">'),
        "declares a document type",
    ),
    "renamed.docx": (lambda: page(letters), "is a PDF, not a Word document"),
    "far.xlsx": (lambda: sheet(("a", "b"), far="XFD1048576"), "sheet1.xml: reaches over"),
    "delimiter.csv": (lambda: b"Project:Owner\nQuay:Port\n", "has one column"),
    "nul.csv": (lambda: b"Project,Owner\nQuay,Port\0 Agency\n", "is not text"),
    "nul.txt": (lambda: b"The board\0 leads.", "is not text"),
    "long.txt": (lambda: b" " * 200_000_000, "has 200,000,000 bytes"),
    "deep.html": (lambda: b"<div>" * 50_000 + SAID.encode(), "nested too deep"),
    "empty.md": (lambda: b"", "is empty"),
}
"""What cannot be read at all: how it is made, and what is said of it."""

READ_IN_PART: dict[str, tuple[Callable[[], bytes], str]] = {
    "ragged.csv": (
        lambda: b"Project,Owner,Sponsor\nQuay,Port Agency,City\nPier,Port Agency\n",
        "line 3: has 2 cells where the header has 3",
    ),
    "dates.csv": (
        lambda: b"source,relation,target,since\nPort Agency,PILOTS,Quay,2024-02-30\n",
        "line 2: '2024-02-30' is no date",
    ),
    "order.csv": (
        lambda: b"source,relation,target,since,until\nPort Agency,PILOTS,Quay,2025,2024\n",
        "line 2: ends 2024, before it begins, 2025",
    ),
    "relation.csv": (
        lambda: (
            b"source,relation,target\nPort Agency,PILOTS`}) DETACH DELETE n //,Quay\n"
            b"Port Agency,PILOTS,Quay\n"
        ),
        "line 2: 'PILOTS`}) DETACH DELETE n //' is no relation",
    ),
    "cell.csv": (
        lambda: b"Project,Owner\nQuay," + b"x" * 9_000_000 + b"\nPier,Port Agency\n",
        "block 2: has 9,000,000 characters",
    ),
}
"""What can be read but for a part: how it is made, and what is said of that."""

READ: dict[str, Callable[[], bytes]] = {
    "one.md": SAID.encode,
    "two.md": "Le préfet préside le comité régional de l'eau.".encode,
    "rows.xlsx": empty_rows,
    "ansi.csv": lambda: "Projet;Pilote\nQuai d'été;Agence portuaire\n".encode("cp1252"),
    "wide.csv": lambda: "Projet;Pilote\nQuai d'été;Agence portuaire\n".encode("utf-16"),
    "mark.csv": lambda: "Projet;Pilote\nQuai d'été;Agence portuaire\n".encode("utf-8-sig"),
    "date.md": f"---\ndate: 2024-02-30\n---\n\n{SAID}\n".encode,
    "name.csv": lambda: b"source,relation,target\n`}) DETACH DELETE n //,PILOTS,Quay\n",
}
"""What is read whole, odd as it is."""


def fill(folder: Path) -> None:
    """Make all of them, and loops of links beside them."""
    bad = {name: make for name, (make, _) in (REFUSED | READ_IN_PART).items()}
    for name, make in (bad | READ).items():
        (folder / name).write_bytes(make())
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.md").symlink_to(folder / "self.md")
