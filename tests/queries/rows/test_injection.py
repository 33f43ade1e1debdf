"""Names are data: fragments of other languages neither run nor break anything.

Every helper and each of its parameters is tried: a new one is found by itself, and fails here if
it takes what this does not know to try.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from fragments import FRAGMENTS

from stakeholder_graph.errors import (
    InputError,
    NameNotFoundError,
    StakeholderGraphError,
    VocabularyError,
)
from stakeholder_graph.graph import Kind, Mention, Store
from stakeholder_graph.queries import (
    find,
    in_charge,
    members,
    path,
    relations,
    who_is_accountable,
)

sys.path.insert(0, str(Path(__file__).parents[3] / "docs"))

from helpers import helpers

Tell = Callable[..., Store]
Make = Callable[[str], object]

SOUND: dict[str, Any] = {
    **dict.fromkeys(("name", "b", "without", "names"), "Nouvel Élan"),
    **{"a": "mairie", "body": "COPIL", "before": "2024", "after": "2026"},
    "question": "Qui pilote le projet Nouvel Élan ?",
}
"""What is asked where another parameter is tried, by name."""

NAMES = {"name", "body", "a", "b", "without", "names", "source", "target"}
"""The parameters that take the name of a stakeholder."""

NO_TEXT = {"Store", "Vocabulary | None", "bool", "int", "int | None", "Sequence[Exemption]"}


def cases() -> list[tuple[str, str, Make]]:
    """Return every parameter of every helper, and how a text is given to it."""
    return [
        (name, parameter.name, _make(name, parameter))
        for name, helper in sorted(helpers().items())
        for parameter in inspect.signature(helper).parameters.values()
        if parameter.annotation not in NO_TEXT
    ]


def _make(name: str, parameter: inspect.Parameter) -> Make:
    kind = parameter.annotation
    if kind == "Mapping[str, str] | None":
        return lambda text: {text: "A"}
    if "Iterable" in kind or "Sequence" in kind:
        return lambda text: [text]
    assert "str" in kind or kind == "Names", f"say how {parameter.name!r} of {name} is tried"
    return lambda text: text


def call(store: Store, helper: str, given: Mapping[str, object]) -> object:
    """Call a helper with some arguments, and sound ones where it needs more."""
    parameters = inspect.signature(helpers()[helper]).parameters.values()
    stores = {each.name: store for each in parameters if each.annotation == "Store"}
    needed = {each.name for each in parameters if each.default is each.empty} - set(stores)
    missing = needed - set(given) - set(SOUND)
    assert not missing, f"say what is sound for {missing} of {helper}"
    sound = {name: SOUND[name] for name in needed - set(given)}
    return helpers()[helper](**stores, **sound, **given)


def test_no_parameter_of_a_helper_runs_or_breaks_anything(project: Store) -> None:
    before = project.frames()
    for helper, parameter, make in cases():
        for fragment in FRAGMENTS:
            try:
                call(project, helper, {parameter: make(fragment)})
            except StakeholderGraphError as error:
                assert "\n" not in str(error), (helper, parameter, fragment)
                continue
            assert parameter not in NAMES or helper == "nearest", (helper, parameter, fragment)
    after = project.frames()
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))


def test_fragments_are_no_names_relations_or_dates(project: Store) -> None:
    for fragment in FRAGMENTS:
        with pytest.raises(NameNotFoundError):
            find(project, fragment)
        with pytest.raises(VocabularyError):
            relations(project, fragment)
        with pytest.raises(InputError):
            who_is_accountable(project, "Nouvel Élan", at=fragment)
        assert who_is_accountable(project, "Nouvel Élan", fragment).names
        assert relations(project, document=fragment).empty


def test_stakeholders_with_such_names_are_found_and_answered_verbatim(tell: Tell) -> None:
    odd = [Mention(f"{fragment} {n}", Kind.BODY) for n, fragment in enumerate(FRAGMENTS)]
    store = tell(*((mention, "ACCOUNTABLE_FOR", f"X {n}") for n, mention in enumerate(odd)))
    for n, mention in enumerate(odd):
        assert find(store, mention.name).name == mention.name
        assert who_is_accountable(store, f"X {n}").names == (mention.name,)
        assert list(in_charge(store, f"X {n}")["source"]) == [mention.name]
        assert list(path(store, mention.name, f"X {n}")["from"]) == [mention.name]
        assert members(store, mention.name).empty
        for helper, parameter, make in cases():
            if parameter in NAMES:
                others = {"name": "X 0", "body": "X 0", "a": "X 0", "b": "X 0"}
                needed = inspect.signature(helpers()[helper]).parameters
                given = {key: value for key, value in others.items() if key in needed}
                call(store, helper, {**given, parameter: make(mention.name)})
