"""Questions in words: on every store, and never a guess."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Review,
    Statement,
    Store,
    StoredStatement,
    load_vocabulary,
    open_store,
)
from stakeholder_graph.queries.questions import ask

Tell = Callable[..., Store]

BOARD = "comité de pilotage (Nouvel Élan)"


def test_a_question_is_answered_on_every_store(project: Store) -> None:
    reply = ask(project, "Qui co-préside le COPIL ?")
    assert (reply.outcome, set(reply.names)) == ("stated", {"direction du Nord", "préfet"})
    assert str(reply.understood) == f"qui CO_CHAIRS {BOARD}"
    facts = reply.as_dict()
    assert facts["understood"]["known"] == BOARD
    assert facts["answers"][0]["quote"] == "co-présidé avec le préfet"
    assert facts["answers"][0]["document"] == "charter.md"


def test_names_and_phases_cross_languages(project: Store) -> None:
    reply = ask(project, "Who is accountable for Nouvel Élan once it is delivered?")
    assert (reply.outcome, reply.names) == ("stated", ("direction des prisons",))
    assert ask(project, "Which bodies does the prefect sit on?").names == (BOARD,)
    assert ask(project, "What does the Labour Agency lead?").names == ("Nouvel Élan",)


def test_the_ladder_answers_who_is_accountable(project: Store) -> None:
    reply = ask(project, "Who is accountable for Nouvel Élan?")
    assert reply.answer
    assert reply.answer.besides
    assert reply.as_dict()["besides"]["outcome"] == "derived"


def test_who_is_in_charge_is_the_head_of_the_card(project: Store) -> None:
    names = set(ask(project, "Qui est en charge de Nouvel Élan ?").names)
    assert {"direction des prisons", "ministère du Droit", "agence du travail"} <= names
    assert not names & {"mairie", "service d'insertion"}


def test_silence_is_not_a_no(project: Store) -> None:
    reply = ask(project, "Does the mairie fund Nouvel Élan?")
    assert (reply.outcome, reply.names) == ("not stated", ())


def test_a_name_that_several_bear_gets_candidates(tell: Tell) -> None:
    store = tell(
        ("A", "CHAIRS", Mention("comité", Kind.BODY, (), "Nord")),
        ("B", "CHAIRS", Mention("comité", Kind.BODY, (), "Sud")),
    )
    reply = ask(store, "Qui préside le comité ?")
    assert reply.outcome == "not understood"
    assert reply.misunderstood
    assert reply.misunderstood.unplaced == ("comité",)
    assert set(reply.misunderstood.candidates) == {"comité (Nord)", "comité (Sud)"}


def test_an_unknown_name_gets_candidates(project: Store) -> None:
    reply = ask(project, "Qui préside le comité de pilotages ?")
    assert reply.misunderstood
    assert reply.misunderstood.candidates[0] == BOARD
    assert reply.as_dict()["understood"]["relation"] == "CHAIRS"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "Qui ?",
        "§0",
        "Who chairs §0?",
        "Quel temps fait-il ?",
        "Combien de membres compte le COPIL ?",
        "Qui ne siège pas au COPIL ?",
        "Who should chair the COPIL?",
        "Qui préside le COPIL de Lens ?",
        "Who chairs the COPIL and who pays the bills?",
        "Who " * 200,
        "x" * 5000,
    ],
)
def test_what_is_not_plain_is_not_answered(project: Store, question: str) -> None:
    assert ask(project, question).outcome == "not understood"


def test_a_rejected_statement_does_not_answer(tell: Tell) -> None:
    store = tell(
        ("A", "FUNDS", "projet X", {"review": Review.REJECTED}), ("B", "PILOTS", "projet X")
    )
    assert ask(store, "Qui finance le projet X ?").outcome == "not stated"


def test_documents_that_name_two_chairs_are_both_shown(tell: Tell) -> None:
    body = Mention("harbour board", Kind.BODY)
    store = tell((Mention("Ann Lee", Kind.PERSON), "CHAIRS", body))
    tell((Mention("Bob Ray", Kind.PERSON), "CHAIRS", body), document="minutes.md")
    reply = ask(store, "Who chairs the harbour board?")
    assert (reply.outcome, set(reply.names)) == ("conflicting", {"Ann Lee", "Bob Ray"})


def test_a_post_is_more_than_the_relation_it_words(tell: Tell) -> None:
    board = Mention("harbour board", Kind.BODY)
    ann, bob = Mention("Ann Lee", Kind.PERSON), Mention("Bob Ray", Kind.PERSON)
    store = tell(
        (ann, "PARTICIPATES_IN", board, {"quote": "Ann Lee, treasurer;"}),
        (bob, "PARTICIPATES_IN", board, {"quote": "Bob Ray, member."}),
    )
    assert ask(store, "Who is the treasurer of the harbour board?").names == ("Ann Lee",)
    assert ask(store, "Who is the secretary of the harbour board?").outcome == "not stated"


def test_whether_somebody_is_accountable_follows_the_ladder(project: Store) -> None:
    reply = ask(project, "Is the ministère du Droit accountable for Nouvel Élan?")
    assert (reply.outcome, reply.names) == ("derived", ("ministère du Droit",))
    assert ask(project, "Is the mairie accountable for Nouvel Élan?").outcome == "not stated"


def test_relations_of_ones_own_go_by_their_labels(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "relations:\n  TWINS:\n    meaning: Is twinned with it.\n"
        "    inverse: is twinned by\n    label: {en: twins, fr: jumelle}\n",
        encoding="utf-8",
    )
    vocabulary = load_vocabulary(file)
    a, b = Mention("city of Aye", Kind.PLACE), Mention("city of Bee", Kind.PLACE)
    said = Statement(a, "TWINS", b, "Aye twins Bee.", "a.md")
    with open_store(":memory:", vocabulary=vocabulary) as store:
        store.write(Document("a.md"), {}, [StoredStatement("aye", "bee", said)])
        for question in ("Who twins the city of Bee?", "Qui jumelle city of Bee ?"):
            assert ask(store, question, vocabulary=vocabulary).names == ("city of Aye",)
        for question in ("What does the city of Aye twin?", "What is twinned by the city of Aye?"):
            assert ask(store, question, vocabulary=vocabulary).names == ("city of Bee",)


def test_what_is_said_of_the_making_of_a_thing_answers_for_it(tell: Tell) -> None:
    port = Mention("Port Renewal", Kind.ORGANIZATION)
    store = tell(
        ("Fund of the Sea", "FUNDS", Mention("project", Kind.PROJECT, (), "Port Renewal")),
        ("Fund of the Sea", "FUNDS", Mention("quays", Kind.PROJECT, (), "Port Renewal")),
        (port, "PART_OF", "Harbour"),
    )
    reply = ask(store, "Who funds the Port Renewal?")
    assert (reply.outcome, reply.names) == ("derived", ("Fund of the Sea",))
    assert "what is said of project (Port Renewal) answers" in reply.as_dict()["rule"]
    assert ask(store, "Who chairs the Port Renewal?").outcome == "not stated"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("SPIP", "SPIP de la Creuse"),
        ("Bayside Builders", "Bayside Builders Ltd"),
        ("Ms Lee", "Ann Lee"),
        ("HMA", "Harbour Maritime Authority"),
        ("Harbour Authority", ""),
        ("Creuse", ""),
        ("Harbour", ""),
    ],
)
def test_a_short_name_must_still_say_what_it_is(tell: Tell, said: str, meant: str) -> None:
    store = tell(
        ("SPIP de la Creuse", "FUNDS", "projet X"),
        ("Bayside Builders Ltd", "FUNDS", "projet X"),
        (Mention("Ann Lee", Kind.PERSON), "FUNDS", "projet X"),
        ("Harbour Maritime Authority", "FUNDS", "projet X"),
    )
    reply = ask(store, f"What does the {said} fund?")
    assert reply.names == (("projet X",) if meant else ())
    found = reply.understood.known[0].one.name if reply.understood else ""
    assert found == meant


def test_who_somebody_is_is_what_they_do_or_who_holds_a_post(tell: Tell) -> None:
    lee = Mention("Ann Lee", Kind.PERSON, ("mayor of Greenport",))
    quote = "Ann Lee, mayor of Greenport, chairs it."
    store = tell((lee, "CHAIRS", Mention("harbour board", Kind.BODY), {"quote": quote}))
    assert ask(store, "Who is Ann Lee?").names == ("harbour board",)
    assert ask(store, "Who is the mayor of Greenport?").names == ("Ann Lee",)
    assert ask(store, "Who is the mayor of Hull?").outcome == "not understood"


def test_a_date_limits_what_answers(tell: Tell) -> None:
    store = tell(
        ("A", "FUNDS", "projet X", {"until": "2024-12-31"}),
        ("B", "FUNDS", "projet X", {"since": "2025-01-01"}),
    )
    assert ask(store, "Qui finance le projet X en 2023 ?").names == ("A",)
    assert ask(store, "Who has funded the projet X since 2025?").names == ("B",)
