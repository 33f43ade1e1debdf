"""Settings: which source wins, what `config show` tells, and what is never told."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from stakeholder_graph.cli.session import Session
from stakeholder_graph.cli.settings import user_file
from stakeholder_graph.loaders import Limits

from .conftest import Run

SOURCES = ("flag", "environment", "project", "user")


def shown(run: Run, *arguments: str) -> dict[str, tuple[str, str]]:
    result = run("config", "show", *arguments)
    assert result.exit_code == 0, result.stderr
    rows = json.loads(run("config", "show", "--format", "json", *arguments).stdout)
    return {row["setting"]: (row["value"], row["origin"]) for row in rows}


@pytest.mark.parametrize("given", [each for n in range(5) for each in combinations(SOURCES, n)])
def test_the_nearest_source_wins(
    run: Run, given: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = []
    if "flag" in given:
        arguments = ["--store", "flag.lbug"]
    if "environment" in given:
        monkeypatch.setenv("STAKEHOLDERS_STORE", "environment.lbug")
    if "project" in given:
        Path("stakeholders.toml").write_text('store = "project.lbug"', "utf-8")
    if "user" in given:
        user_file().parent.mkdir(parents=True)
        user_file().write_text('store = "user.lbug"', "utf-8")
    origins = {
        "flag": "--store",
        "environment": "STAKEHOLDERS_STORE",
        "project": "stakeholders.toml",
        "user": str(user_file()),
    }
    expected = next(
        ((f"{source}.lbug", origins[source]) for source in SOURCES if source in given),
        ("stakeholders.lbug", "default"),
    )
    assert shown(run, *arguments)["store"] == expected


def test_a_flag_may_stand_before_the_command(run: Run, store: Path) -> None:
    store.rename("other.lbug")
    assert run("--store", "other.lbug", "in-charge", "COHA").exit_code == 0
    assert run("in-charge", "COHA", "--store", "other.lbug").exit_code == 0
    assert run("--store", "none.lbug", "in-charge", "COHA", "--store", "other.lbug").exit_code == 0


def test_the_format_is_a_setting_too(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAKEHOLDERS_FORMAT", "json")
    assert json.loads(run("documents").stdout)
    monkeypatch.setenv("STAKEHOLDERS_FORMAT", "yaml")
    refused = run("documents")
    assert refused.exit_code == 3
    assert "STAKEHOLDERS_FORMAT" in refused.stderr


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("store = ", "is not TOML"),
        ("colour = true", "unknown setting 'colour'"),
        ('password = "x"', "unknown setting 'password'"),
        ("store = 3", "store is not text"),
        (b"store = '\xff'", "UTF-8"),
    ],
)
def test_a_wrong_project_file_is_named(run: Run, text: str | bytes, what: str) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    Path("stakeholders.toml").write_bytes(data)
    refused = run("documents")
    assert refused.exit_code == 3
    assert what in refused.stderr
    assert "stakeholders.toml" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_a_project_file_names_no_server(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "s3cret")
    Path("stakeholders.toml").write_text('store = "neo4j+s://elsewhere.example"', "utf-8")
    refused = run("documents")
    assert refused.exit_code == 3
    assert "NEO4J_URI" in refused.stderr


def test_a_password_is_never_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "s3cret")
    monkeypatch.setenv("NEO4J_URI", "bolt://me:s3cret@localhost:1")
    for arguments in (
        ["config", "show"],
        ["config", "show", "--store", "neo4j://me:s3cret@localhost:1"],
        ["config", "show", "--format", "json"],
        ["documents", "--store", "neo4j://", "-v"],
        ["documents", "--store", "bolt://me:s3cret@localhost:1"],
    ):
        assert "s3cret" not in run(*arguments).output
    assert shown(run)["NEO4J_PASSWORD"] == ("set, not shown", "environment")


def test_the_limits_of_a_file_are_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("notes.txt").write_text("The board leads the works. " * 60, "utf-8")
    assert run("extract", "notes.txt").exit_code == 0
    Path("stakeholders.toml").write_text('limit_size = "1 kB"', "utf-8")
    result = run("extract", "notes.txt")
    assert result.exit_code == 3
    assert "notes.txt: has 1,620 bytes, more than the 1,000 allowed" in result.stderr
    monkeypatch.setenv("STAKEHOLDERS_LIMIT_SIZE", "much")
    result = run("extract", "notes.txt")
    assert result.exit_code == 3
    assert "STAKEHOLDERS_LIMIT_SIZE: 'much' is no limit" in result.stderr


def test_the_limits_shown_are_those_in_force() -> None:
    assert Session().limits == Limits()
