"""What every store does when documents are written, changed and forgotten."""

from __future__ import annotations

import pytest
from conformance.graphs import (
    AGENCY,
    BOARD,
    HARBOUR,
    MINISTRY,
    charter,
    edges,
    found_by,
    minutes,
    picture,
    states,
    told,
)

from stakeholder_graph.errors import InputError, VocabularyError
from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Review,
    Stakeholder,
    Store,
    StoredStatement,
)
from stakeholder_graph.graph.stores import batches


def test_a_statement_is_an_edge_that_holds_all_it_says(any_store: Store) -> None:
    statement = states(
        AGENCY,
        "OVERSEES",
        HARBOUR,
        "charter",
        quote="l'Agence suit le projet, « une fois livré »",
        place=Place(120, 163, "line 7"),
        qualifiers=Qualifiers("operation", "2024", "2026-05", "monthly", "if funded", ("A", "B")),
        confidence=0.75,
        asserted_by="rule:oversees",
        review=Review.ACCEPTED,
    )
    told("charter", statement).write_to(any_store)
    said = ("l'Agence suit le projet, « une fois livré »", "charter", 120, 163, "line 7")
    qualifiers = ("operation", "2024", "2026-05", "monthly", "if funded", ("A", "B"))
    read = (0.75, "rule:oversees", "accepted", "Port Agency", "Harbour project", "", "")
    ends = (statement.statement.id, "port-agency", "OVERSEES", "harbour-project")
    assert picture(any_store)["statements"] == [(*ends, *said, *qualifiers, *read)]


def test_what_is_not_stated_is_empty_and_never_null(any_store: Store) -> None:
    told("charter", states(AGENCY, "PILOTS", HARBOUR, "charter")).write_to(any_store)
    (row,) = picture(any_store)["statements"]
    assert None not in row
    assert row[6:8] == (-1, -1)
    assert row[9:15] == ("", "", "", "", "", ())


def test_documents_are_listed_without_text_and_give_it_when_asked(any_store: Store) -> None:
    whole = Document("a.md", "Title", "/docs/a.md", "fr", "ab" * 32, "Texte — entier", "2025-01-01")
    any_store.write(whole, {}, [])
    (listed,) = any_store.documents()
    assert listed == Document("a.md", "Title", "/docs/a.md", "fr", "ab" * 32, "", "2025-01-01")
    assert any_store.text("a.md") == "Texte — entier"
    assert any_store.text("b.md") == ""


def test_loading_again_changes_nothing(any_store: Store) -> None:
    for document in (charter(), minutes()):
        document.write_to(any_store)
    before = picture(any_store)
    charter().write_to(any_store)
    assert picture(any_store) == before


def test_a_changed_document_replaces_what_it_stated(any_store: Store) -> None:
    charter().write_to(any_store)
    told("charter", states(MINISTRY, "PILOTS", HARBOUR, "charter")).write_to(any_store)
    assert edges(any_store) == {("ministry-works", "PILOTS", "harbour-project", "charter")}
    assert {s.id for s in any_store.stakeholders()} == {"ministry-works", "harbour-project"}
    assert found_by(any_store, "pa") == set()


def test_two_documents_that_say_the_same_are_two_edges(any_store: Store) -> None:
    charter().write_to(any_store)
    minutes().write_to(any_store)
    piloting = {edge for edge in edges(any_store) if edge[1] == "PILOTS"}
    assert {document for *_, document in piloting} == {"charter", "minutes"}


def test_forgetting_removes_one_document_and_whom_only_it_mentions(any_store: Store) -> None:
    minutes().write_to(any_store)
    alone = picture(any_store)
    charter().write_to(any_store)
    told("extra", states(AGENCY, "FUNDS", Mention("Quay", Kind.PLACE), "extra")).write_to(any_store)
    assert any_store.forget("charter")
    assert any_store.forget("extra")
    assert picture(any_store) == alone


def test_forgetting_the_last_document_leaves_nothing(any_store: Store) -> None:
    charter().write_to(any_store)
    assert any_store.forget("charter")
    assert not any(picture(any_store).values())


def test_forgetting_what_is_not_there_says_so(any_store: Store) -> None:
    charter().write_to(any_store)
    before = picture(any_store)
    assert not any_store.forget("minutes")
    assert picture(any_store) == before


def test_a_document_without_statements_is_kept_with_its_mentions(any_store: Store) -> None:
    told("list", agency=[AGENCY]).write_to(any_store)
    assert [s.name for s in any_store.stakeholders()] == ["Port Agency"]
    told("list").write_to(any_store)
    assert any_store.stakeholders() == []
    assert [d.id for d in any_store.documents()] == ["list"]


def test_a_stakeholder_is_called_what_most_documents_call_it(any_store: Store) -> None:
    short, long = Mention("MoW", Kind.BODY), MINISTRY
    told("a", works=[short]).write_to(any_store)
    told("b", works=[long]).write_to(any_store)
    told("c", works=[long]).write_to(any_store)
    organization = Stakeholder("works", "Ministry of Works", Kind.ORGANIZATION, ("MoW",))
    assert any_store.stakeholders() == [organization]
    any_store.forget("b")
    any_store.forget("c")
    assert any_store.stakeholders() == [Stakeholder("works", "MoW", Kind.BODY)]
    assert found_by(any_store, "ministry works") == set()


