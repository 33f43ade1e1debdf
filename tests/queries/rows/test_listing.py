"""Everything stated about a stakeholder, and statements by relation and ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stakeholder_graph.errors import NameNotFoundError, VocabularyError
from stakeholder_graph.graph import Review, Store
from stakeholder_graph.queries import COLUMNS, relations, show

Tell = Callable[..., Store]


@pytest.fixture
def league(tell: Tell) -> Store:
    """Two documents of five statements, one of them rejected."""
    tell(("A", "OVERSEES", "B"), ("B", "PILOTS", "C"), ("A", "PILOTS", "A"), document="one.md")
    no = {"review": Review.REJECTED}
    return tell(("C", "FUNDS", "B"), ("B", "ADVISES", "A", no), document="two.md")


def triples(table: object) -> list[tuple[str, str, str]]:
    """Return the statements of a table."""
    return list(table[["source", "relation", "target"]].itertuples(index=False, name=None))  # type: ignore[index]


def test_show_tells_what_it_does_and_what_is_done_to_it(league: Store) -> None:
    shown = show(league, "b")
    assert list(shown.columns) == ["direction", *COLUMNS]
    assert list(shown["direction"]) == ["out", "in", "in"]
    assert triples(shown) == [("B", "PILOTS", "C"), ("A", "OVERSEES", "B"), ("C", "FUNDS", "B")]
    assert triples(show(league, "A")) == [("A", "PILOTS", "A"), ("A", "OVERSEES", "B")]


def test_relations_are_listed_by_type_end_and_document(league: Store) -> None:
    everything = [
        ("A", "PILOTS", "A"),
        ("B", "PILOTS", "C"),
        ("A", "OVERSEES", "B"),
        ("C", "FUNDS", "B"),
    ]
    assert triples(relations(league)) == everything
    assert triples(relations(league, "pilots")) == everything[:2]
    assert triples(relations(league, ["oversees", "FUNDS"])) == everything[2:]
    assert triples(relations(league, source="A")) == [everything[0], everything[2]]
    assert triples(relations(league, target="b")) == everything[2:]
    assert triples(relations(league, "pilots", source="A", target="A")) == everything[:1]
    assert triples(relations(league, document="two.md")) == everything[3:]
    assert triples(relations(league, "co-chairs")) == []


def test_unknown_relations_and_names_are_refused(league: Store) -> None:
    with pytest.raises(VocabularyError, match="use one of PILOTS"):
        relations(league, "leads")
    with pytest.raises(NameNotFoundError):
        relations(league, target="nobody")
