"""The Cypher helpers: plain files that take parameters, and cost nothing to import."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import resources

import pytest

from stakeholder_graph.queries import cypher

NAMES = sorted(
    file.name.removesuffix(".cypher")
    for file in (resources.files("stakeholder_graph.queries") / "cypher").iterdir()
)


@pytest.mark.parametrize("name", NAMES)
def test_a_helper_says_what_it_finds_and_names_each_parameter(name: str) -> None:
    lines = cypher(name).splitlines()
    comment = " ".join(line for line in lines if line.startswith("//"))
    query = "\n".join(line for line in lines if not line.startswith("//"))
    assert lines[0].startswith("// ")
    assert set(re.findall(r"\$(\w+)", query)) == set(re.findall(r"\$(\w+)", comment))
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|CALL)\b", query)


@pytest.mark.parametrize("name", NAMES)
def test_statements_are_only_given_if_nobody_rejected_them(name: str) -> None:
    query = cypher(name)
    for variable in re.findall(r"-\[(\w+)\]-", query):
        assert f"{variable}.review <> 'rejected'" in query


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = "import sys, stakeholder_graph.queries; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"pandas", "numpy", "networkx", "pyvis", "rapidfuzz", "ladybug", "neo4j", "spacy"}
    assert not heavy & set(loaded)
