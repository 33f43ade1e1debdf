"""The page in a real browser: what a reader sees, does, and is safe from."""

from __future__ import annotations

import time
from typing import Any

import pytest

from stakeholder_graph.queries.view import embed, page

NASTY = [
    "</script><script>window.hacked = 1; alert(1)</script>",
    '<img src=x onerror="window.hacked = 1">',
    '<a href="javascript:alert(1)">href</a>',
    "{{ 7 * 7 }} ${7 * 7} &lt;b&gt; ]]>",
    "back\\slash \\\" quote ' and \u2028 line",
    "constructor",
    "__proto__",
]


@pytest.fixture(scope="module")
def french(project: Any) -> str:
    return page(project, title="Nouvel Élan", language="fr")


@pytest.fixture
def shown(french: str, visit: Any) -> Any:
    return visit(french)


def test_it_opens_without_request_or_complaint(shown: Any) -> None:
    shown.page.wait_for_timeout(300)
    assert len(shown.requests) == 1
    assert shown.requests[0].startswith("file://")
    assert shown.complaints == []
    assert shown.page.title() == "Nouvel Élan"
    assert shown.text("#summary") == "24 parties prenantes · 42 énoncés"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_name_has_a_place_at_25(french: str, visit: Any, scheme: str) -> None:
    seen = visit(french, color_scheme=scheme)
    seen.page.wait_for_selector("#canvas[data-named='24']")


def test_search_ignores_case_and_accents(shown: Any) -> None:
    shown.choose("PREFET du dep")
    assert shown.text("#panel h3") == "préfet du département"
    assert shown.text("#panel .muted >> nth=0") == "fonction"


def test_search_knows_aliases_and_says_what_it_does_not_find(shown: Any) -> None:
    shown.choose("copil")
    assert shown.text("#panel h3") == "comité de pilotage local"
    assert "COPIL" in shown.text("#panel")
    shown.choose("Mont Analogue")
    assert shown.text("#status") == "Aucune partie prenante de ce nom n’est connue ici."


def test_suggestions_ignore_case_and_accents(shown: Any) -> None:
    options = shown.page.locator("#query-list li")
    shown.page.type("#query", "elan")
    assert options.all_inner_texts()[0].startswith("Nouvel Élan")
    shown.page.fill("#query", "dap")
    assert options.all_inner_texts()[0].split("\n") == [
        "direction de l'administration pénitentiaire",
        "DAP",
    ]
    shown.page.press("#query", "ArrowDown")
    assert shown.page.get_attribute("#query", "aria-activedescendant") == "query-list-0"
    shown.page.press("#query", "Enter")
    assert shown.text("#panel h3") == "direction de l'administration pénitentiaire"
    assert shown.page.get_attribute("#query", "aria-expanded") == "false"


def test_a_stakeholder_opens_onto_what_is_stated(shown: Any) -> None:
    shown.choose("DAP")
    said = shown.page.locator("#panel .statement")
    assert said.count() == 7
    quote = "Une fois livré, Nouvel Élan est sous la responsabilité de la DAP."
    duty = said.filter(has_text=quote)
    assert duty.locator("blockquote").inner_text() == quote
    assert duty.locator(".cite").inner_text() == (
        "projet.md · ligne 20 · phase une fois livré · confiance 0,9"
    )


def test_a_link_opens_onto_every_quote(shown: Any) -> None:
    shown.choose("DAP")
    shown.page.locator("#panel .verb", has_text="supervise").first.click()
    assert shown.text("#panel h3") == "supervise"
    assert set(shown.page.locator("#panel blockquote").all_inner_texts()) == {
        "La DAP contrôle l'avancement.",
        "La DAP suit les phases du projet.",
    }


