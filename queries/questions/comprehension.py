"""Comprehension: from a question in words to what it asks of the graph, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...graph import Kind, Store, Vocabulary, fold
from ..lookup import nearest, tell_apart
from .drafts import Hole
from .grammar import spelt
from .likeness import Likeness, choices_besides, owned
from .masking import Masked, mask
from .moments import Moment, when
from .names import Known, choices, exact_names
from .reading import Reading, read, read_unknown
from .understanding import Misunderstood, Understood
from .words import Words, language_of, load_words

_ANSWERABLE = 500  # characters of a question
_CHARGE = re.compile(r"\bcharge\b", re.I)
_QUOTES = re.compile('[«»"“”]')
_LISTED = {"fr": "qui sont ", "en": "who are "}
# "Members of the board": a list is asked for without a verb.
_FRAGMENT = re.compile(
    r"(?!.*\b(?:wh\w+|is|are|does|do|qu\w*|est|sont|où)\b)"
    r"(?:the |le |la |les |l')?[\w' -]+ (?:of|de) §0",
    re.I,
)
_WHO_IS = re.compile(r"(?:qui est|who is|qui était|who was) §0", re.I)
_GENERAL = frozenset(
    "membre member participant partenaire partner adherent membres members".split()
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A question with some of its words taken for names."""

    moment: Moment
    names: tuple[Known, ...]

    @property
    def text(self) -> str:
        """The masked question, without the words that say when."""
        return self.moment.asked.text


def understand(store: Store, question: str, vocabulary: Vocabulary) -> Understood | Misunderstood:
    """Return what a question asks, or why that is not understood: never a guess."""
    if len(question) > _ANSWERABLE:
        return Misunderstood(f"a question has at most {_ANSWERABLE} characters")
    words = load_words(language_of(question))
    plain = polished(question, words)
    failed: list[tuple[Attempt, Reading]] = []
    person: Understood | None = None
    for attempt in _attempts(store, plain, words, vocabulary):
        if any(pattern.search(attempt.text) for pattern in words.unasked):
            return Misunderstood(
                "it asks for what no statement says: how many, when, why, or what is not so"
            )
        found = _special(attempt, words, vocabulary)
        reading = None if found else read(attempt.text, attempt.names, words, vocabulary)
        if reading and reading.whole:
            found = _understood(reading, attempt, words)
        if found:
            return _ambiguous(store, found) or found
        person = person or _person(attempt)
        if reading:
            failed.append((attempt, reading))
    if person:
        return _ambiguous(store, person) or person
    return _misunderstood(store, plain, failed, words)


def polished(question: str, words: Words) -> str:
    """Return a question without politeness, orders put as questions.

    >>> polished("Could you tell me who funds the port, please?", load_words("en"))
    'who funds the port'
    >>> polished("Liste les membres du conseil.", load_words("fr"))
    'qui sont les membres du conseil'
    """
    plain = _QUOTES.sub(" ", question.replace("’", "'"))
    text = " ".join(plain.split()).strip(" ?.!")
    text = text.lower() if text.isupper() else text
    for pattern in words.politeness:
        text = pattern.sub("", text).strip(" ,?.!")
    return words.orders.sub(_LISTED[words.language], text)


def _attempts(
    store: Store, question: str, words: Words, vocabulary: Vocabulary
) -> Iterator[Attempt]:
    """Yield the question with its names taken in each way, the plainest first."""
    exact = exact_names(store, question)
    for names in choices(exact):
        yield _attempt(owned(store, question, names), question, words, vocabulary)
    loose = Likeness(store, words.language).names(question, exact, words)
    for names in choices_besides(exact, loose):
        yield _attempt(owned(store, question, names), question, words, vocabulary)


def _attempt(
    names: Sequence[Known], question: str, words: Words, vocabulary: Vocabulary
) -> Attempt:
    moment = when(mask(question, names, words.language), words, vocabulary)
    text = moment.asked.text
    text = spelt(text, words.language)
    for way, plain in words.idioms:
        text = way.sub(plain, text)
    if _FRAGMENT.fullmatch(text.strip(" ?.!")):
        text = _LISTED[words.language] + text
    used = [n for n in range(len(names)) if f"§{n}" in text]
    for new, old in enumerate(used):
        text = text.replace(f"§{old}", f"§{new}")
    kept = tuple(names[n] for n in used)
    return Attempt(replace(moment, asked=Masked(text.strip(" ?.!"), kept)), kept)


