"""Terms: what of the vocabularies of others is read, and as what; the data is ``terms.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ...graph import Kind


@dataclass(frozen=True, slots=True)
class Terms:
    """Properties and classes, by their IRIs.

    Attributes
    ----------
    prefixes : mapping of str to str
        Prefix → what it stands for.
    names, since, until : tuple of str
        Properties that name a node, and that date one, the best first.
    same : frozenset of str
        Properties that say what else identifies a node.
    kinds : mapping of str to Kind
        Class → kind, in order of how much they tell.
    relations : mapping of str to (str, bool)
        Property → relation, and whether it runs the other way round.
    persons, unsaid : frozenset of str
        Properties of persons, and those that do not say how two have to do with one another.
    """

    prefixes: Mapping[str, str]
    names: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    same: frozenset[str]
    kinds: Mapping[str, Kind]
    relations: Mapping[str, tuple[str, bool]]
    persons: frozenset[str]
    unsaid: frozenset[str]

    def iri(self, short: str) -> str:
        """Return what ``org:member`` stands for."""
        prefix, _, name = short.partition(":")
        return self.prefixes[prefix] + name

    def short(self, iri: str) -> str:
        """Return an IRI as people write it: ``org:member``."""
        for prefix, whole in self.prefixes.items():
            if iri.startswith(whole):
                return f"{prefix}:{iri[len(whole) :]}"
        return iri


@cache
def load_terms() -> Terms:
    """Return the terms that come with the program."""
    text = (resources.files(__package__) / "terms.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    prefixes: dict[str, str] = data["prefixes"]

    def iris(listed: Iterable[str]) -> tuple[str, ...]:
        return tuple(prefixes[p] + name for p, _, name in (each.partition(":") for each in listed))

    return Terms(
        prefixes,
        iris(data["names"]),
        iris(data["since"]),
        iris(data["until"]),
        frozenset(iris(data["same"])),
        {iri: Kind(kind) for kind, listed in data["kinds"].items() for iri in iris(listed)},
        {
            iri: (relation, section == "inverse")
            for section in ("relations", "inverse")
            for relation, listed in data[section].items()
            for iri in iris(listed)
        },
        frozenset(iris(data["persons"])),
        frozenset(iris(data["unsaid"])),
    )
