"""Enumerations: the names that a run of words lists, each with what is said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...graph import Kind
from .phrases import Phrase, is_acronym, is_capital
from .syntax import is_participle
from .units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Span = tuple[int, int]
Separator = Callable[["Doc", int], int]

_STRONG = frozenset([";", "·", "|", "•", "+"])
_OPEN, _CLOSE = frozenset(["(", "["]), frozenset([")", "]"])
_LIGHT = frozenset(["DET", "NUM", "ADP", "PUNCT", "ADJ", "SYM", "X", "ADV", "CCONJ", "SCONJ"])
_OPENERS = frozenset(
    "dont notamment savoir soit comme including namely outre y compris currently also that"
    " is".split()
)
_ENDS = frozenset([")", "]", "»", '"', "”"])
_LABEL_LENGTH = 20
# The longest marker inside a sentence: "(viii)".
_MARKER = 4


@dataclass(slots=True, eq=False)
class Entry:
    """One name listed.

    Attributes
    ----------
    phrase : Phrase
        The name.
    start, end : int
        Its tokens, with all that is said beside the name.
    label : tuple of int or None
        The tokens before a colon: "Chair" in "Chair: Dr Pryce".
    asides : list of tuple of int
        Runs of tokens in brackets or after a comma.
    opened : bool
        Whether a word like "namely", "currently" stands before it.
    """

    phrase: Phrase
    start: int
    end: int
    label: Span | None = None
    asides: list[Span] = field(default_factory=list)
    opened: bool = False

    def take(self, start: int, end: int) -> None:
        """Take words as said beside the name."""
        self.asides.append((start, end))
        self.end = end

    @property
    def personal(self) -> bool:
        """Whether the name is a person's, by its kind or by its shape."""
        return is_personal(self.phrase)


def is_personal(phrase: Phrase) -> bool:
    """Tell whether a phrase names a person: by its kind, or two to four capitalised words."""
    if phrase.kind is Kind.PERSON:
        return True
    words = phrase.name.split()
    plain = phrase.kind in (None, Kind.ORGANIZATION) and not phrase.inner and not phrase.determiner
    named = all(w[:1].isupper() and w.strip(".-'’").replace("-", "").isalpha() for w in words)
    return plain and named and 2 <= len(words) <= 4 and not any(map(is_acronym, words))


def sentence_end(doc: Doc, start: int) -> int:
    """Return where the sentence of a token ends, abbreviations and initials not counted."""
    for token in doc[start:]:
        if token.text in (".", "!", "?"):
            before = doc[token.i - 1].text if token.i else ""
            last = token.i + 1 >= len(doc)
            if last or ((len(before) > 3 or before in _ENDS) and is_capital(doc[token.i + 1])):
                return token.i
    return len(doc)


def entries(
    unit: Unit, start: int, end: int, *, single: bool = False, clauses: bool = True
) -> list[Entry]:
    """Return what the tokens `start` to `end` of a block list.

    Semicolons and bullets part names, else commas and "and"; words in brackets, and after a
    person the words between commas, belong to the name before them.

    Parameters
    ----------
    unit : Unit
        The block.
    start, end : int
        Its tokens to read.
    single : bool, optional
        Whether one name is expected, as in an item of a list: what follows a bare name after a
        comma is then said of it.
    clauses : bool, optional
        Whether a name that a verb follows is one of the list, as where items are sentences.
    """
    found: list[Entry] = []
    for piece in _cut(unit, start, end, _is_strong):
        label, value = _label(unit.doc, *piece)
        parts = _listed(unit, *value, single=single, clauses=clauses)
        for entry in parts:
            entry.label = label
        found += parts
    return found


def _listed(unit: Unit, start: int, end: int, *, single: bool, clauses: bool) -> list[Entry]:
    """Return the names between commas and "and", up to the first that a verb follows."""
    found: list[Entry] = []
    for first, last in _cut(unit, start, end, _is_weak):
        phrase = leading(unit, first, last)
        if phrase is None or (found and _goes_on(unit.doc, found[-1], first)):
            if found and _is_verb(unit.doc[first]):
                break
            if found:
                found[-1].take(first, last)
            continue
        verbal = phrase.end < last and _is_verb(unit.doc[phrase.end])
        if verbal and not clauses:
            break
        entry = Entry(phrase, first, last, asides=list(_brackets(unit.doc, phrase.end, last)))
        entry.opened = _opens(unit.doc, first)
        joined = first > start and unit.doc[first - 1].text != ","
        beside = single and found and (_bare(found[-1]) or _titled(found[-1], entry, end))
        if found and (beside or _apposed(found[-1], entry, joined=joined)):
            found[-1] = _attached(found[-1], entry)
        else:
            found.append(entry)
        if verbal:
            break
    return found


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and not is_participle(token) and token.tag_ != "VBG"


def _goes_on(doc: Doc, before: Entry, start: int) -> bool:
    """Tell whether words go on with the complement before: "représentants de X, | de Y"."""
    return doc[start].pos_ == "ADP" and doc[before.start].pos_ != "ADP" and not _opens(doc, start)


def _opens(doc: Doc, start: int) -> bool:
    return doc[start].text.lower() in _OPENERS


