"""Naming: whom the words of a cell name, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...graph import Kind, Mention, fold
from ..prose.lexicon import load_lexicon
from .words import key, load_words
from .words.words import LANGUAGES

_SEPARATORS = re.compile(r"\s*(?:[;\n•]|\s/\s|\s\|\s)\s*")
_COMMAS = re.compile(r",\s+")
_LAST = re.compile(r"\s+(?:et|and|&)\s+")
_ACRONYM = re.compile(r"(.{3,}?)\s*\(([A-ZÀ-Ý][\w&./-]{1,14})\)\Z")
_ASIDE = re.compile(r"\s*\([^()]*\)\Z")
_ARTICLE = re.compile(r"(?:(?:les|le|la|the)\s+|l['’]\s*)(?=\S)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:MM?\.|Mmes?|Mlle|Mr|Mrs|Ms|Miss|Dr|Pr|Prof\.?|Me|Sir|Dame|Lord|Lady|Cllr|Hon\.?|Rev\.?"
    r"|Monsieur|Madame|Professor|Professeur|Docteur|Maître|Général|Colonel)\s+",
)
_PERSON = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]*\.?\s+){1,3}[A-ZÀ-Ý][\w’'-]+\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_FRENCH = re.compile(
    r"[À-ÿŒœ]|\b(?:de|du|des|d['’]|l['’]|le|la|les|et|en|au|aux|pour)\b", re.IGNORECASE
)
# "Ada Roy, joint chair", "Ada Roy (chair)": what begins in lower case is no name.
_LOWER = r"[^\W\dA-ZÀ-Ý][^,;()]{2,60}"
_TAIL = re.compile(rf"([^,()]{{3,}}?)(?:,\s+({_LOWER})|\s*\(({_LOWER})\))")
_HANDLE = re.compile(r"@[\w-]{2,40}")
_FIRMS = frozenset("co corp dept gmbh inc llc llp ltd plc sa sarl sas spa".split())
_LONGEST = 200
_MOST_WORDS = 20


def mentions(cell: str, default: Kind | None = None) -> list[Mention]:
    """Return those whom a cell names, in order, without the role that may stand after a name.

    Parameters
    ----------
    cell : str
        Its words.
    default : Kind, optional
        What they are if their words do not say.

    Examples
    --------
    >>> [(m.name, m.kind.value) for m in mentions("Mme Ada Roy ; Agence de l'eau (AE)")]
    [('Ada Roy', 'person'), ("Agence de l'eau", 'organization')]
    >>> mentions("à définir"), [m.name for m in mentions("APIJ, DAP et Atigip")]
    ([], ['APIJ', 'DAP', 'Atigip'])
    """
    return list(dict.fromkeys(each for each, _ in mentions_with_roles(cell, default)))


@lru_cache(maxsize=65536)
def mentions_with_roles(cell: str, default: Kind | None = None) -> tuple[tuple[Mention, str], ...]:
    """Return those whom a cell names, each with the role that stands after its name.

    >>> [(m.name, role) for m, role in mentions_with_roles("Ada Roy, joint chair; Bo Tan (chair)")]
    [('Ada Roy', 'joint chair'), ('Bo Tan', 'chair')]
    """
    found: list[tuple[Mention, str]] = []
    for part in _parts(cell):
        tail = _TAIL.fullmatch(part)
        each = mention(tail[1] if tail else part, default)
        if each is not None:
            found.append((each, (tail[2] or tail[3]) if tail else ""))
    return tuple(found)


def mention(words: str, default: Kind | None = None) -> Mention | None:
    """Return whom some words name, None if nobody."""
    words = words.strip(" \t,;.*†")
    aside = words.startswith("(") and words.endswith(")")
    if not words or aside or key(words) in load_words().nobody or len(words) > _LONGEST:
        return None
    if _HANDLE.fullmatch(words):
        return Mention(words, Kind.PERSON)
    if not re.search(r"[^\W\d_]{2}", words) or "@" in words:
        return None
    acronym = _ACRONYM.match(words)
    name = acronym[1] if acronym else _ASIDE.sub("", words) or words
    aliases = (acronym[2],) if acronym else ()
    title = _TITLE.match(name)
    if title and len(name) > title.end():
        return Mention(name[title.end() :], Kind.PERSON, (name, *aliases))
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    if len(bare.split()) > _MOST_WORDS:
        return None
    return Mention(bare, kind_of(bare, default), aliases)


@lru_cache(maxsize=65536)
def kind_of(name: str, default: Kind | None = None) -> Kind:
    """Return what a name stands for: by its head noun, else as its column says, else by its look.

    >>> kind_of("Comité de pilotage").value, kind_of("Arras Hospital").value, kind_of("DRAC").value
    ('body', 'organization', 'organization')
    """
    known = named_kind(name)
    if known and not (default is Kind.PERSON and known is not Kind.ROLE and _PERSON.match(name)):
        return known
    if default is not None:
        return default
    return Kind.PERSON if _looks_like_person(name) else Kind.ORGANIZATION


def _looks_like_person(name: str) -> bool:
    """Tell whether a name looks like that of a person: "Ada Roy", "Claire DUPONT", not "NHS Fife".

    >>> [_looks_like_person(n) for n in ("Ada Roy", "Claire DUPONT", "NHS Fife", "Caremesh UK")]
    [True, True, False, False]
    """
    first, *rest = name.split()
    short = any(word.isupper() and len(word.strip(".")) in (2, 3) for word in rest[-1:])
    firm = bool(rest) and rest[-1].strip(".").lower() in _FIRMS
    return bool(_PERSON.match(name)) and not (short or firm or (first.isupper() and len(first) > 2))


def named_kind(name: str) -> Kind | None:
    """Return the kind that the head noun of a name tells, None if it tells none."""
    words = tuple(_WORD.findall(name.lower()))
    folded = fold(name)
    for language in _languages(name):
        lexicon = load_lexicon(language)
        full = lexicon.abbreviations.get(folded) or lexicon.abbreviations.get(folded.split(" ")[0])
        if full:
            return lexicon.kind(tuple(full.split())) or Kind.BODY
        head = words
        if language == "en":
            # "Board of Trade" has its head before the preposition.
            stop = next((n for n, w in enumerate(words) if w in ("of", "for", "on", "in")), None)
            head = words[:stop] if stop else words
        kind = lexicon.kind(head) if head else None
        if kind:
            return kind
    return None


def _languages(name: str) -> Sequence[str]:
    """Return in which order a name is read: "Programme board" is English if nothing is French."""
    return LANGUAGES if _FRENCH.search(name) else LANGUAGES[::-1]


def _parts(cell: str) -> Iterator[str]:
    for part in _SEPARATORS.split(cell):
        pieces = _COMMAS.split(part)
        if len(pieces) > 1 and not all(map(_begins_name, pieces)):
            pieces = [part]
        *first, last = pieces
        yield from first
        both = _LAST.split(last)
        joined = len(both) == 2 and all(map(_begins_name, both))
        if joined and (first or all(map(_stands_alone, both))):
            yield from both
        else:
            yield last


def _begins_name(words: str) -> bool:
    start = _ARTICLE.sub("", words.strip(), count=1)
    return start[:1].isupper() and len(start) > 1


def _stands_alone(words: str) -> bool:
    """Tell whether words are a name beside "and": an acronym, a person, or with a head noun."""
    bare = _TITLE.sub("", words.strip())
    return bare.isupper() or bool(_PERSON.match(bare)) or named_kind(_bare(bare)) is not None


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words, count=1)


def joined(parts: Sequence[str]) -> str:
    """Return parts of a name with a blank between two, those that are empty left out."""
    return " ".join(part for part in parts if part)
