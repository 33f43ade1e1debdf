"""Phases: the words of documents and of questions."""

import pytest

from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.queries.phases import answers, named_phases, order

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("Une fois livré et en fonctionnement", "operation"),
        ("once delivered", "operation"),
        ("à la livraison", "operation"),
        ("avant la mise en service", "design construction"),
        ("jusqu'à la livraison", "design construction"),
        ("until handover", "design construction"),
        ("before the building is delivered", "design construction"),
        ("once the building is delivered", "operation"),
        ("une fois le chantier livré", "operation"),
        ("après la livraison", "operation closure"),
        ("après les travaux", "operation closure"),
        ("une fois les travaux achevés", "operation closure"),
        ("until works are complete", "design construction"),
        ("jusqu'à la fin des travaux", "design construction"),
        ("conception et travaux", "design construction"),
        ("de la conception à la livraison", "design construction"),
        ("de la conception à l'exploitation", "design construction operation"),
        ("during construction and after handover", "construction operation"),
        ("hors phase travaux", "design operation closure"),
        ("tout au long du projet", "design construction operation closure"),
        ("at every stage", "design construction operation closure"),
        ("pendant toute la durée des travaux", "construction"),
        ("fin de vie", "closure"),
        ("chaque semestre", ""),
        ("avant la conception", ""),
    ],
)
def test_prepositions_around_the_name_of_a_phase_are_read(words: str, phases: str) -> None:
    assert named_phases(words, VOCABULARY) == frozenset(phases.split())


@pytest.mark.parametrize(
    ("asked", "stated", "yes"),
    [
        ("operation", "une fois livré et en fonctionnement", True),
        ("en service", "une fois livré et en fonctionnement", True),
        ("construction", "une fois livré et en fonctionnement", False),
        ("travaux", "", True),
        ("", "travaux", True),
        ("OPERATION", "avant l'ouverture", False),
        ("saison", "pendant la saison des fêtes", True),
        ("saison", "avant la saison des fêtes", False),
        ("Phase 2", "phase 2", True),
        ("phase 2", "phase 1", False),
        ("phase 2", "phase 21", False),
        ("travaux du lot 2", "travaux du lot 1", False),
        ("travaux", "travaux du lot 1", True),
        ("pilote", "phase pilote", True),
        ("copilote", "phase pilote", False),
        ("!!!", "travaux", True),
    ],
)
def test_a_statement_answers_for_its_phase_only(asked: str, stated: str, yes: bool) -> None:
    assert answers(asked, stated, VOCABULARY) is yes


def test_phases_sort_as_the_vocabulary_lists_them_without_a_phase_first() -> None:
    words = ["fermeture", "une fois livré", "phase pilote", "", "travaux", "études"]
    by_phase = sorted(words, key=lambda text: order(text, VOCABULARY))
    assert by_phase == ["", "études", "travaux", "une fois livré", "fermeture", "phase pilote"]
