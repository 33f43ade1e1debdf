"""Reads ``fr.yaml`` and ``en.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ....graph import Kind, fold

LANGUAGES = ("fr", "en")
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPENERS = ("phases", "spans", "since", "until", "after", "before", "at", "today")


@dataclass(frozen=True, slots=True)
class Words:
    """How questions are put in one language.

    Attributes
    ----------
    language : str
        ``fr`` or ``en``.
    politeness, unasked, links, roles, duties, everyone, deeds : tuple of re.Pattern
        What may stand around a question; questions that no statement answers; questions about
        the chain between two names, what one does for another, what one answers for, who
        has to do with one, what one does at all.
    orders : re.Pattern
        "List the …", "Donne-moi les …".
    idioms : tuple of (re.Pattern, str)
        Ways of asking, and the words of documents for them.
    light : frozenset of str
        Words that say nothing of their own, folded.
    kinds : mapping of str to Kind
        Nouns that ask for anyone of a kind.
    anyone : frozenset of str
        Nouns that ask for anyone at all.
    posts : frozenset of str
        Posts that say more than the relation they word, folded.
    openers : mapping of str to tuple of str
        Words that open a phase or a date, by what they open.
    months : tuple of str
        From January on.
    """

    language: str
    politeness: tuple[re.Pattern[str], ...]
    unasked: tuple[re.Pattern[str], ...]
    links: tuple[re.Pattern[str], ...]
    roles: tuple[re.Pattern[str], ...]
    duties: tuple[re.Pattern[str], ...]
    everyone: tuple[re.Pattern[str], ...]
    deeds: tuple[re.Pattern[str], ...]
    orders: re.Pattern[str]
    idioms: tuple[tuple[re.Pattern[str], str], ...]
    light: frozenset[str]
    kinds: Mapping[str, Kind]
    anyone: frozenset[str]
    posts: frozenset[str]
    openers: Mapping[str, tuple[str, ...]]
    months: tuple[str, ...]


@cache
def load_words(language: str) -> Words:
    """Return how questions are put in ``fr`` or ``en``."""
    data = _data(language)
    return Words(
        language=language,
        politeness=_patterns(data["politeness"]),
        unasked=_patterns(data["unasked"]),
        links=_patterns(data["links"]),
        roles=_patterns(data["roles"]),
        duties=_patterns(data["duties"]),
        everyone=_patterns(data["everyone"]),
        deeds=_patterns(data["deeds"]),
        orders=re.compile(data["orders"], re.I),
        idioms=tuple((re.compile(way, re.I), plain) for way, plain in data["idioms"]),
        light=frozenset(fold(word) for word in data["light"]),
        kinds={noun: Kind(kind) for kind, nouns in data["kinds"].items() for noun in nouns},
        anyone=frozenset(data["anyone"]),
        posts=frozenset(fold(post) for post in data["posts"]),
        openers={name: tuple(data[name]) for name in _OPENERS},
        months=tuple(data["months"]),
    )


def language_of(question: str) -> str:
    """Return ``fr`` or ``en``: by the words that ask, else by the little words there are more of.

    A question is too short for statistics, and the names in it are in the language of documents.

    >>> language_of("Who sits on the comité de pilotage du Pas-de-Calais?")
    'en'
    >>> language_of("Liste les membres du Steering Board")
    'fr'
    """
    tokens = [token.casefold().replace("’", "'") for token in _TOKEN.findall(question)]
    asking = {language: set(_data(language)["asking"]) for language in LANGUAGES}
    for token in tokens:
        parts = {token, *token.split("-")}
        spoken = [language for language in LANGUAGES if parts & asking[language]]
        if len(spoken) == 1:
            return spoken[0]
    counts = {
        language: sum(
            part in _data(language)["common"] for t in tokens for part in re.split("['-]", t)
        )
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: counts[language])


@cache
def _data(language: str) -> dict[str, Any]:
    text = (resources.files(__package__) / f"{language}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def _patterns(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.I) for text in texts)
