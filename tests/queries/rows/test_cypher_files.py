"""The Cypher helpers: plain files that take parameters, and cost nothing to import."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from stakeholder_graph.graph import Step, Store, load_vocabulary
from stakeholder_graph.graph.stores.ladybug import LadybugStore
from stakeholder_graph.queries import cypher, who_is_accountable

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


def test_a_relation_that_the_store_has_no_table_of_is_no_error(
    tmp_path: Path, write: Callable[..., Store]
) -> None:
    path = str(tmp_path / "store.lbug")
    with LadybugStore(path) as store:
        write(store, ("office", "PILOTS", "projet X"))
    known = load_vocabulary()
    vetoes = replace(known.relation("PILOTS"), name="VETOES")
    vocabulary = replace(
        known,
        relations={**known.relations, "VETOES": vetoes},
        accountability=(Step(("VETOES",)), Step(("VETOES", "PILOTS"))),
    )
    with LadybugStore(path, read_only=True, vocabulary=vocabulary) as store:
        answer = who_is_accountable(store, "projet X", vocabulary=vocabulary)
        assert answer.names == ("office",)
