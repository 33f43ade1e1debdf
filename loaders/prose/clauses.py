"""Clauses: what one sentence states, read by the frames alone, outside any document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ...graph import Document, Kind, load_vocabulary, strip_accents
from ..blocks import Block, BlockKind, Source
from .judge import Judge, without_lesser
from .lexicon import load_lexicon
from .modality import unstated
from .reader import understand
from .scorer import load_scorer
from .triggers import verb_forms

_SHORT = 3  # "a" is a verb, "à" is none
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One relation that a frame reads in a sentence.

    Attributes
    ----------
    source, relation, target : str
        The two ends as the sentence names them, and what it says of them.
    start, end : int
        Where the wording of the relation stands in the sentence.
    unstated : str
        Why the words state nothing ("negated", "hypothetical"), else empty.
    confidence : float
        How often readings like this hold, from 0 to 1.
    """

    source: str
    relation: str
    target: str
    start: int
    end: int
    unstated: str
    confidence: float


def read_clauses(sentence: str, language: str) -> list[Clause]:
    """Return what the frames read in one sentence in ``fr`` or ``en``, the surest first.

    Only the grammar speaks: the evidence gate, which asks whether a document states it, does not.

    >>> clause = read_clauses("The Alpha Agency funds the Beta Project.", "en")[0]
    >>> clause.source, clause.relation, clause.target
    ('Alpha Agency', 'FUNDS', 'Beta Project')
    """
    block = Block(BlockKind.PARAGRAPH, sentence, tuple(range(len(sentence))))
    document = Document("", language=language, text=sentence)
    discourse, lexicon, candidates = understand(Source(document, (block,)))
    judge = Judge(document, discourse, lexicon, load_vocabulary(), load_scorer())
    support = judge.support(candidates)
    doc = discourse.units[0].doc
    found = [
        Clause(
            source=judge.mention(candidate.source).name,
            relation=candidate.relation,
            target=judge.mention(candidate.target).name,
            start=doc[candidate.start].idx,
            end=doc[candidate.end - 1].idx + len(doc[candidate.end - 1]),
            unstated=unstated(candidate, doc, lexicon),
            confidence=judge.score(candidate, support),
        )
        for candidate in without_lesser(candidates)
    ]
    return sorted(found, key=lambda clause: -clause.confidence)


def noun_kind(words: str, language: str) -> Kind | None:
    """Return the kind of stakeholder that a noun names, singular or plural.

    >>> noun_kind("instances", "fr"), noun_kind("hospital", "en"), noun_kind("weather", "en")
    (<Kind.BODY: 'body'>, <Kind.ORGANIZATION: 'organization'>, None)
    """
    lexicon = load_lexicon(language)
    for form in _singulars(words.casefold()):
        kind = lexicon.kind(tuple(form.split()))
        if kind:
            return kind
    return None


def spelt(text: str, language: str) -> str:
    """Return a text with the accents that words of the lexicon are written with.

    >>> spelt("qui co-preside le comite", "fr")
    'qui co-préside le comité'
    """
    accented = _accented(language)

    def respelt(word: re.Match[str]) -> str:
        parts = "-".join(accented.get(part, part) for part in word[0].split("-"))
        return accented.get(word[0], parts)

    return _WORDS.sub(respelt, text)


@cache
def _accented(language: str) -> Mapping[str, str]:
    """Return the words of a lexicon that have accents, by their form without any."""
    lexicon = load_lexicon(language)
    words = {*verb_forms(language), *(w for wording in lexicon.wordings for w in wording.words)}
    words |= {word for head in lexicon.heads for word in head.split()}
    plain = {strip_accents(word): word for word in sorted(words)}
    return {
        bare: word
        for bare, word in plain.items()
        if bare != word and bare not in words and len(bare) > _SHORT
    }


def _singulars(words: str) -> list[str]:
    first, _, rest = words.partition(" ")
    forms = [words]
    for ending, singular in (("ies", "y"), ("aux", "al"), ("x", ""), ("es", ""), ("s", "")):
        if words.endswith(ending):
            forms.append(words.removesuffix(ending) + singular)
        if rest and first.endswith(ending):
            forms.append(f"{first.removesuffix(ending)}{singular} {rest}")
    return forms
