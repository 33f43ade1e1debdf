"""Masking: a question in which a mark stands for each name, so that its grammar stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...graph import Stakeholder, fold
from .grammar import noun_kind
from .names import MARK, Known

# What stands before a name → what is left of it: the article goes, the preposition stays.
_BEFORE = {
    "fr": (
        (re.compile(r"(?:\bde (?:la |les |l')?|\bd'|\bdu |\bdes )\Z", re.I), "de "),
        (re.compile(r"(?:\bà (?:la |les |l')?|\baux? )\Z", re.I), "à "),
        (re.compile(r"(?:\b(?:le|la|les|un|une|ce|cet|cette) |\bl')\Z", re.I), ""),
    ),
    "en": ((re.compile(r"\b(?:the|a|an|this) \Z", re.I), ""),),
}
_TITLE = re.compile(
    r"\b(?:M\.?|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr|Prof\.?|Professor|Monsieur|Madame|Me) \Z", re.I
)
# A noun after its article: in "who audits X" it is a verb.
_LAST = re.compile(
    r"(?:\b(?:le|la|les|du|des|de|au|aux|ce|cet|cette|the|this) |\b[ld]')([^\W\d_]+) \Z", re.I
)
_BRACKET = re.compile(r" ?\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Masked:
    """A question with the marks ``§0``, ``§1`` for its names.

    Attributes
    ----------
    text : str
        The question, masked.
    names : tuple of Known
        What each mark stands for.
    """

    text: str
    names: tuple[Known, ...]

    def unmask(self, text: str) -> str:
        """Return a piece of the masked text in the words of the question."""
        for number, name in enumerate(self.names):
            text = text.replace(f"{MARK}{number}", name.said)
        return text


def mask(question: str, names: Sequence[Known], language: str) -> Masked:
    """Return a question with its names masked, the articles before them gone.

    >>> mask("Qui finance la halle ?", [Known("halle", 15, 20, ())], "fr").text
    'Qui finance §0 ?'
    """
    text, end = "", 0
    for number, name in enumerate(names):
        text += question[end : name.start]
        end = name.end
        if name.found:
            text = _without_title(text, name.one, language)
            end += _bracketed(question[end:], name.one)
        text = f"{_without_article(text, language)}{MARK}{number}"
    return Masked(" ".join((text + question[end:]).split()), tuple(names))


def _without_article(text: str, language: str) -> str:
    for before, left in _BEFORE[language]:
        if before.search(text):
            return before.sub(left, text)
    return text


def _without_title(text: str, named: Stakeholder, language: str) -> str:
    """Drop what only says of which kind a name is: "Mme", "le projet"."""
    text = _TITLE.sub("", text)
    word = _LAST.search(text)
    if word and noun_kind(word[1], language) is named.kind:
        return text[: word.start(1)]
    return text


def _bracketed(rest: str, named: Stakeholder) -> int:
    """Return the length of a bracket after a name that holds another name of it."""
    bracket = _BRACKET.match(rest)
    known = {fold(name) for name in (named.name, *named.aliases)}
    return bracket.end() if bracket and fold(bracket[1]) in known else 0
