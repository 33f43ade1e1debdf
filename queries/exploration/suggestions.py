"""Suggestions: whom the beginning of a name, or some words of it, may stand for."""

from __future__ import annotations

from collections.abc import Callable

from ...graph import fold
from ...graph.stores import Row, Store
from ..cypher_files import run
from ..lookup import find, nearest

_LONGEST = 200  # characters of a name that are looked for
_WORDS = 3
_LOOKED_AT = 2_000  # names, of which the most important are taken


def suggest(store: Store, text: str, most: int, importance: Callable[[str], float]) -> list[str]:
    """Return the ids of stakeholders with a name like this one, the likeliest first.

    Case and accents do not count, nor the order of words. A name that is written whole comes
    first, then those that begin so, those with a word that begins so, and the others; equals by
    importance. If no name has all the words, the nearest ones are taken.

    Parameters
    ----------
    store : Store
        The graph.
    text : str
        A name, or a part of one.
    most : int
        At most so many stakeholders.
    importance : callable
        Id of a stakeholder → how important it is.
    """
    words = fold(text[:_LONGEST])
    if not words:
        return []
    rows = run(store, "containing", _parameters(words))
    rows.sort(key=lambda row: (row["distance"], not _is_its_name(row), -importance(row["id"])))
    return list(dict.fromkeys(row["id"] for row in rows))[:most] or _near(store, text, most)


def _is_its_name(row: Row) -> bool:
    """Tell whether a stakeholder is shown under the name that was found, not under another."""
    return bool(fold(row["name"]) == row["key"])


def _parameters(words: str) -> dict[str, str | int]:
    parts = sorted(words.split(), key=len, reverse=True)
    # Every text contains the empty one, but not in Ladybug: the first word is looked for again.
    sought = dict(zip(("first", "second", "third"), (parts + parts[:1] * 2)[:_WORDS], strict=True))
    return {"text": words, "inside": f" {words}", "most": _LOOKED_AT, **sought}


def _near(store: Store, text: str, most: int) -> list[str]:
    return [find(store, name).id for name in nearest(store, text, most)]
