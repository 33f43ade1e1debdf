"""HTML: what a page says, in order, without what surrounds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from soundness import check_offsets, lost_words, shown

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders.formats import Parsed
from stakeholder_graph.loaders.html import parse

MENU = "<ul>" + "".join(f"<li><a href='/{i}'>Menu {i}</a></li>" for i in range(5)) + "</ul>"


def read(body: str, head: str = "") -> Parsed:
    page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    parsed = parse(page.encode(), "a.html")
    check_offsets(parsed)
    return parsed


def test_headings_paragraphs_lists_and_tables_come_in_order() -> None:
    body = """
    <h1>Project <em>Alpha</em></h1> Loose text of the page.
    <p>The  city &amp; the State<br>lead it.</p>
    <h2>Board</h2><p>It comprises:</p>
    <ul><li>the mayor;<ul><li>her deputy;</li></ul></li>
    <li><p>the prefect.</p><p>He votes.</p></li></ul>
    <ol><li>Meet.</li><li>Vote.</li></ol>
    <table><tr><th>Role</th><th>Name</th></tr><tr><td>Lead</td><td>Ada<br>Roy</td></tr></table>
    <dl><dt>Chair</dt><dd>Paul Nil</dd></dl>
    <blockquote><p>The board meets.</p></blockquote>"""
    assert shown(read(body)) == [
        "h1 Project Alpha",
        "p Loose text of the page.",
        "p The city & the State\nlead it.",
        "h2 Board",
        "p It comprises:",
        "i0 the mayor;",
        "i1 her deputy;",
        "i0 the prefect.",
        "p He votes.",
        "i0 Meet.",
        "i0 Vote.",
        "r* Role | Name",
        "r Lead | Ada; Roy",
        "i0 Chair: Paul Nil",
        "p The board meets.",
    ]


def test_the_stored_text_is_readable() -> None:
    body = "<h1>Alpha</h1><ul><li>the mayor<ul><li>her deputy</li></ul></li></ul><p>End.</p>"
    assert read(body).text == "Alpha\n\n- the mayor\n  - her deputy\n\nEnd."


@pytest.mark.parametrize(
    "page",
    [
        "<header><a>Site</a></header><nav>{menu}</nav><main>{text}</main><footer>Legal</footer>",
        "<div id='nav'>{menu}</div><div id='content'>{text}</div><div class='sidebar'>Other</div>",
        "<div role='menu'>{menu}</div><article><header><h1>Alpha</h1></header>{text}</article>",
        "<table><tr><td>{menu}</td><td>{text}</td></tr></table>",
        "<script>var Menu;</script><style>p {{}}</style><p hidden>Secret</p>{text}<!-- Menu -->",
        "<div class='cookie-banner'><p>Cookies</p></div><aside>Other</aside>{text}",
    ],
)
def test_menus_banners_scripts_and_footers_are_left_out(page: str) -> None:
    text = "<p>The board leads the works, and the city pays for what it has voted.</p>"
    words = read(page.format(menu=MENU, text=text)).text
    assert words.removeprefix("Alpha\n\n") == (
        "The board leads the works, and the city pays for what it has voted."
    )


def test_a_list_of_linked_members_is_kept() -> None:
    parsed = read(f"<p>Its members are:</p>{MENU}<p>{'The board meets in May. ' * 9}</p>")
    assert shown(parsed)[1:6] == [f"i0 Menu {i}" for i in range(5)]


def test_the_text_is_never_lost_to_a_name() -> None:
    assert read("<div class='menu'><p>The board leads the works.</p></div>").text


def test_a_page_laid_out_by_a_table_is_no_table() -> None:
    body = (
        "<table><tr><td><h2>Board</h2><p>It meets.</p></td><td><p>Ada leads.</p></td></tr></table>"
    )
    assert shown(read(body)) == ["h2 Board", "p It meets.", "p Ada leads."]
    body = body.replace("<h2>Board</h2>", "<p>The board.</p><ul><li>Ada;</li></ul>")
    assert shown(read(body)) == ["p The board.", "i0 Ada;", "p It meets.", "p Ada leads."]


def test_the_title_of_the_page_serves_where_it_has_no_heading() -> None:
    title = "<title>Alpha – the\n board</title>"
    assert read("<p>It meets in May.</p>", title).title == "Alpha – the board"
    assert read("<h1>Board</h1><p>It meets.</p>", title).title == ""


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset='iso-8859-15'>",
        "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-15'>",
    ],
)
def test_the_encoding_a_page_names_is_honoured(declaration: str) -> None:
    page = f"<html><head>{declaration}</head><body><p>Œuvre à 3 €, déjà.</p></body></html>"
    assert parse(page.encode("iso-8859-15"), "a.html").text == "Œuvre à 3 €, déjà."


def test_an_xml_declaration_is_no_obstacle() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?><html><body><p>Déjà lu.</p></body></html>'
    assert parse(page.encode(), "a.html").text == "Déjà lu."


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "holds no text"),
        (b"<script>alert(1)</script>", "holds no text"),
        (b"<!-- -->", "holds no text"),
        (b"<p>Start.</p>" + b"<div>" * 5000 + b"End.", "nested too deep"),
        (b"\x00\x01\x02", "is not text"),
    ],
)
def test_a_page_that_says_nothing_is_refused(page: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        parse(page, "a.html")


TAGS = st.sampled_from(
    "p div span b br h2 ul ol li table tr td th dl dt dd pre section article blockquote a".split()
)
PAGE = st.lists(
    st.one_of(
        TAGS.map("<{}>".format),
        TAGS.map("</{}>".format),
        st.sampled_from(["board ", "Ville de\n Blois", " ; ", "préside. ", "a|b"]),
    ),
    min_size=1,
    max_size=40,
).map("".join)


@given(PAGE)
def test_any_page_is_taken_apart_soundly(body: str) -> None:
    try:
        parsed = read(body)
    except InputError:
        return
    assert not lost_words(parsed)
