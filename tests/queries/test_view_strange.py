"""The page of what is seldom met: long names, many relations between two, one, other scripts."""

from __future__ import annotations

import json
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.queries.view import page

LONG = "Haut-commissariat à la coordination des politiques de réinsertion " * 8
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
ARABIC, HEBREW = "وزارة العدل والحريات", "משרד המשפטים (Justice) 🏛️"


def overflowing(seen: Any) -> list[str]:
    """Return what is wider than the column it stands in."""
    found: list[str] = seen.page.eval_on_selector_all(
        "#panel *, #legend *, header *",
        """all => all.filter(e => e.getBoundingClientRect().right
             > e.closest('#panel, #legend, header').getBoundingClientRect().right + 1)
             .map(e => e.outerHTML.slice(0, 80))""",
    )
    return found


def test_long_names_stay_in_their_column(build: Any, visit: Any) -> None:
    people = [("a", LONG, "body", WORD), ("b", WORD, "project"), ("c", "Ann", "person")]
    said = [("a", "GOVERNS", "b", {"quote": WORD}), ("c", "CHAIRS", "a", {"quote": LONG * 5})]
    seen = visit(page(build(people, said), title=WORD))
    seen.page.wait_for_selector("#canvas[data-named='3']")
    assert overflowing(seen) == []
    seen.choose("Haut-comm")
    assert overflowing(seen) == []
    stage, status = (seen.page.locator(at).bounding_box() for at in ("#stage", "#status"))
    assert status["height"] < 60 < stage["height"]


def test_many_relations_between_two_lie_side_by_side(build: Any, visit: Any) -> None:
    relations = list(load_vocabulary().relations)
    people = [("a", "Ann", "organization"), ("b", "Board", "project")]
    pairs = [("a", "b"), ("b", "a")]
    said = [
        (pairs[i % 2][0], relations[i // 2 % len(relations)], pairs[i % 2][1], {"quote": f"q{i}."})
        for i in range(40)
    ]
    seen = visit(page(build(people, said)))
    seen.page.wait_for_selector("#canvas[data-named='2']")
    assert seen.text("#summary") == "2 stakeholders · 40 statements"
    seen.choose("Ann")
    assert seen.page.locator("#panel blockquote").count() == 40
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("language", "summary"),
    [("en", "1 stakeholder · 0 statements"), ("fr", "1 partie prenante · 0 énoncé")],
)
def test_one_is_told_as_one(build: Any, visit: Any, language: str, summary: str) -> None:
    seen = visit(page(build([("a", "Ann", "person")], []), language=language))
    seen.page.wait_for_selector("#canvas[data-named='1']")
    assert seen.text("#summary") == summary


def test_nothing_to_show_is_said(build: Any, visit: Any) -> None:
    seen = visit(page(build([], [])))
    assert seen.text("#panel").startswith("Nothing to show: no document has been read yet")
    assert seen.text("#legend") == ""
    seen.page.focus("#canvas")
    for key in ("ArrowRight", "Enter", "Escape", "+", "0"):
        seen.page.keyboard.press(key)
    for button in ("#fit", "#table", "#table"):
        seen.page.click(button)
    assert seen.complaints == []


def test_names_from_right_to_left_and_emoji(build: Any, visit: Any) -> None:
    people = [("a", ARABIC, "organization", HEBREW), ("b", HEBREW, "project")]
    quote = f"{ARABIC} (2024) 🏛️."
    seen = visit(page(build(people, [("a", "PILOTS", "b", {"quote": quote})])))
    seen.page.wait_for_selector("#canvas[data-named='2']")
    seen.choose(ARABIC[:8])
    assert seen.text("#panel h3") == ARABIC
    assert seen.text("#panel blockquote") == quote
    direction = "e => getComputedStyle(e).direction"
    for part in ("h3", "blockquote", ".statement .link:not(.verb)"):
        assert seen.page.locator(f"#panel {part}").first.evaluate(direction) == "rtl"
    assert seen.page.locator("#panel").evaluate(direction) == "ltr"
    assert seen.complaints == []


def test_every_word_is_in_both_languages() -> None:
    text = resources.files("stakeholder_graph.queries.view").joinpath("assets/words.json")
    words = json.loads(text.read_text("utf-8"))
    plain = {
        language: {key: value for key, value in told.items() if not key.endswith("_one")}
        for language, told in words.items()
    }
    assert plain["en"].keys() == plain["fr"].keys()
    places = {
        key: [sorted(part.partition("}")[0] for part in plain[language][key].split("{")[1:])
              for language in ("en", "fr")]
        for key in plain["en"]
    }  # fmt: skip
    assert [key for key, (en, fr) in places.items() if en != fr] == []
    for told in words.values():
        assert {key.removesuffix("_one") for key in told if key.endswith("_one")} <= told.keys()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (400, 800)])
def test_no_two_names_overlap(project: Any, visit: Any, size: tuple[int, int]) -> None:
    seen = visit(page(project))
    seen.page.set_viewport_size({"width": size[0], "height": size[1]})
    seen.page.wait_for_timeout(400)
    with seen.page.expect_download() as download:
        seen.page.click("#svg")
    drawn = seen.page.context.new_page()
    drawn.set_content(Path(download.value.path()).read_text("utf-8"))
    boxes = drawn.eval_on_selector_all(
        "text", "all => all.map(t => t.getBBox()).map(b => [b.x, b.y, b.width, b.height])"
    )
    assert len(boxes) >= (24 if size[0] == 1440 else 8)
    for (x, y, w, h), (a, b, v, u) in combinations(boxes, 2):
        sideways, down = min(x + w, a + v) - max(x, a), min(y + h, b + u) - max(y, b)
        assert sideways < 4 or down < 4  # letters of the drawing may be a little wider
