"""Names: how two spellings are compared, and how an identifier is made of one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLES = frozenset("le la les l un une des du de d the a an of".split())
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=262144)
def fold(name: str) -> str:
    """Return a name without case, accents, articles and punctuation, for comparison.

    What nobody sees is left out as well: soft hyphens, spaces of no width, marks of direction.

    >>> fold("L'Agence de l’Eau")
    'agence eau'
    >>> fold("Préfet de région") == fold("le PREFET de Region")
    True
    """
    words = _WORD.findall(strip_accents(strip_accents(_seen(name)).casefold()))
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def _seen(text: str) -> str:
    r"""Return text without the characters of format, which are not seen.

    >>> _seen("har\u00adbour\u200b board")
    'harbour board'
    """
    if text.isascii():
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def strip_accents(text: str) -> str:
    """Return text without combining marks.

    >>> strip_accents("Ministère délégué")
    'Ministere delegue'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(name: str) -> str:
    """Return a stable identifier made of a name.

    >>> slug("Agence pour l'immobilier de la justice")
    'agence-pour-immobilier-justice'
    """
    return fold(name).replace(" ", "-") or "x" + name.encode("utf-8").hex()
