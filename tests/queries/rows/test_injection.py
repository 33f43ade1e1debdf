"""Names are data: fragments of other languages neither run nor break anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stakeholder_graph.errors import InputError, NameNotFoundError, VocabularyError
from stakeholder_graph.graph import Kind, Mention, Store
from stakeholder_graph.queries import (
    accountable_for,
    compare,
    find,
    in_charge,
    members,
    path,
    raci_matrix,
    relations,
    show,
    what_if,
    who_is_accountable,
)
from stakeholder_graph.queries.audit import Exemption, audit
from stakeholder_graph.queries.questions import ask as ask_in_words

Tell = Callable[..., Store]

FRAGMENTS = [
    "x'}) DETACH DELETE n //",
    '"}) MATCH (n) DETACH DELETE n RETURN ("',
    "`) DROP TABLE Stakeholder; //",
    "$id",
    "{name: 'a'}",
    "\\u0027 OR 1=1 --",
    "</script><script>alert(1)</script>",
    "$(touch /tmp/owned); `id`",
    "%s %d {0} {name}",
    "line\nbreak\ttab",
    "'; CALL db.clearQueryCaches() YIELD value; '",
    "[bold red]markup[/]",
]
QUESTIONS: list[Callable[[Store, str], object]] = [
    accountable_for,
    find,
    in_charge,
    members,
    raci_matrix,
    show,
    what_if,
    who_is_accountable,
    lambda store, name: path(store, name, "X"),
    lambda store, name: relations(store, source=name),
    lambda store, name: relations(store, target=name),
]


def test_fragments_are_no_names(project: Store) -> None:
    before = project.frames()
    for fragment in FRAGMENTS:
        for ask in QUESTIONS:
            with pytest.raises(NameNotFoundError):
                ask(project, fragment)
        with pytest.raises(VocabularyError):
            relations(project, fragment)
        with pytest.raises(VocabularyError):
            raci_matrix(project, letters={fragment: "R"})
        with pytest.raises(VocabularyError):
            raci_matrix(project, letters={"pilots": fragment})
        with pytest.raises(InputError):
            who_is_accountable(project, "Nouvel Élan", at=fragment)
        assert who_is_accountable(project, "Nouvel Élan", fragment).names
        assert relations(project, document=fragment).empty
        for question in ("Qui finance {} ?", "Who chairs {}?", "{}", "Does {} fund Nouvel Élan?"):
            assert not ask_in_words(project, question.format(fragment)).answers
    after = project.frames()
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))


def test_stakeholders_with_such_names_are_found_and_answered_verbatim(tell: Tell) -> None:
    odd = [Mention(f"{fragment} {n}", Kind.BODY) for n, fragment in enumerate(FRAGMENTS)]
    store = tell(*((mention, "ACCOUNTABLE_FOR", f"X {n}") for n, mention in enumerate(odd)))
    for n, mention in enumerate(odd):
        assert find(store, mention.name).name == mention.name
        assert who_is_accountable(store, f"X {n}").names == (mention.name,)
        assert list(in_charge(store, f"X {n}")["source"]) == [mention.name]
        assert list(path(store, mention.name, f"X {n}")["from"]) == [mention.name]
    allowed = [Exemption("mentioned-once", mention.name, "It is odd.") for mention in odd]
    found = audit(store, "2026", only=["mentioned-once"], exceptions=allowed)
    assert {exempted.subject for exempted, _ in found.exempted} == {m.name for m in odd}
    assert compare(store, store).changes == ()
