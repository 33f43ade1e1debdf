"""The reference of the helpers: complete by itself, or it stops and says what it lacks."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

import helpers
from answers import example

from stakeholder_graph import queries
from stakeholder_graph.graph import Store

PAGE = (Path(__file__).parents[2] / "docs" / "queries.md").read_text("utf-8")


def test_it_has_every_helper_and_every_cypher_file() -> None:
    named = set(re.findall(r"^### (\w+)$", PAGE, re.MULTILINE))
    assert named == set(helpers.helpers())
    assert {"who_is_accountable", "in_charge", "members", "path", "find"} <= named
    for file in helpers.FOLDER.iterdir():
        assert f"../queries/cypher/{file.name}" in PAGE


def test_a_helper_is_whatever_asks_a_store() -> None:
    assert helpers.helpers()["find"] is queries.find
    assert "cypher" not in helpers.helpers()


def test_a_docstring_that_lacks_its_parameters_stops_the_page() -> None:
    def helper(store: Store) -> None:
        """Answer something."""

    with pytest.raises(LookupError, match="the docstring of helper has no section Parameters"):
        helpers.parameter_table("helper", helper)


def test_a_parameter_without_a_value_stops_the_page() -> None:
    def helper(store: Store, colour: str) -> None:
        """Answer something."""

    with pytest.raises(LookupError, match="VALUES has none for 'colour' of helper"):
        example("helper", helper)
