"""The public names of the package."""

from __future__ import annotations

import subprocess
import sys

import pytest

import stakeholder_graph
from stakeholder_graph import errors, graph, loaders, queries
from stakeholder_graph.queries import audit, influence, questions, view

ROOMS = (errors, graph, loaders, queries, audit, influence, questions, view)


@pytest.mark.parametrize("name", sorted(set(stakeholder_graph.__all__) - {"__version__"}))
def test_a_public_name_is_the_one_of_its_room(name: str) -> None:
    homes = [room for room in ROOMS if name in getattr(room, "__all__", vars(room))]
    assert len(homes) == 1
    assert getattr(stakeholder_graph, name) is getattr(homes[0], name)


def test_the_names_are_listed() -> None:
    assert dir(stakeholder_graph) == sorted(stakeholder_graph.__all__)


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = stakeholder_graph.nothing  # type: ignore[attr-defined]


def test_the_import_loads_no_room() -> None:
    code = (
        "import sys, stakeholder_graph;"
        "print([name for name in sys.modules if name.startswith('stakeholder_graph.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
