"""Cores of English noun phrases: modifiers and head, and what kind of thing they name."""

from __future__ import annotations

import re

from ...graph import Kind
from .phrases import Chunker, Phrase, is_acronym, is_capital, lower

_QUANTIFIERS = frozenset("most many several following own same such said".split())
# What no name goes on with: the bar between two cells, and words of time.
_TIMES = frozenset(["|", "today", "yesterday", "tomorrow", "tonight"])
_FORMS = frozenset(["Inc", "Ltd", "LLC", "LLP", "Plc", "PLC"])
_PACKAGE = re.compile(r"(WP|SP)\d+$")
_MODIFIERS = ("ADJ", "NOUN", "PROPN", "NUM")


class EnglishCores(Chunker):
    """Finds where a noun phrase begins, where its head stands, and what the head names."""

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
