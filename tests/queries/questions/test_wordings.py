"""Ways of asking: each is understood as a relation and the end of it that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Statement,
    Store,
    StoredStatement,
    load_vocabulary,
    open_store,
    slug,
)
from stakeholder_graph.queries.questions import Understood
from stakeholder_graph.queries.questions.comprehension import understand

WORDINGS = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text("utf-8"))
# Ways that are right as well: a part of an organisation may be worded as a member.
ALIKE = {"PART_OF": {"PARTICIPATES_IN"}, "PARTICIPATES_IN": {"PART_OF"}}

NOVA = Mention("projet Nova", Kind.PROJECT, ("Nova",))
AGENCY = Mention("Agence du Port", Kind.ORGANIZATION, ("Port Agency",))
COMMITTEE = Mention("comité technique", Kind.BODY, ("technical committee",))
MINISTRY = Mention("ministère de la Mer", Kind.ORGANIZATION, ("Ministry of the Sea",))
REGION = Mention("région Sud", Kind.ORGANIZATION, ("South Region",))
SAID = (
    (AGENCY, "PILOTS", NOVA),
    (MINISTRY, "SPONSORS", NOVA),
    (Mention("Anne Morel", Kind.PERSON), "CHAIRS", COMMITTEE),
    (REGION, "FUNDS", NOVA),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    statements = [
        StoredStatement(slug(a.name), slug(b.name), Statement(a, relation, b, "said", "a.md"))
        for a, relation, b in SAID
    ]
    with open_store(":memory:") as store:
        store.write(Document("a.md"), {}, statements)
        yield store


@pytest.mark.parametrize("language", ["fr", "en"])
def test_ways_of_asking_are_understood(language: str, store: Store) -> None:
    missed, mistaken, asked = [], [], 0
    for relation, ends in WORDINGS[language].items():
        for end, questions in ends.items():
            for question in questions:
                asked += 1
                found = understand(store, question, load_vocabulary())
                if not isinstance(found, Understood):
                    missed.append(question)
                    continue
                right = {relation} | ALIKE.get(relation, set())
                if found.relations[0] not in right or found.asked not in (end, "charge"):
                    mistaken.append(f"{question}: {found}")
    assert len(missed) <= asked / 20, "\n".join(missed)
    assert len(mistaken) <= asked / 100, "\n".join(mistaken)