def test_a_name_that_depends_on_another_shows_it(any_store: Store) -> None:
    told("a", board=[BOARD]).write_to(any_store)
    (board,) = any_store.stakeholders()
    assert (board.name, board.aliases) == ("steering board (Harbour)", ("steering board",))
    assert found_by(any_store, "steering board") == {"board"}


def test_a_name_leads_to_everyone_who_bears_it(any_store: Store) -> None:
    other = Mention("steering board", Kind.BODY, scope="Bridge")
    told("a", one=[BOARD], two=[other]).write_to(any_store)
    assert found_by(any_store, "steering board") == {"one", "two"}
    told("a", two=[other]).write_to(any_store)
    assert found_by(any_store, "steering board") == {"two"}


def test_several_mentions_in_one_document_are_all_kept(any_store: Store) -> None:
    named = [MINISTRY, Mention("the Works", Kind.ORGANIZATION), MINISTRY]
    told("a", states(MINISTRY, "FUNDS", HARBOUR, "a"), **{"ministry-works": named}).write_to(
        any_store
    )
    assert len(picture(any_store)["mentions"]) == 3
    assert len(edges(any_store)) == 1
    told("a", states(MINISTRY, "FUNDS", HARBOUR, "a"), **{"ministry-works": named}).write_to(
        any_store
    )
    assert len(picture(any_store)["statements"]) == 1
    assert any_store.forget("a")
    assert any_store.stakeholders() == []


def test_of_the_same_statement_twice_the_surer_is_kept(any_store: Store) -> None:
    pair = [states(AGENCY, "PILOTS", HARBOUR, "a", confidence=c) for c in (0.9, 0.4)]
    told("a", *pair).write_to(any_store)
    forwards = picture(any_store)
    assert any_store.run("MATCH ()-[r:PILOTS]->() RETURN r.confidence AS c") == [{"c": 0.9}]
    told("a", *reversed(pair)).write_to(any_store)
    assert picture(any_store) == forwards


def test_a_relation_to_itself_is_kept_and_forgotten(any_store: Store) -> None:
    told("a", states(AGENCY, "FUNDS", AGENCY, "a")).write_to(any_store)
    assert edges(any_store) == {("port-agency", "FUNDS", "port-agency", "a")}
    assert any_store.forget("a")
    assert any_store.stakeholders() == []


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        (states(AGENCY, "DANCES_WITH", HARBOUR, "charter"), VocabularyError),
        (states(AGENCY, "PILOTS]->() DETACH DELETE n //", HARBOUR, "charter"), VocabularyError),
        (states(AGENCY, "PILOTS", HARBOUR, "minutes"), InputError),
        (states(AGENCY, "PILOTS", HARBOUR, "charter", quote="half \ud83d"), InputError),
    ],
    ids=["unknown relation", "Cypher as a relation", "of another document", "half a character"],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    any_store: Store, statement: StoredStatement, error: type[InputError]
) -> None:
    charter().write_to(any_store)
    before = picture(any_store)
    with pytest.raises(error):
        any_store.write(Document("charter"), {}, [statement])
    assert picture(any_store) == before


HOSTILE = (
    "`}) DETACH DELETE n //",
    "'; MATCH (n) DETACH DELETE n; --",
    "</script><script>alert(1)</script>",
    "$rows {x: 1} \\u0027 \\",
    "tabs\tand\r\nlines\x00nul",
    "🏗️ e\u0301 \u202eright to left",
    " ",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_values_are_kept_verbatim(any_store: Store, value: str) -> None:
    charter().write_to(any_store)
    before = picture(any_store)
    odd = Mention(value, Kind.PROJECT, (value + "2",), value)
    whole = Document(value, value, value, value, value, value, value)
    partners = Qualifiers(value, value, value, value, value, (value, value))
    statement = states(odd, "FUNDS", odd, value, quote=value, qualifiers=partners)
    any_store.write(whole, {}, [statement])
    assert any_store.text(value) == value
    after = picture(any_store)
    assert len(after["stakeholders"]) == len(before["stakeholders"]) + 1
    (row,) = set(after["statements"]) - set(before["statements"])
    assert row[4:6] == (value, value)
    assert any_store.forget(value)
    assert picture(any_store) == before


def test_long_lists_are_written_in_parts(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_SIZE", 2)
    many = [Mention(f"Partner {n}", Kind.ORGANIZATION, (f"P{n}",)) for n in range(7)]
    whole = told("a", *(states(m, "FUNDS", HARBOUR, "a") for m in many))
    whole.write_to(any_store)
    assert edges(any_store) == {(f"partner-{n}", "FUNDS", "harbour-project", "a") for n in range(7)}
    assert found_by(any_store, "p6") == {"partner-6"}
    told("a").write_to(any_store)
    assert any_store.stakeholders() == []
