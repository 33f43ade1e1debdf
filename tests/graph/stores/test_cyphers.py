"""Only relations of the vocabulary become types in a query."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stakeholder_graph.errors import VocabularyError
from stakeholder_graph.graph import Vocabulary, load_vocabulary, open_store
from stakeholder_graph.graph.stores.cyphers import cypher_for


def with_relation(name: str) -> Vocabulary:
    """Return a vocabulary that got a relation past the loader's checks."""
    base = load_vocabulary()
    relation = replace(base.relations["PILOTS"], name=name)
    return replace(base, relations={**base.relations, name: relation})


def test_a_relation_of_the_vocabulary_is_the_type() -> None:
    assert "[:`PILOTS` {" in cypher_for("create_statements", "PILOTS", load_vocabulary())


@pytest.mark.parametrize(
    "name", ["UNHEARD_OF", "pilots", "PILOTS`]->() DETACH DELETE a //", "PILOTS\n", ""]
)
def test_others_are_refused(name: str) -> None:
    with pytest.raises(VocabularyError, match="unknown relation"):
        cypher_for("create_statements", name, load_vocabulary())


@pytest.mark.parametrize("name", ["A`B", "lower", "A\n", "A B", "A" * 64, "NAMES", "DOCUMENT"])
def test_names_the_stores_cannot_take_are_refused_even_from_a_vocabulary(name: str) -> None:
    with pytest.raises(VocabularyError, match="the stores cannot take this name"):
        open_store(":memory:", vocabulary=with_relation(name))
