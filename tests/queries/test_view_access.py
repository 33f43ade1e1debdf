"""The page by the rules of axe-core (WCAG 2.2 AA), and printed."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.queries.view import page


@pytest.fixture(scope="module")
def network(project: Any) -> str:
    return page(project, title="Nouvel Élan")


@pytest.fixture
def read(browser: Browser, network: str) -> Any:
    """Open the page where axe may run: a policy of the page allows no other script."""
    opened = []

    def open_(**settings: Any) -> Page:
        context = browser.new_context(bypass_csp=True, **settings)
        opened.append(context)
        shown = context.new_page()
        shown.set_content(network)
        shown.wait_for_selector("html[data-ready]")
        return shown

    yield open_
    for context in opened:
        context.close()


def violations(shown: Page) -> list[str]:
    found = Axe().run(shown).response["violations"]
    return [f"{rule['id']}: {node['html'][:90]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_is_open_axe_finds_nothing(read: Any, scheme: str, language: str) -> None:
    shown = read(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    shown.click(f"#languages [lang={language}]")
    assert violations(shown) == []
    shown.fill("#query", "dap")
    expect(shown.locator("#query-list li").first).to_be_visible()
    assert violations(shown) == []
    shown.press("#query", "Enter")
    shown.click("#panel .verb >> nth=0")
    assert violations(shown) == []
    shown.keyboard.press("Escape")
    shown.focus("#canvas")
    shown.keyboard.press("ArrowRight")
    assert violations(shown) == []
    shown.click("#table")
    assert violations(shown) == []
    shown.click("#help")
    assert violations(shown) == []


@pytest.mark.parametrize("size", [(360, 740), (1024, 700)])
def test_it_fits_a_small_screen(read: Any, size: tuple[int, int]) -> None:
    shown = read(viewport={"width": size[0], "height": size[1]})
    wide = shown.evaluate("document.documentElement.scrollWidth")
    assert wide <= size[0]
    assert violations(shown) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_white_what_is_read_and_no_button(read: Any, scheme: str) -> None:
    shown = read(color_scheme=scheme)
    shown.fill("#query", "dap")
    shown.press("#query", "Enter")
    shown.emulate_media(media="print")
    for hidden in ("#search", "#help", "#png", ".steps", ".close", "#panel .way"):
        assert not shown.locator(hidden).first.is_visible(), hidden
    for kept in ("h1", "#canvas", "#legend .word", "#panel blockquote", "#panel .cite"):
        assert shown.locator(kept).first.is_visible(), kept
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert violations(shown) == []
    assert shown.pdf().startswith(b"%PDF")