def _apposed(before: Entry, entry: Entry, *, joined: bool) -> bool:
    """Tell whether an entry says who the one before is: "Mme X, directrice", "le préfet, M. X"."""
    person = entry.phrase.kind is Kind.PERSON
    if before.phrase.kind is Kind.PERSON:
        definite = entry.phrase.determiner in ("def", "poss")
        return not person and not (joined and definite)
    post = before.phrase.kind is Kind.ROLE and (not before.phrase.plural or entry.opened)
    return not joined and post and person


def _bare(entry: Entry) -> bool:
    """Tell whether an entry is a name alone, of no known kind: "Jack", "Jim"."""
    phrase = entry.phrase
    return phrase.kind in (None, Kind.ORGANIZATION) and phrase.proper and not phrase.determiner


def _titled(before: Entry, entry: Entry, end: int) -> bool:
    """Tell whether an entry only says what the one before is: "the prefect, | chair"."""
    word = entry.phrase.end - entry.phrase.start == 1 and not entry.phrase.determiner
    alone = entry.end == end and entry.phrase.kind is Kind.ROLE and not entry.phrase.plural
    return word and alone and before.phrase.determiner == "def"


def _attached(before: Entry, entry: Entry) -> Entry:
    """Join two entries that name one: the person's name stays."""
    if before.phrase.kind is Kind.PERSON or entry.phrase.kind is not Kind.PERSON:
        before.asides += [(entry.start, entry.end), *entry.asides]
        before.end = entry.end
        return before
    entry.asides += [(before.start, before.end), *before.asides]
    entry.start = before.start
    return entry


def _largest(unit: Unit, start: int) -> Iterator[Phrase]:
    """Yield the phrases from a token on that are nested in none that begins after it."""
    return (p for p in unit.phrases if p.start >= start and _is_largest(p, start))


def _is_largest(phrase: Phrase, start: int) -> bool:
    return phrase.outer is None or phrase.outer.start < start


def leading(unit: Unit, start: int, end: int) -> Phrase | None:
    """Return the largest phrase that a run of tokens opens with, past articles and numbers."""
    for phrase in _largest(unit, start):
        if phrase.start >= end:
            return None
        gap = unit.doc[_past_marker(unit.doc, start) : phrase.start]
        if phrase.start < _past_marker(unit.doc, start):
            continue
        if not all(t.pos_ in _LIGHT or t.text.lower() in _OPENERS for t in gap):
            return None
        return None if any(t.text in _OPEN for t in gap) else phrase
    return None


def _past_marker(doc: Doc, start: int) -> int:
    """Return where the words after a marker like "(ii)" begin."""
    marked = start + 2 < len(doc) and doc[start].text in _OPEN and doc[start + 2].text in _CLOSE
    return start + 3 if marked and len(doc[start + 1].text) <= _MARKER else start


def _label(doc: Doc, start: int, end: int) -> tuple[Span | None, Span]:
    """Part "Chair: Dr Pryce" into its label and the rest."""
    colon = next((t.i for t in doc[start : min(end, start + _LABEL_LENGTH)] if t.text == ":"), None)
    if colon is None or colon == start:
        return None, (start, end)
    if colon + 1 >= end:
        return None, (start, colon)
    return (start, colon), (colon + 1, end)


def _cut(unit: Unit, start: int, end: int, parts: Separator) -> Iterator[Span]:
    """Yield the runs between separators that stand in no bracket and no name."""
    inside = {i for p in _largest(unit, start) for i in range(p.start, p.end)}
    depth, first, position = 0, start, start
    while position < end:
        token = unit.doc[position]
        depth += (token.text in _OPEN) - (token.text in _CLOSE and depth > 0)
        width = 0 if depth else parts(unit.doc, position)
        if width and (position not in inside or token.text in _STRONG):
            if position > first:
                yield first, position
            first = position + width
        position += max(width, 1)
    if end > first:
        yield first, end


def _brackets(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Yield what stands in brackets."""
    opened = -1
    for token in doc[start:end]:
        if token.text in _OPEN:
            opened = token.i + 1
        elif token.text in _CLOSE and 0 <= opened < token.i:
            yield opened, token.i
            opened = -1


def _is_strong(doc: Doc, position: int) -> int:
    slash = doc[position].text == "/" and bool(doc[position].whitespace_)
    return int(doc[position].text in _STRONG or slash)


def _is_weak(doc: Doc, position: int) -> int:
    """Return how many tokens a comma or "and" takes."""
    words = [t.text.lower() for t in doc[position : position + 4]]
    if words[0] == ",":
        more = _is_weak(doc, position + 1) if len(words) > 1 else 0
        return 1 + more if more and words[1] != "," else 1
    for joiner in _JOINERS:
        if tuple(words[: len(joiner)]) == joiner:
            return len(joiner)
    return 0


_JOINERS = (
    ("ainsi", "que"), ("ainsi", "qu'"), ("de", "même", "que"), ("de", "même", "qu'"),
    ("mais", "aussi"), ("mais", "également"), ("as", "well", "as"),
    ("along", "with"), ("together", "with"), ("et",), ("and",), ("&",), ("plus",), ("puis",),
)  # fmt: skip
