"""The generated parts of the README: real runs of the commands on the samples.

`make docs` writes them, a test checks them.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pages import table

from stakeholder_graph.cli.program import ENTRIES
from stakeholder_graph.graph import load_vocabulary

ROOT = Path(__file__).parent.parent
_RUN = "from stakeholder_graph.cli import main; main()"
_OWN = ("STAKEHOLDERS_", "NEO4J_", "FORCE_COLOR", "NO_COLOR", "COLUMNS")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that holds the samples and nothing else; it goes when the process ends."""
    folder = tempfile.TemporaryDirectory()
    shutil.copytree(ROOT / "samples", Path(folder.name) / "samples")
    return folder


def _environment(folder: str) -> Mapping[str, str]:
    """Return an environment without settings of whoever runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
    return {**kept, "XDG_CONFIG_HOME": folder, "PYTHONUTF8": "1", "COLUMNS": "80"}


def _run(*arguments: str) -> str:
    folder = _folder().name
    done = subprocess.run(  # noqa: S603  (our own command lines)
        [sys.executable, *arguments],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{shlex.join(arguments)} failed:\n{done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))


def session(*commands: str) -> str:
    """Return a terminal session: each command line and what it prints."""
    shown = (f"$ {command}\n{_run('-c', _RUN, *shlex.split(command)[1:])}" for command in commands)
    return "```console\n" + "\n\n".join(shown) + "\n```\n"


def example() -> str:
    """Return the example in Python and what it prints."""
    path = ROOT / "docs" / "example.py"
    code, printed = path.read_text("utf-8").partition("\n\n")[2].strip(), _run(str(path))
    return f"```python\n{code}\n```\n\n```text\n{printed}\n```\n"


def relations() -> str:
    """Return the relations of the vocabulary as a short table."""
    named = load_vocabulary().relations.values()
    rows = ((f"`{each.name}`", each.meaning, each.raci or "–") for each in named)
    return table(("source → target", "meaning", "RACI"), rows)


def commands() -> str:
    """Return the commands as a table."""
    rows = ((f"`{name}`", entry.summary) for name, entry in ENTRIES.items())
    return table(("command", "what it does"), rows)


def score() -> str:
    """Return how well prose is read: ``score.txt`` is the last line that `make score` printed."""
    words = (ROOT / "docs" / "score.txt").read_text("utf-8").split()
    said = dict(zip(words[::2], words[1::2], strict=True))
    return (
        f"on {said['documents']} annotated passages of real documents with {said['relations']} "
        f"relations, precision {said['precision']}, recall {said['recall']}, F1 {said['F1']}.\n"
    )