def test_a_link_is_chosen_on_the_drawing(build: Any, visit: Any) -> None:
    said = {"quote": "Ann chairs the board.", "document": "minutes.md", "start": 3, "end": 24}
    two = build([("a", "Ann", "person"), ("b", "Board", "body")], [("a", "CHAIRS", "b", said)])
    seen = visit(page(two))
    seen.page.wait_for_selector("#canvas[data-named='2']")
    seen.click_middle()
    assert seen.text("#panel blockquote") == "Ann chairs the board."
    assert seen.text("#panel .cite") == "minutes.md · characters 3 to 24"


def test_a_stakeholder_is_chosen_on_the_drawing_and_left_by_escape(build: Any, visit: Any) -> None:
    seen = visit(page(build([("a", "Ann", "person")], [])))
    seen.page.wait_for_selector("#canvas[data-named='1']")
    seen.click_middle()
    assert seen.text("#panel h3") == "Ann"
    seen.page.focus("#canvas")
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#panel h3").count() == 0


def test_the_legend_filters_kinds_and_relations(shown: Any) -> None:
    assert shown.text("#status").startswith("24 parties prenantes sur 24 et 41 relations")
    shown.page.uncheck("#legend label:has-text('organisation') input")
    assert shown.text("#status").startswith("8 parties prenantes sur 24")
    shown.page.check("#legend label:has-text('organisation') input")
    shown.page.uncheck("#legend label:has-text('participe à') input")
    assert "23 relations sur 41" in shown.text("#status")
    shown.page.click("#legend fieldset:nth-of-type(2) button:has-text('Rien')")
    assert "0 relations sur 41" in shown.text("#status")
    shown.page.click("#legend fieldset:nth-of-type(2) button:has-text('Tout')")
    assert "41 relations sur 41" in shown.text("#status")


def test_the_table_holds_the_same_facts(shown: Any) -> None:
    shown.page.click("#table")
    rows = shown.page.locator("#rows tbody tr")
    assert rows.count() == 42
    assert shown.page.locator("#rows thead th[scope=col]").count() == 6
    shown.page.uncheck("#legend label:has-text('participe à') input")
    assert rows.count() == 24
    assert not shown.page.locator("#canvas").is_visible()


def test_french_and_english(shown: Any) -> None:
    assert shown.page.get_attribute("html", "lang") == "fr"
    assert "co-préside" in shown.text("#legend")
    shown.page.click("#languages [lang=en]")
    assert shown.page.get_attribute("html", "lang") == "en"
    assert "co-chairs" in shown.text("#legend")
    assert shown.text("#summary") == "24 stakeholders · 42 statements"
    assert shown.complaints == []


def test_every_control_is_named_and_reached_by_keyboard(shown: Any) -> None:
    unnamed = shown.page.eval_on_selector_all(
        "button, input, select, [role]",
        "all => all.filter(e => !(e.ariaLabel || e.textContent.trim() || e.labels?.length"
        " || e.role === 'status')).map(e => e.outerHTML)",
    )
    assert unnamed == []
    focused = set()
    for _ in range(60):
        shown.page.keyboard.press("Tab")
        focused.add(shown.page.evaluate("document.activeElement.id || document.activeElement.type"))
    assert {"query", "size", "fit", "move", "table", "help", "canvas", "checkbox"} <= focused


def test_keys_move_the_drawing_and_focus_shows(shown: Any) -> None:
    shown.page.wait_for_selector("#canvas[data-named]")
    shown.page.locator("#languages button").last.focus()
    while shown.page.evaluate("document.activeElement.id") != "canvas":
        shown.page.keyboard.press("Tab")
    assert (
        shown.page.eval_on_selector("#canvas", "e => getComputedStyle(e).outlineStyle") == "solid"
    )
    pictures = {shown.page.locator("#canvas").screenshot()}
    for key in ("ArrowRight", "+", "0"):
        shown.page.keyboard.press(key)
        shown.page.wait_for_timeout(500)
        pictures.add(shown.page.locator("#canvas").screenshot())
    assert len(pictures) == 3  # 0 brings the first one back


