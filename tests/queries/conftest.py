"""What the tests of influence and of the view share: frames built by hand, and a browser."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

Frames = tuple[pd.DataFrame, pd.DataFrame]
Build = Callable[..., Frames]

_BLANK: dict[str, Any] = {
    "quote": "",
    "document": "charter.md",
    "start": -1,
    "end": -1,
    "locator": "",
    "phase": "",
    "since": "",
    "until": "",
    "frequency": "",
    "condition": "",
    "confidence": 1.0,
    "asserted_by": "test",
    "review": "proposed",
}


def build_frames(
    people: Sequence[tuple[Any, ...]], statements: Sequence[tuple[Any, ...]]
) -> Frames:
    """Return the two frames of a store from (id, name, kind, aliases…) and (a, R, b, {…})."""
    nodes = pd.DataFrame(
        {
            "name": [p[1] for p in people],
            "kind": [p[2] for p in people],
            "aliases": [list(p[3:]) for p in people],
        },
        index=pd.Index([p[0] for p in people], name="id", dtype="str"),
    )
    names = dict(zip(nodes.index, nodes["name"], strict=True))
    rows = []
    for number, (source, relation, target, *more) in enumerate(statements):
        facts = {**_BLANK, "jointly_with": [], **(more[0] if more else {})}
        key = hashlib.sha256(f"{number} {source} {relation} {target}".encode()).hexdigest()[:20]
        rows.append(
            {
                "id": key,
                "source": source,
                "relation": relation,
                "target": target,
                "source_name": names.get(source, ""),
                "target_name": names.get(target, ""),
                **facts,
            }
        )
    columns = ["id", "source", "relation", "target", "source_name", "target_name"]
    edges = pd.DataFrame(rows, columns=[*columns, *_BLANK, "jointly_with"])
    return nodes.sort_index(), edges.set_index("id").sort_index()


@pytest.fixture(scope="session")
def build() -> Build:
    """Build the frames of a store by hand."""
    return build_frames


PEOPLE = [
    ("ministere", "ministère de la Justice", "organization", "Justice"),
    ("dap", "direction de l'administration pénitentiaire", "organization", "DAP"),
    ("disp", "direction interrégionale des services pénitentiaires du Nord", "organization"),
    ("agence-travail", "Agence nationale du travail en détention", "organization", "ANTD"),
    ("agence-immo", "Agence publique pour l'immobilier judiciaire", "organization", "APIMJ"),
    ("spip", "service pénitentiaire d'insertion et de probation", "organization", "SPIP"),
    ("prefet", "préfet du département", "role"),
    ("prefecture", "préfecture du département", "organization"),
    ("mairie", "mairie de Vertamont", "organization"),
    ("agglo", "communauté d'agglomération du Val d'Authion", "organization"),
    ("departement", "conseil départemental", "organization"),
    ("region", "conseil régional", "organization"),
    ("maison-emploi", "maison de l'emploi et des métiers du Val d'Authion", "organization"),
    ("clubs", "représentants et clubs d'entreprises", "organization"),
    ("associations", "partenaires associatifs", "organization"),
    ("copil", "comité de pilotage local", "body", "COPIL"),
    ("groupes", "groupes de travail thématiques", "body"),
    ("conseil-sci", "conseil scientifique", "body"),
    ("projet", "Nouvel Élan", "project", "établissement Nouvel Élan"),
    ("directrice", "Claire Estienne-Dubarry", "person"),
    ("chef", "Ismaël Kerdraon", "person"),
    ("architectes", "groupement d'architectes Lignes Claires", "organization"),
    ("cour", "Cour des comptes", "organization"),
    ("territoire", "Vertamont", "place"),
]
_PARTNERS = ["prefecture", "mairie", "agglo", "departement", "region", "maison-emploi", "clubs"]
_MEMBERS = [
    "Les partenaires locaux siègent au comité de pilotage, qui se réunit chaque semestre.",
    "Ils prennent part aux groupes de travail selon les thèmes abordés.",
]


def _said(quote: str, place: int, document: str = "projet.md", **more: Any) -> dict[str, Any]:
    start = place * 97
    return {
        "quote": quote,
        "document": document,
        "start": start,
        "end": start + len(quote),
        "locator": f"ligne {place}",
        **more,
    }


def _statements() -> Iterator[tuple[Any, ...]]:
    yield "ministere", "SPONSORS", "projet", _said("Le ministère porte Nouvel Élan.", 3)
    yield "agence-travail", "PILOTS", "projet", _said("L'ANTD en assure la chefferie.", 5)
    yield "chef", "PILOTS", "projet", _said("Ismaël Kerdraon, chef de projet.", 6, "note.md")
    yield "agence-immo", "COMMISSIONS", "projet", _said("L'agence est maître d'ouvrage.", 7)
    yield "agence-immo", "APPOINTS", "architectes", _said("Elle choisit les architectes.", 8)
    yield "architectes", "IMPLEMENTS", "projet", _said("Le groupement conçoit le site.", 8)
    yield "dap", "OVERSEES", "projet", _said("La DAP suit les phases du projet.", 9)
    yield "dap", "OVERSEES", "projet", _said("La DAP contrôle l'avancement.", 4, "note.md")
    yield "dap", "ADVISES", "projet", _said("Elle apporte son expertise métier.", 9)
    accountable = {"phase": "une fois livré", "confidence": 0.9}
    quote = "Une fois livré, Nouvel Élan est sous la responsabilité de la DAP."
    yield "dap", "ACCOUNTABLE_FOR", "projet", _said(quote, 20, **accountable)
    yield "dap", "PART_OF", "ministere", _said("La DAP, direction du ministère.", 2)
    yield "disp", "PART_OF", "dap", _said("La DISP relève de la DAP.", 2)
    yield "spip", "PART_OF", "dap", _said("Le SPIP, service de la DAP.", 2)
    joint = "La DISP copréside le comité de pilotage avec le préfet."
    yield "disp", "CO_CHAIRS", "copil", _said(joint, 10, jointly_with=["préfet"])
    yield "prefet", "CO_CHAIRS", "copil", _said(joint, 10, jointly_with=["DISP"])
    yield "prefet", "REPORTS_TO", "ministere", _said("Le préfet rend compte au ministère.", 11)
    yield "prefet", "PART_OF", "prefecture", _said("Le préfet et sa préfecture.", 11)
    yield "copil", "GOVERNS", "projet", _said("Le COPIL pilote Nouvel Élan.", 12)
    yield "groupes", "PART_OF", "copil", _said("Les groupes relèvent du COPIL.", 13)
    yield "conseil-sci", "ADVISES", "projet", _said("Le conseil scientifique est consulté.", 14)
    yield "directrice", "CHAIRS", "conseil-sci", _said("Mme Estienne-Dubarry préside.", 14)
    yield "directrice", "PARTICIPATES_IN", "copil", _said("Elle siège au COPIL.", 14)
    yield "spip", "PARTICIPATES_IN", "projet", _said("Le SPIP contribue à la réflexion.", 15)
    yield "territoire", "HOSTS", "projet", _said("Vertamont accueille l'établissement.", 16)
    yield "region", "FUNDS", "projet", _said("La Région finance la formation.", 17, since="2025")
    yield "cour", "OVERSEES", "agence-immo", _said("La Cour contrôle l'agence.", 18)
    for partner in [*_PARTNERS, "associations"]:
        yield partner, "PARTICIPATES_IN", "copil", _said(_MEMBERS[0], 19)
        yield partner, "PARTICIPATES_IN", "groupes", _said(_MEMBERS[1], 19)


@pytest.fixture(scope="session")
def project() -> Frames:
    """A prison project as a page of its sponsor would tell it: 24 stakeholders."""
    return build_frames(PEOPLE, list(_statements()))


def synthetic(size: int, links: int, seed: int = 7) -> Frames:
    """Return `size` stakeholders linked at random, the first ones most."""
    draw = random.Random(seed)  # noqa: S311  (nothing secret)
    kinds = ["organization", "organization", "role", "body", "person", "project"]
    relations = ["PARTICIPATES_IN", "PARTICIPATES_IN", "OVERSEES", "PILOTS", "PART_OF", "FUNDS"]
    people = [
        (f"s{i:04}", f"{kinds[i % 6]} numéro {i} de la filière {i % 9}", kinds[i % 6])
        for i in range(size)
    ]
    statements: list[tuple[Any, ...]] = []
    for i in range(links):
        source = i % size
        group = range(source % 9, size, 9)
        pool = group if draw.random() < 0.9 else range(size)
        target = pool[min(int(draw.expovariate(9 / len(pool)) * 1.8), len(pool) - 1)]
        quote = f"La pièce {i} le dit."
        statements.append(
            (f"s{source:04}", relations[draw.randrange(6)], f"s{target:04}", {"quote": quote})
        )
    return build_frames(people, statements)


@pytest.fixture(scope="session")
def crowd() -> Callable[[int, int], Frames]:
    """Build many stakeholders: the number of them and of statements."""
    return synthetic


_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium: the system's, or the one CHROMIUM names; in CI it must be there."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if chromium is None:
        if "CI" in os.environ:
            pytest.fail("no Chromium: install it or set CHROMIUM")
        pytest.skip("no Chromium: install it or set CHROMIUM")
    # Of one module only: Playwright holds an event loop while it runs.
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield chrome
        chrome.close()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as a style has them (WCAG 2.2, 1.4.3)."""

    def luminance(colour: str) -> float:
        parts = [int(p) / 255 for p in colour[4:-1].split(",")]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@dataclass(slots=True)
