"""French noun phrases: the head comes first, its complements follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...graph import Kind
from .french_names import FrenchNames
from .phrases import Phrase, is_acronym, is_capital, lower

if TYPE_CHECKING:
    from spacy.tokens import Span

_DE = frozenset(["de", "d'", "du", "des", "dudit", "desdits", "desdites"])
_OTHER = frozenset(["pour", "à", "au", "aux", "en", "sur", "contre", "près", "ès", "par", "sans"])
_ARTICLES = frozenset(
    ["le", "la", "les", "l'", "leur", "leurs", "son", "sa", "ses", "notre", "nos"]
)
_BEFORE = frozenset(
    "grand grande grands grandes petit petite nouveau nouvelle premier première deuxième haut haute"
    " différent différents différentes principal principaux principales autre autres"
    " jeune jeunes ancien ancienne seul seule meilleur vice sous haute bon bonne"
    " futur future".split()
)
_CHARGED = frozenset(["chargé", "chargée", "chargés", "chargées", "délégué", "déléguée", "charger"])
# The parser begins sentences inside names too: no sentence begins where none has ended.
_STOPS = frozenset([".", "!", "?", ":", ";", "…", "–", "-", "•"])


class FrenchChunker(FrenchNames):
    """Reads noun phrases from left to right."""

    def read(self, position: int) -> int:
        """Read a phrase at `position`."""
        person = self._person(position) or self._fellow(position)
        if person:
            self.found.append(person)
            return person.end
        start = self._skip_adjectives(position)
        if start is None:
            return position + 1
        return self._phrase(start, None, depth=0).end

    def _phrase(self, start: int, outer: Phrase | None, depth: int) -> Phrase:
        head = start
        while not self.nominal(head) or (
            lower(self.doc[head]) in _BEFORE and self.nominal(head + 1)
        ):
            head += 1
        phrase = self.make(start, head + 1, head, None, ())
        phrase.outer = outer
        self.found.append(phrase)
        self._classify(phrase)
        end = self._extend(phrase, head + 1, depth)
        phrase.end = end
        self._finish(phrase)
        return phrase

    def _classify(self, phrase: Phrase) -> None:
        """Set words and kind from the head and what follows it."""
        run = self.doc[phrase.head : phrase.head + 5]
        phrase.words = tuple(t.text.lower() if index else lower(t) for index, t in enumerate(run))
        if "(" in phrase.words[0]:
            phrase.words = (phrase.words[0].partition("(")[0], *phrase.words[2:])
        phrase.kind = self.lexicon.kind(phrase.words)
        head = self.doc[phrase.head]
        form = head.text.lower()
        if phrase.kind is None and form in self.lexicon.heads:
            phrase.kind = self.lexicon.heads[form]
            phrase.words = (form, *phrase.words[1:])
        if phrase.kind is None and form.endswith("s") and form[:-1] in self.lexicon.heads:
            phrase.kind = self.lexicon.heads[form[:-1]]
            phrase.words = (form[:-1], *phrase.words[1:])
        empty = phrase.words[0] in self.lexicon.words["empty"]
        written = is_acronym(head.text) or (is_capital(head) and phrase.proper)
        if phrase.kind is None and written and not empty:
            phrase.kind = self._proper_kind(phrase)

    def _extend(self, phrase: Phrase, position: int, depth: int) -> int:
        """Take in adjectives, apposed names, acronyms in parentheses and complements."""
        while (token := self.token(position)) is not None:
            word = token.text.lower()
            opened = self._open_quote(phrase, position)
            stopped = self.doc[position - 1].text in _STOPS
            if token.is_sent_start and stopped and position > phrase.start and not opened:
                break
            if self._opens_name(phrase, position):
                break
            if self._adjacent(phrase, position):
                position += 1
            elif self._set(phrase, position) or self._paired(phrase, position):
                position += 2
            elif word == ")" and "(" in self.doc[position - 1].text:
                position += 1
            elif (word == "(" and (after := self._acronym(phrase, position))) or (
                after := self._complement(phrase, position, depth)
            ) is not None:
                position = after
            else:
                break
        while position > phrase.head + 1 and self.doc[position - 1].pos_ in ("PUNCT", "CCONJ"):
            if self.doc[position - 1].text in (")", "»"):
                break
            position -= 1
        return position

    def _complement(self, phrase: Phrase, position: int, depth: int) -> int | None:
        """Read "de X", "pour X", "et de X", "chargé de X"; return where it ends."""
        word = self.doc[position].text.lower()
        if word in ("et", "&", ",") and depth < 6:
            return self._joined(phrase, position, depth)
        if word in _CHARGED and phrase.kind is Kind.ROLE:
            after = self._prepositional(position + 1)
            return self._inner(phrase, after, depth, owner=False) if after else None
        if word not in _DE and not (word in _OTHER and self._takes(phrase, word)):
            return None
        after = self._prepositional(position)
        if after is None or (
            word in _OTHER and lower(self.doc[after]) in self.lexicon.words["empty"]
        ):
            return None
        return self._inner(phrase, after, depth, owner=word in _DE)

    def _takes(self, phrase: Phrase, preposition: str) -> bool:
        if preposition in ("en", "sur", "contre", "par", "sans", "près"):
            return (
                is_capital(self.doc[phrase.head])
                and phrase.kind is not Kind.PERSON
                and preposition != "par"
            )
        if phrase.kind is None and phrase.outer is not None and preposition in ("à", "au", "aux"):
            return True
        return phrase.kind in (Kind.ORGANIZATION, Kind.ROLE, Kind.BODY, Kind.PROJECT) and (
            is_capital(self.doc[phrase.head])
            or (phrase.kind is Kind.ROLE and preposition != "pour")
        )

    def _prepositional(self, position: int) -> int | None:
        """Return where the noun after a preposition starts."""
        token = self.token(position)
        if token is None or (token.text.lower() not in _DE and token.text.lower() not in _OTHER):
            return None
        after = position + 1
        while (t := self.token(after)) is not None and (
            t.text.lower() in _ARTICLES
            or t.pos_ == "NUM"
            or (t.pos_ == "DET" and t.text.lower() not in ("ce", "cet", "cette"))
        ):
            after += 1
        return self._skip_adjectives(after)

    def _inner(self, phrase: Phrase, start: int, depth: int, *, owner: bool) -> int | None:
        if depth > 6:
            return None
        if lower(self.doc[start]) in self.lexicon.words["titles"]:
            person = self._person(start)
            if person:
                person.outer = phrase
                self.found.append(person)
                phrase.inner.append(person)
                return person.end
        inner = self._phrase(start, phrase, depth + 1)
        phrase.inner.append(inner)
        if owner and phrase.owner is None:
            phrase.owner = inner
        return inner.end

    def _joined(self, phrase: Phrase, position: int, depth: int) -> int | None:
        """Read "et de l'insertion": a second complement inside one name."""
        if depth or not phrase.inner or self.doc[position].text == ",":
            return None
        last = phrase.inner[-1]
        after = self._prepositional(position + 1)
        bare = (
            after is None and self.nominal(position + 1) and last.kind not in (Kind.ROLE, Kind.BODY)
        )
        start = position + 1 if bare else after
        if start is None or self._opens_name(phrase, start):
            return None
        kind = self.lexicon.kind(tuple(lower(t) for t in self.doc[start : start + 4]))
        acts = kind in (Kind.ORGANIZATION, Kind.ROLE, Kind.BODY)
        if acts or (
            bare and (not is_capital(self.doc[phrase.head]) or is_acronym(self.doc[start].text))
        ):
            return None
        if not bare and phrase.kind not in (Kind.ORGANIZATION, Kind.BODY, Kind.ROLE):
            return None
        return self._inner(phrase, start, depth, owner=False)

    def _finish(self, phrase: Phrase) -> None:
        """Set the name and its short forms."""
        span = self.doc[phrase.start : phrase.end]
        phrase.name = self._uncounted(phrase).text.strip(' «»"').removesuffix(".")
        plain = " ".join(re.sub(r"\([^)]*\)", " ", phrase.name).split())
        if plain and plain != phrase.name:
            phrase.aliases.append(plain)
        phrase.proper = phrase.proper or any(is_capital(t) and t.pos_ != "DET" for t in span[1:])
        if phrase.kind is None and phrase.proper and is_capital(self.doc[phrase.head]):
            phrase.kind = self._proper_kind(phrase)
        if phrase.owner is not None and phrase.kind in (
            Kind.BODY,
            Kind.ORGANIZATION,
            Kind.ROLE,
            Kind.PROJECT,
        ):
            cut = self._before(phrase.owner)
            if cut > phrase.head + 1 or phrase.kind is not Kind.ORGANIZATION:
                short = self.doc[phrase.start : cut].text.strip()
                if short and short != phrase.name:
                    phrase.aliases.append(short)

    def _uncounted(self, phrase: Phrase) -> Span:
        """Return the words of a name: "un comité | de douze membres" is no longer than "comité"."""
        owner = phrase.owner
        span = self.doc[phrase.start : phrase.end]
        if owner is None or phrase.kind is not Kind.BODY or owner.end != phrase.end:
            return span
        counted = self.doc[owner.start - 1].pos_ == "NUM" or self.doc[owner.start].pos_ == "NUM"
        members = owner.head_word in self.lexicon.words["representatives"] | {"personne"}
        return self.doc[phrase.start : self._before(owner)] if counted and members else span

    def _before(self, inner: Phrase) -> int:
        """Return the token where the preposition of an inner phrase stands."""
        position = inner.start - 1
        while position > 0 and self.doc[position].text.lower() not in _DE:
            position -= 1
        return position
