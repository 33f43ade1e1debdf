"""Reads ``fr.yaml`` and ``en.yaml``; a table may mix the two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from ....graph import fold

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of both languages, each by its key.

    Attributes
    ----------
    columns : mapping of str to str
        Header → what its column holds.
    relations, inverse : mapping of str to str
        Header → relation from who stands below to the subject of the row, or the other way round.
    letters : mapping of str to str
        Cell of a matrix → ``R``, ``A``, ``S``, ``C`` or ``I``.
    roles : mapping of str to str
        Role of a member → relation to the body.
    matrix, actors, titles, untitled, nobody : frozenset of str
        Names of matrices, headers of those who act, words before a body, names of sheets that say
        nothing, and cells that name nobody.
    """

    columns: Mapping[str, str]
    relations: Mapping[str, str]
    inverse: Mapping[str, str]
    letters: Mapping[str, str]
    roles: Mapping[str, str]
    matrix: frozenset[str]
    actors: frozenset[str]
    titles: frozenset[str]
    untitled: frozenset[str]
    nobody: frozenset[str]


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return a header or cell as it is compared: folded, without plurals and feminine endings.

    >>> key("Maîtres d'ouvrage"), key("Président(e)s"), key("N° de lot")
    ('maitre ouvrage', 'president', 'n lot')
    """
    words = fold(text.replace("œ", "oe").replace("(e)", "").replace("·e", "")).split()
    return " ".join(_singular(word) for word in words if word not in ("e", "es")) or text.strip()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def load_words() -> Words:
    """Return the words of both languages; where they differ, French comes first."""
    files = [_read(language) for language in LANGUAGES]

    def by_word(section: str) -> dict[str, str]:
        return _by_word(file[section] for file in files)

    def listed(section: str) -> frozenset[str]:
        return frozenset(key(str(word)) for file in files for word in file[section])

    return Words(
        columns=by_word("columns"),
        relations=by_word("relations"),
        inverse=by_word("inverse"),
        letters=by_word("letters"),
        roles=by_word("roles"),
        matrix=listed("matrix"),
        actors=listed("actors"),
        titles=listed("titles"),
        untitled=listed("untitled"),
        nobody=listed("nobody"),
    )


def _read(language: str) -> dict[str, Any]:
    text = (resources.files(__package__) / f"{language}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def _by_word(sections: Iterable[Mapping[str, list[str]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in sections:
        for meaning, words in section.items():
            for word in words:
                found.setdefault(key(str(word)), meaning)
    return found
