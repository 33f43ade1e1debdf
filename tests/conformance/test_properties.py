"""What holds of every store whatever the documents and in whatever order they come."""

from __future__ import annotations

from typing import Any

from conformance.graphs import Told, picture, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import OpenEmpty
from pandas.testing import assert_frame_equal

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
from stakeholder_graph.graph.stores.memory import MemoryStore

DOCUMENTS = ("a.md", "b.md", "décret n° 1")
STAKEHOLDERS = ("s1", "s2", "s3", "s4")
RELATIONS = ("PILOTS", "PART_OF", "CO_CHAIRS")

words = st.sampled_from(
    ("Agence de l'Eau", "AE", "agence DE L’EAU", "Conseil", "***", "é", "e\u0301")
)
text = words | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
mentions = st.builds(
    Mention,
    name=text,
    kind=st.sampled_from(Kind),
    aliases=st.lists(text, max_size=2).map(tuple),
    scope=st.sampled_from(("", "InSERRE")),
    identifiers=st.sampled_from(((), ("siren:123456789",))),
    resolved=st.sampled_from(("", "s9")),
    chosen=st.booleans(),
)
qualifiers = st.builds(
    Qualifiers,
    phase=st.sampled_from(("", "design")),
    condition=text,
    jointly_with=st.lists(text, max_size=2).map(tuple),
)
places = st.builds(Place, st.integers(-1, 2**40), st.integers(-1, 2**40), text)


@st.composite
def documents(draw: st.DrawFn, id_: str = "") -> Told:
    name = id_ or draw(st.sampled_from(DOCUMENTS))
    said = st.builds(
        Statement,
        source=mentions,
        relation=st.sampled_from(RELATIONS),
        target=mentions,
        quote=text,
        document=st.just(name),
        place=places,
        qualifiers=qualifiers,
        confidence=st.floats(0, 1),
        asserted_by=text,
        review=st.sampled_from(Review),
    )
    ids = st.sampled_from(STAKEHOLDERS)
    stored = st.lists(st.builds(StoredStatement, ids, ids, said), max_size=6)
    named = st.dictionaries(ids, st.lists(mentions, max_size=2), max_size=3)
    return told(name, *draw(stored), **draw(named))


steps = st.lists(documents() | st.sampled_from(DOCUMENTS), max_size=6)


def examples(make: str) -> settings:
    """Try fewest on the server, where each takes a second."""
    return settings(
        max_examples={"memory": 10, "ladybug": 25, "neo4j": 5}[make],
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def take(store: Store, steps: list[Told | str]) -> None:
    for step in steps:
        if isinstance(step, Told):
            step.write_to(store)
        else:
            store.forget(step)


def whole(store: Store) -> dict[str, Any]:
    return {
        "documents": store.documents(),
        "texts": [store.text(document) for document in DOCUMENTS],
        "stakeholders": store.stakeholders(),
    }


def test_any_store_does_what_the_one_in_plain_python_does(
    store_make: str, open_empty: OpenEmpty
) -> None:
    @examples(store_make)
    @given(steps)
    def holds(steps: list[Told | str]) -> None:
        with open_empty() as store, MemoryStore() as model:
            take(store, steps)
            take(model, steps)
            assert whole(store) == whole(model)
            assert picture(store) == picture(model)
            for frame, expected in zip(store.frames(), model.frames(), strict=True):
                assert_frame_equal(frame, expected)

    holds()


def test_loading_again_changes_nothing(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(steps, documents())
    def holds(steps: list[Told | str], document: Told) -> None:
        with open_empty() as store:
            take(store, [*steps, document])
            once = picture(store)
            document.write_to(store)
            assert picture(store) == once

    holds()


def test_the_order_of_loading_changes_nothing(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(st.tuples(*(documents(id_) for id_ in DOCUMENTS)), st.permutations(range(3)))
    def holds(written: tuple[Told, ...], order: list[int]) -> None:
        with open_empty() as store:
            take(store, list(written))
            forwards = picture(store)
        with open_empty() as store:
            take(store, [written[i] for i in order])
            assert picture(store) == forwards

    holds()


def test_a_forgotten_document_leaves_no_trace(store_make: str, open_empty: OpenEmpty) -> None:
    @examples(store_make)
    @given(documents("a.md"), documents("b.md"))
    def holds(kept: Told, forgotten: Told) -> None:
        with open_empty() as store:
            kept.write_to(store)
            alone = picture(store)
            forgotten.write_to(store)
            assert store.forget("b.md")
            assert picture(store) == alone

    holds()
