"""Answers as plain values and as tables."""

from __future__ import annotations

import json

from stakeholder_graph.graph import Store
from stakeholder_graph.queries import COLUMNS, accountable_for, who_is_accountable


def test_an_answer_is_plain_json(project: Store) -> None:
    answer = who_is_accountable(project, "Nouvel Élan").as_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert answer["outcome"] == "stated"
    (said,) = answer["answers"]
    assert (said["name"], said["relation"]) == ("direction des prisons", "ACCOUNTABLE_FOR")
    assert said["quote"] == said["chain"][-1]["quote"]
    assert said["document"] == "charter.md"
    assert list(said["chain"][0]) == list(COLUMNS)
    assert answer["besides"]["outcome"] == "derived"


def test_an_answer_is_one_row_a_link(project: Store) -> None:
    table = who_is_accountable(project, "chantier école", "travaux").frame()
    assert list(table.columns) == ["answer", "outcome", "rule", "step", *COLUMNS]
    shown = table[["answer", "outcome", "step", "relation"]]
    assert list(shown.itertuples(index=False, name=None)) == [
        ("ministère du Droit", "derived", 1, "PART_OF"),
        ("ministère du Droit", "derived", 2, "SPONSORS"),
        ("agence des bâtiments", "derived", 1, "PART_OF"),
        ("agence des bâtiments", "derived", 2, "COMMISSIONS"),
    ]
    assert accountable_for(project, "mairie").frame().empty