class Visit:
    """A page opened in a browser, and what it did."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def choose(self, name: str) -> None:
        self.page.fill("#query", name)
        self.page.press("#query", "Enter")

    def low_contrast(self, *selectors: str) -> list[str]:
        """Return those of whose first element the text stands out less than WCAG AA asks."""
        pairs = self.page.evaluate(
            """names => names.map(name => {
              const element = document.querySelector(`main ${name}, header ${name}`);
              if (!element) return [name, null, null];
              let under = element;
              const paper = (e) => getComputedStyle(e).backgroundColor;
              while (paper(under) === 'rgba(0, 0, 0, 0)') under = under.parentElement;
              return [name, getComputedStyle(element).color, paper(under)];
            })""",
            selectors,
        )
        return [name for name, ink, paper in pairs if ink is None or contrast(ink, paper) < 4.5]

    def click_middle(self) -> None:
        """Click where a lone stakeholder, or a lone link, is drawn."""
        stage = self.page.locator("#canvas").bounding_box()
        assert stage is not None
        self.page.mouse.click(
            stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2 - 12
        )


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Open HTML from a file, as a reader would."""
    contexts: list[BrowserContext] = []

    def open_(html: str, **settings: Any) -> Visit:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        seen = Visit(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (seen.complaints.append("dialog"), dialog.dismiss()))
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        page.goto(path.as_uri())
        return seen

    yield open_
    for context in contexts:
        context.close()
