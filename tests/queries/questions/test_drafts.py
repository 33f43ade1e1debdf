"""How a question becomes a statement with a hole: what is asked, of whom, when."""

from __future__ import annotations

import pytest

from stakeholder_graph.graph import Kind, Stakeholder, load_vocabulary
from stakeholder_graph.queries.questions import english, french
from stakeholder_graph.queries.questions.masking import Masked, mask
from stakeholder_graph.queries.questions.moments import when
from stakeholder_graph.queries.questions.names import Known
from stakeholder_graph.queries.questions.words import language_of, load_words

FRENCH = {
    "Qui finance §0 ?": "¿ finance §0",
    "Que finance §0 ?": "§0 finance ¿",
    "Qu'est-ce que §0 finance ?": "§0 finance ¿",
    "Par qui §0 est-il financé ?": "§0 est financé par ¿",
    "§0 est financé par qui ?": "§0 est financé par ¿",
    "À qui est confiée la gestion de §0 ?": "la gestion de §0 est confiée à ¿",
    "Sous l'autorité de qui §0 est-il placé ?": "§0 est placé sous l'autorité de ¿",
    "Dans quelles instances siège §0 ?": "§0 siège dans ¿",
    "Quels organismes finance §0 ?": "§0 finance ¿",
    "Quels organismes financent §0 ?": "¿ financent §0",
    "Est-ce que §0 finance §1 ?": "§0 finance §1",
    "§0 finance-t-il §1 ?": "§0 finance §1",
    "Quel est le maître d'ouvrage de §0 ?": "¿ est le maître d'ouvrage de §0",
}
ENGLISH = {
    "Who funds §0?": "¿ funds §0",
    "What does §0 fund?": "§0 funds ¿",
    "Who is §0 led by?": "§0 is led by ¿",
    "By whom is §0 led?": "§0 is led by ¿",
    "§0 reports to whom?": "§0 reports to ¿",
    "Which bodies does §0 sit on?": "§0 sits on ¿",
    "On which bodies does §0 sit?": "§0 sits on ¿",
    "Which agencies fund §0?": "¿ funds §0",
    "Whose responsibility is §0?": "§0 is the responsibility of ¿",
    "Under whose authority is §0?": "§0 is under the authority of ¿",
    "Does §0 oversee §1?": "§0 oversees §1",
    "Is §0 chaired by §1?": "§0 is chaired by §1",
    "What is §0 the chair of?": "§0 is the chair of ¿",
}


@pytest.mark.parametrize(("question", "draft"), FRENCH.items())
def test_french(question: str, draft: str) -> None:
    assert next(french.drafts(question, load_words("fr"))).text == draft


@pytest.mark.parametrize(("question", "draft"), ENGLISH.items())
def test_english(question: str, draft: str) -> None:
    assert next(english.drafts(question, load_words("en"))).text == draft


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who sits on the comité de pilotage du Pas-de-Calais ?", "en"),
        ("Qui préside le Steering Board of the Harbour Trust ?", "fr"),
        ("who chairs COPIL", "en"),
        ("qui pilote NCRN", "fr"),
        ("Le préfet est-il membre du COPIL ?", "fr"),
        ("Is the prefect a member of COPIL?", "en"),
        ("List the members of the conseil", "en"),
    ],
)
def test_the_language_is_that_of_the_little_words(question: str, language: str) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    ("question", "left", "phase", "at"),
    [
        ("Qui répond de §0 pendant les travaux ?", "Qui répond de §0 ?", "pendant les travaux", ""),
        ("Une fois livré, qui répond de §0 ?", "qui répond de §0 ?", "Une fois livré", ""),
        ("Who owns §0 once it is delivered?", "Who owns §0", "once it is delivered", ""),
        ("During construction, who owns §0?", "who owns §0?", "During construction", ""),
        ("Qui préside §0 en 2025 ?", "Qui préside §0 ?", "", "2025"),
        ("Qui préside §0 depuis le 3 mars 2024 ?", "Qui préside §0 ?", "", "2024-03-03"),
        ("Who chaired §0 in March 2026?", "Who chaired §0 ?", "", "2026-03"),
        ("Who owns §0 after 31 December 2026?", "Who owns §0 ?", "", "2027-01-01"),
        ("Who owned §0 before 2026?", "Who owned §0 ?", "", "2025-12-31"),
        ("Who owns §0 on March 3, 2026?", "Who owns §0 ?", "", "2026-03-03"),
    ],
)
def test_when_is_told_from_what(question: str, left: str, phase: str, at: str) -> None:
    words = load_words(language_of(question))
    moment = when(Masked(question, ()), words, load_vocabulary())
    assert (moment.asked.text.strip(" ?"), moment.phase, moment.at) == (left.strip(" ?"), phase, at)


@pytest.mark.parametrize(
    ("question", "said", "language", "masked"),
    [
        ("Qui finance le projet Nord ?", "Nord", "fr", "Qui finance le §0 ?"),
        ("Qui est responsable du projet Nord ?", "Nord", "fr", "Qui est responsable de §0 ?"),
        ("Qui siège au Nord ?", "Nord", "fr", "Qui siège à §0 ?"),
        ("Who audits the Nord (PN)?", "Nord", "en", "Who audits §0?"),
    ],
)
def test_a_name_goes_with_its_article(question: str, said: str, language: str, masked: str) -> None:
    start = question.index(said)
    named = Stakeholder("nord", "Nord", Kind.PROJECT, ("PN",))
    known = Known(said, start, start + len(said), (named,))
    assert mask(question, [known], language).text.replace("le §", "§") == masked.replace(
        "le §", "§"
    )
