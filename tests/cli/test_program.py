"""The frame: help, examples, start-up."""

from __future__ import annotations

import shlex
import subprocess
import sys

import click
import pytest

from stakeholder_graph import __version__
from stakeholder_graph.cli import program
from stakeholder_graph.cli.command import Command
from stakeholder_graph.cli.program import ENTRIES

from .conftest import Run, command_line

HEAVY = ("pandas", "numpy", "spacy", "networkx", "neo4j", "ladybug", "pyvis", "rich", "yaml")


def loaded(name: str) -> Command:
    command = program.get_command(click.Context(program), name)
    assert isinstance(command, Command)
    return command


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], []])
def test_help_lists_every_command(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    for name, entry in ENTRIES.items():
        assert f"  {name} " in result.stdout
        assert entry.summary in result.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"stakeholders {__version__}\n"


@pytest.mark.parametrize("name", ENTRIES)
def test_a_command_helps_with_examples(run: Run, name: str) -> None:
    result = run(name, "-h")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert "Options:" in result.stdout


@pytest.mark.parametrize("name", ENTRIES)
def test_the_summary_of_a_command_is_its_own(name: str) -> None:
    assert loaded(name).get_short_help_str(limit=200) == ENTRIES[name].summary


@pytest.mark.parametrize("name", ENTRIES)
def test_examples_are_sound(name: str) -> None:
    for example in loaded(name).examples:
        words = shlex.split(example.removeprefix('eval "$(').removesuffix(')"'))
        if ">" in words:
            words = words[: words.index(">")]
        assert words[:2] == ["stakeholders", name]
        loaded(name).make_context(name, words[2:])


def test_options_all_say_what_they_do() -> None:
    for name in ENTRIES:
        for parameter in loaded(name).params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_an_unknown_command_gets_the_nearest(run: Run) -> None:
    result = run("incharge", "x")
    assert result.exit_code == 2
    assert "in-charge" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["in-charge"], ["load"], ["members", "x", "--format", "yaml"], ["view"]]
)
def test_a_wrong_command_line_is_exit_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from stakeholder_graph.cli import program\n"
        "try: program.main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_STAKEHOLDERS_COMPLETE" in result.stdout


def test_completion_completes() -> None:
    environment = {
        "COMP_WORDS": "stakeholders who",
        "COMP_CWORD": "1",
        "_STAKEHOLDERS_COMPLETE": "bash_complete",
    }
    done = subprocess.run(
        command_line(), capture_output=True, text=True, check=False, env=environment
    )
    assert done.stdout == "plain,who-is-accountable\n"
