"""Exploring the page in a real browser: limits, neighbourhoods, paths, exports, addresses."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries.view import page

SMALL = [
    ("dap", "Direction", "organization", "DAP"),
    ("agence", "Agence", "organization"),
    ("copil", "Comité", "body"),
    ("projet", "Projet", "project"),
    ("mairie", "Mairie", "organization"),
]
SAID = [
    ("dap", "ACCOUNTABLE_FOR", "projet", {"phase": "en service", "document": "charter.md"}),
    ("agence", "PILOTS", "projet", {"until": "2023", "document": "charter.md"}),
    ("copil", "GOVERNS", "projet", {"since": "2024", "document": "minutes.md"}),
    ("mairie", "PARTICIPATES_IN", "copil", {"confidence": 0.4, "document": "minutes.md"}),
]


@pytest.fixture
def shown(build: Any, visit: Any) -> Any:
    return visit(page(build(SMALL, [(*s[:3], {**s[3], "quote": f"= {s[0]} <b>"}) for s in SAID])))


def names(seen: Any) -> set[str]:
    """Return the stakeholders shown, as the table lists them."""
    if seen.page.locator("#rows").is_hidden():
        seen.page.click("#table")
    rows = seen.page.locator("tbody tr")
    return {
        seen.page.locator(f"tbody tr:nth-child({i + 1}) .link:not(.verb)").nth(side).inner_text()
        for i in range(rows.count())
        for side in (0, 1)
    }


def slide(seen: Any, selector: str, value: float) -> None:
    seen.page.locator(selector).evaluate(
        "(input, value) => { input.value = value; input.dispatchEvent(new Event('input')); }", value
    )


def test_only_one_document(shown: Any) -> None:
    shown.page.select_option("#limit-document", "minutes.md")
    assert names(shown) == {"Comité", "Projet", "Mairie"}
    shown.page.select_option("#limit-document", "")
    assert len(names(shown)) == 5


def test_a_date_hides_what_does_not_hold(shown: Any) -> None:
    dates = {1: {"Agence"}, 2: {"Comité", "Mairie"}}
    for place, others in dates.items():
        slide(shown, "#limit-date", place)
        assert names(shown) - {"Direction", "Projet", "Mairie", "Comité"} == others - {
            "Comité",
            "Mairie",
        }
    assert "2024" in shown.text("#legend")


def test_doubtful_statements_are_left_out(shown: Any) -> None:
    slide(shown, "#limit-confidence", 0.5)
    assert "Mairie" not in names(shown)
    assert shown.text("#status").startswith("4 of 5")


def test_the_neighbourhood_of_a_stakeholder(shown: Any) -> None:
    shown.choose("Mairie")
    shown.page.click(".steps button >> nth=0")
    assert names(shown) == {"Mairie", "Comité"}
    shown.page.click(".steps button >> nth=1")
    assert names(shown) == {"Mairie", "Comité", "Projet"}
    shown.page.click(".steps button >> nth=3")
    assert len(names(shown)) == 5


def test_the_path_between_two(shown: Any) -> None:
    shown.choose("Mairie")
    shown.page.fill("#way", "dap")
    shown.page.press("#way", "Enter")
    assert shown.text("#panel h3") == "From Mairie to Direction"
    assert shown.page.locator("#panel .statement").count() == 3
    shown.page.keyboard.press("Escape")
    shown.choose("Mairie")
    slide(shown, "#limit-confidence", 0.5)


def test_the_address_restores_what_is_shown(shown: Any) -> None:
    shown.page.select_option("#limit-document", "minutes.md")
    shown.choose("Comité")
    shown.page.click("#languages button >> nth=1")
    address = shown.page.url
    assert "document=minutes.md" in address
    shown.page.goto("about:blank")
    shown.page.goto(address)
    assert shown.text("#panel h3") == "Comité"
    assert shown.page.locator("html").get_attribute("lang") == "fr"
    assert names(shown) == {"Comité", "Projet", "Mairie"}
    assert shown.complaints == []


def test_an_address_that_makes_no_sense_changes_nothing(shown: Any) -> None:
    address = shown.page.url.partition("#")[0]
    shown.page.goto("about:blank")
    shown.page.goto(f"{address}#stakeholder=<script>&focus=x y&confidence=NaN&path=a b&size=charm")
    assert len(names(shown)) == 5
    assert shown.complaints == []


def saved(seen: Any, button: str) -> str:
    with seen.page.expect_download() as download:
        seen.page.click(button)
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def test_what_is_shown_is_saved_as_a_table(shown: Any) -> None:
    shown.page.select_option("#limit-document", "charter.md")
    rows = list(csv.DictReader(io.StringIO(saved(shown, "#csv"))))
    assert {(row["source"], row["relation"], row["target"]) for row in rows} == {
        ("Direction", "ACCOUNTABLE_FOR", "Projet"),
        ("Agence", "PILOTS", "Projet"),
    }
    assert rows[0]["quote"].startswith("'= ")  # no formula
    assert rows[0]["phase"] in ("en service", "")


def test_what_is_shown_is_saved_as_pictures(shown: Any) -> None:
    drawing = ElementTree.fromstring(saved(shown, "#svg"))  # noqa: S314  (our own)
    space = "{http://www.w3.org/2000/svg}"
    assert {" ".join(text.itertext()) for text in drawing.iter(f"{space}text")} == {
        p[1] for p in SMALL
    }
    assert len(drawing.findall(f"{space}line")) == len(SAID)
    with shown.page.expect_download() as download:
        shown.page.click("#png")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert shown.complaints == []


def test_the_panel_is_copied_as_text(build: Any, visit: Any) -> None:
    seen = visit(
        page(build(SMALL, [(*SAID[0][:3], {**SAID[0][3], "quote": "*bold* [x](y)"})])),
        permissions=["clipboard-read", "clipboard-write"],
    )
    seen.choose("Projet")
    seen.page.click(".title .link")
    seen.page.wait_for_function("document.getElementById('status').textContent.includes('Copied')")
    text = seen.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("## Projet\n\nproject\n")
    assert r"- Direction **is accountable for** Projet: \*bold\* \[x\](y) (charter.md)" in text


def test_who_is_accountable_is_told_as_the_store_answers(
    build: Any, visit: Any, tmp_path: Path
) -> None:
    from stakeholder_graph.graph import Document, Kind, Mention, Statement, StoredStatement

    ends = Mention("Direction", Kind.ORGANIZATION), Mention("Projet", Kind.PROJECT)
    said = Statement(ends[0], "SPONSORS", ends[1], "La Direction porte le projet.", "a.md")
    with MemoryStore() as store:
        store.write(
            Document("a.md"),
            {"d": [ends[0]], "p": [ends[1]]},
            [StoredStatement("d", "p", said)],
        )
        seen = visit(page(store))
    seen.choose("Projet")
    duty = seen.page.locator("#panel .duties >> nth=0")
    assert duty.locator("li").count() == 1
    assert duty.locator(".link >> nth=0").inner_text() == "Direction"
    duty.locator("summary").click()
    assert duty.locator("p").inner_text() == "follows from: Direction sponsors Projet"
    rule = duty.locator("summary").get_attribute("title")
    assert "who sponsors or commissions it answers for it" in rule
    seen.choose("Direction")
    assert seen.page.locator("#panel .duties").count() == 0


def test_what_is_not_shown_at_first_is_opened(build: Any, visit: Any) -> None:
    seen = visit(page(build(SMALL, SAID), limit=2))
    assert seen.text("#summary") == "2 of 5 stakeholders shown · 4 statements"
    seen.choose("Projet")
    seen.page.click("text=Show 2 more linked with it")
    assert names(seen) == {"Projet", "Comité", "Direction", "Agence"}
    seen.page.click("text=Hide what was opened")
    assert names(seen) == {"Projet", "Comité"}


def test_search_shows_what_was_left_out(build: Any, visit: Any) -> None:
    seen = visit(page(build(SMALL, SAID), limit=2))
    seen.choose("mairie")
    assert seen.text("#panel h3") == "Mairie"
    assert names(seen) == {"Mairie", "Comité", "Projet"}


def test_keys_step_along_the_links_and_back(shown: Any) -> None:
    shown.choose("Projet")
    shown.page.focus("#canvas")
    status = shown.page.locator("#status")
    told = set()
    for number in (1, 2, 3):
        shown.page.keyboard.press("ArrowRight")
        expect(status).to_contain_text(f"{number} of 3: ")
        told.add(status.inner_text().partition(": ")[2])
        assert shown.page.locator("#panel .statement.pointed").count() == 1
    assert told == {
        "Direction is accountable for Projet",
        "Agence leads Projet",
        "Comité governs Projet",
    }
    shown.page.keyboard.press("ArrowRight")  # round
    shown.page.keyboard.press("ArrowLeft")
    last = status.inner_text().partition(": ")[2].split(" ")[0]
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h3")).to_have_text(last)
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h3")).to_have_text("Projet")
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h3")).to_have_count(0)
    assert shown.complaints == []


def test_all_is_reached_without_a_mouse(shown: Any) -> None:
    shown.page.keyboard.press("/")
    assert shown.page.evaluate("document.activeElement.id") == "query"
    shown.page.keyboard.type("?")
    assert not shown.page.locator("#key-list").is_visible()  # it was typed
    shown.page.focus("#canvas")
    shown.page.keyboard.press("Enter")
    expect(shown.page.locator("#panel h3")).to_have_text("Projet")  # the first by links
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("?")
    expect(shown.page.locator("#key-list")).to_be_visible()
    assert "Go back to what was chosen before" in shown.text("#key-list")
    shown.page.keyboard.press("Escape")  # leaves the list only
    expect(shown.page.locator("#key-list")).to_be_hidden()
    expect(shown.page.locator("#panel h3")).to_have_text("Projet")
    shown.page.click("#languages [lang=fr]")
    shown.page.click("#help")
    assert "Revenir" in shown.text("#key-list")
    shown.page.click("#key-list button")
    expect(shown.page.locator("#key-list")).to_be_hidden()
    assert shown.complaints == []


def test_whoever_presses_a_link_of_the_panel_stays_in_the_panel(shown: Any) -> None:
    shown.choose("Projet")
    shown.page.locator("#panel .statement .link:not(.verb)").first.focus()
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "panel"
    shown.page.keyboard.press("Escape")
    expect(shown.page.locator("#panel h3")).to_have_text("Projet")
