"""English noun phrases: modifiers come first, the head last, complements follow."""

from __future__ import annotations

import re

from ...graph import Kind
from .phrases import Chunker, Phrase, is_acronym, is_capital, lower

_JOINERS = frozenset(
    ["of", "for", "on", "in", "to", "and", "&", "de", "du", "the", "at", "y", "an"]
)
_QUANTIFIERS = frozenset("most many several following".split())
# What no name goes on with: the bar between two cells, and words of time.
_TIMES = frozenset(["|", "today", "yesterday", "tomorrow", "tonight"])
_PARTICIPLES = frozenset(
    "led funded run managed chaired hosted sponsored financed backed coordinated owned operated"
    " appointed commissioned supervised".split()
)
_FORMS = frozenset(["Inc", "Ltd", "LLC", "LLP", "Plc", "PLC"])
_PACKAGE = re.compile(r"(WP|SP)\d+$")
_MODIFIERS = ("ADJ", "NOUN", "PROPN", "NUM")


class EnglishChunker(Chunker):
    """Reads noun phrases from left to right."""

    def read(self, position: int) -> int:
        """Read a phrase at `position`."""
        person = self._person(position)
        if person:
            self.found.append(person)
            return person.end
        start = self._start(position)
        if start is None:
            return position + 1
        phrase = self._phrase(start, None, depth=0)
        return phrase.end if phrase else position + 1

    def determiner(self, position: int) -> str:
        """Classify the word before a phrase, past numbers: "a four-lane | bridge"."""
        token = self.token(position)
        while token is not None and token.i > 0 and (token.pos_ == "NUM" or token.text == "-"):
            token = token.nbor(-1)
        return super().determiner(position if token is None else token.i)

    def _start(self, position: int) -> int | None:
        token = self.token(position)
        if token is None or (token.pos_ == "NUM" and not is_capital(token)):
            return None
        if token.text.lower() in _QUANTIFIERS or self._adverbial(position):
            return None
        if self.nominal(position) or (token.pos_ == "ADJ" and self._leads(position)):
            return position
        if (
            is_capital(token)
            and token.pos_ in ("VERB", "ADJ", "X", "ADV")
            and self._leads(position)
        ):
            return position
        if (
            token.tag_ in ("VBG", "VBN")
            and self._leads(position)
            and token.i
            and token.nbor(-1).pos_ in ("DET", "ADP")
        ):
            return position
        return None

    def _adverbial(self, position: int) -> bool:
        """Tell whether an adjective is part of "at present", "in general"."""
        token, before = self.doc[position], self.token(position - 1)
        if before is None or before.text.lower() not in ("at", "in", "for"):
            return False
        return token.text.lower() in ("present", "general", "particular", "short", "full")

    def _leads(self, position: int) -> bool:
        """Tell whether adjectives from here lead to a noun."""
        for token in self.doc[position + 1 : position + 5]:
            if token.pos_ in ("NOUN", "PROPN"):
                return True
            light = token.pos_ in ("ADJ", "NUM") or token.tag_ == "VBG"
            if not light and token.text not in ("-", "and", "&"):
                return False
        return False

    def _person(self, position: int) -> Phrase | None:
        token = self.token(position)
        if token is None or not is_capital(token) or token.text.lower() not in self.titles:
            return None
        end = position + 1
        while (t := self.token(end)) is not None and (
            (is_capital(t) and t.pos_ != "DET")
            or t.text == "."
            or (t.text in ("-",) and not t.whitespace_)
        ):
            if t.text == "." and not (len(self.doc[end - 1].text) <= 2 or end == position + 1):
                break
            end += 1
        if self.doc[end - 1].text == ".":
            end -= 1
        if end <= position + 1 or self._kind_at(end) is not None:
            return None
        phrase = self.make(position, end, end - 1, Kind.PERSON, ("person",))
        phrase.proper = True
        bare = self.doc[position + 1 : end].text.strip(". ")
        if len(bare.split()) > 1:
            phrase.aliases.append(phrase.name)
            phrase.name = bare
        return phrase

    def _phrase(self, start: int, outer: Phrase | None, depth: int) -> Phrase | None:
        end = self._core(start)
        head = end - 1
        while head >= start and not any(c.isalpha() for c in self.doc[head].text):
            head -= 1
        if head < start:
            return None
        phrase = self.make(start, end, head, None, ())
        phrase.outer = outer
        self.found.append(phrase)
        self._classify(phrase)
        possessor = self._possessive(phrase, depth)
        if possessor is not None:
            return possessor
        self._whose(phrase)
        self._doer(phrase)
        end = self._extend(phrase, end, depth)
        phrase.end = end
        self._finish(phrase)
        return phrase

    def _whose(self, phrase: Phrase) -> None:
        """Set apart whose a post is: "Harbour Agency | chief executive"."""
        if phrase.kind is not Kind.ROLE or self.doc[phrase.head].text.endswith("s"):
            return
        for cut in range(phrase.head, phrase.start, -1):
            span = self.doc[phrase.start : cut]
            kind = self._kind_at(cut)
            if kind not in (Kind.ORGANIZATION, Kind.BODY) or not all(map(is_capital, span)):
                continue
            if len(span) > 1 and self._kind_at(phrase.head + 1) is Kind.ROLE:
                owner = self.make(phrase.start, cut, cut - 1, kind, ())
                owner.words = tuple(reversed([lower(t) for t in span]))
                owner.outer = phrase
                self.found.append(owner)
                phrase.inner.append(owner)
                phrase.owner = owner
                return

    def _doer(self, phrase: Phrase) -> None:
        """Set apart who stands before a participle: "UKRI | -funded centre"."""
        for position in range(phrase.start + 1, phrase.head - 1):
            span = self.doc[phrase.start : position]
            participle = self.doc[position + 1].text.lower() in _PARTICIPLES
            if self.doc[position].text != "-" or not participle or not all(map(is_capital, span)):
                continue
            doer = self.make(phrase.start, position, position - 1, None, ())
            doer.outer = phrase
            self._classify(doer)
            self.found.append(doer)
            phrase.inner.append(doer)
            return

    def _core(self, start: int) -> int:
        """Return where modifiers and head end."""
        position = start + 1
        while (token := self.token(position)) is not None and not token.is_sent_start:
            if token.text.lower() in _TIMES or (
                token.text == "co" and is_capital(self.doc[position - 1])
            ):
                break
            if token.pos_ in _MODIFIERS or is_acronym(token.text):
                if token.pos_ == "ADJ" and not is_capital(token) and not self._leads(position):
                    break
                position += 1
            elif (
                (
                    token.text in ("-", "–", "/")
                    and not token.whitespace_
                    and not self.doc[position - 1].whitespace_
                )
                or (
                    is_capital(token)
                    and is_capital(self.doc[position - 1])
                    and token.pos_ not in ("PUNCT", "DET", "AUX", "PRON", "ADP", "SCONJ")
                )
                or (
                    token.tag_ in ("VBG", "VBN")
                    and self.nominal(position + 1)
                    and self.doc[position - 1].pos_ != "NOUN"
                )
                or (token.text in ("and", "&") and self._compound(position))
                or (token.text == "," and self._incorporated(position))
            ):
                position += 1
            else:
                break
        while position > start + 1 and not any(c.isalnum() for c in self.doc[position - 1].text):
            position -= 1
        return self._post_end(start, position)

    def _post_end(self, start: int, end: int) -> int:
        """Return where a post ends that a name follows: "chief executive | Mieke Thoolen"."""
        if self._kind_at(end) is not None:
            return end
        for cut in range(end - 1, max(start, end - 4), -1):
            name = self.doc[cut:end]
            if self._kind_at(cut) is not Kind.ROLE or not all(is_capital(t) for t in name):
                continue
            if name[-1].ent_type_ == "PERSON" or not is_capital(self.doc[cut - 1]):
                return cut
        return end

    def _compound(self, position: int) -> bool:
        """Tell whether "and" stands inside one name: "Health and Wellbeing Board"."""
        following = self.token(position + 1)
        if following is None or not is_capital(following) or not is_capital(self.doc[position - 1]):
            return False
        if self.doc[position].text == "&":
            return True
        if self._kind_at(position) not in (None, Kind.PROJECT):
            return False
        end = position + 1
        while (t := self.token(end)) is not None and is_capital(t) and t.pos_ in _MODIFIERS:
            end += 1
        return self._kind_at(end) in (Kind.ORGANIZATION, Kind.BODY) and end > position + 1

    def _incorporated(self, position: int) -> bool:
        """Tell whether a comma stands inside a company's name: "Harvest Shelter, Inc."."""
        following = self.token(position + 1)
        form = following is not None and following.text.rstrip(".") in _FORMS
        return form and is_capital(self.doc[position - 1])

    def _kind_at(self, end: int) -> Kind | None:
        return self.lexicon.kind(tuple(lower(t) for t in self.doc[max(0, end - 4) : end]))

    def _classify(self, phrase: Phrase) -> None:
        run = self.doc[max(phrase.start, phrase.head - 3) : phrase.head + 1]
        words = tuple(lower(t) for t in run)
        head = self.doc[phrase.head]
        forms = tuple(t.text.lower() for t in run)
        singular = (*words[:-1], forms[-1].removesuffix("s")) if head.pos_ == "PROPN" else ()
        kinds = (self.lexicon.kind(run) for run in (words, forms, singular))
        kind = next((known for known in kinds if known is not None), None)
        if kind in (None, Kind.PROJECT):
            kind = self._fronted(phrase) or kind
        phrase.words = tuple(reversed(words))
        if (
            kind is None
            and phrase.words[0] not in self.lexicon.words["empty"]
            and (is_acronym(head.text) or is_capital(head))
            and (phrase.proper or is_acronym(head.text))
        ):
            people = head.ent_type_ == "PERSON" and 2 <= phrase.head - phrase.start + 1 <= 4
            company = head.text.lower() in self.lexicon.words["company_words"]
            kind = Kind.PERSON if people and not company else Kind.ORGANIZATION
        phrase.kind = kind

    def _fronted(self, phrase: Phrase) -> Kind | None:
        """Return what a name says first that it is: "SIG Registry", "WP4", "Component 2"."""
        first = self.doc[phrase.start].text
        if _PACKAGE.match(first) and phrase.head == phrase.start:
            return Kind.PROJECT
        named = all(is_capital(t) or t.pos_ == "NUM" for t in self.doc[phrase.start : phrase.end])
        if phrase.end - phrase.start < 2 or not named:
            return None
        known = first.lower() in self.lexicon.words["fronted"]
        return self.lexicon.kind((first.lower(),)) if known else None

    def _possessive(self, phrase: Phrase, depth: int) -> Phrase | None:
        """Read "the Council's Chief Officer": the owner, then what is owned."""
        token = self.token(phrase.end)
        if token is None or token.text not in ("'s", "'") or token.pos_ not in ("PART", "PUNCT"):
            return None
        start = self._start(phrase.end + 1)
        if start is None or self.doc[start].is_sent_start:
            return None
        owned = self._phrase(start, phrase.outer, depth)
        if owned is None:
            return None
        owned.owner = phrase
        owned.determiner = owned.determiner or "def"
        owned.aliases.append(self.doc[phrase.start : owned.end].text)
        self._finish(phrase)
        owned.start = phrase.start
        owned.inner.insert(0, phrase)
        phrase.outer = owned
        return owned

    def _extend(self, phrase: Phrase, position: int, depth: int) -> int:
        while (token := self.token(position)) is not None and not token.is_sent_start:
            if (token.text in ("(", "[") and (after := self._acronym(phrase, position))) or (
                after := self._complement(phrase, position, depth)
            ) is not None:
                position = after
            else:
                break
        return position

    def _acronym(self, phrase: Phrase, position: int) -> int | None:
        close = next(
            (
                j
                for j in range(position, min(position + 14, len(self.doc)))
                if self.doc[j].text in (")", "]")
            ),
            None,
        )
        if close is None or close == position + 1:
            return None
        text = self.doc[position + 1 : close].text.strip("\"“”'‘’ ")
        for lead in ("hereinafter", "hereafter", "the", "or"):
            text = text.removeprefix(lead).strip("\"“”'‘’ ,:")
        single = len(text.split()) == 1
        owner = self.spelt_out(phrase, text, position) if single else phrase
        if owner is not phrase and owner.start <= phrase.start:
            return None
        if single and (
            is_acronym(text)
            or '"' in self.doc[position : close + 1].text
            or "“" in self.doc[position : close + 1].text
        ):
            owner.aliases.append(text)
        elif (
            is_acronym(self.doc[phrase.head].text)
            and text[:1].isupper()
            and text[0] == self.doc[phrase.start].text[0]
        ):
            phrase.aliases.append(text)
        else:
            return None
        following = self.token(close + 1)
        if following is not None and following.text.lower() in ("of", "for"):
            return close + 1
        return None

    def _complement(self, phrase: Phrase, position: int, depth: int) -> int | None:
        word = self.doc[position].text.lower()
        if depth > 5:
            return None
        if word == "of" or (word in ("for", "on", "to", "in") and self._titled(phrase, position)):
            start = self._after(position)
            return None if start is None else self._inner(phrase, start, depth, owner=word == "of")
        if word in ("and", ",", "&") and phrase.inner and self._list_inside(phrase, position):
            start = self._after(position)
            return None if start is None else self._inner(phrase, start, depth, owner=False)
        return None

    def _titled(self, phrase: Phrase, position: int) -> bool:
        """Tell whether "for", "on" belongs to a title: "Minister for Water"."""
        following = self.token(position + 1)
        if following is not None and following.text.lower() == "the":
            following = self.token(position + 2)
        inside = phrase.inner or phrase.outer is not None
        article = following is not None and following.i > position + 1
        dated = following is not None and following.text.lower() in self.lexicon.words["empty"]
        return (
            is_capital(self.doc[phrase.head])
            and not (inside and article)
            and not dated
            and following is not None
            and is_capital(following)
            and (phrase.kind is not None and phrase.kind is not Kind.PERSON)
        )

    def _list_inside(self, phrase: Phrase, position: int) -> bool:
        following = self.token(position + 1)
        last = phrase.inner[-1]
        return (
            following is not None
            and is_capital(following)
            and is_capital(self.doc[phrase.head])
            and self.doc[position].text != ","
            and last.kind in (None, Kind.ORGANIZATION, Kind.PROJECT)
            and not is_acronym(following.text)
            and phrase.kind in (Kind.ORGANIZATION, Kind.ROLE)
            and self.lexicon.kind(last.words[:1]) is None
            and last.end == position
        )

    def _after(self, position: int) -> int | None:
        after = position + 1
        while (t := self.token(after)) is not None and (
            t.pos_ == "DET"
            or t.text.lower() in ("the", "a", "an", "its", "their", "all")
            or (t.pos_ == "NUM" and not is_capital(t))
        ):
            after += 1
        return self._start(after)

    def _inner(self, phrase: Phrase, start: int, depth: int, *, owner: bool) -> int | None:
        inner = self._phrase(start, phrase, depth + 1)
        if inner is None:
            return None
        phrase.inner.append(inner)
        if owner and phrase.owner is None:
            phrase.owner = inner
        return inner.end

    def _finish(self, phrase: Phrase) -> None:
        text = self.doc[phrase.start : phrase.end].text
        phrase.name = text.strip(" \"“”'").removesuffix(".")
        cut = next((i for i in range(phrase.start, phrase.head + 1) if is_capital(self.doc[i])), 0)
        if cut > phrase.start and self._kind_at(cut) is not None:
            phrase.aliases.append(self.doc[cut : phrase.head + 1].text)
        if phrase.inner and phrase.kind in (Kind.BODY, Kind.ORGANIZATION, Kind.ROLE, Kind.PROJECT):
            cut = phrase.head + 1
            short = self.doc[phrase.start : cut].text.strip()
            if short and short != phrase.name:
                phrase.aliases.append(short)
