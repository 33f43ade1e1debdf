"""The picture of the README: the page of the samples, as a browser shows it.

`make picture` takes it anew: after the samples, what is read in them, or the page have changed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from playwright.sync_api import sync_playwright

import stakeholder_graph as sg

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "network.png"
_SIZE = {"width": 1280, "height": 720}
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium() -> str | None:
    """Return the path of a Chromium: the one CHROMIUM names, or the system's."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")


def take(picture: Path) -> None:
    """Draw the samples, choose their project, and store what is seen."""
    with tempfile.TemporaryDirectory() as folder, sg.open_store(":memory:") as store:
        with chdir(ROOT):
            sg.load(["samples"], store)
        page = Path(folder) / "page.html"
        _shoot(sg.write_page(store, page, title="Who is in charge?"), picture)


def _shoot(page: Path, picture: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        tab = browser.new_page(viewport=_SIZE)
        tab.goto(page.as_uri())
        tab.fill("#query", "InSERRE")
        tab.press("#query", "Enter")
        tab.evaluate("document.activeElement.blur()")
        tab.wait_for_timeout(1000)
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(PICTURE)
