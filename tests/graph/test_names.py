"""How names are compared and identifiers made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.graph import fold, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'Agence de l’Eau", "agence eau"),
        ("PRÉFET de région", "le prefet de Region"),
        ("the Ministry of Works", "Ministry, Works"),
        ("comité", "comite\u0301"),
    ],
)
def test_case_accents_articles_and_punctuation_do_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert fold("Agence de l'eau") != fold("Agence de l'air")


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_a_slug_is_never_empty_and_has_no_space(name: str) -> None:
    assert " " not in slug(name)
    assert slug(name) or not name


@given(st.text(), st.text())
def test_names_that_fold_alike_have_the_same_slug(one: str, other: str) -> None:
    if fold(one) == fold(other) != "":
        assert slug(one) == slug(other)
