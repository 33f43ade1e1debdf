"""Casing: lines in capitals alone as they would be written in a sentence, letter for letter."""

from __future__ import annotations

import re
from itertools import pairwise

_PLAIN = str.maketrans(
    {"\n": " ", "’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\t": " "}
)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "a à an and at au aux by contre d dans de des du en et for from in into l la le les leur leurs"
    " n of on or ou par pour qu que qui s sa ses son sous sur the to un une with".split()
)
_LONG, _SHORT = 5, 2


def plain(text: str) -> str:
    """Return a text with plain blanks, hyphens and apostrophes, letter for letter."""
    return text.translate(_PLAIN)


def sentence_case(text: str) -> str:
    """Return a text with its runs of words in capitals written as names are.

    Acronyms, which stand alone or in brackets, stay as they are.

    >>> sentence_case("STATUTES OF THE SKIMBOARD FEDERATION (WSF)")
    'Statutes of the Skimboard Federation (WSF)'
    >>> sentence_case("La DREAL et la DDT"), sentence_case("ARS DREAL DDT")
    ('La DREAL et la DDT', 'ARS DREAL DDT')
    """
    letters = list(text)
    for run in _runs(text):
        if _is_shouted(run):
            for index, word in enumerate(run):
                letters[word.start() : word.end()] = _written(word.group(), first=index == 0)
    return "".join(letters)


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Return the runs of neighbouring words in capitals, outside brackets."""
    words = [w for w in _WORD.finditer(text) if not _in_brackets(text, w.start())]
    runs: list[list[re.Match[str]]] = [words[:1]] if words and _is_capitals(words[0]) else []
    for before, word in pairwise(words):
        if not _is_capitals(word):
            continue
        joined = text[before.end() : word.start()].strip() in ("", "'", "’", "-", "&", ",", ".")
        if runs and joined and runs[-1][-1] is before:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _in_brackets(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _is_capitals(word: re.Match[str]) -> bool:
    return word.group().isupper()


def _is_shouted(run: list[re.Match[str]]) -> bool:
    """Tell whether a run is a phrase in capitals, not acronyms side by side."""
    words = [word.group() for word in run]
    long = sum(len(word) >= _LONG for word in words)
    return long > 1 or (long == 1 and any(word.lower() in _SMALL for word in words))


def _written(word: str, *, first: bool) -> str:
    small = word.lower() in _SMALL and not first
    if len(word) == _SHORT and not (small or word.lower() in _SMALL):
        return word
    written = word.lower() if small else word[0] + word[1:].lower()
    return written if len(written) == len(word) else word
