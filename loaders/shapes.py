"""Shapes: what a line looks like, its words aside: a name, a heading, an item of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST_NAME, _MOST_WORDS = 110, 16
_LONGEST_TITLE, _MOST_TITLE_WORDS = 170, 28
_LONGEST_ITEM = 600
_MOST_LABEL_WORDS = 9
_ENDS = (".", ";", ":", ",", "…", "–", "—", "-")
_ASKS = ("?", "!")
_MOST_ASKING_WORDS = 14
_ITEM_END = re.compile(r"(?:[;,]|[;,]\s*(?:et|ou|and|or))\Z")
_CAPTION = re.compile(r"©|\bcr[ée]dits?\s*:|\bphotos?\s*:", re.IGNORECASE)
_ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in "Cllr Dept Dir Gen Hon Insp Messrs Mrs Prof Resp resp Rev Supt ext".split()
)
_SENTENCES = re.compile(rf"[^\W\d_]{{3,}}{_ABBREVIATED}\s?[.!?]\s+[^\W\d_a-z]")
_LABEL = re.compile(r"\s?:\s")
_ENTRY = re.compile(r"[^\W_][^.;:!?–—]{0,60}?(?:\s?:|\s[-–—])\s+\S")
_DASHED = re.compile(r"[^\W_][^.;:!?–—]{0,60}?\s[-–—]\s+\S")
_SEPARATORS = (_LABEL, re.compile(r"\s[-–—]\s"), re.compile(r",\s"), re.compile(r"\("))


def is_bare(text: str) -> bool:
    """Tell whether a line is short and ends like no sentence: a name, a post, a heading.

    >>> is_bare("Préfecture du Pas-de-Calais"), is_bare("Le préfet préside.")
    (True, False)
    """
    short = len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS
    return short and not text.endswith((*_ENDS, *_ASKS)) and not _SENTENCES.search(text)


def is_entry(text: str, *, dashed: bool = False) -> bool:
    """Tell whether a line says something of what it begins with, after a colon or a dash.

    >>> is_entry("Chair: Ann Lee. Elected in May."), is_entry("Ann Lee – chair", dashed=True)
    (True, True)
    """
    match = (_DASHED if dashed else _ENTRY).match(text)
    return match is not None and len(match[0].split()) <= _MOST_LABEL_WORDS


def goes_on_after(text: str) -> bool:
    """Tell whether an item says that another follows.

    >>> goes_on_after("le maire ; et"), goes_on_after("le maire.")
    (True, False)
    """
    return bool(_ITEM_END.search(text))


def is_heading(text: str, *, labelled: bool = False) -> bool:
    """Tell whether a line could head what follows it.

    Parameters
    ----------
    text : str
        One line.
    labelled : bool, optional
        Whether a colon may stand inside, as after a number.

    Examples
    --------
    >>> is_heading("Qui est en charge du projet ?"), is_heading("Chair: Dr Pryce")
    (True, False)
    """
    begins = text.lstrip("«“\"'¿[# ")[:1]
    if begins.islower() or begins in ("", "(") or _CAPTION.search(text):
        return False
    if "), " in text or "; " in text:
        return False
    if text.endswith(_ASKS):
        short = len(text.split()) <= _MOST_ASKING_WORDS and len(text) <= _LONGEST_NAME
        return (
            short and not _SENTENCES.search(text) and not (_LABEL.search(text) and len(text) > 60)
        )
    return is_bare(text) and (labelled or _is_shouted(text) or not _LABEL.search(text))


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text.split()) > 4


def is_title(text: str) -> bool:
    """Tell whether the first line of a document could be its title; it may be longer.

    >>> is_title("Charter: Build Provenance Working Group")
    True
    """
    fits = len(text) <= _LONGEST_TITLE and len(text.split()) <= _MOST_TITLE_WORDS
    ended = text.endswith(_ENDS) or (". " in text and _SENTENCES.search(text))
    whole = text.isupper() or not ended
    return fits and whole and not _CAPTION.search(text) and not text[:1].islower()


def heads(first: str, others: Sequence[str]) -> bool:
    """Tell whether the first of several short lines heads the others rather than standing in line.

    It does if it lacks what most of the others have (a colon, a dash, a comma, a bracket), asks a
    question, stands in capitals alone, or is the only one that is no name.

    >>> heads("Trustees", ["Alice Roe (Chair)", "Ben Lo – Treasurer", "Cy Oz (Secretary)"])
    True
    >>> heads("Alice Roe", ["Ben Lo", "Cy Oz"])
    False
    """
    if first.endswith(_ASKS) or (first.isupper() and not any(map(str.isupper, others))):
        return True
    if not _is_name(first):
        marks = [[bool(mark.search(text)) for mark in _SEPARATORS] for text in (first, *others)]
        lacks = [mark for mark, has in enumerate(marks[0]) if not has]
        parted = sum(any(has[mark] for mark in lacks) for has in marks[1:])
        if 2 * parted >= len(others):
            return True
    if not _LABEL.search(first) and 2 * sum(map(_has_label, others)) >= len(others):
        return True
    return not _is_name(first) and all(map(_is_name, others))


def _has_label(text: str) -> bool:
    return bool(_LABEL.search(text))


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(text.split()) > 1 and bool(words) and all(word[0].isupper() for word in words)
