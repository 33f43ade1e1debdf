"""Reading: what a masked question asks, by the grammar of the documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph import Kind, Vocabulary, fold
from . import english, french
from .drafts import Draft, Hole
from .grammar import Clause, read_clauses
from .labels import read_label
from .names import Known
from .sentences import Read, sentence
from .words import Words

_DRAFTS = {"fr": french.drafts, "en": english.drafts}
_WHO = (Kind.ORGANIZATION, Kind.PERSON, Kind.BODY)
_WHAT = (Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION)
_THINGS = frozenset(["que", "qu'", "quoi", "what", "which"])
_OTHERS = (Kind.PROJECT, Kind.ORGANIZATION, Kind.BODY)
_PAST = "past and over"  # a question may be about the past; "former" is a word that is left
_MOST = 3  # names of a question


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a question.

    Attributes
    ----------
    relations : tuple of str
        What its wording may mean, the likeliest first.
    source, target : int
        Which name each end is; -1 for what is asked.
    hole : Hole
        What is asked for.
    words : str
        The words of the relation.
    left : tuple of str
        Words of the question that it does not account for.
    fits : bool
        Whether the relation joins such ends.
    unstated : str
        Why a statement so worded would state nothing ("negated").
    """

    relations: tuple[str, ...]
    source: int
    target: int
    hole: Hole
    words: str = ""
    left: tuple[str, ...] = ()
    fits: bool = True
    unstated: str = ""

    @property
    def whole(self) -> bool:
        """Whether every word is accounted for."""
        return not self.left and not self.unstated


def read(text: str, names: Sequence[Known], words: Words, vocabulary: Vocabulary) -> Reading | None:
    """Return the best reading of a masked question, or None if no frame reads it.

    Drafts are tried in order, with each kind its names may be; the first that accounts for every
    word, and whose relation joins such ends, is taken.
    """
    if not 1 <= len(names) <= _MOST:
        return None
    best: Reading | None = None
    drafts = list(dict.fromkeys(_DRAFTS[words.language](text, words)))
    for draft in drafts:
        if own := read_label(draft, words.language, vocabulary):
            relation, source, target = own
            return Reading((relation,), source, target, draft.hole)
    for draft in drafts:
        for reading in _readings(draft, names, words, vocabulary):
            if reading.whole and reading.fits:
                return reading
            if best is None or _rank(reading) < _rank(best):
                best = reading
    return best


def _rank(reading: Reading) -> tuple[bool, int, bool]:
    return bool(reading.unstated), len(reading.left), not reading.fits


def _readings(
    draft: Draft, names: Sequence[Known], words: Words, vocabulary: Vocabulary
) -> Iterator[Reading]:
    asked = _asked(draft.hole)
    own, *others = _kinds(names)
    for kinds, kind in (*((own, k) for k in asked), *((other, asked[0]) for other in others)):
        made = sentence(draft, kinds, kind, words.language)
        reads = [r for r in made.read(names, words) if _answers(r, draft.hole)]
        if reads:
            yield _reading(reads, draft.hole, names, made.text, vocabulary)


def _kinds(names: Sequence[Known]) -> Iterator[tuple[Kind, ...]]:
    """Yield the kinds of the names, then others for the first: a graph may take one for another."""
    own = tuple(name.one.kind for name in names)
    yield own
    for kind in _OTHERS:
        if kind is not own[0]:
            yield kind, *own[1:]


def _asked(hole: Hole) -> tuple[Kind | None, ...]:
    if not hole.said:
        return (None,)
    if hole.kind:
        return (hole.kind,)
    return _WHAT if hole.said.split()[0].casefold() in _THINGS else _WHO


def _answers(read: Read, hole: Hole) -> bool:
    """Tell whether a relation read has the ends that are asked about."""
    open_ends = (read.source < 0) + (read.target < 0)
    return open_ends == bool(hole.said) and hole.only in ("", read.clause.relation)


def _reading(
    reads: Sequence[Read], hole: Hole, names: Sequence[Known], text: str, vocabulary: Vocabulary
) -> Reading:
    first = min(reads, key=lambda r: (r.clause.unstated not in ("", _PAST), len(r.left)))
    alike = [
        r for r in reads if (r.source, r.target, r.left) == (first.source, first.target, first.left)
    ]
    relations = tuple(dict.fromkeys(r.clause.relation for r in alike))
    fitting = tuple(r for r in relations if _fits(r, first, hole, names, vocabulary))
    return Reading(
        relations=fitting or relations,
        source=first.source,
        target=first.target,
        hole=hole,
        words=text[first.clause.start : first.clause.end],
        left=first.left,
        fits=bool(fitting),
        unstated="" if first.clause.unstated == _PAST else first.clause.unstated,
    )


def _fits(
    relation: str, read: Read, hole: Hole, names: Sequence[Known], vocabulary: Vocabulary
) -> bool:
    known = vocabulary.relations.get(relation)
    if known is None:
        return False
    asked = [hole.kind] if hole.kind else list(Kind)
    sources = [names[read.source].one.kind] if read.source >= 0 else asked
    targets = [names[read.target].one.kind] if read.target >= 0 else asked
    return any(known.joins(a, b) for a in sources for b in targets)


def read_unknown(text: str, words: Words) -> tuple[Clause, str] | None:
    """Return what a question without a known name asks, and the name it gives."""
    for draft in _DRAFTS[words.language](text, words):
        if not draft.hole.said:
            continue
        for asked in _asked(draft.hole):
            assert asked is not None  # noqa: S101  (for the type checker)
            made = sentence(draft, (), asked, words.language)
            for clause in read_clauses(made.text, words.language):
                ends = clause.source, clause.target
                other = [end for end in ends if fold(end) not in made.places]
                if len(other) == 1:
                    return clause, other[0]
    return None