def test_the_drawing_moves_only_on_demand(shown: Any) -> None:
    shown.page.wait_for_selector("#canvas[data-named='24']")
    still = shown.page.locator("#canvas").screenshot()
    shown.page.wait_for_timeout(300)
    assert shown.page.locator("#canvas").screenshot() == still
    shown.page.click("#move")
    assert shown.page.get_attribute("#move", "aria-pressed") == "true"
    shown.page.wait_for_timeout(600)
    assert shown.page.locator("#canvas").screenshot() != still


def test_size_by_another_metric(shown: Any) -> None:
    shown.page.select_option("#size", "out_degree")
    assert shown.text("#panel .ranking li >> nth=0").startswith("préfet du département")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_contrast_reaches_aa(french: str, visit: Any, scheme: str) -> None:
    seen = visit(french, color_scheme=scheme)
    seen.choose("DAP")
    assert (
        seen.low_contrast(*".muted .link .verb .cite blockquote .word .count h1 h2 .letter".split())
        == []
    )


def test_values_stay_text(build: Any, visit: Any) -> None:
    people = [(f"n{i}", name, "organization", *NASTY) for i, name in enumerate(NASTY)]
    said = {
        name: NASTY[i % len(NASTY)]
        for i, name in enumerate(
            ["quote", "document", "locator", "phase", "condition", "asserted_by", "frequency"]
        )
    }
    links = [("n0", "PILOTS", f"n{i}", {**said, "quote": q, "jointly_with": NASTY})
             for i, q in enumerate(NASTY)]  # fmt: skip
    seen = visit(page(build(people, links), title=NASTY[0]))
    assert seen.page.title() == NASTY[0]
    for name in NASTY:
        seen.choose(name)
        assert seen.page.text_content("#panel h3") == name
        assert set(NASTY) >= set(seen.page.locator("#panel blockquote").all_text_contents())
    seen.page.click("#table")
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.locator("img, a").count() == 0
    assert seen.page.locator("script").count() == 3
    assert seen.complaints == []
    assert len(seen.requests) == 1


def test_only_an_address_of_the_web_is_a_link(build: Any, visit: Any) -> None:
    people = [("a", "Ann", "person"), ("b", "Board", "body")]
    documents = ["https://example.org/charter", "javascript:alert(1)", "charter.md"]
    links = [("a", "CHAIRS", "b", {"document": document}) for document in documents]
    seen = visit(page(build(people, links)))
    seen.choose("Ann")
    anchors = seen.page.locator("#panel a")
    assert [a.get_attribute("href") for a in anchors.all()] == ["https://example.org/charter"]
    assert anchors.first.get_attribute("rel") == "noopener noreferrer"


def test_markup_that_gets_in_does_not_run(french: str, visit: Any) -> None:
    injected = french.replace(
        "</main>", "</main><script>window.hacked = 1</script><img src=x onerror='hacked=1'>"
    )
    seen = visit(injected)
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate("window.hacked") is None


def test_nothing_to_show(build: Any, visit: Any) -> None:
    seen = visit(page(build([], [])))
    assert seen.text("#summary") == "0 stakeholders · 0 statements"
    assert seen.complaints == []


def test_many_open_on_the_first_and_say_so(crowd: Any, visit: Any) -> None:
    html = page(crowd(700, 1500), limit=300)
    assert len(html.encode()) < 1_200_000
    start = time.monotonic()
    seen = visit(html)
    seen.page.wait_for_selector("#canvas[data-named]")
    assert time.monotonic() - start < 5
    assert seen.text("#summary") == ("300 of 700 stakeholders shown · 1,500 statements")
    assert 12 <= int(seen.page.get_attribute("#canvas", "data-named")) <= 60
    assert seen.complaints == []


def test_in_a_notebook(project: Any, visit: Any) -> None:
    frame = embed(project, height=500)._repr_html_()
    seen = visit(f"<!DOCTYPE html><title>notebook</title>{frame}")
    inside = seen.page.frame_locator("iframe")
    inside.locator("#canvas[data-named]").wait_for()
    assert inside.locator("#summary").inner_text() == "24 stakeholders · 42 statements"
    assert seen.complaints == []
