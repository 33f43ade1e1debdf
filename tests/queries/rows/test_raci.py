"""The RACI matrix: letters stated or derived, for which rows, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError, NameNotFoundError, VocabularyError
from stakeholder_graph.graph import Kind, Mention, Review, Store, load_vocabulary
from stakeholder_graph.queries import COLUMNS, Matrix, raci_matrix, who_is_accountable
from stakeholder_graph.queries.raci import FRAME, Row

Tell = Callable[..., Store]


def letters(row: Row) -> dict[str, str]:
    """Return who has which letters, as they are written."""
    return {cell.stakeholder.name: " ".join(cell.letters) for cell in row.cells}


def only(matrix: Matrix) -> dict[str, str]:
    (row,) = matrix.rows
    return letters(row)


def wrong(matrix: Matrix) -> dict[str, list[str]]:
    return {row.label: [flag.rule for flag in row.flags] for row in matrix.rows}


def test_letters_stated_and_derived_are_told_apart(project: Store) -> None:
    matrix = raci_matrix(project, "Nouvel Élan")
    assert only(matrix) == {
        "ministère du Droit": "(A)*",
        "agence du travail": "R",
        "agence des bâtiments": "(A)*",
        "direction des prisons": "A* I",
        "direction du Nord": "(C)",
        "préfet": "(C)",
        "mairie": "C",
    }
    for cell in matrix.rows[0].cells:
        for mark in cell.marks:
            assert all(link.quote and link.document and link.locator for link in mark.chain)
            assert bool(mark.rule) == (mark.outcome == "derived")


def test_a_is_what_who_is_accountable_answers(project: Store) -> None:
    for phase in (None, "en service", "travaux"):
        answer = who_is_accountable(project, "Nouvel Élan", phase)
        (row,) = raci_matrix(project, "Nouvel Élan", phase=phase).rows
        marks = {
            (cell.stakeholder.name, mark.outcome, mark.chain)
            for cell in row.cells
            for mark in cell.marks
            if mark.letter == "A"
        }
        assert {(f.name, f.outcome, f.chain) for f in answer.findings} <= marks
        assert any(flag.rule == "no-a" for flag in row.flags) is not bool(answer.findings)


def test_a_stated_a_goes_before_who_sponsors(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), ("S", "SPONSORS", "X"), ("P", "PILOTS", "Y"))
    matrix = raci_matrix(store, ["X", "Y"])
    assert [letters(row) for row in matrix.rows] == [{"A": "A", "S": "(A)*"}, {"P": "R (A)"}]
    assert wrong(matrix) == {"X": [], "Y": []}


def test_letters_follow_through_a_body_and_to_whom_one_reports(tell: Tell) -> None:
    store = tell(
        ("board", "GOVERNS", "X"),
        ("Ann", "CHAIRS", "board"),
        ("Bob", "PARTICIPATES_IN", "board"),
        ("X", "REPORTS_TO", "council"),
        ("Old", "PARTICIPATES_IN", "board", {"until": "2020"}),
        ("Out", "PARTICIPATES_IN", "board", {"review": Review.REJECTED}),
    )
    matrix = raci_matrix(store, "X", at="2026")
    assert only(matrix) == {"Ann": "(A) (C)", "Bob": "(C)", "council": "(I)"}
    (mark,) = matrix.rows[0].cells[1].marks
    assert mark.rule == "who participates in a body that governs it is consulted"
    assert [link.relation for link in mark.chain] == ["GOVERNS", "PARTICIPATES_IN"]
    silent = replace(load_vocabulary(), implied=())
    assert only(raci_matrix(store, "X", at="2026", vocabulary=silent)) == {"Ann": "(A)"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"S": "(A)", "F": "", "O": "I"}),
        ({"sponsors": "I", "funds": "c", "oversees": "none"}, {"S": "I", "F": "C", "O": ""}),
        ({"Sponsors": "R"}, {"S": "R", "F": "", "O": "I"}),
    ],
)
def test_a_user_may_change_the_letter_of_a_relation(
    tell: Tell, changes: dict[str, str], expected: dict[str, str]
) -> None:
    store = tell(("S", "SPONSORS", "X"), ("F", "FUNDS", "X"), ("O", "OVERSEES", "X"))
    told = only(raci_matrix(store, "X", letters=changes))
    assert {name: told.get(name, "") for name in expected} == expected


def test_accountable_for_may_be_no_a(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"))
    matrix = raci_matrix(store, "X", letters={"accountable-for": "R"})
    assert only(matrix) == {"A": "R"}
    assert wrong(matrix) == {"X": ["no-a"]}


def test_a_file_of_the_users_changes_letters_and_adds_relations(
    write: Tell, open_empty: Tell, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "relations: {OWNS: {meaning: Owns it., raci: A}}\nraci: {SPONSORS: I, FUNDS: C}", "utf-8"
    )
    vocabulary = load_vocabulary(own)
    store = write(
        open_empty(vocabulary), ("Q", "OWNS", "X"), ("S", "SPONSORS", "X"), ("F", "FUNDS", "X")
    )
    matrix = raci_matrix(store, "X", vocabulary=vocabulary)
    assert only(matrix) == {"Q": "A", "S": "I", "F": "C"}
    assert wrong(matrix) == {"X": []}


@pytest.mark.parametrize("bad", [{"leads": "R"}, {"pilots": "X"}])
def test_a_wrong_change_is_said(any_store: Store, bad: dict[str, str]) -> None:
    with pytest.raises(VocabularyError):
        raci_matrix(any_store, letters=bad)


def test_rows_are_all_projects_or_what_is_named(tell: Tell) -> None:
    store = tell(
        ("A", "PILOTS", "projet Z"),
        ("A", "PILOTS", "projet Y"),
        ("A", "CHAIRS", "comité X"),
        ("projet Y", "PARTICIPATES_IN", "comité X"),
    )
    assert [row.label for row in raci_matrix(store).rows] == ["projet Y", "projet Z"]
    assert [row.label for row in raci_matrix(store, kinds=["body"]).rows] == ["comité X"]
    named = raci_matrix(store, ["comité X", "projet Z", "projet Z"])
    assert [row.label for row in named.rows] == ["comité X", "projet Z"]
    with pytest.raises(NameNotFoundError):
        raci_matrix(store, "projet W")
    with pytest.raises(InputError):
        raci_matrix(store, at="soon")


def test_a_row_a_phase(tell: Tell) -> None:
    store = tell(
        ("A", "ACCOUNTABLE_FOR", "X", {"phase": "pendant les travaux"}),
        ("B", "ACCOUNTABLE_FOR", "X", {"phase": "une fois livré"}),
        ("S", "SPONSORS", "X"),
        ("F", "IMPLEMENTS", "X", {"phase": "pendant la saison des fêtes"}),
        ("A", "PILOTS", "Y"),
    )
    matrix = raci_matrix(store, ["X", "Y"], by_phase=True)
    assert {row.label: letters(row) for row in matrix.rows} == {
        "X · construction": {"A": "A", "S": "(A)*"},
        "X · operation": {"B": "A", "S": "(A)*"},
        "X · pendant la saison des fêtes": {"S": "(A)", "F": "R"},
        "X · other phases": {"S": "(A)"},
        "Y": {"A": "R (A)"},
    }
    chosen = raci_matrix(store, "X", phase=["en service", "chantier"])
    assert [row.label for row in chosen.rows] == ["X · en service", "X · chantier"]
    assert letters(chosen.rows[1]) == {"A": "A", "S": "(A)*"}
    assert not chosen.notes
    assert "trvaux" in raci_matrix(store, "X", phase="trvaux").notes[0]


def test_a_row_without_a_is_flagged(tell: Tell) -> None:
    store = tell(
        ("A", "IMPLEMENTS", "X"),
        ("B", "ACCOUNTABLE_FOR", "Y", {"phase": "travaux"}),
        ("C", "ACCOUNTABLE_FOR", "Z", {"phase": "travaux"}),
        ("D", "PILOTS", "Z"),
        ("X", "FUNDS", "W"),
    )
    matrix = raci_matrix(store, ["X", "Y", "Z", "W"])
    assert wrong(matrix) == {"X": ["no-a"], "Y": ["no-a"], "Z": [], "W": ["no-a"]}
    assert "outside" in matrix.rows[1].flags[0].message


SHARED = {"jointly_with": ("B",)}
SEVERAL = [
    ("ACCOUNTABLE_FOR", {}, {}, ["several-a"]),
    ("ACCOUNTABLE_FOR", SHARED, {}, []),
    ("ACCOUNTABLE_FOR", {"line": 50, "quote": "A and B"}, {"line": 50, "quote": "A and B"}, []),
    ("ACCOUNTABLE_FOR", {"until": "2020"}, {"since": "2021"}, []),
    ("SPONSORS", {}, {}, ["several-a"]),
    ("SPONSORS", SHARED, {}, []),
]


def test_several_a_are_flagged_unless_they_are_said_to_share_it(tell: Tell) -> None:
    store = tell(
        *(
            (party, relation, f"X {case}", facts)
            for case, (relation, *pair, _) in enumerate(SEVERAL)
            for party, facts in zip("AB", pair, strict=True)
        )
    )
    for case, (*_, expected) in enumerate(SEVERAL):
        assert list(wrong(raci_matrix(store, f"X {case}")).values()) == [expected], case


def test_two_superiors_are_several_unless_one_sentence_names_both(tell: Tell) -> None:
    one = {"line": 70, "quote": "Y reports to A and B"}
    store = tell(
        ("X", "REPORTS_TO", "A"),
        ("X", "REPORTS_TO", "B"),
        ("Y", "REPORTS_TO", "A", one),
        ("Y", "REPORTS_TO", "B", one),
    )
    matrix = raci_matrix(store, ["X", "Y"])
    assert [letters(row) for row in matrix.rows] == [{"A": "(A) (I)", "B": "(A) (I)"}] * 2
    assert wrong(matrix) == {"X": ["several-a"], "Y": []}


def test_a_conflict_is_written_as_one(tell: Tell) -> None:
    store = tell(("A", "ACCOUNTABLE_FOR", "X"), ("B", "ACCOUNTABLE_FOR", "X"))
    assert only(raci_matrix(store, "X")) == {"A": "A!", "B": "A!"}


def test_columns_stand_by_kind_then_most_letters_then_name(tell: Tell) -> None:
    mary = Mention("Mary", Kind.PERSON)
    store = tell(
        (mary, "PILOTS", "X"),
        (mary, "ADVISES", "X"),
        ("préfet", "PILOTS", "X"),
        ("Zoo", "PILOTS", "X"),
        ("Zoo", "ADVISES", "X"),
        ("Ape", "ADVISES", "X"),
        ("Ant", "ADVISES", "X"),
    )
    names = [column.name for column in raci_matrix(store, "X").columns]
    assert names == ["Zoo", "Ant", "Ape", "Mary", "préfet"]


def test_the_frame_has_a_line_for_each_statement_behind_a_letter(project: Store) -> None:
    matrix = raci_matrix(project)
    frame = matrix.frame()
    assert tuple(frame.columns) == FRAME
    assert FRAME[-len(COLUMNS) :] == COLUMNS
    through = frame[(frame["stakeholder"] == "préfet") & (frame["letter"] == "C")]
    assert list(through["relation"]) == ["GOVERNS", "CO_CHAIRS"]
    assert list(through["step"]) == [1, 2]
    assert set(frame["outcome"]) == {"stated", "derived"}
    grid = matrix.grid()
    assert grid.loc["Nouvel Élan", "mairie"] == "C"
    assert list(grid.columns)[-1] == "flags"


def test_nothing_gives_an_empty_matrix_of_the_same_form(any_store: Store) -> None:
    matrix = raci_matrix(any_store)
    assert (matrix.rows, matrix.columns) == ((), ())
    assert tuple(matrix.frame().columns) == FRAME
    assert list(matrix.grid().columns) == ["flags"]


RELATIONS = ("ACCOUNTABLE_FOR", "SPONSORS", "PILOTS", "GOVERNS", "CHAIRS", "ADVISES", "REPORTS_TO")
STATEMENTS = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(RELATIONS), st.sampled_from("ABCD")),
    min_size=1,
    max_size=8,
    unique=True,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STATEMENTS, st.randoms())
def test_the_order_of_statements_changes_no_letter(
    write: Tell, said: list[tuple[str, str, str]], random: object
) -> None:
    from stakeholder_graph.graph.stores.memory import MemoryStore

    def told(statements: list[tuple[str, str, str]]) -> dict[str, object]:
        lines = {s: {"line": 1 + said.index(s)} for s in said}
        with MemoryStore() as store:
            write(store, *((*s, lines[s]) for s in statements))
            return raci_matrix(store, kinds=list(Kind)).as_dict()

    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(said) == told(shuffled)
