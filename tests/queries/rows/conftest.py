"""What the tests of the row helpers share: statements in a short notation, and a project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Review,
    Statement,
    Store,
    StoredStatement,
    slug,
)

Said = tuple[str | Mention, str, str | Mention] | tuple[str | Mention, str, str | Mention, Any]
Tell = Callable[..., Store]

_QUALIFIERS = ("phase", "since", "until", "frequency", "condition", "jointly_with")


def identify(mention: Mention) -> str:
    """Return the identifier the loaders would give."""
    return slug(f"{mention.name} {mention.scope}")


def put(store: Store, *said: Said, document: str = "charter.md") -> Store:
    """Write one document of statements: (source, relation, target) or (…, {qualifier: value}).

    Each stands on a line of its own, so that no two share a sentence, unless a `quote` and a
    `line` are given.
    """
    stored = []
    for number, (source, relation, target, *more) in enumerate(said, start=1):
        facts = dict(more[0]) if more else {}
        a, b = (m if isinstance(m, Mention) else _mention(m) for m in (source, target))
        quote = facts.get("quote", f"{a.name} {relation} {b.name}.")
        line = facts.get("line", number)
        start = 1000 * line if line else -1
        place = Place(start, start + len(quote) if line else -1, f"line {line}")
        qualifiers = Qualifiers(**{key: facts[key] for key in _QUALIFIERS if key in facts})
        statement = Statement(
            a,
            relation,
            b,
            quote,
            document,
            place,
            qualifiers,
            confidence=facts.get("confidence", 1.0),
            review=facts.get("review", Review.PROPOSED),
        )
        stored.append(StoredStatement(identify(a), identify(b), statement))
    store.write(Document(document), {}, stored)
    return store


def _mention(name: str) -> Mention:
    kinds = {"projet": Kind.PROJECT, "comité": Kind.BODY, "préfet": Kind.ROLE}
    return Mention(name, kinds.get(name.split(maxsplit=1)[0].lower(), Kind.ORGANIZATION))


@pytest.fixture(scope="session")
def write() -> Tell:
    """Write a document of statements into a store of the test's own: ``write(store, …)``."""
    return put


@pytest.fixture
def tell(any_store: Store) -> Tell:
    """Write a document of statements into the empty store, on each make of store."""

    def told(*said: Said, document: str = "charter.md") -> Store:
        return put(any_store, *said, document=document)

    return told


COPIL = Mention("comité de pilotage", Kind.BODY, ("COPIL",), "Nouvel Élan")
PROJECT = Mention("Nouvel Élan", Kind.PROJECT, ("établissement Nouvel Élan",))
DAP = Mention("direction des prisons", Kind.ORGANIZATION, ("DDP",))
PROJECT_STATEMENTS: tuple[Said, ...] = (
    (
        "ministère du Droit",
        "SPONSORS",
        PROJECT,
        {"quote": "Le ministère du Droit porte le projet."},
    ),
    ("agence du travail", "PILOTS", PROJECT, {"quote": "L'agence du travail le conduit."}),
    ("agence des bâtiments", "COMMISSIONS", PROJECT, {"quote": "Elle en est maître d'ouvrage."}),
    (DAP, "OVERSEES", PROJECT, {"quote": "La DDP suit les étapes."}),
    ("direction du Nord", "CO_CHAIRS", COPIL, {"quote": "co-présidé avec le préfet", "line": 20}),
    ("préfet", "CO_CHAIRS", COPIL, {"quote": "co-présidé avec le préfet", "line": 20}),
    (COPIL, "GOVERNS", PROJECT, {"quote": "le comité de pilotage du projet"}),
    ("mairie", "PARTICIPATES_IN", COPIL, {"frequency": "tous les semestres"}),
    ("mairie", "PARTICIPATES_IN", PROJECT),
    ("service d'insertion", "HOSTS", PROJECT),
    (PROJECT, "PART_OF", "programme Travail"),
    (DAP, "ACCOUNTABLE_FOR", PROJECT, {"phase": "Une fois livré et en fonctionnement"}),
    ("chantier école", "PART_OF", PROJECT),
)


@pytest.fixture
def project(tell: Tell) -> Store:
    """A prison project as a page of its sponsor tells it, on each make of store."""
    return tell(*PROJECT_STATEMENTS)
