"""What is typed is data: fragments of other languages neither run nor break a command.

Every command and each of its parameters is tried: a new one is found by itself, and fails here if
it needs a value that this does not know.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import click
import pytest
from fragments import FRAGMENTS

from stakeholder_graph.cli import program
from stakeholder_graph.cli.command import SHARED
from stakeholder_graph.cli.exits import Exit
from stakeholder_graph.cli.program import ENTRIES
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

from .conftest import Run

SOUND = {
    **dict.fromkeys(("name", "names", "b"), "Halle Verte"),
    **{"a": "maire", "body": "COHA", "question": "Qui pilote la Halle Verte ?"},
    **{
        "path": "charter.md",
        "paths": "charter.md",
        "document": "halle.md",
        "output": "page.html",
        "shell": "bash",
    },
    **{"what": "ranks", "action": "undo", "arguments": "nothing"},
}
"""A sound value for each parameter that a command needs, by name."""


ENDING = {"explore": {"name": "Nobody"}}
"""What makes a command end that would serve: its page is tried in a browser."""

TRIED = [FRAGMENTS[number] for number in (0, 6, 8, 15)]
"""Of Cypher, HTML, a shell and a terminal: the helpers behind the commands are tried with all."""


def loaded(name: str) -> click.Command:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    return command


def texts(name: str) -> list[str]:
    """Return the parameters of a command that take a text, but for the settings all share."""
    own = (each for each in loaded(name).params if each not in SHARED.values())
    return [str(each.name) for each in own if not getattr(each, "is_flag", False)]


def line(name: str, given: dict[str, str], sound: dict[str, str]) -> list[str]:
    """Return a command line with these parameters, and sound ones where it needs more."""
    command = loaded(name)
    needed = {str(p.name) for p in command.params if p.required} - set(given)
    assert needed <= set(sound), f"say what is sound for {needed - set(sound)} of {name}"
    values = {**{key: sound[key] for key in needed}, **given}
    options, others = [], []
    for parameter in (each for each in command.params if each.name in values):
        value = values[str(parameter.name)]
        if isinstance(parameter, click.Option):
            options += [parameter.opts[-1], value]
        else:
            others.append(value)
    return [name, *options, "--", *others]


def facts(store: Path) -> list[str]:
    with open_store(str(store), read_only=True) as opened:
        return [frame.to_csv() for frame in opened.frames()]


def is_plain(text: str) -> bool:
    """Tell whether a terminal or a pipe would take nothing in a text for an order."""
    return not any((ord(c) < 32 and c not in "\n\t") or c == "\x7f" for c in text)


@pytest.mark.parametrize("name", ENTRIES)
def test_no_parameter_of_a_command_runs_or_breaks_anything(
    run: Run, store: Path, name: str
) -> None:
    Path("charter.md").write_text("Nothing is said here.\n", "utf-8")
    before = facts(store)
    for parameter in texts(name):
        for fragment in TRIED:
            # What is raised on purpose is a line: `run` raises anything else.
            given = {**ENDING.get(name, {}), parameter: fragment}
            result = run(*line(name, given, SOUND))
            assert result.exit_code in set(Exit), (parameter, fragment)
            assert is_plain(result.stdout + result.stderr), (parameter, fragment)
            assert not result.exit_code or result.stderr or result.stdout
    assert facts(store) == before
    assert not Path("owned").exists()


@pytest.mark.parametrize("setting", ["store", "format", "vocabulary"])
def test_no_setting_runs_or_breaks_anything(run: Run, store: Path, setting: str) -> None:
    before = facts(store)
    for fragment in FRAGMENTS:
        result = run("relations", f"--{setting}", fragment)
        assert result.exit_code in (Exit.USAGE, Exit.INPUT, Exit.STORE), fragment
        assert is_plain(result.stderr)
    assert facts(store) == before


@pytest.fixture
def odd(here: Path) -> Path:
    """Put a store whose names, quotes, places and documents are fragments in its place."""
    path = here / "stakeholders.lbug"
    names = [f"{fragment} {number}" for number, fragment in enumerate(FRAGMENTS)]
    with open_store(str(path)) as store:
        for name in names:
            stored = list(_told(name, names))
            store.write(Document(f"{name}.md", name, name, "en", name, name, "2026"), {}, stored)
    return path


def _told(document: str, names: list[str]) -> Iterator[StoredStatement]:
    """Yield how each name chairs, takes part in and answers for the next one."""
    for number, (a, b) in enumerate(zip(names, names[1:] + names[:1], strict=True)):
        for relation in ("ACCOUNTABLE_FOR", "CHAIRS", "PARTICIPATES_IN", "PART_OF"):
            source, target = Mention(a, Kind.BODY), Mention(b, Kind.BODY)
            limits = Qualifiers(phase=document, condition=a)
            place = Place(number, number + len(a), document)
            said = Statement(source, relation, target, a, f"{document}.md", place, limits, 1.0, a)
            yield StoredStatement(slug(a), slug(b), said)


def asking() -> list[str]:
    """Return the commands that answer from a store in every format."""
    wanted = {SHARED["store"], SHARED["format"]}
    return [name for name in ENTRIES if wanted <= set(loaded(name).params) and name != "load"]


SUBJECT = {"table": 15, "json": 15, "jsonl": 15, "csv": 14, "md": 6}
"""Which name is asked for: of control characters, a formula, HTML. Lists show them all."""


@pytest.mark.parametrize("form", SUBJECT)
@pytest.mark.parametrize("name", asking())
@pytest.mark.usefixtures("odd")
def test_names_that_are_fragments_are_shown_as_text(run: Run, name: str, form: str) -> None:
    subject = f"{FRAGMENTS[SUBJECT[form]]} {SUBJECT[form]}"
    result = run("--format", form, *line(name, {}, dict.fromkeys(SOUND, subject)))
    assert result.exit_code in set(Exit)
    assert is_plain(result.stdout + result.stderr)
    if form == "json" and result.stdout:
        json.loads(result.stdout)
    if form == "md":
        assert not re.search(r"(?<!\\)<(/script|script|img)", result.stdout)
    if form == "csv":
        rows = csv.reader(StringIO(result.stdout))
        assert not any(cell.startswith("=") for row in rows for cell in row)
