"""The built-in vocabulary, a user's own, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from stakeholder_graph.errors import VocabularyError
from stakeholder_graph.graph import Implication, Kind, load_vocabulary

RELATIONS = (
    "PILOTS SPONSORS COMMISSIONS ACCOUNTABLE_FOR OVERSEES CHAIRS CO_CHAIRS PARTICIPATES_IN "
    "GOVERNS IMPLEMENTS FUNDS ADVISES REPORTS_TO APPOINTS PART_OF HOSTS"
).split()


def own(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    return path


def test_the_built_in_relations_are_complete() -> None:
    vocabulary = load_vocabulary()
    assert list(vocabulary.relations) == RELATIONS
    assert set(vocabulary.kinds) == set(Kind)
    for relation in vocabulary.relations.values():
        assert relation.meaning.endswith(".")
        assert relation.sources and relation.targets
        assert set(relation.labels) == {"en", "fr"}


def test_a_file_of_ones_own_adds_relations(tmp_path: Path) -> None:
    text = """
relations:
  LOBBIES: {meaning: Speaks for a cause., source: organization, target: [body, person], raci: C}
accountability: [{relations: [LOBBIES]}]
phases: {trial: [pilot phase]}
"""
    vocabulary = load_vocabulary(own(tmp_path, text))
    assert list(vocabulary.relations) == [*RELATIONS, "LOBBIES"]
    assert vocabulary.relation("lobbies").joins(Kind.ORGANIZATION, Kind.BODY)
    assert not vocabulary.relation("lobbies").joins(Kind.PERSON, Kind.BODY)
    assert [step.relations for step in vocabulary.accountability] == [("LOBBIES",)]
    assert vocabulary.phase("in the Pilot Phase") == "trial"


def test_a_file_of_ones_own_gives_other_letters_to_relations_there_are(tmp_path: Path) -> None:
    text = "raci: {SPONSORS: i, OVERSEES: none, PARTICIPATES_IN: ~, FUNDS: C}\nimplied: []"
    vocabulary = load_vocabulary(own(tmp_path, text))
    assert list(vocabulary.relations) == RELATIONS
    letters = {name: relation.raci for name, relation in vocabulary.relations.items()}
    built_in = {name: relation.raci for name, relation in load_vocabulary().relations.items()}
    changed = {"SPONSORS": "I", "OVERSEES": "", "PARTICIPATES_IN": "", "FUNDS": "C"}
    assert letters == built_in | changed
    assert load_vocabulary().implied
    assert vocabulary.implied == ()


def test_letters_that_follow_may_be_replaced(tmp_path: Path) -> None:
    text = (
        "implied: [{letter: I, relations: [CHAIRS], via: GOVERNS}, {letter: C, towards: [FUNDS]}]"
    )
    assert load_vocabulary(own(tmp_path, text)).implied == (
        Implication("I", ("CHAIRS",), "GOVERNS"),
        Implication("C", towards=("FUNDS",)),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("relations: {LOBBIES: {}}", "no meaning"),
        ("relations: {lobbies: {meaning: x}}", "write it LIKE_THIS"),
        ("relations: {'A` //': {meaning: x}}", "bad name"),
        ("relations: {PILOTS: {meaning: x}}", "redefines PILOTS"),
        ("relations: {L: {meaning: x, source: robot}}", "kinds are organization, person"),
        ("relations: {L: {meaning: x, colour: red}}", "write it #RRGGBB"),
        ("relations: {L: {meaning: x, raci: Z}}", "use R, A, C or I"),
        ("relations: {L: {meaning: x}}\naccountability: [{relations: [M]}]", "names M"),
        ("relations: [", "is not YAML"),
        ("[]", "no `relations` mapping"),
        ("relations: []", "`relations` is no mapping"),
        ("raci: {PILOTS: Z}", "use R, A, C or I, or none"),
        ("raci: {LEADS: R}", "`raci` names LEADS; use PILOTS"),
        ("raci: [PILOTS]", "`raci` is no mapping"),
        ("implied: [{letter: C, relations: [LEADS], via: GOVERNS}]", "name LEADS"),
        ("implied: [C]", "`implied` has another form"),
        ("implied: [{relations: [CHAIRS]}]", "`implied` has another form"),
    ],
)
def test_a_wrong_file_is_said_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(VocabularyError, match=message) as caught:
        load_vocabulary(path)
    assert caught.value.where == str(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_vocabulary(tmp_path / "no.yaml")


def test_an_unknown_relation_is_said_with_those_there_are() -> None:
    with pytest.raises(VocabularyError, match="use one of PILOTS, SPONSORS"):
        load_vocabulary().relation("dances with")
