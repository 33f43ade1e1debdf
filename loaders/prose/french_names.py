"""French names: what goes on a noun without a preposition, and its short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...graph import Kind
from .phrases import Chunker, Phrase, is_acronym, is_capital, lower

if TYPE_CHECKING:
    from spacy.tokens import Token

_DE = frozenset(["de", "d'", "du", "des", "dudit", "desdits", "desdites"])
_BEFORE = frozenset(
    "grand grande grands grandes petit petite nouveau nouvelle premier première deuxième haut haute"
    " différent différents différentes principal principaux principales autre autres"
    " jeune jeunes ancien ancienne seul seule meilleur vice sous haute bon bonne"
    " futur future".split()
)
_ALL = frozenset(["tout", "toute", "tous", "toutes"])
# Titles of several persons: the names that follow are theirs too.
_SEVERAL = frozenset(["mm", "mmes", "messieurs", "mesdames"])
_EPITHETS = ("teur", "trice", "veur", "teuse", "rteur", "rteuse", "naire")
_CLOSED = frozenset(["PUNCT", "VERB", "AUX", "PRON", "DET", "ADP", "SCONJ"])
_INVARIABLE_PARTICIPLES = frozenset(["qualifiées", "élus", "élues", "réunies", "unies"])


class FrenchNames(Chunker):
    """What belongs to a French name beside its complements."""

    def _proper_kind(self, phrase: Phrase) -> Kind:
        following = self.token(phrase.head + 1)
        head = self.doc[phrase.head]
        named = following is not None and is_capital(following) and following.pos_ == "PROPN"
        if not is_acronym(head.text) and named and head.ent_type_ in ("PER", ""):
            return Kind.PERSON
        return Kind.PERSON if head.ent_type_ == "PER" and named else Kind.ORGANIZATION

    def _opens_name(self, phrase: Phrase, position: int) -> bool:
        """Tell whether a person is named right after a post: "architecte | Solène Petit"."""
        root = phrase
        while root.outer is not None:
            root = root.outer
        token, following = self.doc[position], self.token(position + 1)
        if position > phrase.head and self._person(position) is not None:
            return True
        begins = token.ent_type_ == "PER" and token.ent_iob_ == "B"
        apart = begins or not is_capital(self.doc[position - 1])
        if not is_capital(token) or not apart or token.pos_ != "PROPN":
            return False
        if following is None or not is_capital(following) or is_acronym(token.text):
            return False
        return root.kind is Kind.ROLE or (root.kind is None and token.ent_type_ == "PER")

    def _adjacent(self, phrase: Phrase, position: int) -> bool:
        """Tell whether a token right after a name goes on with it."""
        token = self.doc[position]
        word = token.text.lower()
        if token.pos_ == "ADJ" or word in _INVARIABLE_PARTICIPLES:
            return word not in _DE | _ALL and not word.startswith("chargé")
        if token.pos_ == "NOUN":
            return self._apposed_noun(phrase, position)
        if token.text in ("«", "»"):
            return self._quoted(phrase, position)
        if token.pos_ == "NUM" or word == "n°":
            if self._counts(position):
                return False
            return is_capital(self.doc[position - 1]) or self.doc[position - 1].text.lower() == "n°"
        glued = not token.whitespace_ and not self.doc[position - 1].whitespace_
        if token.text in ("-", "–", "—"):
            return glued
        if token.pos_ in ("PROPN", "X"):
            return True
        proper = is_capital(token) and token.pos_ not in _CLOSED
        return proper or self._open_quote(phrase, position)

    def _paired(self, phrase: Phrase, position: int) -> bool:
        """Tell whether "et" joins two adjectives, "&" two names: "social et économique"."""
        before, following = self.doc[position - 1], self.token(position + 2)
        second = self.token(position + 1)
        word = self.doc[position].text.lower()
        if second is None or position <= phrase.head + 1 - (word == "&"):
            return False
        if word == "&":
            return is_capital(before) and is_capital(second) and second.pos_ == "PROPN"
        adjectives = before.pos_ == "ADJ" and (second.pos_ == "ADJ" or second.text.endswith("if"))
        ended = following is None or following.pos_ not in ("NOUN", "PROPN")
        return word == "et" and adjectives and second.text.islower() and ended

    def _counts(self, position: int) -> bool:
        """Tell whether a number counts what follows it: "la Région 2,5 millions"."""
        following = self.token(position + 1)
        counted = following is not None and following.pos_ in ("NOUN", "SYM", "NUM")
        return counted and following is not None and not is_capital(following)

    def _set(self, phrase: Phrase, position: int) -> bool:
        """Tell whether "en œuvre", "en place" goes on with "mise"."""
        following = self.token(position + 1)
        return (
            phrase.head_word == "mise"
            and self.doc[position].text.lower() == "en"
            and following is not None
            and following.text.lower() in ("œuvre", "oeuvre", "place")
        )

    def _apposed_noun(self, phrase: Phrase, position: int) -> bool:
        token = self.doc[position]
        if phrase.kind is Kind.PERSON and token.text.islower():
            return False
        another = lower(token) in self.lexicon.heads and not is_capital(token) and phrase.kind
        if self._is_epithet(phrase, token):
            return True
        return not another or self.doc[position - 1].text.endswith("-")

    def _is_epithet(self, phrase: Phrase, token: Token) -> bool:
        """Tell whether a noun of a function says what a group is: "groupement constructeur"."""
        group = phrase.kind in (Kind.ORGANIZATION, Kind.BODY) and token.i == phrase.head + 1
        word = token.text.lower().removesuffix("s")
        return group and word in self.lexicon.heads and word.endswith(_EPITHETS)

    def _quoted(self, phrase: Phrase, position: int) -> bool:
        """Tell whether a quotation mark opens or closes a name in quotes."""
        if self.doc[position].text == "»":
            return self._open_quote(phrase, position)
        return any(t.text == "»" for t in self.doc[position : position + 8])

    def _open_quote(self, phrase: Phrase, position: int) -> bool:
        marks = [t.text for t in self.doc[phrase.start : position] if t.text in ("«", "»")]
        return bool(marks) and marks[-1] == "«"

    def _acronym(self, phrase: Phrase, position: int) -> int | None:
        """Read "(COPIL)" after a name, or the full form after an acronym; return where it ends."""
        close = next(
            (
                j
                for j in range(position, min(position + 16, len(self.doc)))
                if self.doc[j].text == ")"
            ),
            None,
        )
        if close is None or close == position + 1:
            return None
        if phrase.kind is Kind.PERSON:
            return None
        inside = self.doc[position + 1 : close]
        text = inside.text.strip('«»"“” ')
        for lead in ("ci-après", "dit", "dite", "ou"):
            text = text.removeprefix(lead).strip('«»"“” ,:')
        single = len(text.split()) == 1
        owner = self.spelt_out(phrase, text, position) if single else phrase
        if owner is not phrase and owner.start <= phrase.start:
            return None
        if single and (
            is_acronym(text) or (is_capital(inside[-1]) and self._abbreviates(text, phrase))
        ):
            owner.aliases.append(text)
        elif (
            is_acronym(self.doc[phrase.head].text) and is_capital(inside[0])
        ) or self._abbreviates(self.doc[phrase.head].text, text):
            phrase.aliases.append(text.removeprefix("le ").removeprefix("la ").removeprefix("l'"))
        else:
            return None
        following = self.token(close + 1)
        if following is not None and (following.pos_ == "ADJ" or following.text.lower() in _DE):
            return close + 1
        return None

    def _abbreviates(self, short: str, long: Phrase | str) -> bool:
        text = long if isinstance(long, str) else self.doc[long.start : long.start + 12].text
        letters = [c for c in short.lower() if c.isalpha()]
        words = iter(text.lower())
        return (
            len(letters) >= 2
            and letters[0] == text.lower()[:1]
            and all(c in words for c in letters)
        )

    def _skip_adjectives(self, position: int) -> int | None:
        """Return where the noun phrase starts, past adjectives, or None."""
        token = self.token(position)
        if token is None:
            return None
        if self.nominal(position):
            return position
        if lower(token) in _BEFORE and self.nominal(position + 1):
            return position
        return None

    def _person(self, position: int) -> Phrase | None:
        """Read "Mme Claire Dupont"."""
        token = self.token(position)
        if token is None or (
            token.text not in self.titles and token.text.lower() not in self.titles
        ):
            return None
        end = self._name_end(position + 1)
        if end == position + 1:
            return None
        several = token.text.lower().removesuffix(".") in _SEVERAL
        words = ("person", "several") if several else ("person",)
        phrase = self.make(position, end, end - 1, Kind.PERSON, words)
        phrase.proper = True
        bare = self.doc[position + 1 : end].text
        if len(bare.split()) > 1 or several:
            phrase.aliases.append(phrase.name)
            phrase.name = bare
        return phrase

    def _fellow(self, position: int) -> Phrase | None:
        """Read who else "MM." goes with: "MM. Roux | et Petit"."""
        last = self.found[-1] if self.found else None
        if last is None or last.words != ("person", "several") or last.end >= position:
            return None
        token = self.doc[position]
        between = [t.text.lower() for t in self.doc[last.end : position]]
        if between not in ([","], ["et"], [",", "et"]) or not is_capital(token):
            return None
        end = self._name_end(position)
        if end == position or is_acronym(token.text) or token.text in self.titles:
            return None
        phrase = self.make(position, end, end - 1, Kind.PERSON, last.words)
        phrase.proper = True
        return phrase

    def _name_end(self, position: int) -> int:
        """Return where a person's name ends that begins at a token."""
        end = position
        while (t := self.token(end)) is not None and (
            is_capital(t)
            or (t.text.lower() in ("de", "d'", "du", "le", "la", "-") and end > position)
        ):
            if t.text.lower() in ("de", "d'", "du", "le", "la", "-"):
                following = self.token(end + 1)
                if following is None or not is_capital(following):
                    break
            end += 1
        return end
