"""Projects: which of those a document names it calls "the project"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...graph import Kind
from ..blocks import BlockKind
from .lexicon import Lexicon
from .phrases import Phrase, is_acronym, is_capital
from .referents import Referent
from .units import Unit

# In which blocks a text tells what it is about.
_EARLY = 1
# How many mentions a place in the title, or a name of its own, is worth.
_WORTH = 3


def main_project(
    units: Sequence[Unit], referents: Iterable[Referent], lexicon: Lexicon
) -> Referent | None:
    """Return what "the project" is: a project by name, or what the title names."""
    proper = [r for r in referents if r.proper and r.alone]
    named = [r for r in proper if r.kind is Kind.PROJECT and _is_work(r, units, lexicon)]
    if lexicon.language == "fr":
        named += [r for r in proper if r.guessed and _opens_bare(r.phrases[0], units)]
    heading = bool(units) and units[0].block.kind is BlockKind.HEADING
    titled = [r for r in proper if heading and r.guessed and r.phrases[0].block == 0]
    return max(named or titled, key=lambda r: _renown(r, units), default=None)


def foremost(
    referents: Iterable[Referent], units: Sequence[Unit], lexicon: Lexicon
) -> Referent | None:
    """Return the most prominent project of some referents."""
    named = [r for r in referents if r.kind is Kind.PROJECT and _is_work(r, units, lexicon)]
    return max(named, key=_prominence, default=None)


def _prominence(referent: Referent) -> tuple[int, int]:
    """Rank what a document may call "the project": named in its title, named often, named early."""
    titled = referent.phrases[0].block == 0
    return len(referent.phrases) + _WORTH * titled, -referent.number


def _renown(referent: Referent, units: Sequence[Unit]) -> tuple[int, int]:
    """Rank projects: those whose name is their own, not that of what they are of, first."""
    often, early = _prominence(referent)
    return often + _WORTH * _has_own_name(referent.phrases[0], units), early


def _has_own_name(phrase: Phrase, units: Sequence[Unit]) -> bool:
    doc = units[phrase.block].doc
    after = phrase.owner is not None and phrase.owner.start > phrase.head
    stop = phrase.owner.start if phrase.owner is not None and after else phrase.end
    head = doc[phrase.head]
    named = is_capital(head) and (is_acronym(head.text) or not head.is_sent_start)
    return named or any(map(is_capital, doc[phrase.head + 1 : stop]))


def _opens_bare(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Tell whether a name without an article opens a sentence early on, as a project's does."""
    early = phrase.block <= _EARLY and phrase.start <= 1 and not phrase.determiner
    return early and any(t.pos_ in ("VERB", "AUX") for t in units[phrase.block].doc)


def _is_work(referent: Referent, units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Tell whether something could be "the project": no budget, report or contract."""
    words = lexicon.words["incidental"]
    titled = units[0].block.kind is BlockKind.HEADING and referent.phrases[0].block == 0
    texts = lexicon.words["documents"]
    passing = texts if titled else texts | words
    return any(p.head_word not in passing for p in referent.phrases)
