"""Dates: partial ones, open ends, and what cannot be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.queries.dates import holds, overlap, parse_date

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("text", ["31/12/2024", "2024-13", "2024-02-30", "soon", "24", "2024-1"])
def test_what_is_no_date_is_refused_with_the_form_to_use(text: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        parse_date(text)


def test_a_date_is_taken_as_text_or_as_a_date() -> None:
    assert parse_date(" 2024-02-29 ") == parse_date(date(2024, 2, 29)) == "2024-02-29"
    assert parse_date("2024-02-29T10:00:00") == "2024-02-29"
    assert parse_date(None) == parse_date("") == ""


@given(since=days, until=days, at=days)
def test_full_dates_hold_as_dates_compare(since: date, until: date, at: date) -> None:
    assert holds(since.isoformat(), until.isoformat(), at.isoformat()) is (since <= at <= until)
    assert holds(since.isoformat(), "", at.isoformat()) is (since <= at)
    assert holds("", until.isoformat(), at.isoformat()) is (at <= until)


@given(since=days, until=days, at=days)
def test_a_month_or_a_year_holds_if_one_of_its_days_does(
    since: date, until: date, at: date
) -> None:
    spell = since.isoformat(), until.isoformat()
    if holds(*spell, at.isoformat()):
        assert holds(*spell, at.isoformat()[:7])
        assert holds(*spell, at.isoformat()[:4])


@given(st.lists(days, min_size=4, max_size=4))
def test_spells_overlap_whichever_comes_first(four: list[date]) -> None:
    a, b, c, d = (day.isoformat() for day in four)
    assert overlap((a, b), (c, d)) is overlap((c, d), (a, b))


@pytest.mark.parametrize("unreadable", ["spring", "2024 spring", "31/12/2024", "since the law"])
def test_a_date_that_cannot_be_read_proves_nothing(unreadable: str) -> None:
    assert not holds(unreadable, "", "2026")
    assert not holds("", unreadable, "2026")
    assert holds(unreadable, "", "")
    assert overlap((unreadable, ""), ("", "2020"))
