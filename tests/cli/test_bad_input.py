"""Bad input: one clear line, the right exit code, and nothing lost."""

from __future__ import annotations

import json
import socket
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Run

if TYPE_CHECKING:
    from ..neo4j_server.server import Server

SOUND = "The harbour board oversees the ferry service. The ferry service is run by Ferries Ltd.\n"


@pytest.fixture
def sound(here: Path) -> Path:
    path = here / "sound.md"
    path.write_text(SOUND, "utf-8")
    return path


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_a_missing_path(run: Run, here: Path) -> None:
    result = run("load", "missing.md")
    assert result.exit_code == 3
    (line,) = lines(result.stderr)
    assert "missing.md" in line
    assert "no such file" in line
    assert list(here.iterdir()) == []  # not even an empty store


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.md", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", ""),
        ("program.txt", bytes(range(256)) * 20, ""),
    ],
)
def test_a_file_that_holds_no_text(
    run: Run, sound: Path, name: str, data: bytes, what: str
) -> None:
    Path(name).write_bytes(data)
    alone = run("load", name)
    assert alone.exit_code == 3
    (line,) = lines(alone.stderr)
    assert name in line
    assert what in line
    together = run("load", name, "sound.md", "--format", "json")
    assert together.exit_code == 5
    report = json.loads(together.stdout)
    assert report["loaded"] == ["sound.md"]
    assert [each["path"] for each in report["failures"]] == [name]
    assert name in together.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(run: Run, encoding: str) -> None:
    text = "Le préfet préside le comité régional de l'eau. La métropole finance l'aménagement."
    Path("ancien.txt").write_bytes(text.encode(encoding))
    result = run("extract", "ancien.txt")
    assert result.exit_code == 0, result.stderr
    quotes = [json.loads(line)["quote"] for line in lines(result.stdout)]
    assert quotes
    assert all(quote in text for quote in quotes)


def test_utf_8_with_a_broken_byte_is_read_or_refused_but_never_a_traceback(run: Run) -> None:
    Path("broken.md").write_bytes(SOUND.encode() + b"caf\xc3 \xff\xfe end.\n")
    result = run("extract", "broken.md")
    assert result.exit_code in (0, 3)
    assert result.stdout or "broken.md" in result.stderr


def test_a_folder_without_documents(run: Run) -> None:
    Path("folder").mkdir()
    result = run("load", "folder")
    assert result.exit_code == 3
    (line,) = lines(result.stderr)
    assert "folder: holds no document" in line


def test_a_store_that_is_no_store(run: Run, sound: Path) -> None:
    Path("notes.lbug").write_text("not a store", "utf-8")
    for arguments in (["load", "sound.md"], ["documents"], ["in-charge", "x"], ["metrics"]):
        result = run(*arguments, "--store", "notes.lbug")
        assert result.exit_code == 4
        (line,) = lines(result.stderr)
        assert "notes.lbug" in line
    assert Path("notes.lbug").read_text("utf-8") == "not a store"


@pytest.mark.parametrize(
    "arguments",
    [["documents"], ["in-charge", "x"], ["view", "-o", "x.html"], ["metrics"], ["forget", "x"]],
)
def test_a_store_that_is_not_there(run: Run, here: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 4
    assert "stakeholders load" in result.stderr
    assert list(here.iterdir()) == []


def test_a_server_that_does_not_answer(run: Run) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.monotonic()
    result = run("documents", "--store", f"bolt://127.0.0.1:{port}")
    assert time.monotonic() - start < 15
    assert result.exit_code == 4
    (line,) = lines(result.stderr)
    assert f"127.0.0.1:{port}" in line


def test_a_wrong_password(run: Run, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in neo4j_server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-right-one")
    result = run("documents", "--store", "neo4j://")
    assert result.exit_code == 4
    (line,) = lines(result.stderr)
    assert "not-the-right-one" not in line
    assert "NEO4J_PASSWORD" in line


def test_the_whole_way_on_a_server(
    run: Run, sound: Path, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.wipe()
    for name, value in neo4j_server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STAKEHOLDERS_STORE", "neo4j://")
    assert run("load", "sound.md").exit_code == 0
    assert "harbour board" in run("in-charge", "ferry service").stdout
    assert run("forget", "sound.md").exit_code == 0
    assert json.loads(run("documents", "--format", "json").stdout) == []
    neo4j_server.wipe()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "arguments",
    [
        ["relations", "--type", "likes"],
        ["metrics", "--relation", "likes"],
        ["view", "-o", "x.html", "--relation", "likes"],
        ["path", "maire", "COHA", "--type", "likes"],
    ],
)
def test_an_unknown_relation(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 3
    (line,) = lines(result.stderr)
    assert "unknown relation 'likes'" in line
    assert "PILOTS" in line


@pytest.mark.usefixtures("store")
def test_a_date_that_is_none(run: Run) -> None:
    result = run("who-is-accountable", "Halle Verte", "--at", "2026-02-30")
    assert result.exit_code == 3
    assert "YYYY" in result.stderr


HOSTILE = [
    "x'}) DETACH DELETE n //",
    "`; rm -rf / #",
    "$(touch owned)",
    "</script><script>alert(1)</script>",
    "\x1b]0;owned\x07",
    "a" * 5000,
    "()[]{}*+?|\\",
    "%s %n {0} {name}",
    "\u202egnp.exe",
]
ASKING: list[list[str]] = [
    ["in-charge"],
    ["members"],
    ["show"],
    ["who-is-accountable"],
    ["accountable-for"],
    ["path", "maire"],
    ["raci"],
    ["raci", "--quotes", "--phase", "$(touch owned)"],
    ["what-if", "--without"],
    ["forget"],
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_only_a_name(run: Run, store: Path, name: str) -> None:
    before = store.read_bytes()
    for command in ASKING:
        result = run(*command, name)
        assert result.exit_code == 3, command
        (line,) = lines(result.stderr)
        assert "\x1b" not in line
    assert run("relations", "--from", name).exit_code == 3
    assert run("who-is-accountable", "Halle Verte", "--phase", name).exit_code == 0
    assert store.read_bytes() == before
