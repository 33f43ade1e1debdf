"""Markdown: the words a reader sees, each tied to its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from soundness import check_offsets, lost_words, shown

from stakeholder_graph.loaders.formats import Parsed
from stakeholder_graph.loaders.markdown import parse


def read(text: str) -> Parsed:
    parsed = parse(text.encode(), "a.md")
    check_offsets(parsed, exact=False)
    return parsed


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The **board** of *the* __trust__ leads.", "The board of the trust leads."),
        ("See [the charter](x.md 'its \"title\"') now.", "See the charter now."),
        ("See [the charter][c] and [c] now.\n\n[c]: x.md", "See the charter and c now."),
        ("Run `the  board` now.", "Run the  board now."),
        ("Run `` a`b `` now.", "Run a`b now."),
        ("Research &amp; Development &#233;t&eacute; ends.", "Research & Development été ends."),
        (r"The \*board\* of A\&B leads.", "The *board* of A&B leads."),
        ("The <b>board</b> leads.<!-- not the mayor -->", "The board leads."),
        ("The board<br>leads it.", "The board\nleads it."),
        ("The board leads ![its logo](x.png) today.", "The board leads  today."),
        ("The ~~mayor~~ board leads.", "The  board leads."),
        ("Ask <https://a.org/b> or <a@b.org> first.", "Ask https://a.org/b or a@b.org first."),
        (
            "A sum of 2 * 3 * 4 and snake_case_name stays.",
            "A sum of 2 * 3 * 4 and snake_case_name stays.",
        ),
        ("L''État et l'''Union*** paient.", "L''État et l'''Union*** paient."),
        ("***Both* are** gone, **** is not.", "Both are gone, **** is not."),
        ("One [unclosed ( and ] stay.", "One [unclosed ( and ] stay."),
        ("The board of the trust  \nleads it.", "The board of the trust\nleads it."),
    ],
)
def test_markup_is_left_out_and_words_keep_their_place(source: str, words: str) -> None:
    parsed = read(source)
    assert parsed.text == source
    assert parsed.blocks[0].text == words


def test_a_quote_in_the_source_spans_the_markup_inside_it() -> None:
    parsed = read("Text.\n\nThe **regional direction of Lille** chairs the *board*.")
    block = parsed.blocks[1]
    start, end = block.span(block.text.index("direction"), block.text.index(" the board"))
    assert parsed.text[start:end] == "direction of Lille** chairs"


def test_structure_is_kept() -> None:
    source = (
        "# Project Alpha\n\nThe city leads it.\n\n## 2. Governance\n\n> The board meets.\n\n"
        "- the mayor;\n  - her deputy;\n    who votes;\n- the prefect.\n\n"
        "| Role | Name |\n|------|------|\n| **Lead** | A \\| B |\n| Fund | |\n"
    )
    assert shown(read(source)) == [
        "h1 Project Alpha",
        "p The city leads it.",
        "h2 Governance",
        "p The board meets.",
        "i0 the mayor;",
        "i1 her deputy;\nwho votes;",
        "i0 the prefect.",
        "r* Role|Name",
        "r Lead|A | B",
        "r Fund|",
    ]


def test_cells_stand_where_they_say() -> None:
    parsed = read("| Role | Name |\n|---|---|\n| **Lead** | A \\| B |\n")
    row = parsed.blocks[1]
    assert [row.text[a:b] for a, b in row.cells] == ["Lead", "A | B"]
    assert parsed.text[slice(*row.span(*row.cells[0]))] == "Lead"


def test_front_matter_gives_the_title_and_is_not_read() -> None:
    parsed = read("---\ntitle: Alpha charter\nowner: nobody\n---\n\nThe board leads.\n")
    assert (parsed.title, shown(parsed)) == ("Alpha charter", ["p The board leads."])
    assert parsed.text.startswith("---\ntitle")


@pytest.mark.parametrize("front", ["---\nThe board leads.\n---\n", "---\na: [\n---\n"])
def test_a_rule_at_the_top_is_no_front_matter(front: str) -> None:
    assert not lost_words(read(front + "\nThe mayor signs.\n"))


def test_indented_text_and_plain_fences_are_prose_and_code_is_not() -> None:
    source = (
        "The text says:\n\n    The board leads the works.\n\n```\nThe mayor signs.\n```\n\n"
        "```python\nboard = leads()\n```\n"
    )
    assert [line[2:] for line in shown(read(source))][1:] == [
        "The board leads the works.",
        "The mayor signs.",
    ]


def test_blocks_of_html_give_their_words() -> None:
    source = (
        "<div class='x'>\nThe <b>board</b> leads &amp; votes.\n</div>\n\n"
        "<script>\nlet mayor;\n</script>\n\n<!-- The mayor\n\nsigns. -->\n"
    )
    assert shown(read(source)) == ["p The board leads & votes."]


def test_a_paragraph_underlined_by_chance_is_no_heading() -> None:
    source = (
        "The board of the harbour leads the works.\nThe mayor signs what it votes.\n---\n\nEnd."
    )
    assert shown(read(source))[0].startswith("p The board")


@pytest.mark.parametrize("depth", [15, 40, 60, 300])
def test_what_is_nested_deep_is_not_lost(depth: int) -> None:
    nested = "".join("  " * level + f"- member{level}\n" for level in range(depth))
    for source in ("Start.\n\n" + nested, "> " * depth + "The board leads."):
        assert not lost_words(read(source))


MARKS = (
    "* ** _ ` `` [ ](x) ] ( ! <b> </b> <br> <http://a.b> &amp; &eacute; & \\ \\* # ~~ : ' | board"
)
BLANKS = [
    "\n",
    "  \n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "```\n",
    "---\n",
    "\n|--|--|\n",
    "été ",
]
SOUP = st.lists(st.sampled_from(MARKS.split() + BLANKS), min_size=1, max_size=40).map("".join)


@given(SOUP)
@example("> - a\n>\n>       b")
@example("-\tboard\n\n\tété")
@example("`a\nb`")
@example("- | a | b |\n  |---|---|\n  | c | d |")
def test_any_markdown_is_tied_to_its_source(source: str) -> None:
    if source.strip():
        read(source)
