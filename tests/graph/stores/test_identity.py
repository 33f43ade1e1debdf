"""What a stakeholder is called, as it follows from how documents name it."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.graph import Kind, Mention, Statement, StoredStatement, fold
from stakeholder_graph.graph.stores.identity import describe, gather, keys

names = st.sampled_from(("AE", "Agence de l'Eau", "Agence", "agence de l’eau"))
mentions = st.builds(
    Mention,
    names,
    st.sampled_from(Kind),
    st.lists(names, max_size=2).map(tuple),
    st.sampled_from(("", "Rhône")),
)
counts = st.dictionaries(mentions, st.integers(1, 3), min_size=1).map(Counter)


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(counts: Counter[Mention], random: Random) -> None:
    listed = list(counts.items())
    random.shuffle(listed)
    assert describe("x", Counter(dict(listed))) == describe("x", counts)


@given(counts)
def test_every_name_that_is_used_is_the_name_or_an_alias(counts: Counter[Mention]) -> None:
    described = describe("x", counts)
    called = {described.name, *described.aliases}
    assert {name for m in counts for name in (m.name, *m.aliases)} <= called
    assert described.name not in described.aliases
    assert list(described.aliases) == sorted(set(described.aliases))
    assert keys(described) == {fold(name) for name in called}


def test_most_documents_decide_then_the_longest_name_then_the_alphabet() -> None:
    def name(*mentions: tuple[str, int]) -> str:
        return describe("x", Counter({Mention(n, Kind.BODY): c for n, c in mentions})).name

    assert name(("PA", 2), ("Port Agency", 1)) == "PA"
    assert name(("PA", 1), ("Port Agency", 1)) == "Port Agency"
    assert name(("board B", 1), ("board A", 1)) == "board A"


def test_the_kind_is_that_of_most_documents() -> None:
    counts = Counter({Mention("a", Kind.PLACE): 2, Mention("b", Kind.PERSON): 1})
    assert describe("x", counts).kind is Kind.PLACE
    assert describe("x", Counter(dict.fromkeys(counts, 1))).kind is Kind.PERSON


def test_a_name_without_letters_has_no_key() -> None:
    assert keys(describe("x", Counter({Mention("***", Kind.BODY): 1}))) == set()


def test_the_ends_of_statements_count_as_mentioned() -> None:
    a, b = Mention("A", Kind.BODY), Mention("B", Kind.PROJECT)
    stored = StoredStatement("a", "b", Statement(a, "GOVERNS", b, "A governs B", "d"))
    assert gather({"c": [], "a": [a]}, [stored]) == {"a": (a,), "b": (b,)}
