"""Formats: what a document says comes out whole, and does no harm."""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stdout
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.cli.render.formats import cell, escape, write_rows
from stakeholder_graph.cli.render.text import clean

ANY = st.text(st.characters(codec=None))
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\n=1", "＝1"]


def written(rows: list[dict[str, Any]], form: str) -> str:
    with redirect_stdout(io.StringIO()) as out:
        write_rows(rows, ["name", "quote"], form)
    return out.getvalue()


@given(ANY, ANY)
def test_json_gives_back_what_it_was_given(name: str, quote: str) -> None:
    row = {"name": name, "quote": quote}
    (line,) = written([row], "jsonl").removesuffix("\n").split("\n")
    assert json.loads(line) == row
    assert json.loads(written([row], "json")) == [row]
    line.encode("utf-8")
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_csv_gives_back_a_text_that_is_no_formula(text: str) -> None:
    (_, (got, _)) = csv.reader(io.StringIO(written([{"name": text, "quote": ""}], "csv")))
    assert got.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_inert_in_csv(text: str) -> None:
    assert str(cell(text)).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert [cell(-1), cell(-0.5), cell(True), cell(None)] == [-1, -0.5, True, ""]


@given(ANY)
def test_a_markdown_cell_stays_a_cell(text: str) -> None:
    line = escape(text)
    assert "\n" not in line
    assert "|" not in line.replace("\\\\", "").replace("\\|", "")
    assert "<" not in line.replace("\\\\", "").replace("\\<", "")


@given(ANY)
def test_a_terminal_gets_no_orders(text: str) -> None:
    shown = clean(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)
    assert not set(shown) & set("\u202e\u2066\u200f")
    assert clean(shown) == shown


def test_nothing_is_an_empty_list() -> None:
    assert written([], "json") == "[]\n"
    assert written([], "jsonl") == ""
    assert written([], "csv") == "name,quote\n"
    assert written([], "md") == "| name | quote |\n| --- | --- |\n"
