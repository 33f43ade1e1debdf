"""Terms: the words of one language for those of the other, in names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

import yaml

from ...graph import fold

_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("x", ""))


@cache
def _terms(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words of the other language for each word of one."""
    text = (resources.files(__package__) / "terms.yaml").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for english, entry in yaml.load(text, Loader=yaml.CSafeLoader).items():
        for french in [entry] if isinstance(entry, str) else entry:
            word, other = (english, french) if language == "en" else (french, english)
            found.setdefault(fold(word), set()).add(fold(other))
    return {word: frozenset(others) for word, others in found.items()}


def counterparts(word: str, language: str) -> frozenset[str]:
    """Return the folded words that may stand for a folded word in the other language.

    A proper name stands for itself.

    >>> sorted(counterparts("prefect", "en")), sorted(counterparts("comite", "fr"))
    (['prefet', 'prefete'], ['board', 'committee'])
    >>> sorted(counterparts("arras", "en"))
    ['arras']
    """
    terms = _terms(language)
    for form in (word, *(word.removesuffix(e) + s for e, s in _ENDINGS if word.endswith(e))):
        if form in terms:
            return terms[form]
    return frozenset([word])


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """Return a folded word without what marks gender and number.

    >>> root("penitentiaires") == root("penitentiaire"), root("locale") == root("locaux")
    (True, True)
    >>> root("consultative") == root("consultatif"), root("regional") == root("general")
    (True, False)
    """
    for ending in ("aux", "ales", "ale", "als", "al"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + "al"
    for ending in ("ives", "ive", "ifs", "if"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "if"
    for ending in ("es", "e", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word