def _special(attempt: Attempt, words: Words, vocabulary: Vocabulary) -> Understood | None:
    """Return what a question asks that no one relation answers: chains, roles, deeds."""
    names, moment = attempt.names, attempt.moment
    limits = {"phase": moment.phase, "at": moment.at}

    def matches(patterns: Sequence[re.Pattern[str]]) -> bool:
        return any(pattern.fullmatch(attempt.text) for pattern in patterns)

    if len(names) == 2 and matches(words.links):
        return Understood((), names, "chain", Hole(), **limits)
    if len(names) == 2 and matches(words.roles):
        return Understood((), names, "whether", Hole("what"), **limits)
    if len(names) == 1 and vocabulary.accountability and matches(words.duties):
        relations = vocabulary.accountability[0].relations[:1]
        return Understood(relations, names, "target", Hole("what"), **limits)
    if len(names) == 1 and matches(words.everyone):
        return Understood((), names, "source", Hole("who"), **limits)
    if len(names) == 1 and matches(words.deeds):
        return Understood((), names, "target", Hole("what"), **limits)
    return None


def _person(attempt: Attempt) -> Understood | None:
    """Return what "who is X" asks: what a person is stated to do, or who holds a post."""
    names = attempt.names
    if len(names) != 1 or not _WHO_IS.fullmatch(attempt.text):
        return None
    one = names[0].one
    if one.kind is not Kind.PERSON:
        return None
    said = fold(names[0].said)
    own = said.split()[-1:] == fold(one.name).split()[-1:]
    if not own and " " not in said:
        return None  # "the director", of whatever: that says nobody
    return Understood((), names, "target" if own else "holder", Hole("what" if own else "who"))


def _understood(reading: Reading, attempt: Attempt, words: Words) -> Understood:
    ends = [end for end in (reading.source, reading.target) if end >= 0]
    asked = "whether" if len(ends) == 2 else "source" if reading.source < 0 else "target"
    relations = reading.relations
    if asked != "whether" and _CHARGE.search(reading.words):
        asked = "charge" if asked == "source" else asked
        relations = ("ACCOUNTABLE_FOR", *relations)
    whole = reading.hole if asked == "target" else attempt.names[reading.target].one
    if relations[0] == "PART_OF" and whole.kind is Kind.BODY:
        relations = ("PARTICIPATES_IN", *relations)
    if relations[0] == "PILOTS" and asked == "source" and reading.hole.kind is Kind.BODY:
        relations = (*relations, "GOVERNS")
    if relations[0] == "PILOTS" and asked == "source" and whole.kind is Kind.BODY:
        relations = (*relations, "CHAIRS")
    return Understood(
        relations=tuple(dict.fromkeys(relations)),
        known=tuple(attempt.names[end] for end in ends),
        asked=asked,
        hole=reading.hole,
        phase=attempt.moment.phase,
        at=attempt.moment.at,
        post=_post(reading.words, words),
    )


def _post(said: str, words: Words) -> str:
    """Return the post that the words of a relation name, if it says more than the relation.

    A treasurer is a member, but who asks for one does not ask for all members.
    """
    text = f" {fold(said)} "
    named = [post for post in words.posts if f" {post} " in text or f" {post}s " in text]
    return max(named, key=len, default="")


def _ambiguous(store: Store, found: Understood) -> Misunderstood | None:
    for name in found.known:
        if len(name.found) > 1:
            reason = f"{name.said!r} may be several stakeholders"
            names = tuple(tell_apart(store, list(name.found)))
            return Misunderstood(reason, (name.said,), names, found.relations)
    return None


def _misunderstood(
    store: Store, question: str, failed: Sequence[tuple[Attempt, Reading]], words: Words
) -> Misunderstood:
    """Return what of a question could not be placed, with the names that are like it."""
    if failed:
        attempt, best = min(failed, key=lambda pair: len(pair[1].left))
        if best.unstated:
            return Misunderstood(f"it asks for what is {best.unstated}", (), (), best.relations)
        left = tuple(attempt.moment.asked.unmask(word) for word in best.left)
        if left:
            reason = f"could not place {', '.join(map(repr, left))}"
            return Misunderstood(
                reason, left, tuple(nearest(store, " ".join(left))), best.relations
            )
        return Misunderstood(f"{best.words!r} is narrower than what the graph tells", (best.words,))
    unknown = read_unknown(question, words)
    if unknown:
        clause, name = unknown
        reason = f"{name!r} is not in the graph"
        return Misunderstood(reason, (name,), tuple(nearest(store, name)), (clause.relation,))
    return Misunderstood("it is not read as a question about who does what", (question,))
