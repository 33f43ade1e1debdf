"""Holders: who is said to hold a post, by the construction the post stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase, is_acronym, lower
from ..syntax import clause, is_passive, objects, subjects
from .posts import Post

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTORS = frozenset([Kind.PERSON, Kind.ORGANIZATION, Kind.ROLE, Kind.BODY])
_ACTING = frozenset(["acting", "serving"])
_AS = frozenset(["as", "comme", "pour", "qualité", "tant"])
_LABELS = frozenset([":", "–", "—", "-"])
_BE = frozenset(["be", "become", "remain", "act", "serve"])
_HAVE = frozenset(["avoir", "have", "with", "avec"])
_RELATIVES = frozenset(["which", "who", "qui"])
_SUCCEEDING = frozenset(["succeed", "replace", "succéder", "remplacer"])
_NAMING = frozenset(
    ["nommer", "désigner", "élire", "reconduire", "appoint", "elect", "name", "designate"]
)
_OPENERS = frozenset([".", "–", "—", "-", ";", "|", "·", "(", ")", "•"])
_FAR = 20
# The longest abbreviation of a post: "resp.", "coord.".
_SHORT = 5
_ASIDES = frozenset([",", "(", "–", "—", "-"])
_CLAUSAL = ("VERB", "AUX", "PRON", "SCONJ", "CCONJ")
_CLOSERS = frozenset([",", ".", ";", ")", "–", "—"])


def holders_labelled(post: Post) -> list[Filler]:
    """Read "Chef de projet : X" at the start of a block or after what it is said of."""
    doc = post.scene.unit.doc
    end = post.end
    while end < len(doc) and doc[end].text == "." and len(doc[end - 1].text) <= _SHORT:
        end += 1
    if end >= len(doc) or doc[end].text not in _LABELS or not _opens(post):
        return []
    return _actors(post.scene.labelled(end + 1))


def _opens(post: Post) -> bool:
    """Tell whether a noun opens a block, or what follows a full stop, a dash or a bracket."""
    doc, start = post.scene.unit.doc, post.opening
    return start <= 1 or doc[start - 1].text in _OPENERS or bool(doc[start].is_sent_start)


def holders_of_post(post: Post) -> list[Filler]:
    """Read "X, directeur de Y" and "le directeur de Y, X": the person in apposition."""
    if post.phrase is None or post.phrase.holder is None:
        return []
    return post.scene.arguments.of_phrases([post.phrase.holder])


def holders_had(post: Post) -> list[Filler]:
    """Read "Y a pour directeur X" and "the group has two co-chairs, X and Z"."""
    doc, arguments = post.scene.unit.doc, post.scene.arguments
    if _having(post) is None:
        return []
    end = post.end + (post.end < len(doc) and doc[post.end].text in (",", ":", "("))
    return _actors(arguments.together(arguments.after(end)))


def had_by(post: Post) -> list[Filler]:
    """Return what has a director: the subject of "avoir" and "have"."""
    verb = _having(post)
    before = post.scene.arguments.before(verb.i) if verb is not None else None
    return post.scene.arguments.of_phrases([before]) if before is not None else []


def _having(post: Post) -> Token | None:
    """Return the verb that says that something has a director."""
    doc = post.scene.unit.doc
    if post.noun.head.lemma_ == "have" and post.noun.dep_ in ("dobj", "attr"):
        return post.noun.head
    if post.opening and doc[post.opening - 1].text.lower() in ("pour", "comme"):
        window = doc[max(0, post.opening - 4) : post.opening - 1]
        return next((t for t in window if lower(t) == "avoir" or t.text.lower() == "a"), None)
    return None


def holders_seated(post: Post) -> list[Filler]:
    """Read "X is in the chair" and "with X in the chair"."""
    doc = post.scene.unit.doc
    if post.opening == 0 or doc[post.opening - 1].text.lower() != "in":
        return []
    place = doc[post.opening - 1]
    if place.head.lemma_ in _BE:
        return post.scene.fillers(subjects(place.head), (0, place.i))
    for token in doc[max(place.sent.start, place.i - 12) : place.i]:
        if token.text.lower() == "with":
            phrase = post.scene.arguments.after(token.i + 1)
            return post.scene.arguments.of_phrases([phrase]) if phrase is not None else []
    left = post.scene.arguments.ending(place.i)
    apart = left is not None and left.kind is Kind.PERSON and left.start > place.sent.start
    if left is None or not apart or doc[left.start - 1].text != ",":
        return []
    return post.scene.arguments.of_phrases([left])


def holders_as(post: Post) -> list[Filler]:
    """Read "X agit en qualité de pilote", "with X as chair", "avec X pour maître d'œuvre"."""
    doc, arguments = post.scene.unit.doc, post.scene.arguments
    position = post.opening
    while position > 0 and doc[position - 1].text.lower() in ("de", "que", "d'"):
        position -= 1
    if position == 0 or doc[position - 1].text.lower() not in _AS:
        return []
    opener = position - 1
    while opener > 0 and doc[opener - 1].text.lower() in _RELATIVES:
        opener -= 1
    before = arguments.before(opener)
    acting = doc[opener - 1] if opener else None
    if before is None and acting is not None and acting.text.lower() in _ACTING:
        before = arguments.before(acting.i)
    verb = post.noun.head
    if before is not None and lower(doc[before.head].head) in _SUCCEEDING:
        verb = doc[before.head].head
    elif before is not None:
        return arguments.of_phrases([before])
    verb = clause(post.noun)
    acts = verb.i < post.start and verb.sent == post.noun.sent
    return post.scene.fillers(subjects(verb), (0, post.start)) if acts else []


def holders_appointed(post: Post) -> list[Filler]:
    """Read "X est nommé président de Y", "X was elected chair", "they named X chair"."""
    verb = post.noun.head
    if lower(verb) not in _NAMING or post.noun.dep_ not in (
        "xcomp",
        "oprd",
        "obj",
        "dobj",
        "attr",
        "obl:arg",
    ):
        return []
    if is_passive(verb):
        return post.scene.fillers(subjects(verb), (0, post.start))
    if post.noun.dep_ not in ("oprd", "xcomp", "attr"):
        return []
    named = [t for t in objects(verb) if t is not post.noun]
    return _actors(post.scene.fillers(named, (verb.i, post.start)))


def holders_by_copula(post: Post) -> list[Filler]:
    """Read "X est membre de Y", and "le pilote de Y est X"."""
    noun = _first_conjunct(post.noun)
    if any(child.dep_ == "cop" for child in noun.children):
        return post.scene.fillers(subjects(noun), (0, noun.i))
    verb = noun.head
    if noun.dep_ in ("attr", "acomp", "oprd") and verb.lemma_ in _BE:
        return post.scene.subject(verb)
    if noun.dep_ != "nsubj":
        return []
    told = [c for c in verb.children if c.dep_ == "attr"] if verb.lemma_ == "be" else []
    if any(child.dep_ == "cop" for child in verb.children):
        told = [verb]
    return [f for f in post.scene.fillers(told) if f.phrase is not None and f.phrase.proper]


def _first_conjunct(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        noun = noun.head
    return noun


def holders_current(post: Post) -> list[Filler]:
    """Read "it elects a chair, at present Ann Lee", "two co-chairs (currently X and Y)"."""
    doc = post.scene.unit.doc
    for token in doc[post.end : min(post.noun.sent.end, post.end + _FAR)]:
        if token.text in (".", ";", ":"):
            return []
        for wording in post.scene.lexicon.words["at_present"]:
            size = len(wording.split())
            if doc[token.i : token.i + size].text.lower() != wording:
                continue
            if doc[token.i - 1].text not in _ASIDES:
                continue
            after = post.scene.arguments.after(token.i + size)
            named = post.scene.arguments.together(after, (token.i, len(doc)))
            return [f for f in _actors(named) if f.referent.proper]
    return []


def holders_beside(post: Post) -> list[Filler]:
    """Read "VNF, maître d'ouvrage", "the operator (Delmarco)"."""
    right = _right(post) if post.relation != "PART_OF" else None
    for phrase in (_left(post), right):
        if phrase is not None:
            return post.scene.arguments.of_phrases([phrase])
    return []


def _left(post: Post) -> Phrase | None:
    doc = post.scene.unit.doc
    start = post.opening
    if post.phrase is None or start == 0 or doc[start - 1].text not in _ASIDES:
        return None
    left = post.scene.arguments.before(start)
    if left is None or left.kind not in ACTORS or not (left.proper or left.determiner == "def"):
        return None
    if post.end < len(doc) and doc[post.end].text not in _CLOSERS:
        return None
    return left if post.bare or (left.proper and _ends_aside(post)) else None


def _ends_aside(post: Post) -> bool:
    """Tell whether what follows a post with an article shows an aside, not an enumeration."""
    doc = post.scene.unit.doc
    after = doc[post.end : post.end + 2]
    return len(after) < 2 or after[0].text != "," or after[1].pos_ in _CLAUSAL


def _right(post: Post) -> Phrase | None:
    doc = post.scene.unit.doc
    end = post.end
    comma = end < len(doc) and doc[end].text in (",", "(")
    fronted = post.noun.sent.start >= post.opening - 1
    if comma and post.bare and not fronted:
        return None
    phrase = post.scene.arguments.after(end + comma)
    if phrase is None or phrase.start > end + 2:
        return None
    if not phrase.proper and not _is_organ(post, phrase):
        return None
    if comma and doc[end].text == "(" and is_acronym(phrase.name):
        return None
    named = (Kind.PERSON, Kind.ORGANIZATION)
    return phrase if phrase.kind in named or _is_organ(post, phrase) else None


def _is_organ(post: Post, phrase: Phrase) -> bool:
    return post.relation == "GOVERNS" and phrase.kind is Kind.BODY


def _actors(fillers: list[Filler]) -> list[Filler]:
    return [f for f in fillers if f.referent.kind in ACTORS]
