"""With --roles-only nobody's name is shown, not in a quote either."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

TEXT = """# Harbour Trust

Ann Roy chairs the Harbour Panel. The Harbour Trust funds the Quay Scheme with Ann Roy.

The mayor of Leeds advises the Harbour Panel, as Roy asked.
"""


@pytest.fixture
def loaded(run: Run, here: Path) -> None:
    Path("a.md").write_text(TEXT, "utf-8")
    run("load", "a.md")


def names(text: str) -> list[str]:
    return [name for name in ("Ann", "Roy", "ann-roy") if name in text]


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_a_list(run: Run, loaded: None, form: str) -> None:
    assert (
        names(run("relations", "--format", form).stdout)
        == ["Ann", "Roy", "ann-roy"][: (3 if form in ("csv", "json") else 2)]
    )
    shown = run("relations", "--format", form, "--roles-only").stdout
    assert names(shown) == []
    assert "mayor of Leeds" in shown


def test_a_page(run: Run, loaded: None) -> None:
    run("view", "-o", "all.html")
    run("view", "-o", "posts.html", "--roles-only")
    assert names(Path("all.html").read_text("utf-8"))
    page = Path("posts.html").read_text("utf-8")
    assert ("Ann Roy" in page, "ann-roy" in page, "as Roy" in page) == (False, False, False)
    assert "mayor of Leeds" in page


@pytest.mark.parametrize("form", ["graphml", "gexf", "cypher", "jsonld"])
def test_an_export(run: Run, loaded: None, form: str) -> None:
    run("export", "-o", f"a.{form}", "--roles-only")
    assert names(Path(f"a.{form}").read_text("utf-8")) == []
    assert "Ann Roy" in run("relations").stdout  # the store itself is left as it is
