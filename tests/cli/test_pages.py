"""The pages in docs/ say what the program says, and what is installed is what is locked."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from stakeholder_graph.graph import load_vocabulary

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_generated_parts_are_current(page: Path) -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", "-I", "docs"]
    done = subprocess.run(
        [*command, str(page)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, f"run `make docs`:\n{done.stdout}"


def test_the_example_of_relations_of_ones_own() -> None:
    vocabulary = load_vocabulary(ROOT / "docs" / "own-relations.yaml")
    assert vocabulary.relation("audits").raci == "I"
    assert vocabulary.relation("certifies").labels["fr"] == "certifies"


def locked(name: str) -> dict[str, list[str]]:
    """Return the versions a lock file has of each package: they may differ by Python."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if "==" in line:
            package, version = line.split(" ")[0].split("==")
            found.setdefault(package.lower(), []).append(version)
    return found


def wanted(*, all_of_it: bool) -> list[Requirement]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = list(data["project"]["dependencies"])
    if all_of_it:
        lines += [line for group in data["dependency-groups"].values() for line in group]
        extras = data["project"]["optional-dependencies"].values()
        lines += [line for extra in extras for line in extra]
    return list(map(Requirement, lines))


@pytest.mark.parametrize(
    ("lock", "all_of_it"), [("requirements.lock", False), ("requirements-dev.lock", True)]
)
def test_the_lock_has_what_the_project_asks_for(lock: str, all_of_it: bool) -> None:
    versions = locked(lock)
    for requirement in wanted(all_of_it=all_of_it):
        name = requirement.name.lower().replace("_", "-")
        assert name in versions, f"{name} is not in {lock}: run `make lock`"
        assert all(requirement.specifier.contains(each) for each in versions[name]), name


def test_both_locks_agree() -> None:
    development = locked("requirements-dev.lock")
    assert {name: development[name] for name in locked("requirements.lock")} == locked(
        "requirements.lock"
    )


def test_a_lock_names_no_host_and_every_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in entry for entry in text.split("\n\n") if "==" in entry)
