"""A region of any size, made up from a seed: towns with their offices, projects and committees.

Every town has the same offices, linked to ministries that all towns share; its projects have a
committee, a manager, builders and members, most of them of the town. So there are communities, a
few stakeholders that everybody is linked with, and many that are linked with one or two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Statement,
    Store,
    StoredStatement,
)

People = list[tuple[Any, ...]]
Said = list[tuple[Any, ...]]

_HEADS = (
    "Ver Bré Mont Val Cour Lan Nor Roche Clair Haute Beau Fon Gran Mar Sau Til Cha Pont".split()
)
_TAILS = "tamont court fort ville mesnil bourg vallon ange rive lieu combe nay".split()
_MINISTRIES = "Justice,Intérieur,Travail,Santé,Culture,Transports,Écologie,Finances".split(",")
_THEMES = (
    "rénovation de la halle,tramway,plan climat,maison de santé,lycée professionnel,"
    "quai de la gare,école du numérique,centre de tri,parc des rives,pôle d'échanges"
).split(",")
_FIRST = "Nadia Paul Inès Hugo Leïla Marc Élise Omar Claire Yann Zoé Igor Rose Noé".split()
_LAST = (
    "Ferhat Kerdraon Estienne Morel Da-Silva Petit Ngo Lambert Roux Haddad Weber Le-Goff".split()
)
_PHASES = ("", "", "", "études", "pendant les travaux", "une fois livré")


def region(size: int, seed: int = 7) -> tuple[People, Said]:
    """Return `size` stakeholders, and three statements for each, give or take."""
    draw = Random(seed)  # noqa: S311  (nothing secret)
    people: People = [
        (f"min-{name.lower()}", f"ministère de {_of(name)}", "organization", name)
        for name in _MINISTRIES
    ]
    said: Said = []
    for town in _towns(draw):
        _town(draw, town, people, said)
        if len(people) >= size:
            break
    kept = {person[0] for person in people[:size]}
    return people[:size], [s for s in said if s[0] in kept and s[2] in kept]


def _of(name: str) -> str:
    return f"l'{name}" if name[0] in "IÉ" else f"la {name}"


def _towns(draw: Random) -> Iterator[str]:
    names = ["".join(parts) for parts in product(_HEADS, _TAILS)]
    draw.shuffle(names)
    yield from names


def _town(draw: Random, town: str, people: People, said: Said) -> None:
    key = town.lower()
    offices = [
        (f"{key}-mairie", f"mairie de {town}", "organization"),
        (f"{key}-agglo", f"communauté d'agglomération de {town}", "organization", f"CA {town}"),
        (f"{key}-prefet", f"préfet de {town}", "role"),
        (f"{key}-departement", f"conseil départemental de {town}", "organization"),
        (f"{key}-emploi", f"maison de l'emploi de {town}", "organization"),
        (f"{key}-clubs", f"clubs d'entreprises de {town}", "organization"),
        (f"{key}-lieu", town, "place"),
    ]
    people += offices
    _say(said, offices[2], "REPORTS_TO", ("min-intérieur", "ministère de l'Intérieur"), draw)
    _say(said, offices[4], "PART_OF", offices[1], draw)
    for theme in draw.sample(_THEMES, draw.randint(2, 6)):
        _project(draw, town, theme, offices, people, said)


def _project(
    draw: Random, town: str, theme: str, offices: People, people: People, said: Said
) -> None:
    key = f"{town}-{theme}".lower().replace(" ", "-").replace("'", "-")
    project = (key, f"{theme} de {town}", "project")
    board = (f"{key}-copil", f"comité de pilotage {theme} de {town}", "body", f"COPIL {theme}")
    group = (f"{key}-groupe", f"groupe de travail {theme} de {town}", "body")
    called = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
    manager = (f"{key}-chef", called, "person")
    builder = (
        f"{key}-bati",
        f"groupement {draw.choice(_LAST)} & {draw.choice(_LAST)}",
        "organization",
    )
    people += [project, board, group, manager, builder]
    ministry = draw.choice(_MINISTRIES)
    state = (f"min-{ministry.lower()}", f"ministère de {_of(ministry)}")
    _say(said, state, draw.choice(["SPONSORS", "FUNDS"]), project, draw)
    _say(said, manager, "PILOTS", project, draw)
    _say(said, builder, "IMPLEMENTS", project, draw)
    _say(said, board, "GOVERNS", project, draw)
    _say(said, group, "PART_OF", board, draw)
    _say(said, offices[2], draw.choice(["CHAIRS", "CO_CHAIRS"]), board, draw)
    if draw.random() < 0.7:
        _say(said, draw.choice(offices[:2]), "ACCOUNTABLE_FOR", project, draw)
    _say(said, offices[6], "HOSTS", project, draw)
    _say(said, manager, "REPORTS_TO", offices[0], draw)
    for member in (manager, *draw.sample(offices[:6], 5)):
        _say(said, member, "PARTICIPATES_IN", board, draw)
    for member in (builder, *draw.sample(offices[:6], 4)):
        _say(said, member, "PARTICIPATES_IN", group, draw)
    _say(said, offices[3], draw.choice(["FUNDS", "ADVISES", "OVERSEES"]), project, draw)


def _say(
    said: Said, source: tuple[Any, ...], relation: str, target: tuple[Any, ...], draw: Random
) -> None:
    number = len(said)
    words = relation.lower().replace("_", " ")
    quote = (
        f"Il est rappelé que {source[1]} ({words}) {target[1]}, comme convenu en séance du comité."
    )
    since = str(draw.randint(2018, 2026)) if draw.random() < 0.2 else ""
    more = {
        "quote": quote,
        "document": f"comptes-rendus/seance-{number // 60:03}.md",
        "start": number * 97,
        "end": number * 97 + len(quote),
        "locator": f"ligne {number % 60 * 3 + 1}",
        "phase": draw.choice(_PHASES) if relation in ("ACCOUNTABLE_FOR", "PILOTS") else "",
        "since": since,
        "confidence": draw.choice([1.0, 1.0, 0.9, 0.8, 0.55]),
    }
    said.append((source[0], relation, target[0], more))


def fill(store: Store, people: People, said: Said) -> None:
    """Write a region into a store, each document with what it states."""
    known = {id_: Mention(name, Kind(kind), tuple(more)) for id_, name, kind, *more in people}
    documents: dict[str, list[StoredStatement]] = defaultdict(list)
    for source, relation, target, facts in said:
        statement = Statement(
            known[source],
            relation,
            known[target],
            facts["quote"],
            facts["document"],
            Place(facts["start"], facts["end"], facts["locator"]),
            Qualifiers(phase=facts["phase"], since=facts["since"]),
            facts["confidence"],
            "test",
        )
        documents[statement.document].append(StoredStatement(source, target, statement))
    store.write(Document("annuaire.md"), {id_: [each] for id_, each in known.items()}, [])
    for name, stated in documents.items():
        ends = {id_ for each in stated for id_ in (each.source, each.target)}
        store.write(Document(name), {id_: [known[id_]] for id_ in sorted(ends)}, stated)
