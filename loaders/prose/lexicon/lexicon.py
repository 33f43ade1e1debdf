"""Reads ``fr.yaml`` and ``en.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ....graph import Kind, fold


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a relation.

    Attributes
    ----------
    relation : str
        The relation of the vocabulary.
    words : tuple of str
        Its lemmas, in order.
    preposition : str
        What its other end stands after; empty for a direct object.
    family : str
        The section of the lexicon it comes from.
    """

    relation: str
    words: tuple[str, ...]
    preposition: str
    family: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The wordings of one language."""

    language: str
    heads: Mapping[str, Kind]
    references: Mapping[str, frozenset[Kind]]
    wordings: tuple[Wording, ...]
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    abbreviations: Mapping[str, str]

    def kind(self, words: tuple[str, ...]) -> Kind | None:
        """Return the kind a head noun names, trying the longest run of words first."""
        tries = (
            (words[:size] for size in range(min(4, len(words)), 0, -1))
            if self.language == "fr"
            else (words[-size:] for size in range(min(4, len(words)), 0, -1))
        )
        return next((self.heads[" ".join(t)] for t in tries if " ".join(t) in self.heads), None)


_FAMILIES = (
    "verbs",
    "containers",
    "datives",
    "gifts",
    "receipts",
    "actions",
    "functions",
    "links",
    "placements",
)
# spaCy's English tokens end at a hyphen: "co-chair" is three.
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_OPENERS = ("phase", "condition", "since", "until")


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the lexicon of ``fr`` or ``en``."""
    text = (resources.files(__package__) / f"{language}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    heads = {word: Kind(kind) for kind, words in data["heads"].items() for word in words}
    references: dict[str, frozenset[Kind]] = {}
    for kind, words in data["references"].items():
        for word in words:
            references[word] = references.get(word, frozenset()) | {Kind(kind)}
    return Lexicon(
        language=language,
        heads=heads,
        references=references,
        wordings=tuple(_wordings(data, language)),
        words=_word_sets(data),
        patterns=_patterns(data),
        abbreviations={fold(short): fold(full) for short, full in data["abbreviations"].items()},
    )


def _wordings(data: Mapping[str, Any], language: str) -> Iterator[Wording]:
    for family in _FAMILIES:
        for relation, entries in data[family].items():
            for entry in entries:
                words, _, preposition = entry.partition(" + ")
                if language == "en":
                    words = _HYPHEN.sub(" - ", words)
                yield Wording(relation, _split(words), preposition, family)


def _split(words: str) -> tuple[str, ...]:
    """Return the lemmas of a wording, elisions undone.

    >>> _split("maître d'ouvrage")
    ('maître', 'de', 'ouvrage')
    """
    return tuple(words.replace("d'", "de ").replace("l'", "le ").replace("s'", "se ").split())


def _word_sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    flat = {key: frozenset(value) for key, value in data.items() if isinstance(value, list)}
    supports = {f"support_{k}": frozenset(v) for k, v in data["supports"].items()}
    nouns = (
        entry for family in ("actions", "functions") for es in data[family].values() for entry in es
    )
    actions = (entry for entries in data["actions"].values() for entry in entries)
    heads = {
        "action_heads": frozenset(_head(noun, data) for noun in nouns),
        "action_nouns": frozenset(_head(noun, data) for noun in actions),
    }
    return {**flat, **supports, **heads}


def _head(noun: str, data: Mapping[str, Any]) -> str:
    """Return the head of a noun phrase: its first word in French, its last in English."""
    words = _split(noun)
    return words[0] if "œuvre" in str(data["actions"]) else words[-1]


def _patterns(data: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    openers = {
        name: re.compile(
            r"\b(?:" + "|".join(re.escape(w) for w in data[f"{name}_openers"]) + r")\b", re.I
        )
        for name in _OPENERS
    }
    frequency = re.compile(r"\b(?:" + "|".join(data["time_frequency"]) + r")\b", re.I)
    orders = re.compile("|".join(data["orders"]), re.I)
    return {**openers, "frequency": frequency, "orders": orders}
