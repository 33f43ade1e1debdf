"""A person who is forgotten is gone everywhere, and does not come back unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import BLOCK, Stakeholder, Store, compact, open_store
from stakeholder_graph.loaders import (
    Action,
    Decision,
    Erased,
    Ledger,
    Party,
    agenda,
    erasure_of,
    extract,
    forget_person,
    load,
    undo,
    without,
)

TEXT = """# Harbour Trust

Mrs Ann Roy chairs the Harbour Panel. Bo Roy funds the Harbour Trust.

The Harbour Panel was set up by the Harbour Trust and Ann Roy. Roy reports to the Coastal Trust.
"""


def everything(store: Store) -> str:
    ids = [each.id for each in store.documents()]
    told = [(store.told(id_), store.text(id_)) for id_ in ids]
    return f"{told} {store.stakeholders()} {store.frames()[1].to_csv()}"


def person(store: Store, name: str = "Ann Roy") -> Stakeholder:
    return next(each for each in store.stakeholders() if name in (each.name, *each.aliases))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(TEXT, "utf-8")
    return tmp_path


def test_nothing_of_the_person_is_left(folder: Path, any_store: Store) -> None:
    ledger = Ledger(folder / "decisions.yaml")
    load([folder / "docs"], any_store)
    lengths = len(any_store.text(any_store.documents()[0].id))
    ledger.add([Decision(Action.RENAME, (Party("Ann Roy"),), name="Dr Ann Roy", who="Ann Roy")])
    ledger.path.write_text(f"{ledger.path.read_text('utf-8')}# Ann Roy asked for it.\n", "utf-8")
    gone = forget_person(any_store, ledger, person(any_store))
    assert gone.statements
    assert gone.decisions[0].action is Action.RENAME
    assert "Ann" not in everything(any_store)
    assert "ann-roy" not in everything(any_store)
    assert "Ann" not in ledger.path.read_text("utf-8")
    text = any_store.text(any_store.documents()[0].id)
    assert (len(text), f"Mrs {BLOCK * 7} chairs" in text) == (lengths, True)
    assert f"{BLOCK * 3} reports" in text  # her surname alone, where she is meant
    assert "Bo Roy funds" in text


def test_whoever_is_forgotten_stays_out(folder: Path, any_store: Store) -> None:
    ledger = Ledger(folder / "decisions.yaml")
    load([folder / "docs"], any_store)
    forget_person(any_store, ledger, person(any_store))
    text = "# Quay Panel\n\nDr Ann ROY chairs the Quay Panel. The Quay Panel advises Bo Roy.\n"
    (folder / "docs" / "b.md").write_text(text, "utf-8")
    load([folder / "docs"], any_store, decisions=ledger.path, force=True)
    assert "Ann" not in everything(any_store)
    assert "Quay Panel" in everything(any_store)
    (read,) = extract([folder / "docs" / "b.md"])
    assert "Ann" not in repr(without(read, _erased(ledger)))
    assert not any("Ann" in repr(q) for q in agenda(any_store, ledger.read(), doubt=1))


def test_a_list_that_takes_the_person_for_another_kind(folder: Path, any_store: Store) -> None:
    load([folder / "docs"], any_store)
    ledger = Ledger(folder / "decisions.yaml")
    forget_person(any_store, ledger, person(any_store))
    rows = 'Source,Source kind,Relation,Target\n"Roy, Ann",organization,funds,Reef Trust\n'
    (folder / "rows.csv").write_text(f"{rows}Roy Trust,organization,funds,Reef Trust\n", "utf-8")
    load([folder / "rows.csv"], any_store, decisions=ledger.path)
    names = {each.name for each in any_store.stakeholders()}
    assert "Roy Trust" in names
    assert not {"Roy, Ann", "Ann Roy"} & names


def test_it_can_be_taken_back_and_read_again(folder: Path, any_store: Store) -> None:
    ledger = Ledger(folder / "decisions.yaml")
    load([folder / "docs"], any_store)
    before = {each.id for each in any_store.stakeholders()}
    forget_person(any_store, ledger, person(any_store))
    undo(any_store, ledger, 1)
    load([folder / "docs"], any_store, decisions=ledger.path, force=True)
    assert {each.id for each in any_store.stakeholders()} == before


def test_no_page_of_the_file_holds_what_was_removed(folder: Path) -> None:
    address = str(folder / "s.lbug")
    with open_store(address) as store:
        load([folder / "docs"], store)
        forget_person(store, Ledger(folder / "decisions.yaml"), person(store))
        held = everything(store)
    compact(address)
    assert b"Ann" not in b"".join(path.read_bytes() for path in folder.glob("s.lbug*"))
    with open_store(address, read_only=True) as store:
        assert everything(store) == held


def test_only_persons_are_forgotten_so(folder: Path, any_store: Store) -> None:
    load([folder / "docs"], any_store)
    with pytest.raises(InputError, match="is no person"):
        forget_person(any_store, Ledger(folder / "d.yaml"), person(any_store, "Harbour Trust"))


def _erased(ledger: Ledger) -> Erased:
    return Erased(each.erasure for each in ledger.read() if each.erasure)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Claire Vasseur préside.", "██████████████ préside."),
        ("VASSEUR Claire préside.", "██████████████ préside."),
        ("Mme Vasseur préside.", "Mme ███████ préside."),
        ("Claire\nVasseur (claire.vasseur)", "██████████████ (██████████████)"),
        ("Claire Vasseur dort. Vasseur rit.", "██████████████ dort. ███████ rit."),
        ("Claire Vasseur, Paul Vasseur", "██████████████, Paul Vasseur"),
        ("Claire Vasseur-Morin", "Claire Vasseur-Morin"),
        ("Marie-Claire Vasseur", "Marie-Claire Vasseur"),
        ("Claire. Rue Vasseur, Levasseur", "Claire. Rue Vasseur, Levasseur"),
        ("clairevasseur", "clairevasseur"),
    ],
)
def test_names_in_texts(text: str, hidden: str) -> None:
    erased = Erased([erasure_of(["Claire Vasseur", "directrice de l'Agence"])])
    assert erased.hide(text) == hidden
    assert erased.hide(hidden) == hidden


@pytest.mark.parametrize("name", ["Mme Claire Vasseur", "claire VASSEUR", "Dr. Vasseur"])
def test_spellings_of_a_name(name: str) -> None:
    assert Erased([erasure_of(["Claire Vasseur"])]).names(name)


def test_two_files_have_nothing_in_common() -> None:
    one, other = erasure_of(["Claire Vasseur"]), erasure_of(["Claire Vasseur"])
    assert not {*one.names, *one.surnames} & {*other.names, *other.surnames}
