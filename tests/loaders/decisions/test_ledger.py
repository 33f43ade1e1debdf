"""The file of decisions: written for people, read with care."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind
from stakeholder_graph.loaders import Action, Decision, Ledger, Party, Said
from stakeholder_graph.loaders.decisions.entries import to_decision, to_entry

ONE, OTHER = Party("Agence de l'eau", Kind.ORGANIZATION, "agence-eau"), Party("no: yes #")
MERGE = Decision(Action.MERGE, (ONE, OTHER), who="Ada", why="même «SIREN»: oui")
REJECT = Decision(
    Action.REJECT, said=Said("a.md", ONE, "PILOTS", OTHER, "Deux\nlignes: « ici »", "abc123")
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "of" / "decisions.yaml")


def test_what_is_written_is_read(ledger: Ledger) -> None:
    assert ledger.read() == []
    made = [*ledger.add([MERGE]), *ledger.add([REJECT])]
    assert [each.number for each in made] == [1, 2]
    assert all(each.when for each in made)
    assert ledger.read() == made


def test_taking_one_back_leaves_the_rest_as_it_was_written(ledger: Ledger) -> None:
    ledger.add([MERGE, REJECT])
    text = ledger.path.read_text("utf-8")
    text = text.replace("\n- number: 2", "\n# Mine.\n- number: 2  # two")
    ledger.path.write_text(text, "utf-8")
    ledger.add([MERGE])
    assert ledger.remove(1).number == 1
    left = ledger.path.read_text("utf-8")
    assert [each.number for each in ledger.read()] == [2, 3]
    assert "# Mine.\n- number: 2  # two" in left
    assert left.startswith("# What people have decided")


def test_numbers_are_not_used_again_while_a_later_one_stands(ledger: Ledger) -> None:
    ledger.add([MERGE, REJECT])
    ledger.remove(1)
    assert [each.number for each in ledger.add([MERGE])] == [3]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: b", "no list"),
        ("- x", "no entry"),
        ("- {number: 1, decision: marry}", "unknown decision 'marry'"),
        ("- {number: 1, decision: merge, stakeholders: [A]}", "lacks a stakeholder"),
        ("- {decision: merge, stakeholders: [A, B]}", "lacks its number"),
        ("- {number: 1, decision: merge, stakeholders: [A, B], to: C}", "unknown key 'to'"),
        ("- {number: 1, decision: merge, stakeholders: [A, {kind: x, name: B}]}", "unknown kind"),
        ("- {number: 1, decision: rename, stakeholders: [A]}", "lacks the new name"),
        ("- {number: 1, decision: reject}", "lacks its statement"),
        ("- {number: 1, decision: reject, statement: {source: A}}", "lacks its relation"),
        ("- {number: 1, decision: split, stakeholders: [A], name: B}", "lacks its documents"),
        ("- {number: 1, decision: merge, stakeholders: A}", "no list"),
        ("- [", r":\d: is no YAML \("),
        ("- number: 1\n\tdecision: merge", r":2: is no YAML \("),
        ("- !!python/object/apply:os.system [ls]", r":1: is no YAML \("),
        ("- {decison: merge}", "unknown key 'decison'; did you mean 'decision'"),
        ("- {number: 1, number: 2}", "'number' stands twice"),
        (
            "- {number: 1, decision: merge, stakeholders: [A, {nam: B}]}",
            "unknown key 'nam'; did you mean 'name'",
        ),
        (
            "- {number: 1, decision: merge, stakeholders: [A, {name: B, knd: role}]}",
            "unknown key 'knd'; did you mean 'kind'",
        ),
        ("- {number: 1, decision: reject, statement: {sorce: A}}", "did you mean 'source'"),
        (
            "\n- {number: 1, decision: add,"
            " statement: {source: A, relation: FUNDZ, target: B, document: c}}",
            ":2: unknown relation 'FUNDZ'; did you mean FUNDS",
        ),
        ("- " + "[" * 200 + "]" * 200, "nested too deep"),
        (
            "- &a {number: 1, decision: merge, stakeholders: [A, B]}\n- *a",
            "two decisions have the number 1",
        ),
    ],
)
def test_a_bad_file_is_told_with_its_place(ledger: Ledger, text: str, fault: str) -> None:
    ledger.path.parent.mkdir()
    ledger.path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=fault) as caught:
        Ledger(ledger.path, ["FUNDS", "PILOTS"]).read()
    assert str(ledger.path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_date_and_a_number_are_text(ledger: Ledger) -> None:
    ledger.path.parent.mkdir()
    entry = "- {number: 1, decision: merge, stakeholders: [2030, B], when: 2026-13-45}\n"
    ledger.path.write_text(entry, "utf-8")
    (decision,) = ledger.read()
    assert (decision.when, decision.parties[0].name) == ("2026-13-45", "2030")


names = st.text(min_size=1)
parties = st.builds(Party, names, st.none() | st.sampled_from(Kind), st.text())


@given(st.lists(parties, min_size=2, max_size=3), st.text(), st.text())
def test_an_entry_says_all_of_a_decision(many: list[Party], who: str, why: str) -> None:
    decision = Decision(Action.MERGE, tuple(many), who=who, why=why, number=3)
    assert to_decision(to_entry(decision), "x") == decision
