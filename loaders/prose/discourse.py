"""Discourse: which phrases of a document name the same stakeholder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...graph import Kind, fold
from ..blocks import BlockKind
from ..resolution import is_title
from .equations import find_equations, find_given_names
from .lexicon import Lexicon
from .phrases import Phrase, is_acronym, is_capital
from .projects import foremost, main_project
from .pronouns import Pronouns
from .referents import Referent
from .topics import Topics
from .units import Unit

if TYPE_CHECKING:
    pass

_BRANDED = frozenset([Kind.PROJECT, Kind.ORGANIZATION])
_COLLECTIVE = frozenset([Kind.BODY, Kind.ORGANIZATION])
_ACRONYM_LENGTH = 6
_AFTER_LABEL = frozenset(["–", "—", "(", ":", "|"])
_LABEL_LENGTH = 10

__all__ = ["Discourse", "Referent", "Unit"]

# "La directrice" is not "la directrice adjointe".
_DEPUTIES = frozenset("adjoint adjointe adjoints deputy vice assistant associate".split())


class Discourse:
    """The referents of a document."""

    def __init__(self, units: Sequence[Unit], lexicon: Lexicon) -> None:
        self.units = units
        self.lexicon = lexicon
        self.referents: list[Referent] = []
        self._of: dict[int, Referent] = {}
        self._by_key: dict[str, Referent] = {}
        self._by_head: dict[str, list[Referent]] = {}
        self._equations: dict[tuple[int, int], Phrase] = {}
        self._names: dict[tuple[int, int], Phrase] = {}
        for unit in units:
            for head, subject in find_equations(unit, lexicon.words["loose_gatherings"]).items():
                self._equations[unit.index, head] = subject
            for head, named in find_given_names(unit).items():
                self._names[unit.index, head] = named
            for phrase in unit.phrases:
                self._place(phrase)
        self._settle_projects()
        self._settle_acronyms()
        for unit in units:
            self._learn_label(unit)
        self.topics = Topics(units, self.referents, self.referent, lexicon)
        self.pronouns = Pronouns(units, self.referent, self.topics, lexicon)

    def referent(self, phrase: Phrase) -> Referent:
        """Return what a phrase names."""
        return self._of[id(phrase)]

    def latest(self, head: str) -> Referent | None:
        """Return what was named last with a head noun: "board" for "board members"."""
        return next(reversed(self._by_head.get(head, [])), None)

    def named(self, text: str) -> Referent | None:
        """Return what a name stands for, where some phrase names it."""
        return self._by_key.get(self._key(text))

    def shortened(self, text: str) -> Referent | None:
        """Return the one stakeholder whose name begins with these words: "Vantor" for an Energy."""
        key = self._key(text) + " "
        people = (Kind.PERSON, Kind.ROLE)
        named = ((k, r) for k, r in self._by_key.items() if r.proper and r.kind not in people)
        longer = {id(r): r for k, r in named if k.startswith(key)}
        return longer.popitem()[1] if len(longer) == 1 else None

    def _place(self, phrase: Phrase) -> None:
        equal = self._equations.get((phrase.block, phrase.head))
        known = self._of.get(id(equal)) if equal is not None else None
        said = known is not None
        known = known or self._apposed(phrase) or self._known(phrase) or self._taken_up(phrase)
        if known is None:
            known = Referent(len(self.referents), phrase.kind)
            known.guessed = self._is_guessed(phrase)
            self.referents.append(known)
        if (said or self.is_reference(phrase)) and known.phrases:
            known.take(phrase)
        else:
            known.add(phrase)
            if known.guessed and phrase.kind is not None and not self._is_guessed(phrase):
                known.kind, known.guessed = phrase.kind, False
            known.words.add(frozenset(self._key(phrase.name).split()))
            if brand := self.brand(phrase):
                known.learn(brand)
                self._by_key.setdefault(self._key(brand), known)
        self._of[id(phrase)] = known
        self._register(known, phrase)

    def _learn_label(self, unit: Unit) -> None:
        """Take all that stands before a dash for a name: "Cohésion et cadre de vie –"."""
        if unit.block.kind is BlockKind.PARAGRAPH or not unit.outermost:
            return
        first, doc = unit.outermost[0], unit.doc
        end = next((t.i for t in doc if t.text in _AFTER_LABEL), 0)
        label = doc[first.start : max(end, first.start)]
        longer = first.end < end and first.start <= 1 and len(label) <= _LABEL_LENGTH
        if longer and not any(t.pos_ in ("VERB", "AUX") or t.text in (",", ".") for t in label):
            name = unit.block.text[label.start_char : label.end_char]
            self.referent(first).learn(name)

    def _settle_acronyms(self) -> None:
        """Give what is only ever taken up ("le conseil") to an acronym it may stand for ("CLT")."""
        acronyms = [r for r in self.referents if r.guessed and r.proper]
        for referent in list(self.referents):
            first = referent.phrases[0]
            if not all(map(self.is_reference, referent.phrases)) or first.kind is None:
                continue
            initial = fold(first.name)[:1]
            known = [a for a in acronyms if _position(a.phrases[0]) < _position(first)]
            fitting = [a for a in known if any(_abbreviates(n, initial) for n in a.names)]
            if fitting:
                self._merge(referent, max(fitting, key=lambda r: len(r.phrases)))

    def _merge(self, referent: Referent, known: Referent) -> None:
        for phrase in referent.phrases:
            known.take(phrase)
            self._of[id(phrase)] = known
        self.referents.remove(referent)

    def _is_guessed(self, phrase: Phrase) -> bool:
        known = any(word in self.lexicon.heads for word in phrase.words[:2])
        return phrase.kind is Kind.ORGANIZATION and not known

    def _settle_projects(self) -> None:
        """Give "le projet", "the programme" of a title to the project named further on."""
        main = main_project(self.units, self.referents, self.lexicon)
        if main is None:
            return
        for referent in list(self.referents):
            bare = all(p.end - p.start == 1 and not p.proper for p in referent.phrases)
            if referent is not main and bare and any(map(self._names_project, referent.phrases)):
                self._merge(referent, main)

    def _names_project(self, phrase: Phrase) -> bool:
        return (
            self.is_reference(phrase)
            and phrase.determiner != "poss"
            and Kind.PROJECT in self.lexicon.references[phrase.head_word]
        )

    def _apposed(self, phrase: Phrase) -> Referent | None:
        """Find the referent of the person in apposition to a post, or of the post of a person."""
        if phrase.holder is not None:
            return self._of.get(id(phrase.holder))
        described = self._of.get(id(self._names.get((phrase.block, phrase.head))))
        if described is not None and not described.proper and self._known(phrase) is None:
            described.name(phrase)
            return described
        if phrase.post is None or id(phrase.post) not in self._of:
            return None
        of_post = self._of[id(phrase.post)]
        known = self._known(phrase)
        if known is None and of_post.kind is Kind.ROLE:
            of_post.become(phrase)
            return of_post
        return known

    def _key(self, name: str) -> str:
        """Return what a name is compared by: folded, usual abbreviations written out."""
        full = self.lexicon.abbreviations
        return " ".join(full.get(word, word) for word in fold(name).split())

    def _head(self, phrase: Phrase) -> str:
        """Return the head noun of a phrase, that of its full form where it is abbreviated."""
        full = self.lexicon.abbreviations.get(phrase.head_word, "").split()
        french = self.lexicon.language == "fr"
        return (full[0] if french else full[-1]) if full else phrase.head_word

    def _register(self, referent: Referent, phrase: Phrase) -> None:
        if not (self.is_reference(phrase) and referent.phrases[0] is not phrase):
            for name in (phrase.name, *(a for a in phrase.aliases if self._identifies(a, phrase))):
                self._by_key.setdefault(self._key(name), referent)
        heads = self._by_head.setdefault(self._head(phrase), [])
        if referent in heads:
            heads.remove(referent)
        heads.append(referent)

    def _identifies(self, alias: str, phrase: Phrase) -> bool:
        return is_acronym(alias) or phrase.kind is Kind.PERSON or not phrase.name.startswith(alias)

    def _known(self, phrase: Phrase) -> Referent | None:
        for name in (phrase.name, *(a for a in phrase.aliases if self._identifies(a, phrase))):
            known = self._by_key.get(self._key(name))
            if known is not None:
                return known
        return self._named(phrase)

    def _named(self, phrase: Phrase) -> Referent | None:
        """Find "InSERRE" for "projet InSERRE" and the other way round; a surname for a person."""
        words = self._key(phrase.name).split()
        if phrase.kind is Kind.PERSON and words:
            return self._person(words)
        guessed = phrase.kind is None or self._is_guessed(phrase)
        named = self.units[phrase.block].doc[phrase.head].pos_ == "PROPN" and not phrase.determiner
        if len(words) == 1 and named and guessed and (known := self._called(words[0])) is not None:
            return known
        brand = self.brand(phrase)
        known = self._by_key.get(self._key(brand)) if brand else None
        return known if known is not None and known.proper else None

    def brand(self, phrase: Phrase) -> str:
        """Return the proper name after or before a common noun: "projet InSERRE", "Halden cohort".

        Empty where the noun is a part of the name: "Executive Board".
        """
        doc = self.units[phrase.block].doc
        known = phrase.head_word in self.lexicon.heads and phrase.kind in _BRANDED
        if phrase.inner or phrase.plural or not known:
            return ""
        french = self.lexicon.language == "fr"
        rest = doc[phrase.head + 1 : phrase.end] if french else doc[phrase.start : phrase.head]
        common = not is_capital(doc[phrase.head])
        named = bool(rest) and all(is_capital(t) or t.is_punct or t.text == "&" for t in rest)
        return rest.text.strip(' «»"“”') if common and named else ""

    def _person(self, words: list[str]) -> Referent | None:
        """Find the person of a surname, unless both have first names and these differ."""
        *first, last = [word for word in words if not is_title(word)] or words
        for referent in reversed(self.referents):
            if referent.kind is Kind.PERSON and any(last in known for known in referent.words):
                others = {word for known in referent.words if last in known for word in known}
                others = {word for word in others if word != last and not is_title(word)}
                if not first or not others or any(_is_first(first[-1], word) for word in others):
                    return referent
        return None

    def _called(self, name: str) -> Referent | None:
        """Return the one person whose first name or surname a word is."""
        people = [r for r in self.referents if r.kind is Kind.PERSON]
        named = [r for r in people if any(self._ends_name(name, n) for n in r.names)]
        return named[0] if len(named) == 1 else None

    def _ends_name(self, word: str, name: str) -> bool:
        """Tell whether a word is the first or last of a name of several words."""
        words = self._key(name).split()
        return len(words) > 1 and word in (words[0], words[-1])

    def is_reference(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only takes something up: "le comité", "cette instance de suivi"."""
        if phrase.head_word not in self.lexicon.references or phrase.kind is Kind.PERSON:
            return False
        if phrase.determiner == "dem":
            return not any(p.proper for p in phrase.inner)
        bare = phrase.end - phrase.start == 1
        return phrase.determiner in ("def", "poss") and bare

    def _taken_up(self, phrase: Phrase) -> Referent | None:
        """Find the earlier referent that a definite phrase takes up."""
        taken = self.is_reference(phrase)
        if phrase.determiner not in ("def", "dem") or (phrase.owner is not None and not taken):
            return None
        words = frozenset(self._key(phrase.name).split())
        whole = self._of.get(id(phrase.outer))
        for referent in reversed(self._by_head.get(self._head(phrase), [])):
            if (
                referent is not whole
                and any(words < known and not known - words & _DEPUTIES for known in referent.words)
                and not self._is_apart(phrase, referent)
            ):
                return referent
        if not taken:
            return None
        kinds = self.lexicon.references[phrase.head_word]
        if phrase.determiner == "dem" or kinds & {Kind.PROJECT}:
            return self._latest(kinds, phrase)
        return None

    def _is_apart(self, phrase: Phrase, referent: Referent) -> bool:
        """Tell whether a capital sets a name apart: "la Région" from "la région académique"."""
        head = self.units[phrase.block].doc[phrase.head]
        own = is_capital(head) and not head.is_sent_start and not is_acronym(head.text)
        return own and self.lexicon.language == "fr" and not referent.proper

    def _latest(self, kinds: Iterable[Kind], phrase: Phrase) -> Referent | None:
        wanted = set(kinds)
        if phrase.determiner == "dem" and wanted & _COLLECTIVE:
            wanted |= _COLLECTIVE
        candidates = [r for r in self.referents if r.kind in wanted and r.proper and r.alone]
        if phrase.determiner == "dem":
            return max(candidates, key=lambda r: _position(r.phrases[-1]), default=None)
        return foremost(candidates, self.units, self.lexicon)


def _abbreviates(name: str, initial: str) -> bool:
    """Tell whether a name is an acronym with a given first letter."""
    return name.isupper() and len(name) <= _ACRONYM_LENGTH and fold(name)[:1] == initial


def _position(phrase: Phrase) -> tuple[int, int]:
    return phrase.block, phrase.start


def _is_first(name: str, other: str) -> bool:
    """Tell whether two first names may be one: "Ann" and "A." may."""
    return name == other or (1 in (len(name), len(other)) and name[:1] == other[:1])
