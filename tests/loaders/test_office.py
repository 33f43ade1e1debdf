"""Word, OpenDocument and Rich Text: what they say, in order, and nothing of what is struck out."""

from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from making import opendocument
from soundness import check_offsets, shown

from stakeholder_graph.loaders.docx import parse as parse_word
from stakeholder_graph.loaders.formats import Parsed
from stakeholder_graph.loaders.odt import parse as parse_odt
from stakeholder_graph.loaders.rtf import parse as parse_rtf


def word(document: docx.document.Document) -> Parsed:
    file = io.BytesIO()
    document.save(file)
    parsed = parse_word(file.getvalue(), "a.docx")
    check_offsets(parsed)
    return parsed


def fill(table: Table, rows: list[list[str]]) -> None:
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text


def test_a_word_document_comes_in_order() -> None:
    document = docx.Document()
    document.add_heading("Charter of Alpha", 0)
    document.add_heading("Board", 1)
    paragraph = document.add_paragraph("The board is chaired by ")
    paragraph.add_run("Ada Roy").bold = True
    paragraph.add_run(".")
    document.add_paragraph("Its members are:")
    document.add_paragraph("the mayor;", "List Bullet")
    document.add_paragraph("her deputy;", "List Bullet 2")
    document.add_paragraph("the prefect.", "List Bullet")
    fill(document.add_table(2, 2), [["Role", "Name"], ["Lead", "Ada\nRoy"]])
    document.add_paragraph("The board meets in May.")
    assert shown(word(document)) == [
        "h1 Charter of Alpha",
        "h1 Board",
        "p The board is chaired by Ada Roy.",
        "p Its members are:",
        "i0 the mayor;",
        "i1 her deputy;",
        "i0 the prefect.",
        "r Role | Name",
        "r Lead | Ada; Roy",
        "p The board meets in May.",
    ]


def test_deleted_words_are_left_out_and_inserted_ones_are_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The board is chaired by ")
    for mark, name, holder in (("w:del", "Bo Tan", "w:delText"), ("w:ins", "Ada Roy", "w:t")):
        change, run, text = OxmlElement(mark), OxmlElement("w:r"), OxmlElement(holder)
        text.text = name
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert shown(word(document)) == ["p The board is chaired by Ada Roy"]


def test_what_stands_in_a_field_to_be_filled_in_is_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The board is chaired by Ada Roy.")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    paragraph._p.addprevious(control)
    content.append(paragraph._p)
    assert shown(word(document)) == ["p The board is chaired by Ada Roy."]


def test_cells_that_span_keep_the_columns_of_the_others() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    fill(table, [["Task", "City", "State"], ["Plan", "R", "A"], ["", "C", "I"]])
    table.cell(1, 0).merge(table.cell(2, 0))
    title = table.add_row().cells
    title[0].merge(title[2]).text = "Later"
    assert shown(word(document)) == [
        "r Task | City | State",
        "r Plan | R | A",
        "r  | C | I",
        "r Later |  | ",
    ]


def test_the_place_is_counted_below_its_heading() -> None:
    document = docx.Document()
    document.add_paragraph("Before the first heading, a sentence.")
    document.add_heading("Board", 1)
    document.add_paragraph("One sentence stands here.")
    document.add_paragraph("And another one stands here.")
    assert [place for _, place in word(document).places] == [
        "paragraph 1",
        "«Board»",
        "«Board», paragraph 1",
        "«Board», paragraph 2",
    ]


def test_headers_and_footers_of_a_page_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Parks"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("The board meets in May.")
    assert shown(word(document)) == ["p The board meets in May."]


def test_heading_styles_of_a_french_word() -> None:
    document = docx.Document()
    style = document.styles["Heading 1"].element
    style.set(qn("w:styleId"), "Titre1")
    paragraph = document.add_paragraph("Gouvernance")
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), "Titre1")
    document.add_paragraph("Le comité se réunit en mai.")
    assert shown(word(document))[0] == "h1 Gouvernance"


def test_an_opendocument_comes_in_order() -> None:
    body = """
    <text:tracked-changes><text:p>Old words</text:p></text:tracked-changes>
    <text:h text:outline-level="1">Charter</text:h>
    <text:p>The <text:span>board</text:span><text:s text:c="2"/>is chaired<text:line-break/>by Ada
    Roy<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since
    2024.</text:p></text:note-body></text:note>.</text:p>
    <text:p><office:annotation><text:p>Check!</text:p></office:annotation>It meets in May:</text:p>
    <text:list><text:list-item><text:p>the mayor;</text:p><text:list><text:list-item><text:p>her
    deputy.</text:p></text:list-item></text:list></text:list-item></text:list>
    <table:table><table:table-header-rows><table:table-row>
    <table:table-cell><text:p>Task</text:p></table:table-cell>
    <table:table-cell><text:p>City</text:p></table:table-cell>
    </table:table-row></table:table-header-rows>
    <table:table-row><table:table-cell><text:p>Plan</text:p></table:table-cell>
    <table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>"""
    parsed = parse_odt(opendocument(body), "a.odt")
    check_offsets(parsed)
    assert shown(parsed) == [
        "h1 Charter",
        "p The board is chaired\nby Ada Roy.",
        "p It meets in May:",
        "i0 the mayor;",
        "i1 her deputy.",
        "r* Task | City",
        "r Plan | A",
        "p Since 2024.",
    ]


def test_rich_text_gives_paragraphs_and_rows() -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\pict\pngblip 89504e47}"
        rb"\pard\b La pr\'e9fecture\b0  pilote le projet.\par "
        rb"\trowd\cellx1\cellx2 R\'f4le\cell Nom\cell\row\trowd Pilote\cell Ada \u82?oy\cell\row}"
    )
    parsed = parse_rtf(source, "a.rtf")
    check_offsets(parsed)
    assert shown(parsed) == [
        "p La préfecture pilote le projet.",
        "r Rôle | Nom",
        "r Pilote | Ada Roy",
    ]
