"""Decisions and loads: whatever comes first, and in whatever order, the graph is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest
from conformance.graphs import edges
from opening import OpenEmpty

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Mention, Place, Statement, Store
from stakeholder_graph.loaders import (
    Action,
    Decision,
    Ledger,
    Party,
    Said,
    Source,
    decide,
    load,
    said_in,
    undo,
)

TEXTS = {
    "a.md": "Agence du bois (ADB) pilote Alpha.",
    "b.md": "Agence du bois-énergie pilote Beta.",
    "c.md": "ADB finance Beta.",
}
SENTENCE = re.compile(r"([\w -]+?)(?: \((\w+)\))? (pilote|finance) (\w+)\.")
BOIS, ENERGIE = Party("Agence du bois"), Party("Agence du bois-énergie")
MERGE = Decision(Action.MERGE, (BOIS, ENERGIE))


@dataclass(frozen=True)
class Read:
    statements: tuple[Statement, ...]
    rejected: tuple[()] = ()
    notes: tuple[str, ...] = ()


class PlainReader:
    def read_all(self, sources: Iterable[Source]) -> Iterator[Read]:
        for source in sources:
            text, id_ = source.document.text, source.document.id
            yield Read(
                tuple(
                    Statement(
                        Mention(m[1], Kind.ORGANIZATION, (m[2],) if m[2] else ()),
                        {"pilote": "PILOTS", "finance": "FUNDS"}[m[3]],
                        Mention(m[4], Kind.PROJECT),
                        m[0],
                        id_,
                        Place(m.start(), m.end()),
                    )
                    for m in SENTENCE.finditer(text)
                )
            )


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, "utf-8")


def put(store: Store, *names: str) -> object:
    return load(names, store, reader=PlainReader(), decisions="decisions.yaml").decisions


def ends(store: Store) -> set[tuple[str, str, str]]:
    return {(document, relation, source) for source, relation, _, document in edges(store)}


def test_the_order_of_documents_and_decisions_changes_nothing(
    store_make: str, open_empty: OpenEmpty
) -> None:
    expected = {
        ("a.md", "PILOTS", "agence-bois"),
        ("b.md", "PILOTS", "agence-bois"),
        ("c.md", "FUNDS", "agence-bois"),
    }
    orders = [o for o in permutations(TEXTS) if o.index("a.md") < o.index("c.md")]
    for order in orders if store_make == "ladybug" else orders[:1]:
        Ledger(Path("decisions.yaml")).replace([])
        with open_empty() as store:
            put(store, *order)
            decide(store, Ledger(Path("decisions.yaml")), [MERGE])
            assert ends(store) == expected
        with open_empty() as store:
            for name in order:
                put(store, name)
            assert ends(store) == expected
        with open_empty() as store:
            put(store, *order)
            assert ends(store) == expected


def test_what_is_loaded_after_a_merge_comes_apart_with_it(any_store: Store) -> None:
    ledger = Ledger(Path("decisions.yaml"))
    put(any_store, "a.md", "b.md")
    decide(any_store, ledger, [MERGE])
    put(any_store, "c.md")
    Path("d.md").write_text("Agence du bois-énergie finance Gamma.", "utf-8")
    put(any_store, "d.md")
    assert ("d.md", "FUNDS", "agence-bois") in ends(any_store)
    undo(any_store, ledger, 1)
    assert ends(any_store) == {
        ("a.md", "PILOTS", "agence-bois"),
        ("b.md", "PILOTS", "agence-bois-energie"),
        ("c.md", "FUNDS", "agence-bois"),
        ("d.md", "FUNDS", "agence-bois-energie"),
    }


def test_a_rejection_survives_a_document_that_changes_around_it(any_store: Store) -> None:
    ledger = Ledger(Path("decisions.yaml"))
    put(any_store, "a.md")
    (row,) = any_store.frames()[1].itertuples()
    decide(any_store, ledger, [Decision(Action.REJECT, said=said_in(any_store, str(row.Index)))])
    Path("a.md").write_text(f"# New\n\n{TEXTS['a.md']}\n", "utf-8")
    put(any_store, "a.md")
    assert any_store.frames()[1].empty
    Path("a.md").write_text("Nothing.\n", "utf-8")
    put(any_store, "a.md")
    assert put(any_store, "a.md").stale == {1: "stale: a.md does not say this any more"}


def test_names_that_a_person_keeps_apart_are_not_joined(any_store: Store) -> None:
    Path("e.md").write_text("Agence du bois (ADB) pilote Alpha. ADB finance Beta.", "utf-8")
    Ledger(Path("decisions.yaml")).add([Decision(Action.APART, (BOIS, Party("ADB")))])
    Path("a.md").write_text("Agence du bois pilote Alpha.", "utf-8")
    put(any_store, "a.md", "c.md")
    assert len({source for _, _, source in ends(any_store)}) == 2


def test_a_decision_that_contradicts_is_not_written(any_store: Store) -> None:
    ledger = Ledger(Path("decisions.yaml"))
    put(any_store, *TEXTS)
    decide(any_store, ledger, [MERGE])
    with pytest.raises(InputError, match="contradict"):
        decide(any_store, ledger, [Decision(Action.APART, (ENERGIE, BOIS))])
    assert len(ledger.read()) == 1


def test_what_is_renamed_parted_and_added_survives_changed_documents(any_store: Store) -> None:
    ledger = Ledger(Path("decisions.yaml"))
    put(any_store, *TEXTS)
    said = Said("a.md", ENERGIE, "FUNDS", Party("Alpha"), "A letter.")
    decide(
        any_store,
        ledger,
        [
            Decision(Action.RENAME, (ENERGIE,), name="Bois-énergie SA"),
            Decision(Action.SPLIT, (BOIS,), name="Autre agence", documents=("c.md",)),
            Decision(Action.ADD, said=said),
        ],
    )
    for name, text in TEXTS.items():
        Path(name).write_text(f"# New\n\nAgence du bois finance Gamma.\n{text}\n", "utf-8")
    put(any_store, *TEXTS)
    names = {each.id: each.name for each in any_store.stakeholders()}
    told = {(document, relation, names[id_]) for document, relation, id_ in ends(any_store)}
    assert told == {
        ("a.md", "PILOTS", "Agence du bois"),
        ("a.md", "FUNDS", "Agence du bois"),
        ("a.md", "FUNDS", "Bois-énergie SA"),
        ("b.md", "PILOTS", "Bois-énergie SA"),
        ("b.md", "FUNDS", "Agence du bois"),
        ("c.md", "FUNDS", "Autre agence"),
    }
    for number in (3, 2, 1):
        undo(any_store, ledger, number)
    assert {id_ for _, _, id_ in ends(any_store)} == {"agence-bois", "agence-bois-energie"}
