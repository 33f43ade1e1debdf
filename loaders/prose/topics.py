"""Topics: what a document is about, and which stakeholder each of its sections speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ...graph import Kind, fold
from ..blocks import BlockKind
from .lexicon import Lexicon
from .phrases import Phrase
from .referents import Referent
from .units import Unit

_TITLED = frozenset([Kind.BODY, Kind.PROJECT, Kind.ORGANIZATION])
_TRAIL = frozenset([">", "›", "»"])
# How many blocks back a body may have been named to be the one spoken of.
_REACH = 6
# What is named as often may be what a document is about, even where its title does not say so,
# or where it is named only further on.
_OFTEN = 2


class Topics:
    """What is spoken of at each place of a document.

    Parameters
    ----------
    units : sequence of Unit
        Its blocks in order.
    referents : sequence of Referent
        All that it names.
    referent : callable
        What a phrase names.
    lexicon : Lexicon
        The words of its language.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        referents: Sequence[Referent],
        referent: Callable[[Phrase], Referent],
        lexicon: Lexicon,
    ) -> None:
        self.units = units
        self.referent = referent
        self.any = lexicon.words["any"]
        self.empty = lexicon.words["empty"]
        self.documents = lexicon.words["documents"]
        self.passing = self.documents | self.empty
        self.incidental = lexicon.words["incidental"]
        self.places = lexicon.words["places_before"]
        self.sections = frozenset(map(fold, lexicon.words["sections"]))
        self.carried: dict[int, tuple[Referent, int]] = {}
        self.lists: dict[int, list[tuple[int, Referent]]] = {}
        self.headings: list[tuple[int, ...]] = list(_headings(units))
        self.titles = {
            unit.index: list(self._titles(unit))
            for unit in units
            if unit.block.kind is BlockKind.HEADING
        }
        self.main: dict[Kind, Referent] = {}
        self._sole: Referent | None = None
        self.document = self._main_topic(referents)

    def enter(self, unit: int, position: int, referent: Referent) -> None:
        """Take note that the words of a block, from a token on, list what belongs to a referent."""
        self.lists.setdefault(unit, []).append((position, referent))

    def carry(self, unit: int, referent: Referent, lead: int) -> None:
        """Take note that a block goes on with what its lead-in says of a referent."""
        self.carried[unit] = referent, lead

    def about(self, unit: Unit, kinds: frozenset[Kind], position: int = 0) -> Referent | None:
        """Return what is spoken of at a token of a block, of one of these kinds.

        That is, in this order: whose list the words stand in, what the heading right above names,
        the body named last since that heading, what the headings above it name, the body named
        last before, the topic of the document.
        """
        candidates = self._candidates(unit, position, bodies=Kind.BODY in kinds)
        fitting = (r for r in candidates if self._fits(r, kinds))
        main = (self.main[k] for k in _order(kinds) if k in self.main)
        known = (r for r in (*fitting, *main) if not _follows(r, unit, position))
        return next(known, None)

    def _fits(self, referent: Referent, kinds: frozenset[Kind]) -> bool:
        """Tell whether something may be of these kinds: the topic itself, where its is a guess."""
        topic = referent is self.document and referent.guessed
        return referent.kind in kinds or (topic and bool(kinds & _TITLED))

    def group(self, unit: Unit, position: int = 0) -> Referent | None:
        """Return whose members are spoken of at a token: a body, else what the heading names."""
        found = next((r for r in self._listed(unit, position)), None)
        if found is not None:
            return found
        above = self.headings[unit.index]
        here = self.titles[above[-1]] if above else []
        start = above[-1] + 1 if above else 0
        groups = [r for r in here if r.kind is Kind.BODY]
        if len(above) > 1:
            groups += [r for r in here if r.kind is Kind.ORGANIZATION]
        nearest = (*groups, *self._bodies(unit, position, max(start, unit.index - _REACH)), *here)
        if nearest:
            return nearest[0]
        found = self.about(unit, _TITLED, position)
        body = found is not None and (
            found.kind is Kind.BODY or found.phrases[0].block <= unit.index
        )
        return found if body else None

    def subject(self, unit: Unit, position: int) -> Referent | None:
        """Return the group that the sentences before a token open with, the nearest first."""
        sentences = [s for s in unit.doc.sents if s.start <= position]
        for sentence in reversed(sentences):
            stop = position if sentence.end > position else sentence.end
            for phrase in unit.outermost:
                if sentence.start <= phrase.start and phrase.end <= stop:
                    named = self._group_in(phrase)
                    if named is not None and (self._opens(phrase) or self._is_subject(phrase)):
                        return self.referent(named)
        return None

    def _group_in(self, phrase: Phrase) -> Phrase | None:
        """Follow "création d'un groupe" to the group it is of."""
        while self.referent(phrase).kind not in _TITLED:
            if phrase.owner is None:
                return None
            phrase = phrase.owner
        return phrase if self._is_certain(phrase) else None

    def _listed(self, unit: Unit, position: int) -> Iterator[Referent]:
        listed = self.lists.get(unit.index, ())
        return (referent for start, referent in reversed(listed) if start <= position)

    def _candidates(self, unit: Unit, position: int, *, bodies: bool) -> Iterator[Referent]:
        yield from self._listed(unit, position)
        above = self.headings[unit.index]
        start = above[-1] if above else 0
        if above:
            yield from self.titles[start]
        if bodies:
            yield from self._bodies(unit, position, max(start + 1, unit.index - _REACH))
        for heading in reversed(above[:-1]):
            yield from self.titles[heading]
        if bodies:
            yield from self._bodies(unit, position, max(0, unit.index - _REACH))
        if self.document is not None:
            yield self.document

    def _bodies(self, unit: Unit, position: int, start: int) -> Iterator[Referent]:
        """Yield the bodies named before a token back to a block: the latest subjects first."""
        yield from self._subjects_first(p for p in unit.phrases if p.end <= position)
        for earlier in reversed(self.units[start : unit.index]):
            if not _is_sibling(earlier, unit):
                yield from self._subjects_first(earlier.phrases)

    def _subjects_first(self, phrases: Iterable[Phrase]) -> Iterator[Referent]:
        bodies = [p for p in phrases if self.referent(p).kind is Kind.BODY and self._is_certain(p)]
        subjects = [p for p in bodies if self._is_subject(p) or self._opens(p)]
        others = [p for p in bodies if p not in subjects]
        for phrase in (*reversed(subjects), *reversed(others)):
            yield self.referent(phrase)

    def _opens(self, phrase: Phrase) -> bool:
        """Tell whether a phrase opens its sentence, as subjects do where the parser errs."""
        head = self.units[phrase.block].doc[phrase.head]
        return phrase.outer is None and phrase.start - head.sent.start <= 1

    def _is_certain(self, phrase: Phrase) -> bool:
        """Tell whether a phrase speaks of one body: not of "every committee", "no board"."""
        if phrase.plural and not phrase.proper:
            return False
        before = self.units[phrase.block].doc[phrase.start - 1].text.lower() if phrase.start else ""
        return before not in self.any

    def chief(self) -> Iterator[Referent]:
        """Yield what the whole document is surely about.

        It is titled so, returns to it, or names nothing else: then another version of it that
        adds a sentence does not speak of another board.
        """
        for topic in (self.main.get(Kind.PROJECT), self.document, self.main.get(Kind.ORGANIZATION)):
            if topic is not None and topic.proper and self._is_chief(topic):
                yield topic

    def _is_chief(self, topic: Referent) -> bool:
        known = topic is self.document or topic.kind is Kind.PROJECT
        returned = known and not topic.guessed and len(topic.phrases) >= _OFTEN
        return returned or self._in_title(topic) or self._sole is topic

    def section(self, unit: Unit) -> Referent | None:
        """Return what the nearest heading that names something names."""
        above = self.headings[unit.index]
        return next((self.titles[h][0] for h in reversed(above) if self.titles[h]), None)

    def _titles(self, unit: Unit) -> Iterator[Referent]:
        """Yield what a heading names: not the parts of a text, nor things in the plural."""
        trail = [t.i for t in unit.doc if t.text in _TRAIL]
        for phrase in unit.outermost:
            if (trail and phrase.start < trail[-1]) or self._is_placed(unit, phrase):
                continue
            named = self._subject(phrase)
            if named is not None:
                yield self.referent(named)

    def _is_placed(self, unit: Unit, phrase: Phrase) -> bool:
        """Tell whether a heading says only where or with whom: "a new hospital in Lower Arm"."""
        start = phrase.start
        while start > 0 and unit.doc[start - 1].pos_ in ("DET", "NUM", "ADJ"):
            start -= 1
        return start > 1 and unit.doc[start - 1].text.lower() in self.places

    def _subject(self, phrase: Phrase) -> Phrase | None:
        """Follow "compte rendu du comité", "terms of reference of X" to what they are of."""
        while phrase.kind not in _TITLED or phrase.head_word in self.documents:
            if phrase.owner is None:
                return None
            phrase = phrase.owner
        bare = fold(phrase.name) in self.sections
        return None if bare or (phrase.plural and not phrase.proper) else phrase

    def _main_topic(self, referents: Iterable[Referent]) -> Referent | None:
        """Return what the document is about: what its headings name and its sentences repeat.

        What it is about as a project, a body and an organisation is set down too; a name whose
        kind is only guessed may be any of these.
        """
        weights = {r.number: self._weight(r) for r in referents if self._is_topic(r)}
        known = [r for r in referents if r.number in weights]
        self._sole = _sole(known)
        for kind in _TITLED:
            fitting = [r for r in known if r.kind is kind or (r.guessed and kind is Kind.PROJECT)]
            if fitting:
                weigh = {r.number: weights[r.number] - (r.kind is not kind) for r in fitting}
                self.main[kind] = max(fitting, key=lambda r: (weigh[r.number], -r.number))
        return max(known, key=lambda r: (weights[r.number], -r.number), default=None)

    def _is_topic(self, referent: Referent) -> bool:
        """Tell whether a document could be about something: not a text, nor things in passing."""
        phrases = referent.phrases
        if referent.kind not in _TITLED or not phrases or not referent.alone:
            return False
        passing = self.passing if self._in_title(referent) else self.passing | self.incidental
        if all(p.head_word in passing for p in phrases):
            return False
        return referent.proper or len(phrases) > 1 or self._in_title(referent)

    def _weight(self, referent: Referent) -> float:
        """Weigh how likely a document is about something: in its title, often, as a subject."""
        first = referent.phrases[0]
        title = self._in_title(referent)
        heading = any(referent in named for named in self.titles.values())
        subject = sum(self._is_subject(p) for p in referent.phrases)
        kind = {Kind.PROJECT: 1.0, Kind.BODY: 0.7}.get(referent.kind or Kind.PLACE, 0.3)
        early = 1.0 if first.block == 0 else 0.5 if first.block <= 2 else 0.0
        weight = kind + 2.0 * title + heading + early + min(len(referent.phrases), 6) * 0.4
        weight += min(subject, 4) * 0.3 + (1.5 if referent.proper else 0.0)
        return weight - (1.5 if first.plural and not referent.proper else 0.0)

    def _in_title(self, referent: Referent) -> bool:
        return any(referent in named for unit, named in self.titles.items() if unit <= 1)

    def _is_subject(self, phrase: Phrase) -> bool:
        return self.units[phrase.block].doc[phrase.head].dep_.startswith("nsubj")


