"""What a document states can be read back, and written again, from any store."""

from __future__ import annotations

from conformance.graphs import charter, minutes, picture
from conformance.test_properties import documents, examples
from hypothesis import given
from opening import OpenEmpty

from stakeholder_graph.graph import Kind, Mention, Store
from stakeholder_graph.graph.stores.protocol import NOBODY


def test_what_is_read_back_can_be_written_again(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(documents("a.md"))
    def holds(document: object) -> None:
        with open_empty() as store:
            document.write_to(store)
            before = picture(store)
            told = store.told("a.md")
            store.write(told.document, told.mentions, told.statements)
            assert picture(store) == before

    holds()


def test_a_document_that_is_not_there_states_nothing(any_store: Store) -> None:
    assert any_store.told("gone.md") is None


def test_stakeholders_before_any_decision(any_store: Store) -> None:
    for each in (charter(), minutes()):
        each.write_to(any_store)
    before = any_store.stakeholders()
    assert any_store.stakeholders(decided=False) == before
    told = any_store.told("minutes")
    named = dict(told.mentions)
    named["port-agency"] = (
        Mention("Port Agency", Kind.ORGANIZATION, ("PA",)),
        Mention("Pier Office", Kind.ORGANIZATION, resolved="pier-office"),
        Mention("The Port", Kind.ORGANIZATION, chosen=True),
        Mention("Quay", Kind.ORGANIZATION, resolved=NOBODY),
    )
    any_store.write(told.document, named, told.statements)
    assert {each.name for each in any_store.stakeholders() if each.id == "port-agency"} == {
        "The Port"
    }
    undecided = {each.id: each for each in any_store.stakeholders(decided=False)}
    assert undecided.pop("pier-office").name == "Pier Office"
    assert list(undecided.values()) == before
