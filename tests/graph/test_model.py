"""A statement's identity: what it is made of and what it survives."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from stakeholder_graph.graph import Kind, Mention, Place, Qualifiers, Review, Statement

AGENCY = Mention("Port Agency", Kind.ORGANIZATION)
HARBOUR = Mention("Harbour project", Kind.PROJECT)
STATED = Statement(AGENCY, "PILOTS", HARBOUR, "the agency leads it", "a.md", Place(1, 9, "line 1"))


def test_the_id_survives_what_is_decided_and_learnt_later() -> None:
    later = replace(
        STATED,
        source=replace(AGENCY, aliases=("PA",), kind=Kind.BODY),
        quote="the Agency leads it",
        qualifiers=Qualifiers(phase="design"),
        confidence=0.5,
        asserted_by="person:ana",
        review=Review.ACCEPTED,
    )
    assert later.id == STATED.id


@pytest.mark.parametrize(
    "other",
    [
        replace(STATED, document="b.md"),
        replace(STATED, relation="FUNDS"),
        replace(STATED, place=Place(2, 9, "line 1")),
        replace(STATED, source=HARBOUR, target=AGENCY),
    ],
    ids=["document", "relation", "place", "direction"],
)
def test_another_document_relation_place_or_direction_is_another_statement(
    other: Statement,
) -> None:
    assert other.id != STATED.id


def test_only_stated_qualifiers_are_listed() -> None:
    assert Qualifiers().as_dict() == {}
    stated = Qualifiers(phase="design", jointly_with=("A",)).as_dict()
    assert stated == {"phase": "design", "jointly_with": ["A"]}


def test_values_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        STATED.quote = "other"  # type: ignore[misc]  # that is the point