def _follows(referent: Referent, unit: Unit, position: int) -> bool:
    """Tell whether something is first named further on, and seldom: it is not spoken of yet."""
    first = referent.phrases[0]
    later = first.block > unit.index and len(referent.phrases) < _OFTEN
    return later or (first.block == unit.index and first.start > position)


def _sole(named: Sequence[Referent]) -> Referent | None:
    """Return the one thing that is named at all, and not only within "the mayor of Leeds"."""
    proper = [r for r in named if r.proper and r.kind is not Kind.BODY]
    whole = len(proper) == 1 and any(p.outer is None for p in proper[0].phrases)
    return proper[0] if whole else None


def _is_sibling(earlier: Unit, unit: Unit) -> bool:
    """Tell whether two blocks are items of one list: neither speaks of what the other does."""
    items = earlier.block.kind is unit.block.kind is BlockKind.ITEM
    return items and earlier.block.level >= unit.block.level


def _headings(units: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Yield, for each block, the headings it stands under, outermost first, itself included."""
    above: tuple[int, ...] = ()
    for unit in units:
        if unit.block.kind is BlockKind.HEADING:
            level = unit.block.level
            above = (*(h for h in above if units[h].block.level < level), unit.index)
        yield above


def _order(kinds: frozenset[Kind]) -> Iterator[Kind]:
    return (kind for kind in (Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION) if kind in kinds)
