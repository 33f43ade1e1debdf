"""What the tests of the command share: a small store of our own, and two ways to run it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import program
from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Statement,
    StoredStatement,
    open_store,
    slug,
)

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[str]"]

_CLEAN = ("STAKEHOLDERS_", "NEO4J_URI", "NEO4J_USER", "NEO4J_PASS", "NEO4J_DATA", "XDG_CONFIG")
_SWITCHES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in an empty folder, with no setting from outside."""
    import os

    for name in list(os.environ):
        if name.startswith(_CLEAN) or name in _SWITCHES:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings-of-the-user"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run() -> Run:
    """Run a command line in this process."""

    def invoke(*arguments: str, **more: Any) -> Result:
        result = CliRunner().invoke(program, arguments, prog_name="stakeholders", **more)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def command_line(*arguments: str) -> list[str]:
    """Return what starts the program in a process of its own."""
    start = "from stakeholder_graph.cli import main; main()"
    return [sys.executable, "-c", start, *arguments]


def heed_interrupts() -> None:
    """Let a child heed Ctrl-C, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def spawn() -> Spawn:
    """Run a command line in a process of its own."""

    def start(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command_line(*arguments),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
            **more,
        )

    return start


MARKET = "halle.md"
LIBRARY = "library.md"
COUNTY = "county.md"
_PLACES = {
    "Halle Verte": ("project", "La Halle"),
    "commune de Brissac": ("organization",),
    "SEM Loire Rive": ("organization", "SEMLR"),
    "régie des marchés": ("organization",),
    "comité de la Halle": ("body", "COHA"),
    "maire": ("role",),
    "présidente de la chambre d'agriculture": ("role",),
    "association des maraîchers": ("organization",),
    "collectif des riverains": ("organization",),
    "Riverside Library": ("project",),
    "trust board": ("body",),
    "county council": ("organization",),
    "Garden Scheme": ("project",),
    "garden panel": ("body",),
    "Mary Holt": ("person",),
}
_CHAIRS = (
    "Le maire et la présidente de la chambre d'agriculture co-président le comité de la Halle."
)
_MEMBERS = "L'association des maraîchers et le collectif des riverains siègent au comité."
_OPEN = "Une fois livrée, la Halle Verte sera sous la responsabilité de la régie des marchés."
_BOTH = {"jointly_with": ("maire", "présidente de la chambre d'agriculture")}
_SAID: Sequence[tuple[str, int, str, str, str, str, dict[str, Any]]] = [
    (
        MARKET,
        3,
        "commune de Brissac",
        "SPONSORS",
        "Halle Verte",
        "Brissac porte la Halle Verte.",
        {},
    ),
    (MARKET, 5, "SEM Loire Rive", "PILOTS", "Halle Verte", "La SEM Loire Rive la pilote.", {}),
    (MARKET, 7, "comité de la Halle", "GOVERNS", "Halle Verte", "Le COHA en est l'instance.", {}),
    (MARKET, 9, "maire", "CO_CHAIRS", "comité de la Halle", _CHAIRS, _BOTH),
    (
        MARKET,
        9,
        "présidente de la chambre d'agriculture",
        "CO_CHAIRS",
        "comité de la Halle",
        _CHAIRS,
        _BOTH,
    ),
    (
        MARKET,
        11,
        "association des maraîchers",
        "PARTICIPATES_IN",
        "comité de la Halle",
        _MEMBERS,
        {},
    ),
    (MARKET, 11, "collectif des riverains", "PARTICIPATES_IN", "comité de la Halle", _MEMBERS, {}),
    (
        MARKET,
        13,
        "régie des marchés",
        "ACCOUNTABLE_FOR",
        "Halle Verte",
        _OPEN,
        {"phase": "Une fois livrée"},
    ),
    (
        LIBRARY,
        2,
        "trust board",
        "ACCOUNTABLE_FOR",
        "Riverside Library",
        "The trust board is accountable for Riverside Library.",
        {},
    ),
    (
        COUNTY,
        4,
        "county council",
        "ACCOUNTABLE_FOR",
        "Riverside Library",
        "Riverside Library is the responsibility of the county council.",
        {},
    ),
    (
        LIBRARY,
        6,
        "garden panel",
        "GOVERNS",
        "Garden Scheme",
        "The garden panel steers the Garden Scheme.",
        {},
    ),
    (LIBRARY, 7, "Mary Holt", "CHAIRS", "garden panel", "Mary Holt chairs the garden panel.", {}),
]


def _mention(name: str) -> Mention:
    kind, *aliases = _PLACES[name]
    return Mention(name, Kind(kind), tuple(aliases))


def _statements(document: str) -> list[StoredStatement]:
    return [
        StoredStatement(
            slug(source),
            slug(target),
            Statement(
                _mention(source),
                relation,
                _mention(target),
                quote,
                document,
                Place(line * 100, line * 100 + len(quote), f"line {line}"),
                Qualifiers(**qualifiers),
                0.8,
                "test",
            ),
        )
        for where, line, source, relation, target, quote, qualifiers in _SAID
        if where == document
    ]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store of three documents, once."""
    path = tmp_path_factory.mktemp("filled") / "stakeholders.lbug"
    with open_store(str(path)) as store:
        for name, language in ((MARKET, "fr"), (LIBRARY, "en"), (COUNTY, "en")):
            stored = _statements(name)
            mentions = {
                id_: [mention]
                for each in stored
                for id_, mention in (
                    (each.source, each.statement.source),
                    (each.target, each.statement.target),
                )
            }
            document = Document(name, f"About {name}", f"/{name}", language, name, "", "2026-01-01")
            store.write(document, mentions, stored)
    return path


@pytest.fixture
def store(filled: Path, here: Path) -> Path:
    """Put a store of three documents where the program looks for it."""
    return shutil.copy(filled, here / "stakeholders.lbug")
