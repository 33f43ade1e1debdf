"""What rules and a model both say, only one says, or say differently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.graph import Kind, Mention, Place, Qualifiers, Statement
from stakeholder_graph.loaders.proposing import Verdict
from stakeholder_graph.loaders.proposing.agreement import agreed, compare, unconfirmed

BOARD, FERRY, TOWN = (
    Mention("ferry board", Kind.BODY),
    Mention("Sound Ferry", Kind.PROJECT, ("ferry",)),
    Mention("town", Kind.ORGANIZATION),
)
WHOLE = [(0, 100)]


def said(
    source: Mention,
    relation: str,
    target: Mention,
    by: str,
    start: int = 0,
    confidence: float = 0.6,
) -> Statement:
    place = Place(start, start + 10)
    return Statement(
        source, relation, target, "x", "a.md", place, confidence=confidence, asserted_by=by
    )


RULE = said(BOARD, "GOVERNS", FERRY, "rule:nominal")
MODEL = said(BOARD, "GOVERNS", replace(FERRY, name="the ferry"), "model:m", 2, 0.85)


def test_what_both_say_is_surer_and_tells_who_said_it() -> None:
    said_so = replace(MODEL, qualifiers=Qualifiers(phase="in winter"))
    (both,) = compare([RULE], [said_so], WHOLE)
    assert both.verdict is Verdict.BOTH
    assert both.statement.confidence == agreed(0.6, 0.85) == 0.94
    assert both.statement.asserted_by == "rule:nominal + model:m"
    assert both.statement.qualifiers.phase == "in winter"
    assert both.statement.source == RULE.source


def test_what_only_one_says_is_told_apart() -> None:
    other = said(TOWN, "FUNDS", FERRY, "model:m", 40, 0.85)
    compared = compare([RULE], [other], WHOLE)
    assert [each.verdict for each in compared] == [Verdict.RULES, Verdict.MODEL]
    assert [each.statement.confidence for each in compared] == [unconfirmed(0.6), 0.85]


@pytest.mark.parametrize(
    "other",
    [
        said(BOARD, "PILOTS", FERRY, "model:m"),
        said(FERRY, "GOVERNS", BOARD, "model:m"),
        said(BOARD, "GOVERNS", TOWN, "model:m"),
    ],
)
def test_another_reading_of_the_same_words_is_a_difference(other: Statement) -> None:
    compared = compare([RULE], [other], WHOLE)
    assert [each.verdict for each in compared] == [Verdict.DIFFERENTLY] * 2


def test_silence_tells_nothing_of_what_the_model_was_not_shown() -> None:
    (alone,) = compare([RULE], [], [(50, 100)])
    assert alone.statement.confidence == RULE.confidence


CONFIDENCE = st.floats(0.01, 0.99)


@given(CONFIDENCE, CONFIDENCE)
def test_agreement_raises_and_silence_lowers(one: float, other: float) -> None:
    assert agreed(one, other) >= round(max(one, other), 3)
    assert agreed(one, other) == agreed(other, one) <= 1
    assert 0 <= unconfirmed(one) <= round(one, 3)
