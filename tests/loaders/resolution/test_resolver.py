"""Which stakeholder a mention stands for, whatever the order of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.graph import Kind, Mention, Stakeholder
from stakeholder_graph.loaders import Met, Resolver

ORGANIZATION, BODY, PROJECT = Kind.ORGANIZATION, Kind.BODY, Kind.PROJECT
PERSON, ROLE = Kind.PERSON, Kind.ROLE


def clusters(ids: dict[Mention, str]) -> set[frozenset[Mention]]:
    found = defaultdict(set)
    for mention, id_ in ids.items():
        found[id_].add(mention)
    return {frozenset(mentions) for mentions in found.values()}


def same(*mentions: Mention, known: Iterable[Stakeholder] = ()) -> bool:
    """Tell whether mentions of different documents are one, given together and one by one."""
    together = len(set(Resolver(known).resolve(mentions).values())) == 1
    resolver, ids = Resolver(known), set()
    for mention in mentions:
        ids.update(resolver.resolve([mention]).values())
    assert (len(ids) == 1) == together
    return together


def met(name: str, *company: str, aliases: tuple[str, ...] = ()) -> Met:
    return Met(Mention(name, PERSON, aliases), frozenset(company))


AGENCY = Mention("Agence de l'eau Loire", ORGANIZATION, ("AEL",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Mention("le Préfet de Région", ROLE), Mention("préfet de région", ROLE)),
        (
            Mention("Ministère de l’Économie", ORGANIZATION),
            Mention("ministere de l'economie", ORGANIZATION),
        ),
        (AGENCY, Mention("agence de l'eau Loire", ORGANIZATION)),
        (AGENCY, Mention("AEL", ORGANIZATION)),
        (Mention("AEL", ORGANIZATION), AGENCY),
        (
            Mention("AEL", ORGANIZATION, ("Agence de l'eau Loire",)),
            Mention("Agence de l'eau Loire", BODY),
        ),
        (Mention("projet Alpha", PROJECT), Mention("Alpha", PROJECT)),
        (Mention("Alpha programme", PROJECT), Mention("Alpha", PROJECT)),
        (
            Mention("comité de pilotage", BODY, scope="Alpha"),
            Mention("Comité de pilotage", BODY, scope="projet Alpha"),
        ),
        (
            Mention("comité de pilotage", BODY, scope="Alpha"),
            Mention("comité de pilotage d'Alpha", BODY),
        ),
    ],
)
def test_one_stakeholder(one: Mention, other: Mention) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            Mention("comité de pilotage", BODY, scope="Alpha"),
            Mention("comité de pilotage", BODY, scope="Beta"),
        ),
        (Mention("comité de pilotage", BODY, ("COPIL",), "Alpha"), Mention("COPIL", BODY)),
        (
            Mention("comité de pilotage", BODY, ("COPIL",), "Alpha"),
            Mention("comité de pilotage", BODY),
        ),
        (AGENCY, Mention("Association des élus locaux", ORGANIZATION, ("AEL",))),
        (Mention("Beauvoir", PERSON), Mention("Beauvoir", Kind.PLACE)),
        (Mention("Ada Roy", PERSON), Mention("Ada Roy", ORGANIZATION)),
        (Mention("secrétariat général", ROLE), Mention("secrétariat général", ORGANIZATION)),
        (Mention("mairie de Blois", ORGANIZATION), Mention("commune de Blois", ORGANIZATION)),
        (Mention("Agence 1", ORGANIZATION), Mention("Agence 2", ORGANIZATION)),
        (
            Mention("Département de l'Ain", ORGANIZATION, ("Département",)),
            Mention("Département", ORGANIZATION),
        ),
        (
            Mention("Halvard Foundation", ORGANIZATION, ("the Foundation",)),
            Mention("Foundation", ORGANIZATION),
        ),
        (Mention("Paul Nil", PERSON, ("Nil",)), Mention("Nil", PERSON)),
    ],
)
def test_two_stakeholders(one: Mention, other: Mention) -> None:
    assert not same(one, other)


def test_an_acronym_of_two_names_stands_for_neither() -> None:
    other = Mention("Association des élus locaux", ORGANIZATION, ("AEL",))
    alone = Mention("AEL", ORGANIZATION)
    assert clusters(Resolver().resolve([AGENCY, other, alone])) == {
        frozenset([AGENCY]),
        frozenset([other]),
        frozenset([alone]),
    }


def test_an_acronym_may_come_before_its_meaning() -> None:
    full, alone = Mention("Agence de l'eau Loire", ORGANIZATION), Mention("AEL", ORGANIZATION)
    assert len(clusters(Resolver().resolve([full, alone, AGENCY]))) == 1


def test_ids_are_slugs_of_the_full_name_and_collisions_are_numbered() -> None:
    person, firm = Mention("Ada Roy", PERSON), Mention("Ada Roy", ORGANIZATION)
    ids = Resolver().resolve([Mention("AEL", ORGANIZATION), AGENCY, person, firm])
    assert ids[AGENCY] == "agence-eau-loire"
    assert (ids[firm], ids[person]) == ("ada-roy", "ada-roy-2")
    assert Resolver().resolve([Mention("board", BODY, scope="Alpha")]).popitem()[1] == "board-alpha"


def test_what_is_in_the_store_keeps_its_id() -> None:
    known = [
        Stakeholder("ael", "Agence de l'eau Loire", ORGANIZATION, ("AEL",)),
        Stakeholder("copil", "comité de pilotage (Alpha)", BODY, ("COPIL", "comité de pilotage")),
        Stakeholder("beta", "comité de pilotage (Beta)", BODY, ("comité de pilotage",)),
    ]
    scoped = Mention("comité de pilotage", BODY, scope="Alpha")
    bare = Mention("comité de pilotage", BODY)
    ids = Resolver(known).resolve([Mention("AEL", ORGANIZATION), scoped, bare])
    assert ids == {Mention("AEL", ORGANIZATION): "ael", scoped: "copil", bare: "comite-pilotage"}


def test_two_stakeholders_of_the_store_are_never_joined() -> None:
    known = [
        Stakeholder("a", "Agence de l'eau", ORGANIZATION),
        Stakeholder("b", "Régie des eaux", ORGANIZATION),
    ]
    bridge = Mention("Agence de l'eau", ORGANIZATION, ("Régie des eaux",))
    resolver = Resolver(known)
    assert resolver.resolve([bridge]) == {bridge: "a"}
    assert set(resolver.resolve([Mention("Régie des eaux", ORGANIZATION)]).values()) == {"b"}


FULL = ["Agence Loire eau", "Bureau Nord bois", "Centre Sud chaleur", "Office Est forêt"]
NAMES = [(name, "".join(word[0] for word in name.split()).upper()) for name in FULL]
MENTIONS = st.one_of(
    st.sampled_from([Mention(name, ORGANIZATION, (short,)) for name, short in NAMES]),
    st.sampled_from([Mention(short, ORGANIZATION, (name,)) for name, short in NAMES]),
    st.sampled_from([Mention(short, ORGANIZATION) for _, short in NAMES]),
    st.sampled_from([Mention(name.upper(), BODY) for name, _ in NAMES]),
    st.builds(Mention, st.just("board"), st.just(BODY), st.just(("BD",)), st.sampled_from(FULL)),
    st.sampled_from([met(name, "halle") for name in FULL]),
)


@given(st.lists(MENTIONS, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_nothing(mentions: list[Mention], random: object) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert Resolver().resolve(shuffled) == Resolver().resolve(mentions)


@given(st.lists(st.lists(MENTIONS, max_size=5), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_cluster(
    documents: list[list[Mention]], random: object
) -> None:
    # Where every acronym is explained in some document that is read.
    documents = [[*some, *(Mention(*each) for each in _explained())] for some in documents]
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert clusters(_one_by_one(shuffled)) == clusters(_one_by_one(documents))


@given(st.permutations(range(4)), st.booleans())
def test_an_acronym_in_scopes_is_what_one_document_explains_in_any_order(
    order: list[int], explained: bool
) -> None:
    scoped = [Mention("AEL", ORGANIZATION, scope=scope) for scope in ("Halle", "Pont", "Quai")]
    mentions = [*scoped, AGENCY if explained else Mention("PMO", BODY, scope="Quai")]
    found = Resolver().resolve([mentions[place] for place in order])
    assert len(set(found.values())) == (1 if explained else 4)
    if explained:
        one_by_one = _one_by_one([[AGENCY], *([mentions[place]] for place in order)])
        assert len(set(one_by_one.values())) == 1


def _explained() -> list[tuple[str, Kind, tuple[str, ...]]]:
    return [(name, ORGANIZATION, (short,)) for name, short in NAMES]


def _one_by_one(documents: Sequence[Sequence[Mention]]) -> dict[Mention, str]:
    resolver, ids = Resolver(), dict[Mention, str]()
    for mentions in documents:
        ids.update(resolver.resolve(mentions))
    return ids


@given(st.lists(MENTIONS, max_size=20))
def test_resolving_again_changes_nothing(mentions: list[Mention]) -> None:
    resolver = Resolver()
    first = resolver.resolve(mentions)
    assert resolver.resolve(mentions) == first


def test_a_hundred_thousand_names_take_seconds() -> None:
    mentions = [
        Mention(f"Agence {i} de l'eau", ORGANIZATION, (f"A{i}E", "l'agence")) for i in range(50_000)
    ]
    mentions += [Mention(f"A{i}E", ORGANIZATION) for i in range(50_000)]
    assert len(clusters(Resolver().resolve(mentions))) == 50_000
