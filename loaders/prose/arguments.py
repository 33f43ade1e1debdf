"""Arguments: from a word of a sentence to the stakeholders it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...graph import Kind
from .discourse import Discourse, Referent, Unit
from .phrases import Phrase
from .pronouns import WE, is_latter

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LIGHT = ("DET", "NUM", "PUNCT", "CCONJ", "ADP", "ADJ", "ADV")
_PREPOSITIONS = frozenset(
    ["de", "d'", "du", "des", "of", "par", "by", "à", "au", "aux", "avec", "with"]
)
_EACH = frozenset(["each", "all", "both", "chacun", "chacune", "tous", "toutes"])

_PARTITIVES = frozenset(["du", "des", "de", "d'"])
_OF = _PARTITIVES | {"of"}
_QUOTES = frozenset(["«", '"', "“", "'", "‘"])
_RELATIVES = frozenset(["qui", "which", "who", "lequel", "laquelle", "lesquels", "lesquelles"])
# "Représentant de l'État" sits for the State; "agent comptable de l'État" has a post of his own.
_BESIDE = 3
_CLITICS = frozenset(["en", "y", "le", "la", "les", "l'", "lui", "leur", "ne", "n'", "se", "s'"])
_STOPS = frozenset([".", ":", "!", "?", ")", "("])


@dataclass(frozen=True, slots=True, eq=False)
class Filler:
    """What fills a place of a frame.

    Attributes
    ----------
    referent : Referent
        The stakeholder.
    phrase : Phrase or None
        Where it is named; None where a pronoun or the topic stands for it.
    link : str
        ``named``, ``pronoun``, ``topic``.
    unit : int
        The block it was found in.
    """

    referent: Referent
    phrase: Phrase | None
    link: str
    unit: int


class Arguments:
    """Finds fillers in one unit."""

    def __init__(self, unit: Unit, discourse: Discourse) -> None:
        self.unit = unit
        self.discourse = discourse
        self.lexicon = discourse.lexicon
        self.doc = unit.doc
        self.outermost = unit.outermost
        # Of several phrases that start or end at one token, the first: the outermost.
        self._starts = {phrase.start: phrase for phrase in reversed(unit.phrases)}
        self._ends = {phrase.end: phrase for phrase in reversed(self.outermost)}

    def of_tokens(
        self, tokens: Iterable[Token], *, within: tuple[int, int] | None = None
    ) -> list[Filler]:
        """Return the fillers that these words stand for, with all that is coordinated to them."""
        found: list[Filler] = []
        for token in tokens:
            found += self._of_token(token, within)
        return unique(found)

    def _of_token(self, token: Token, within: tuple[int, int] | None) -> list[Filler]:
        holder = self.discourse.pronouns.postholder() if self._is_postholder(token) else None
        if holder is not None:
            return [Filler(holder, None, "topic", self.unit.index)]
        if token.text.lower() in _EACH and (whole := self.after(token.i + 1, _OF)) is not None:
            return self.of_phrases([whole])
        plain = token.pos_ == "PRON" and token.i not in self.unit.by_token
        if plain or is_latter(token):
            return self._of_pronoun(token)
        return self.together(self.unit.by_token.get(token.i), within)

    def _is_postholder(self, token: Token) -> bool:
        """Tell whether a word is "you", "the postholder" of a description of a post."""
        words = self.lexicon.words["postholders"]
        return token.text.lower() in words or token.lemma_.lower() in words

    def _of_pronoun(self, token: Token) -> list[Filler]:
        """Return what a pronoun takes up; a plural one takes up all that is coordinated."""
        if token.text.lower() in WE:
            speaker = self.discourse.pronouns.speaker
            return [Filler(speaker, None, "topic", self.unit.index)] if speaker else []
        relative = token.text.lower() in _RELATIVES and self.before(token.i)
        phrase = relative or self.discourse.pronouns.antecedent(token, self.unit)
        if not phrase:
            return []
        group = [phrase]
        if phrase.block == self.unit.index and phrase.plural:
            group = self.coordinated(phrase)
        return [
            Filler(self.discourse.referent(named), None, "pronoun", self.unit.index)
            for member in group
            if (named := self.stands_for(member)) is not None
        ]

    def together(
        self, phrase: Phrase | None, within: tuple[int, int] | None = None
    ) -> list[Filler]:
        """Return the fillers of a phrase, if there is one, and of those coordinated to it."""
        return self.of_phrases(self.coordinated(phrase, within)) if phrase is not None else []

    def of_phrases(self, phrases: Iterable[Phrase]) -> list[Filler]:
        """Return the fillers that these phrases stand for."""
        return [
            Filler(self.discourse.referent(named), named, "named", self.unit.index)
            for phrase in phrases
            if (named := self.stands_for(phrase)) is not None
        ]

    def stands_for(self, phrase: Phrase) -> Phrase | None:
        """Follow "un représentant de X", "l'ensemble des X" to X; drop what is no stakeholder."""
        words = self.lexicon.words
        if phrase.holder is not None or phrase.head_word in words["envoys"]:
            return phrase.holder or phrase
        owner = phrase.owner
        if (
            phrase.head_word in words["representatives"]
            and owner is not None
            and owner.start <= phrase.head + _BESIDE
        ):
            if owner.proper or (
                not owner.plural and owner.kind in (Kind.ORGANIZATION, Kind.ROLE, Kind.BODY)
            ):
                return owner
            return phrase
        if (
            phrase.head_word in words["representatives"]
            and phrase.end - phrase.start == 1
            and phrase.plural
            and (phrase.determiner != "def" or self.lexicon.language == "fr")
        ):
            return None
        if (
            phrase.head_word in words["transparent"]
            and phrase.owner is not None
            and not phrase.proper
        ):
            return self.stands_for(phrase.owner)
        if self._is_action(phrase) or self._is_means(phrase):
            return self.stands_for(phrase.owner) if phrase.owner is not None else None
        if phrase.head_word in words["empty"] and not phrase.proper:
            return phrase if self._is_described(phrase) else None
        return phrase

    def _is_means(self, phrase: Phrase) -> bool:
        """Tell whether a phrase says by what act: "nommé par décret du ministre", "by order of"."""
        if phrase.head_word not in self.lexicon.words["instruments"] or phrase.determiner:
            return False
        here = phrase.block == self.unit.index and phrase.start > 0
        return here and self.doc[phrase.start - 1].text.lower() in ("par", "by")

    def _is_described(self, phrase: Phrase) -> bool:
        """Tell whether words say which persons: "a person nominated by the Minister"."""
        if phrase.head_word not in ("person", "people") or phrase.end >= len(self.doc):
            return False
        after = self.doc[phrase.end]
        return after.tag_ == "VBN" or after.text.lower() == "with"

    def is_compound(self, position: int) -> bool:
        """Tell whether a noun before one of action says of what: "supplier | management"."""
        if self.lexicon.language != "en" or position == 0 or self.doc[position].is_sent_start:
            return False
        before = self.doc[position - 1]
        whole = self.unit.by_token.get(position)
        inside = whole is not None and whole.start < position and whole.owner is None
        plain = before.pos_ in ("NOUN", "PROPN") and before.i + 1 == position
        return inside and plain and before.text.lower() not in self.lexicon.words["plain_modifiers"]

    def _is_action(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is "la conduite de X": an action on what it is of."""
        action = phrase.head_word in self.lexicon.words["action_nouns"]
        return action and phrase.owner is not None and not phrase.proper and phrase.kind is None

    def coordinated(self, phrase: Phrase, within: tuple[int, int] | None = None) -> list[Phrase]:
        """Return a phrase with those coordinated to it on either side, in order."""
        low, high = within or (0, len(self.doc))
        phrase = phrase.holder or phrase
        listed = self._announced(phrase)
        if listed:
            return listed
        siblings = self._siblings(phrase)
        if phrase not in siblings:
            return [phrase]
        at = siblings.index(phrase)
        first = at
        while (
            first > 0
            and siblings[first - 1].start >= low
            and self._joins(siblings[first - 1], siblings[first])
        ):
            first -= 1
        last = at
        while (
            last + 1 < len(siblings)
            and not self._gathers(siblings[last])
            and siblings[last + 1].end <= high
            and self._joins(siblings[last], siblings[last + 1])
        ):
            last += 1
        return self._enumeration(siblings[first : last + 1], at - first)

    def _gathers(self, phrase: Phrase) -> bool:
        """Tell whether what goes on after a phrase is in it: "a consortium of X, | Y and Z"."""
        inner = phrase.inner[-1] if phrase.inner else None
        loose = phrase.head_word in self.lexicon.words["loose_gatherings"]
        return loose and inner is not None and inner.end == phrase.end and inner.start > phrase.head

    def _announced(self, phrase: Phrase) -> list[Phrase]:
        """Return what a plural noun announces: "les partenaires : A, B et C"."""
        if not phrase.plural or phrase.end >= len(self.doc) or self.doc[phrase.end].text != ":":
            return []
        first = self.after(phrase.end + 1)
        return self.coordinated(first) if first is not None and not first.plural else []

    @cached_property
    def _named(self) -> list[Phrase]:
        """The outermost phrases that name somebody anew: no posts of a person, no short forms."""
        return [p for p in self.outermost if p.holder is None and not self._is_short_form(p)]

    def _siblings(self, phrase: Phrase) -> list[Phrase]:
        named = self._named
        return (
            named
            if phrase.outer is None
            else sorted(
                [*phrase.outer.inner, *(p for p in named if p.start >= phrase.outer.end)],
                key=lambda p: p.start,
            )
        )

    def _is_short_form(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only repeats a name in brackets: "la direction (DAP)"."""
        if phrase.start == 0 or self.doc[phrase.start - 1].text != "(":
            return False
        named = (p for p in self.outermost if p.end == phrase.start - 1)
        referent = self.discourse.referent(phrase)
        return any(self.discourse.referent(p) is referent for p in named)

    def _joins(self, left: Phrase, right: Phrase) -> bool:
        """Tell whether only a coordinator and light words stand between two phrases."""
        gap = self._between(left, right)
        if len(gap) == 0 or (
            self.doc[right.start].is_sent_start and not gap.text.strip().endswith((",", ";"))
        ):
            return False
        texts = [t.text.lower() for t in gap]
        if texts[0] == "(" and ")" in texts:
            aside = texts.index(")") + 1
            gap, texts = gap[aside:], texts[aside:]
        if not texts:
            return False
        plain = " ".join(texts)
        coordinators = self.lexicon.words["coordinators"]
        starts = any(plain == c or plain.startswith(c + " ") for c in coordinators)
        light = all(
            t.pos_ in _LIGHT
            or t.text.lower() in coordinators
            or t.text.lower() in ("que", "well", "as", "son", "sa", "its", "leur")
            for t in gap
        )
        if ";" in texts and self._is_subject(right):
            return False
        return starts and light and not (set(texts) & _STOPS) and not self._subject_of_next(right)

    def _is_subject(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the subject of a verb further on, or a verb follows it."""
        words = self.doc[phrase.start : phrase.end]
        if any(t.dep_.startswith("nsubj") and t.head.i >= phrase.end for t in words):
            return True
        after = (t for t in self.doc[phrase.end :] if t.text.lower() not in _CLITICS)
        verb = next(after, None)
        return verb is not None and "Fin" in verb.morph.get("VerbForm", [])

    def _between(self, left: Phrase, right: Phrase) -> Span:
        """Return the words between two phrases, the posts in apposition to them left out."""
        start, end = left.end, right.start
        if left.post is not None and left.post.start >= left.end:
            start = left.post.end
            if start < end and self.doc[start].text == ")":
                start += 1
        if right.post is not None and left.end <= right.post.start < right.start:
            end = right.post.start
        return self.doc[start:end]

    def _subject_of_next(self, phrase: Phrase) -> bool:
        """Tell whether a phrase opens a new clause: a verb stands before it, another after."""
        head = self.doc[phrase.head]
        before = self.doc[head.sent.start : phrase.start]
        return (
            any(token.pos_ in ("VERB", "AUX") for token in before)
            and head.dep_ in ("nsubj", "nsubjpass", "nsubj:pass")
            and head.head.i > head.i
            and phrase.end < len(self.doc)
            and self.doc[phrase.end].pos_ in ("VERB", "AUX")
        )

    def _enumeration(self, chain: list[Phrase], at: int) -> list[Phrase]:
        """Cut a chain at commas that are not part of an enumeration: appositions."""
        if len(chain) <= 1:
            return chain
        hard = [self._hard(chain[i], chain[i + 1]) for i in range(len(chain) - 1)]
        if any(hard):
            last = max(i for i, is_hard in enumerate(hard) if is_hard) + 1
            while last + 1 < len(chain) and not chain[last + 1].determiner:
                last += 1
            return chain[: last + 1] if at <= last else [chain[at]]
        return chain if len(chain) >= 4 else [chain[at]]

    def _hard(self, left: Phrase, right: Phrase) -> bool:
        words = {t.text.lower() for t in self._between(left, right)}
        return bool(words & {"et", "and", "&", "ou", "or", "ainsi", "plus", "puis", ";", "well"})

    def after(self, position: int, prepositions: frozenset[str] | None = None) -> Phrase | None:
        """Return the phrase that starts right after a token, behind one of these prepositions."""
        seen = prepositions is None
        while position < len(self.doc):
            token = self.doc[position]
            phrase = self._starts.get(position)
            if phrase is not None:
                return phrase if seen else None
            word = token.text.lower()
            if prepositions is not None and word in prepositions:
                seen = True
            elif (
                token.pos_ not in ("DET", "NUM", "ADJ", "ADP")
                and word
                not in (
                    "«",
                    '"',
                    "“",
                    "'",
                )
            ) or (token.pos_ == "ADP" and prepositions is not None and word not in ("des", "du")):
                return None
            position += 1
        return None

    def directly_after(self, position: int) -> Phrase | None:
        """Return the phrase that starts right after a token, with no preposition between."""
        while position < len(self.doc):
            token = self.doc[position]
            phrase = self._starts.get(position)
            if phrase is not None:
                return phrase
            light = token.pos_ in ("DET", "NUM", "ADJ", "ADV") or token.text.lower() in _PARTITIVES
            if not light and token.text not in _QUOTES:
                return None
            position += 1
        return None

    def before(self, position: int) -> Phrase | None:
        """Return the outermost phrase that ends right before a token, punctuation aside."""
        while position > 0 and self.doc[position - 1].text in (
            ",",
            "(",
            "«",
            "–",
            "-",
            "—",
            '"',
            "»",
            ")",
        ):
            position -= 1
        return self.ending(position)

    def ending(self, position: int) -> Phrase | None:
        """Return the outermost phrase that ends just at a token."""
        return self._ends.get(position)

    def implied(self, kinds: frozenset[Kind], position: int = 0) -> list[Filler]:
        """Return the topic as a filler, where the text leaves a place unsaid at a token."""
        topic = self.discourse.topics.about(self.unit, kinds, position)
        return [Filler(topic, None, "topic", self.unit.index)] if topic else []


def unique(fillers: Iterable[Filler]) -> list[Filler]:
    """Return fillers without repeats of one referent."""
    seen: dict[int, Filler] = {}
    for filler in fillers:
        seen.setdefault(filler.referent.number, filler)
    return list(seen.values())
