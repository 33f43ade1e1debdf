"""Noun phrases: the runs of words that can name a stakeholder, nested as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...graph import Kind
from .lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACRONYM = re.compile(r"[A-Z][\w&.’'-]*[A-Z0-9][\w-]*\Z|[A-Z]{2,}s?\Z")
_NOMINAL = ("NOUN", "PROPN")


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase of one block.

    Attributes
    ----------
    block : int
        Which block it stands in.
    start, end : int
        Its tokens, without the article.
    head : int
        Its head noun.
    words : tuple of str
        Head and neighbours as lemmas, by which its kind is known.
    kind : Kind or None
        What its head names; None for a thing that the lexicon does not know.
    name : str
        Verbatim, without the article.
    aliases : list of str
        Other verbatim names: acronym, full form, form without complement.
    determiner : str
        ``def``, ``dem`` (this, ce), ``poss`` (its, son), ``ind`` or empty.
    owner : Phrase or None
        Whom it is said to be of: "comité de X", "X's board".
    outer : Phrase or None
        The phrase it is nested in.
    inner : list of Phrase
        Phrases nested in it, in order.
    proper : bool
        Whether it carries a proper name.
    plural : bool
        Whether its head is plural.
    holder : Phrase or None
        For a post: the person in apposition who holds it.
    post : Phrase or None
        For a person: the post in apposition.
    core : int
        Where it starts, an owner before it left out: at "chair" in "the Board's chair".
    """

    block: int
    start: int
    end: int
    head: int
    words: tuple[str, ...]
    kind: Kind | None
    name: str
    aliases: list[str] = field(default_factory=list)
    determiner: str = ""
    owner: Phrase | None = None
    outer: Phrase | None = None
    inner: list[Phrase] = field(default_factory=list)
    proper: bool = False
    plural: bool = False
    holder: Phrase | None = None
    post: Phrase | None = None
    core: int = -1

    @property
    def head_word(self) -> str:
        """The lemma of the head."""
        return self.words[0] if self.words else ""


def lower(token: Token) -> str:
    """Return a token's lemma in lower case, its form where it has none."""
    return (token.lemma_ or token.text).lower()


def is_capital(token: Token) -> bool:
    """Tell whether a token is written as a proper name is."""
    return token.text[:1].isupper()


def is_acronym(text: str) -> bool:
    """Tell whether a word is an acronym or a name in camel case.

    >>> [is_acronym(w) for w in ("APIJ", "InSERRE", "Atigip", "SIGs")]
    [True, True, False, True]
    """
    return bool(_ACRONYM.match(text))


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of a short form stand in a name, in order, from its first on.

    >>> abbreviates("SPIP", "Service pénitentiaire d'insertion et de probation")
    True
    """
    letters = [c for c in short.casefold() if c.isalpha()]
    rest = iter(long.casefold())
    return (
        len(letters) >= 2 and letters[0] == long.casefold()[:1] and all(c in rest for c in letters)
    )


def find_phrases(doc: Doc, block: int, lexicon: Lexicon) -> list[Phrase]:
    """Return the noun phrases of a block, outer before inner, in order of position."""
    from .acronyms import settle_short_names
    from .appositions import link_posts
    from .english import EnglishChunker
    from .french import FrenchChunker

    chunker = (FrenchChunker if lexicon.language == "fr" else EnglishChunker)(doc, block, lexicon)
    phrases = chunker.chunk()
    settle_short_names(phrases, doc)
    link_posts(phrases, doc)
    return phrases


class Chunker:
    """What the two languages share: walking the tokens, and making a phrase of a run of them."""

    def __init__(self, doc: Doc, block: int, lexicon: Lexicon) -> None:
        self.doc = doc
        self.block = block
        self.lexicon = lexicon
        self.found: list[Phrase] = []
        self.titles = self.lexicon.words["titles"]

    def chunk(self) -> list[Phrase]:
        """Find all phrases."""
        position = 0
        while position < len(self.doc):
            position = max(self.read(position), position + 1)
        return sorted(self.found, key=lambda p: (p.start, -p.end))

    def read(self, position: int) -> int:
        """Read the phrase at a token, if there is one, and return where to go on."""
        raise NotImplementedError

    def token(self, position: int) -> Token | None:
        """Return a token, or None past the end of the sentence's text."""
        return self.doc[position] if 0 <= position < len(self.doc) else None

    def nominal(self, position: int) -> bool:
        """Tell whether a token can head a phrase."""
        token = self.token(position)
        if token is None or token.text.lower() in _PRONOUNS:
            return False
        if any(c.isdigit() or c in "€$£%@" for c in token.text) and not is_acronym(token.text):
            return False
        if token.pos_ in _NOMINAL:
            return any(c.isalpha() for c in token.text)
        if token.pos_ == "VERB" and self._after_preposition(position):
            return lower(token) in self.lexicon.words["action_nouns"] or (
                token.text.lower() in self.lexicon.words["action_nouns"]
            )
        known = token.text.lower() in self.lexicon.heads or (
            token.pos_ != "VERB" and lower(token) in self.lexicon.heads
        )
        named = token.pos_ in ("X", "ADJ", "VERB", "ADV") and is_capital(token) and known
        return is_acronym(token.text) or named

    def spelt_out(self, phrase: Phrase, text: str, position: int) -> Phrase:
        """Return which phrase the acronym at a position is of: the nearest whose words spell it.

        "Direction des Milieux (DM)" is of the whole name, "président de l'Union (U)" of its end.
        """
        root = phrase
        while root.outer is not None:
            root = root.outer
        near = (p for p in self.found if root.start <= p.start < position)
        spelt = [p for p in near if abbreviates(text, self.doc[p.start : position].text)]
        return max(spelt, key=lambda p: p.start, default=phrase)

    def _after_preposition(self, position: int) -> bool:
        before = self.token(position - 1)
        return before is not None and before.pos_ == "ADP" and before.text.lower() in ("de", "d'")

    def determiner(self, position: int) -> str:
        """Classify the word before a phrase."""
        token = self.token(position)
        if token is None:
            return ""
        word = token.text.lower()
        if word == "own":
            return self.determiner(position - 1)
        if word in _DEMONSTRATIVES:
            return "dem"
        if word in _POSSESSIVES:
            return "poss"
        if word in _DEFINITE:
            return "def"
        return "ind" if word in _INDEFINITE else ""

    def make(
        self, start: int, end: int, head: int, kind: Kind | None, words: tuple[str, ...]
    ) -> Phrase:
        """Make a phrase of tokens `start` to `end`."""
        span = self.doc[start:end]
        return Phrase(
            block=self.block,
            start=start,
            end=end,
            head=head,
            words=words,
            kind=kind,
            name=span.text,
            determiner=self.determiner(start - 1),
            proper=any(is_capital(t) and t.pos_ != "DET" for t in span[1:])
            or is_acronym(span[0].text)
            or (is_capital(span[0]) and not span[0].is_sent_start),
            plural="Plur" in self.doc[head].morph.get("Number", []),
            core=start,
        )


_PRONOUNS = frozenset(
    "celui celle ceux celles ci celui-ci celle-ci ceux-ci celles-ci lui il elle ils elles".split()
)
_DEFINITE = frozenset("le la les l' du des au aux the".split())
_INDEFINITE = frozenset("un une de d' a an chaque each any tout every".split())
_DEMONSTRATIVES = frozenset(
    "ce cet cette ces this that these those ledit ladite dudit même mêmes same such said".split()
)
_POSSESSIVES = frozenset("son sa ses leur leurs its their his her our notre nos".split())
