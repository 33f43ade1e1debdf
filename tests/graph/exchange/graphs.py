"""Graphs with every kind of text, as a store holds them."""

from __future__ import annotations

from conformance.graphs import Told, told
from hypothesis import strategies as st

from stakeholder_graph.graph import (
    Kind,
    Mention,
    Place,
    Qualifiers,
    Review,
    Statement,
    Store,
    StoredStatement,
)
from stakeholder_graph.graph.exchange import Snapshot, take
from stakeholder_graph.graph.stores.memory import MemoryStore

DATES = ("", "2024", "2024-02", "2026-12-31")


def text(*, without: str = "") -> st.SearchStrategy[str]:
    """Draw text that XML can hold: markup, quotes, ends of lines, accents, emoji."""
    letters = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters=without)
    odd = ["\n", "\r", "\t", "'", '"', "\\", "<", "&", "]]>", "\\u0027", ";", "=1+1", "é", "😀"]
    kept = [each for each in odd if not set(each) & set(without)]
    return st.lists(letters | st.sampled_from(kept), max_size=8).map("".join)


def graphs(*, without: str = "") -> st.SearchStrategy[Snapshot]:
    """Draw what a store holds after some documents; no text has the characters left out."""
    return st.lists(_documents(text(without=without)), max_size=3).map(_held)


@st.composite
def _documents(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Told:
    name = draw(st.sampled_from(["a.md", "décret n° 1", 'x "y" <z>&.md']))
    lists = st.lists(texts.filter(bool), max_size=2).map(tuple)
    mentions = st.builds(
        Mention,
        texts.filter(bool),
        st.sampled_from(Kind),
        lists,
        st.sampled_from(["", "InSERRE"]),
        lists,
    )
    dates = st.sampled_from(DATES)
    said = st.builds(
        Statement,
        mentions,
        st.sampled_from(["PILOTS", "PART_OF", "CHAIRS"]),
        mentions,
        texts,
        st.just(name),
        st.builds(Place, st.integers(-1, 2**40), st.integers(-1, 2**40), texts),
        st.builds(Qualifiers, texts, dates, dates, texts, texts, lists),
        st.floats(0, 1),
        texts,
        st.sampled_from(Review),
    )
    ids = st.sampled_from(["s1", "s2", "s3"])
    stored = draw(st.lists(st.builds(StoredStatement, ids, ids, said), max_size=4))
    named = draw(st.dictionaries(ids, st.lists(mentions, max_size=2), max_size=3))
    return told(name, *stored, **named)


def _held(documents: list[Told]) -> Snapshot:
    store: Store = MemoryStore()
    for each in documents:
        each.write_to(store)
    return take(store)
