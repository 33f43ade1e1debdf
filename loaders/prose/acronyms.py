"""Short names in brackets: which of the nested phrases before "(SPIP)" it abbreviates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...graph import Kind, fold
from .phrases import Phrase, is_acronym

if TYPE_CHECKING:
    from spacy.tokens import Doc

_QUOTES = "«»\"“”'‘’ ,:"
_LEADS = ("ci-après", "ci après", "hereinafter", "hereafter", "dit", "dite", "known as", "ou", "or",
          "the", "le", "la", "l'")  # fmt: skip
_CONTENT = 3
_REACH, _SURE = 16, 1.6
_BREAKS = frozenset(["VERB", "AUX", "SCONJ", "PRON"])


def settle_short_names(phrases: Sequence[Phrase], doc: Doc) -> None:
    """Give each short name in brackets to the phrase before it whose words it abbreviates best.

    Nested phrases end at the same place: in "haut référent à la donnée publique (HRD)" the
    letters tell that the whole is meant, in "président du groupement (GIP)" the inner one.
    """
    for opened in (token.i for token in doc if token.text in ("(", "[")):
        short = _short_name(doc, opened)
        named = (p for p in phrases if p.kind is not Kind.PERSON)
        options = [p for p in named if _ends_at(p, opened)] if short else []
        if not options:
            continue
        for phrase in options:
            phrase.aliases = [alias for alias in phrase.aliases if alias != short]
        words = {id(p): [t.text for t in doc[p.start : opened]] for p in options}
        best = max(options, key=lambda p: (_fit(short, words[id(p)]), p.end - p.start))
        if not _fit(short, words[id(best)]):
            best = _stretched(short, phrases, doc, opened) or best
        best.aliases.append(short)


def _stretched(short: str, phrases: Sequence[Phrase], doc: Doc, opened: int) -> Phrase | None:
    """Stretch a phrase to the brackets where they abbreviate all the words between.

    "Conseil de l'insertion, des métiers et de l'apprentissage (CIMA)" is one name, though its
    commas part it.
    """
    near = [p for p in phrases if p.start < opened <= p.start + _REACH and p.end < opened]
    plain = [p for p in near if not any(t.pos_ in _BREAKS for t in doc[p.start : opened])]
    fits = {id(p): _fit(short, [t.text for t in doc[p.start : opened]]) for p in plain}
    best = max(plain, key=lambda p: (fits[id(p)], -p.start), default=None)
    if best is None or fits[id(best)] < _SURE:
        return None
    best.end, best.name = opened, doc[best.start : opened].text
    for phrase in phrases:
        loose = phrase.outer is None or phrase.outer.start < best.start
        if best.start < phrase.start and phrase.end <= opened and loose:
            phrase.outer = best
            best.inner.append(phrase)
    return best


def _ends_at(phrase: Phrase, opened: int) -> bool:
    """Tell whether a phrase ends right before a bracket, or goes on only after it."""
    if phrase.end == opened:
        return True
    inside = phrase.start < opened < phrase.end
    return inside and all(not (p.start <= opened - 1 < p.end < opened) for p in phrase.inner)


def _short_name(doc: Doc, opened: int) -> str:
    """Return the one short word that brackets hold, quotation marks and "the" aside."""
    closed = next((t.i for t in doc[opened : opened + 12] if t.text in (")", "]")), opened)
    text = doc[opened + 1 : closed].text.strip(_QUOTES)
    quoted = text != doc[opened + 1 : closed].text
    for lead in _LEADS:
        if text.lower().startswith(lead + ("" if lead.endswith("'") else " ")):
            text, quoted = text[len(lead) :].strip(_QUOTES), True
    single = len(text.split()) == 1 and text[:1].isupper()
    return text if single and (quoted or is_acronym(text) or text.isupper()) else ""


def _fit(short: str, words: Sequence[str]) -> float:
    """Return how well a short name stands for words, from 0 to 2.

    >>> _fit("HRD", ["haut", "référent", "à", "la", "donnée", "publique"])
    1.75
    >>> _fit("HRD", ["donnée", "publique"])
    0.0
    >>> _fit("Agence", ["Agence", "des", "ports"])
    1.5
    """
    content = [w for w in words if len(w) > _CONTENT or w[:1].isupper()]
    if not content:
        return 0.0
    if fold(short) == fold(content[0]):
        return 1.0 + 1 / len(content)
    used, matched = _initials(short, content)
    letters = [c for c in short if c.isalpha()]
    return (
        matched / len(letters) + used / len(content) if letters and matched == len(letters) else 0.0
    )


def _initials(short: str, words: Sequence[str]) -> tuple[int, int]:
    """Return how many words give letters of a short name, and how many letters they give."""
    letters = [c for c in fold(short) if c.isalpha()]
    plain = [fold(w) for w in words]
    if not letters or plain[0][:1] != letters[0]:
        return 0, 0
    used = matched = 0
    for index, word in enumerate(plain):
        if matched == len(letters):
            break
        if word[:1] != letters[matched]:
            continue
        used, matched = used + 1, matched + 1
        later = {w[:1] for w in plain[index + 1 :]}
        position = 1
        while matched < len(letters) and letters[matched] not in later:
            position = word.find(letters[matched], position) + 1
            if not position:
                break
            matched += 1
    return used, matched
