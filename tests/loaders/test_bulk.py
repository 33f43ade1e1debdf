"""A large list of statements makes the graph that the reader of tables makes of it row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from poured.tables import alike, written

from stakeholder_graph.graph import Kind, Store
from stakeholder_graph.graph.exchange import take, to_parquet
from stakeholder_graph.graph.stores.ladybug import LadybugStore
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.loaders import (
    Action,
    Decision,
    Ledger,
    LoadReport,
    Party,
    decide,
    erasure_of,
    load,
    loading,
    said_of,
    size,
)

NAMES = (
    *("Harbour Board", "the Harbour Board", "Agence de l'eau (AE)", "AE", "agence de l’eau"),
    *("Mme Ada Roy", "Ada Roy", "Bo Tan", "le préfet", "préfet", "projet Halle", "Halle", "DRAC"),
    *("comité de pilotage", "à définir", "", " ", "Œuvre, SARL", 'the "old" mill', "two\nlines"),
    *("chair", "sponsor", "Source"),
)
RELATIONS = (
    *("PILOTS", "pilots", "pilote", "chairs", "participates in", "PARTICIPATES_IN", "Participates"),
    *("is funded by", "funded by", "FUNDS", "sponsors", "nonsense", "", "relation"),
)
PHASES = ("", "", "travaux", "pendant les travaux")
DATES = ("", "2024", "01/03/2026", "31/12/2025", "March 2026", "soon", "2023-02-30")
PARTNERS = ("", "Bo Tan; Ada Roy", "DRAC")
KINDS = ("", "person", "body", "project", "nothing known")
COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "Source": st.sampled_from(NAMES),
    "Relation": st.sampled_from(RELATIONS),
    "Target": st.sampled_from(NAMES),
    "Phase": st.sampled_from(PHASES),
    "Since": st.sampled_from(DATES),
    "Until": st.sampled_from(DATES),
    "Jointly with": st.sampled_from(PARTNERS),
    "Source kind": st.sampled_from(KINDS),
    "E-mail": st.sampled_from(("", "a@b.example")),
    "Remarks": st.sampled_from(("", "x, y", "z")),
}
ODD = st.sampled_from([["Phase de conception"], ["alone"], [], ["a", "b"], ["", "x", "", "", ""]])


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """Draw the rows of a list of statements, its header first, and a delimiter."""
    others = draw(st.lists(st.sampled_from(list(COLUMNS)[3:]), unique=True, max_size=5))
    header = draw(st.permutations(["Source", "Relation", "Target", *others]))
    plain = st.tuples(*(COLUMNS[name] for name in header)).map(list)
    rows = draw(st.lists(st.one_of(plain, plain, plain, plain, ODD), min_size=2, max_size=25))
    return [list(header), *rows], draw(st.sampled_from(",;\t"))


def poured(path: Path, large: int, store: Store, **others: Any) -> LoadReport:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(size, "_LARGE", large)
        return load([path], store, **others)


def known(notes: Iterable[str]) -> list[str]:
    """Return what is said of rows, but of dates: those of rows that state nothing limit nothing."""
    return sorted(note for note in notes if " date" not in note)


@given(tables())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_table_makes_the_same_graph(tmp_path: Path, drawn: tuple[list[list[str]], str]) -> None:
    path = tmp_path / "statements.csv"
    path.write_bytes(written(*drawn))
    with MemoryStore() as plain, MemoryStore() as bulk:
        one, other = poured(path, 10**9, plain), poured(path, 0, bulk)
        assert [str(each) for each in one.failures] == [str(each) for each in other.failures]
        assert one.statements == other.statements
        assert one.set_aside == other.set_aside
        assert known(one.notes) == known(other.notes)
        assert one.stakeholders == other.stakeholders
        for (_, mine), (_, theirs) in zip(one.tables, other.tables, strict=True):
            assert known(mine.missed) == known(theirs.missed)
            assert replace(mine, missed=()) == replace(theirs, missed=())
        alike(plain, bulk)


LISTED = [
    ["Source", "Relation", "Target", "Since"],
    ["Harbour Board", "oversees", "programme Halle", "2024"],
    ["", "", "", ""],
    ["Mme Ada Roy", "chairs", "Harbour Board", ""],
    ["Harbour Board", "is funded by", "Agence de l’eau (AE)", "2025-02"],
]


def test_parquet_is_read_as_records_are(tmp_path: Path) -> None:
    path, rest = tmp_path / "statements.parquet", [*zip(*LISTED[1:], strict=True)]
    pq.write_table(pa.table([pa.array(c) for c in rest], names=LISTED[0]), path)
    with MemoryStore() as bulk, MemoryStore() as plain:
        poured(path, 0, bulk)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(loading, "is_large", lambda _: False)
            load([path], plain)
        alike(plain, bulk)
        (_, edges) = bulk.frames()
        assert set(edges["locator"]) == {"row 1", "row 3", "row 4"}
        assert "Harbour Board | oversees | programme Halle" in set(edges["quote"])


def test_our_own_exports_are_no_documents(tmp_path: Path) -> None:
    with MemoryStore() as store:
        path = tmp_path / "statements.csv"
        path.write_bytes(written(LISTED, ","))
        poured(path, 0, store)
        for name, data in to_parquet(take(store)).items():
            (tmp_path / name).write_bytes(data)
        report = load([tmp_path], store)
    assert len(report.failures) == 3
    assert all("written by stakeholder-graph" in str(each) for each in report.failures)


def test_decisions_come_with_a_large_list(tmp_path: Path) -> None:
    path = tmp_path / "statements.csv"
    path.write_bytes(written(LISTED, ","))
    with MemoryStore() as plain, MemoryStore() as bulk:
        ledger = Ledger(tmp_path / "decisions.yaml")
        load([path], plain)
        (said,) = (
            s.statement
            for s in plain.told(plain.documents()[0].id).statements
            if s.statement.relation == "CHAIRS"
        )
        board, agency = (
            Party(n, k)
            for n, k in (("Harbour Board", Kind.BODY), ("Agence de l’eau", Kind.ORGANIZATION))
        )
        decide(
            plain,
            ledger,
            [
                Decision(Action.REJECT, said=said_of(said)),
                Decision(Action.MERGE, (board, agency)),
                Decision(Action.RENAME, (Party("programme Halle", Kind.PROJECT),), name="Halle"),
            ],
        )
        poured(path, 0, bulk, decisions=ledger.path)
        alike(plain, bulk)
        assert len(bulk.frames()[1]) == 1


def test_whoever_was_erased_is_in_no_large_list(tmp_path: Path) -> None:
    path, ledger = tmp_path / "statements.csv", Ledger(tmp_path / "decisions.yaml")
    ledger.add([Decision(Action.FORGET, erasure=erasure_of(["Ada Roy"]))])
    listed = [
        ["Source", "Phase", "Relation", "Target"],
        ["Mme Ada Roy", "2024", "chairs", "Harbour Board"],
        ["Harbour Board", "while Ada Roy leads", "oversees", "programme Halle"],
        ["Harbour Board", "after Roy", "oversees", "programme Quai"],
        ["Bo Roy", "", "chairs", "Harbour Board"],
        ["Harbour Board", "", "oversees", "Ada Roy-Nil scheme"],
    ]
    path.write_bytes(written(listed, ";"))
    with MemoryStore() as plain, MemoryStore() as bulk:
        one = poured(path, 10**9, plain, decisions=ledger.path)
        other = poured(path, 0, bulk, decisions=ledger.path)
        alike(plain, bulk)
        assert one.statements == other.statements
        assert other.notes == []
        (document,) = bulk.documents()
        told = repr(bulk.told(document.id))
        assert "Ada Roy-Nil" in told
        assert "Bo Roy" in told
        assert all(gone not in told.replace("Ada Roy-Nil", "") for gone in ("Ada", "after Roy"))


def test_a_filled_store_takes_a_large_list(tmp_path: Path) -> None:
    first, path = tmp_path / "first.csv", tmp_path / "statements.csv"
    names = ["The Harbour Board (HB)", "funds", "Agence de l’eau", "2020"]
    first.write_bytes(written([LISTED[0], names, names], ","))
    path.write_bytes(written(LISTED, ","))
    with LadybugStore() as plain, LadybugStore() as bulk:
        for store, large in ((plain, 10**9), (bulk, 0)):
            poured(first, 10**9, store)
            poured(path, large, store)
        alike(plain, bulk)
        path.write_bytes(written(LISTED[:-1], ","))
        for store, large in ((plain, 10**9), (bulk, 0)):
            poured(path, large, store)
        alike(plain, bulk)
