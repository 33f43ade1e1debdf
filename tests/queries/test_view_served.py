"""The page of a large graph in a real browser: it fetches what its reader opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from exploring import EVIL, fill_region, served
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.graph import open_store


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "region.lbug"
    with open_store(str(path)) as store:
        fill_region(store)
    return path


@pytest.fixture(scope="module")
def address(region: Path) -> Iterator[str]:
    with served(region, "Pont Vert") as found:
        yield found


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Give what the page complains of: nothing."""
    said: list[str] = []
    yield said
    assert said == []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[Callable[[str], Page]]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))

        def opened(address: str) -> Page:
            page.goto("about:blank")
            page.goto(address)
            page.wait_for_selector("html[data-ready]")
            return page

        yield opened


@pytest.fixture
def page(open_page: Callable[[str], Page], address: str) -> Page:
    return open_page(address)


def shows(page: Page, count: int) -> None:
    """Wait until so many stakeholders are shown."""
    expect(page.locator("#summary")).to_contain_text(f"{count} of 126 stakeholders shown")


def go(page: Page, text: str, name: str) -> None:
    """Choose a suggestion for some letters."""
    page.fill("#query", text)
    page.locator("#query-list li", has_text=name).click()
    expect(page.locator("#panel h3")).to_have_text(name)


def test_it_opens_on_the_neighbourhood_of_one(page: Page) -> None:
    shows(page, 4)
    assert page.locator("#panel h3").inner_text() == "Pont Vert"
    expect(page.locator("#panel")).to_contain_text("Office derived")
    because = page.locator("#panel .raci .because", has_text="chairs")
    expect(because).to_contain_text("Préfète chairs Conseil régional d'Île-Bleue")


def test_it_expands_page_by_page(page: Page) -> None:
    go(page, "office", "Office")
    for count in (54, 104, 124):
        page.locator(".action").first.click()
        shows(page, count)
    expect(page.locator(".action", has_text="more")).to_have_count(0)
    page.click("#table")
    expect(page.locator("tbody tr")).to_have_count(182)  # every statement between those shown


def test_it_suggests_and_shows_one_that_it_did_not_hold(page: Page) -> None:
    go(page, "far m", "Far Mill")
    shows(page, 5)
    page.locator(".action").first.click()
    shows(page, 6)
    expect(page.locator("#panel")).to_contain_text("Far Mill FUNDS Branch 119.")


def test_a_name_that_is_written_out_is_found(page: Page) -> None:
    page.fill("#query", "  BRANCH 117 ")
    page.press("#query", "Enter")
    expect(page.locator("#panel h3")).to_have_text("Branch 117")
    page.fill("#query", "Mont Analogue")
    page.press("#query", "Enter")
    expect(page.locator("#status")).to_contain_text("No stakeholder of that name")


def test_the_shortest_way_leads_over_what_it_did_not_hold(page: Page) -> None:
    page.fill("#way", "far mi")
    page.locator("#way-list li").first.click()
    expect(page.locator("#panel h3")).to_have_text("From Pont Vert to Far Mill")
    expect(page.locator("#panel .statement")).to_have_count(3)


def test_the_address_restores_what_was_opened(page: Page, open_page: Callable[[str], Page]) -> None:
    go(page, "office", "Office")
    page.locator(".action").first.click()
    shows(page, 54)
    go(page, "far m", "Far Mill")
    shows(page, 55)
    again = open_page(page.url)
    shows(again, 55)
    assert again.locator("#panel h3").inner_text() == "Far Mill"


def test_markup_in_names_and_quotes_is_text(page: Page) -> None:
    go(page, "onerror", EVIL)
    expect(page.locator("#panel blockquote")).to_contain_text("<b>x</b>")
    assert page.locator("#panel img, #panel b, #query-list img").count() == 0


def test_another_page_cannot_read_it(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        stranger = context.new_page()
        stranger.goto("data:text/html,<p>elsewhere")
        asked: Any = stranger.evaluate(
            """async (address) => {
                const ask = (url, init) => fetch(url, init).then(() => "read", () => "refused");
                return [await ask(address), await ask(address + "api/search",
                    { method: "POST", body: '{"text": "office", "most": 1}' })];
            }""",
            address.partition("#")[0],
        )
        assert asked == ["refused", "refused"]


def test_a_server_that_is_gone_is_told(
    region: Path, open_page: Callable[[str], Page], complaints: list[str]
) -> None:
    with served(region, "Pont Vert") as found:
        page = open_page(found)
        expect(page.locator("#panel .raci")).to_be_visible()
    page.fill("#query", "far")
    page.press("#query", "Enter")
    expect(page.locator("#status")).to_contain_text("No answer from the server")
    assert all("ERR_CONNECTION_REFUSED" in said for said in complaints)
    complaints.clear()
