"""Example answers of the helpers: real runs on the samples."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from stakeholder_graph import queries
from stakeholder_graph.graph import Store, open_store
from stakeholder_graph.loaders import load
from stakeholder_graph.queries import cypher

ROOT = Path(__file__).parent.parent
FOLDER = resources.files(queries) / "cypher"
EARLIER = "inserre.md"  # a sample
SHOWN = 2  # answers or statements of an example
LINES = 26
ASIDE = {
    "confidence",
    "asserted_by",
    "review",
    "start",
    "end",
    "id",
}  # what a person looks for last
VALUES: dict[str, Any] = {
    "a": "préfet du Pas-de-Calais",
    "b": "projet InSERRE",
    "body": "comité de pilotage d'InSERRE",
    "name": "programme Passerelle",
    "names": ["InSERRE"],
    "question": "Qui co-préside le comité de pilotage d'InSERRE ?",
    "without": "Atigip",
}
"""A value for each parameter without a default, by its name."""

CHOSEN: dict[str, dict[str, Any]] = {
    "accountable_for": {"name": "APIJ"},
    "audit": {"at": "2026-11-24"},
    "compare_dates": {"before": "2020", "after": "2026"},
    "find": {"name": "apij"},
    "in_charge": {"name": "InSERRE"},
    "nearest": {"name": "Inser", "limit": 3},
    "raci_matrix": {"names": ["InSERRE"]},
    "relations": {"types": "chairs"},
    "show": {"name": "Atigip"},
}
"""Where a helper is better shown with other values."""


@cache
def _store(*names: str) -> Store:
    """Return a store of these samples, or of all."""
    store = open_store(":memory:")
    with chdir(ROOT):
        load([f"samples/{name}" for name in names] or ["samples"], store)
    return store


class Example(NamedTuple):
    """A call of a helper, what it answered, and the Cypher files it asked."""

    call: str
    answer: Any
    files: tuple[str, ...]

    def shown(self) -> str:
        """Return the call and the beginning of its answer."""
        return f"```python\n>>> {self.call}\n```\n\n```text\n{_cut(_shown(self.answer))}\n```"


@cache
def example(name: str, helper: Any) -> Example:
    """Return an example of a helper.

    Raises
    ------
    LookupError
        If `VALUES` has no value for a parameter.
    """
    chosen = CHOSEN.get(name, {})
    arguments = dict(_required(name, helper, chosen)) | chosen
    store = _Kept(_store())
    given = [p.name for p in inspect.signature(helper).parameters.values() if is_store(p)]
    # Of two stores the one before knows less.
    stores = dict.fromkeys(given, store) | dict.fromkeys(given[:-1], _store(EARLIER))
    answer = helper(**stores, **arguments)
    values = (f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in arguments.items())
    return Example(f"{name}({', '.join([*given, *values])})", answer, tuple(sorted(store.files)))


def is_store(parameter: inspect.Parameter) -> bool:
    """Tell whether a parameter is a store."""
    return parameter.annotation == "Store"


def _required(name: str, helper: Any, chosen: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for each in inspect.signature(helper).parameters.values():
        wanted = each.default is each.empty and not is_store(each)
        if wanted and each.name not in chosen:
            if each.name not in VALUES:
                raise LookupError(f"docs/answers.py: VALUES has none for {each.name!r} of {name}")
            yield each.name, VALUES[each.name]


class _Kept:
    """A store that notes which Cypher files are run on it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.files: set[str] = set()
        names = (file.name.removesuffix(".cypher") for file in FOLDER.iterdir())
        self._by_comment = {cypher(name).partition("\n")[0]: name for name in names}

    def run(self, query: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """Run a query, noting the file that it is from."""
        name = self._by_comment.get(query.partition("\n")[0])
        self.files |= {name} if name else set()
        return self._store.run(query, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def _shown(answer: Any) -> str:
    if isinstance(answer, pd.DataFrame):
        rows = answer.to_dict("records")
        lines = [json.dumps(_brief(row), ensure_ascii=False, indent=1) for row in rows[:SHOWN]]
        return "\n".join([*lines, *_more(len(rows))])
    if hasattr(answer, "as_dict"):
        return json.dumps(_brief(answer.as_dict()), ensure_ascii=False, indent=1)
    return "\n".join(map(str, answer)) if isinstance(answer, list) else str(answer)


def _cut(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(lines if len(lines) <= LINES else [*lines[:LINES], "…"])


def _brief(value: Any) -> Any:
    """Return plain values without what is empty, and only the first of many."""
    if isinstance(value, Mapping):
        kept = {str(key): _brief(each) for key, each in value.items() if key not in ASIDE}
        return {key: each for key, each in kept.items() if each not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        return [*map(_brief, value[:SHOWN]), *_more(len(value))]
    return value


def _more(count: int) -> Sequence[str]:
    return [f"… {count - SHOWN} more"] if count > SHOWN else []
