"""The Cypher helpers: one file each, the same text on every store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from ..graph.stores import Row, Store

_FILTER = re.compile(r"(?<!NOT )type\((\w+)\) IN \$(\w+)")

Types = tuple[tuple[str, tuple[str, ...]], ...]
"""Parameters of a query that list relations."""


@cache
def cypher(name: str) -> str:
    """Return the query of ``cypher/<name>.cypher``, to run with its parameters on any store.

    >>> cypher("keys").splitlines()[1]
    'MATCH (n:Name)'
    """
    return (resources.files(__package__) / "cypher" / f"{name}.cypher").read_text("utf-8")


def run(store: Store, name: str, parameters: Mapping[str, Any] = MappingProxyType({})) -> list[Row]:
    """Run the query of a file and return its rows.

    It finds what the file finds as it stands. Where a pattern is filtered by a list of relations,
    the pattern names them too: so the database passes over all other relationships, of which a
    stakeholder may have thousands.
    """
    types = () if parameters.get("every") else _types(parameters, store.relations)
    return store.run(_narrowed(name, types), parameters)


def _types(parameters: Mapping[str, Any], known: frozenset[str]) -> Types:
    """Return which parameters list relations, as far as a query of this store can name them."""
    lists = ((key, value) for key, value in parameters.items() if isinstance(value, list))
    named = ((key, tuple(n for n in names if n in known)) for key, names in lists)
    return tuple((key, names) for key, names in named if names)


@lru_cache(maxsize=1024)
def _narrowed(name: str, types: Types) -> str:
    """Return a query whose patterns name the relations that they are filtered by."""
    given = {key: "|".join(f"`{each}`" for each in names) for key, names in types}
    parts = cypher(name).split("UNION")
    for place, part in enumerate(parts):
        for variable, key in _FILTER.findall(part):
            if key in given:
                parts[place] = parts[place].replace(f"[{variable}]", f"[{variable}:{given[key]}]")
    return "UNION".join(parts)
