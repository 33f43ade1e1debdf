"""English noun phrases: modifiers come first, the head last, complements follow."""

from __future__ import annotations

from ...graph import Kind
from .english_cores import EnglishCores
from .phrases import Phrase, is_acronym, is_capital, lower

_PARTICIPLES = frozenset(
    "led funded run managed chaired hosted sponsored financed backed coordinated owned operated"
    " appointed commissioned supervised".split()
)


class EnglishChunker(EnglishCores):
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
        if depth > 5 or (word == "of" and phrase.kind is Kind.PERSON):
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
            and not self._on_behalf(position)
            and following is not None
            and is_capital(following)
            and (phrase.kind is not None and phrase.kind is not Kind.PERSON)
        )

    def _on_behalf(self, position: int) -> bool:
        """Tell whether "on" begins "on the Council's behalf"."""
        return "behalf" in {t.text.lower() for t in self.doc[position + 1 : position + 7]}

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
