"""PDF: the text layer in reading order, without what only numbers and names its pages."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from making import Piece, pdf
from PIL import Image
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Table,
)
from soundness import check_offsets, shown

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders import BlockKind, Limits, locator, read
from stakeholder_graph.loaders.formats import Parsed
from stakeholder_graph.loaders.pdf import parse

HEADING, TEXT, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
LONG = (
    "The harbour board oversees the ferry service, which the city has founded and which carries "
    "some two thousand people a day between the islands, the port and the old town of Saltmarsh. "
)
STYLE = ParagraphStyle("body", parent=getSampleStyleSheet()["Normal"], fontSize=10, leading=12)


def made(data: bytes) -> Parsed:
    parsed = parse(data, "a.pdf")
    check_offsets(parsed)
    return parsed


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(canvas: Canvas, texts: list[str], *, left: float = 72, top: float = 700) -> None:
    for number, text in enumerate(texts):
        canvas.drawString(left, top - 14 * number, text)


def test_paragraphs_are_rebuilt_and_headings_told_by_their_size() -> None:
    parts = [
        Piece(HEADING, "Charter of the ferry", 1),
        Piece(TEXT, LONG * 3),
        Piece(HEADING, "Board", 2),
        Piece(TEXT, LONG * 2),
        Piece(TEXT, "Its members are:"),
        Piece(ITEM, "the mayor, or a deputy whom the mayor names in writing " + "and in time " * 9),
        Piece(ITEM, "her deputy;", 1),
        Piece(ITEM, "the prefect."),
    ]
    assert shown(made(pdf(parts))) == [
        "h1 Charter of the ferry",
        f"p {(LONG * 3).strip()}",
        "h2 Board",
        f"p {(LONG * 2).strip()}",
        "p Its members are:",
        f"i0 {parts[5].text.strip()}",
        "i1 her deputy;",
        "i0 the prefect.",
    ]


def test_running_heads_feet_and_page_numbers_are_dropped_and_pages_are_places() -> None:
    parts = [Piece(TEXT, f"{'Word ' * (n % 7)}{n}, said. {LONG * 4}") for n in range(20)]
    parsed = made(pdf(parts, head="Harbour board – minutes", foot="Page {} of 9"))
    assert shown(parsed) == [f"p {part.text.strip()}" for part in parts]
    assert [place for _, place in parsed.places][:3] == ["page 1", "page 2", "page 3"]


def test_the_place_of_a_statement_is_its_page(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([Piece(TEXT, LONG * 30), Piece(TEXT, "The mayor chairs the board.")]))
    source = read(file)
    assert locator(source)(source.document.text.index("The mayor")) == "page 2"


def test_columns_are_read_one_after_the_other() -> None:
    file = io.BytesIO()
    frames = [Frame(60, 700, 475, 90), Frame(60, 60, 230, 640), Frame(305, 60, 230, 640)]
    document = BaseDocTemplate(file, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    texts = [f"It is said {n} times. {LONG * 3}" for n in range(6)]
    story = [Paragraph("Charter", getSampleStyleSheet()["Title"]), FrameBreak()]
    document.build([*story, *(Paragraph(text, STYLE) for text in texts)])
    assert shown(made(file.getvalue())) == ["h1 Charter", *(f"p {t.strip()}" for t in texts)]


def test_columns_drawn_row_by_row_are_told_apart() -> None:
    left = [f"left line {n} goes on and on in prose" for n in range(7)] + ["It ends on the left."]
    right = ["Right begins here and now"] + [f"right {n} goes on as well here" for n in range(7)]

    def draw(canvas: Canvas) -> None:
        for number in range(8):
            canvas.drawString(60, 700 - 14 * number, left[number])
            canvas.drawString(320, 700 - 14 * number, right[number])

    assert made(drawn(draw)).text == "\n\n".join([" ".join(left), " ".join(right)])


def test_columns_whose_lines_stand_at_other_heights_are_told_apart() -> None:
    left = [f"left line {n} goes on and on in prose" for n in range(7)] + ["It ends on the left."]
    right = ["Right begins here and now"] + [f"right {n} goes on as well here" for n in range(7)]

    def draw(canvas: Canvas) -> None:
        lines(canvas, left, left=60)
        lines(canvas, right, left=268, top=706)

    assert made(drawn(draw)).text == "\n\n".join([" ".join(left), " ".join(right)])


def test_cells_close_to_one_another_are_told_apart_by_the_lines_between() -> None:
    rows = [["Task", "City", "State"], ["Plan the works", "R/A", "C"]]

    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Who does what in the ferry service?"], top=720)
        for number, texts in enumerate(rows):
            for left, right, text in zip((60, 150, 180), (150, 180, 230), texts, strict=True):
                canvas.rect(left, 690 - 16 * number, right - left, 16)
                canvas.drawString(left + 4, 694 - 16 * number, text)

    assert shown(made(drawn(draw)))[-2:] == ["r Task | City | State", "r Plan the works | R/A | C"]


def test_a_table_gives_its_rows() -> None:
    file = io.BytesIO()
    rows = [["Task", "City", "State"], ["Plan the works", "R", "A"], ["Build", "C", "R"]]
    document = BaseDocTemplate(file, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=[Frame(60, 60, 475, 700)]))
    table = Table(
        rows, colWidths=[200, 100, 100], style=[("GRID", (0, 0), (-1, -1), 1, colors.black)]
    )
    document.build([Paragraph(LONG * 2, STYLE), table, Paragraph(LONG, STYLE)])
    assert shown(made(file.getvalue())) == [
        f"p {(LONG * 2).strip()}",
        "r Task | City | State",
        "r Plan the works | R | A",
        "r Build | C | R",
        f"p {LONG.strip()}",
    ]


@pytest.mark.parametrize(
    ("text", "rest", "joined"),
    [
        ("The prison service of the region decides, with whom the peni-", "tentiary", "peni-tenti"),
        (
            "The penitentiary service of the region and the other peni-",
            "tentiary",
            "r penitentiary",
        ),
        (
            "The vice-president, whom the mayor has named, or the other vice-",
            "president",
            "r vice-p",
        ),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_joined_only_when_sure(
    text: str, rest: str, joined: str
) -> None:
    assert joined in made(drawn(lambda canvas: lines(canvas, [text, rest]))).text


def test_a_paragraph_goes_on_over_the_page() -> None:
    (text,) = (block.text for block in made(pdf([Piece(TEXT, LONG * 40)])).blocks)
    assert text == (LONG * 40).strip()


def test_text_in_the_margin_that_leans_is_left_out_and_turned_pages_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(300, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "The mayor chairs the board.")
        canvas.rotate(90)
        canvas.drawString(0, 90, "Draft")

    assert made(drawn(draw)).text == "The mayor chairs the board."


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 60))), 60, 300, 400, 400)


def test_pages_without_a_text_layer_are_said_to_need_it() -> None:
    with pytest.raises(InputError, match=r"a\.pdf: has no text layer; .*OCR"):
        parse(drawn(scan), "a.pdf")

    def mixed(canvas: Canvas) -> None:
        lines(canvas, ["The mayor chairs the board."])
        canvas.showPage()
        scan(canvas)

    parsed = made(drawn(mixed))
    assert parsed.text == "The mayor chairs the board."
    assert parsed.notes == ("page 2: has no text layer; recognise its text first (OCR)",)


def locked(user: str) -> bytes:
    encryption = pdfencrypt.StandardEncryption(user, "owner", strength=128)
    return drawn(lambda canvas: lines(canvas, ["The mayor chairs."]), encrypt=encryption)


def test_a_password_is_asked_for_only_where_one_is_needed() -> None:
    with pytest.raises(InputError, match="is protected by a password"):
        parse(locked("secret"), "a.pdf")
    assert made(locked("")).text == "The mayor chairs."


def test_a_pdf_cut_short_or_damaged_is_refused() -> None:
    data = pdf([Piece(TEXT, LONG * 40)])
    with pytest.raises(InputError, match="is cut short"):
        parse(data[: len(data) // 2], "a.pdf")
    with pytest.raises(InputError, match="damaged"):
        parse(b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF", "a.pdf")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_stream_that_unpacks_beyond_the_limit_is_refused(depth: int) -> None:
    packed = b" " * 30_000_000
    for _ in range(depth):
        packed = zlib.compress(packed)
    data = pdf([Piece(TEXT, LONG)])
    stream = b"\n9 0 obj\n<</Length %d>>\nstream\n%s\nendstream endobj\n" % (len(packed), packed)
    at = data.index(b"\nxref")
    with pytest.raises(InputError, match="unpacks to more than 20,000,000 bytes"):
        parse(data[:at] + stream + data[at:], "a.pdf", Limits(unpacked=20_000_000))


def test_more_pages_than_allowed_are_refused() -> None:
    data = pdf([Piece(TEXT, LONG * 40)] * 3)
    with pytest.raises(InputError, match="pages, more than the 2 allowed"):
        parse(data, "a.pdf", Limits(pages=2))
