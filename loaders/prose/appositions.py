"""Appositions of persons and posts: "le directeur, M. Petit", "Rita Moss, chair of the board"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ...graph import Kind
from .phrases import Phrase, is_capital

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ACRONYM = re.compile(r"^\s*\(\w+\)")
_OPENERS = frozenset([",", "(", ":", "–", "—"])


def link_posts(phrases: list[Phrase], doc: Doc) -> None:
    """Tie each post to the person in apposition to it, reading from left to right."""
    outermost = [p for p in phrases if p.outer is None and not _in_brackets(p, doc)]
    for left, right in pairwise(outermost):
        person = _at_end(left, Kind.PERSON)
        if person is not None and _follows(person, right, doc):
            _tie(right, person)
        else:
            post = _post_at_end(left)
            if post is not None and post.holder is None and _introduces(post, right, doc):
                _tie(post, right)


def _in_brackets(phrase: Phrase, doc: Doc) -> bool:
    """Tell whether a word is alone in brackets, which parts no post from its holder."""
    around = doc[max(0, phrase.start - 1) : phrase.end + 1]
    alone = phrase.end - phrase.start == 1 and phrase.kind is not Kind.ROLE
    return alone and around[0].text == "(" and around[-1].text == ")"


def _at_end(phrase: Phrase, kind: Kind) -> Phrase | None:
    """Return the phrase of a kind that a phrase ends with: "sous l'autorité du directeur"."""
    found: Phrase | None = phrase
    while found is not None and found.kind is not kind:
        found = next((inner for inner in found.inner if inner.end == phrase.end), None)
    return found


def _post_at_end(phrase: Phrase) -> Phrase | None:
    """Return the post a phrase ends with; any noun may be one right before a name: "l'échevine"."""
    return _at_end(phrase, Kind.ROLE) or (phrase if phrase.kind is None else None)


def _tie(post: Phrase, holder: Phrase) -> None:
    post.holder = holder
    holder.post = post


def _introduces(post: Phrase, person: Phrase, doc: Doc) -> bool:
    """Tell whether a person is named right after a post: "le directeur, M. Petit"."""
    gap = _ACRONYM.sub("", doc[post.end : person.start].text).strip()
    apart = post.plural or not person.proper or doc[person.start].is_sent_start
    if apart or gap not in ("", ","):
        return False
    if gap == "":
        return person.kind is Kind.PERSON or post.kind is Kind.ROLE
    return person.kind is Kind.PERSON and post.kind is Kind.ROLE and post.determiner != ""


def _follows(person: Phrase, post: Phrase, doc: Doc) -> bool:
    """Tell whether a post is given right after a person: "M. Petit, directeur"."""
    if post.kind is not Kind.ROLE or post.determiner not in ("", "def") or person.post is not None:
        return False
    gap = [token.text for token in doc[person.end : post.start] if token.pos_ != "DET"]
    if len(gap) != 1 or gap[0] not in _OPENERS:
        return False
    return not (post.end < len(doc) and is_capital(doc[post.end]) and not doc[post.end].is_punct)
