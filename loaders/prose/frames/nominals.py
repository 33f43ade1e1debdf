"""Noun phrases that state a relation by themselves: "comité de pilotage du programme X"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph import Kind
from ..arguments import Filler
from ..phrases import Phrase, is_acronym, is_capital, lower
from ..syntax import subjects
from .candidate import Candidate, Scene
from .organs import names_organ

_GROUPS = frozenset([Kind.BODY, Kind.ORGANIZATION])
_OWNERS = frozenset([Kind.PROJECT, Kind.ORGANIZATION, Kind.BODY])
# Possessives of persons: what is theirs is no part of an organisation spoken of.
_OURS = frozenset(["his", "her", "our", "your", "my", "notre", "nos", "votre", "vos", "mon", "mes"])
_DEFINITE = frozenset(["def", "dem", "poss"])


def read_nominals(scene: Scene) -> Iterator[Candidate]:
    """Yield GOVERNS for governing bodies of something and PART_OF for parts of an organisation."""
    for phrase in scene.unit.phrases:
        if phrase.kind in _GROUPS and not _in_title(phrase) and not phrase.name.isupper():
            yield from _read(scene, phrase)


def _read(scene: Scene, phrase: Phrase) -> Iterator[Candidate]:
    readings = ((construction, find(scene, phrase)) for find, construction in _CONSTRUCTIONS)
    construction, owners = next((each for each in readings if each[1]), ("", []))
    if not owners:
        return
    organ = _organ(scene, phrase, construction)
    if _is_said_of(scene, phrase):
        return
    if organ == "any":
        return
    relation = "PART_OF" if organ == "part" else "GOVERNS"
    kinds = _GROUPS if relation == "PART_OF" else _OWNERS
    owners = [o for o in owners if o.referent.kind in kinds]
    known = all(_known(o) for o in owners)
    owner = owners[0].phrase if owners else None
    titled = owner is not None and _is_title(scene, phrase, owner)
    if relation == "PART_OF" and construction == "of" and titled:
        return
    rule = f"nominal.{construction}.{organ}{'.known' if known else ''}"
    span = (phrase.start, phrase.end)
    yield from scene.propose(_filler(scene, phrase), relation, owners, span, rule)


def _is_said_of(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase only says what another is: "X, filiale de Y", "X is an arm of Y"."""
    doc = scene.unit.doc
    if phrase.determiner not in ("", "ind"):
        return False
    fronted = phrase.start == doc[phrase.start].sent.start and phrase.end < len(doc)
    if fronted and doc[phrase.end].text == "," and phrase.owner is not None:
        return True
    if is_capital(doc[phrase.head]) or phrase.start < 2:
        return False
    head = doc[phrase.head]
    if head.dep_ == "attr" or any(child.dep_ == "cop" for child in head.children):
        return True
    opening = phrase.start - (phrase.determiner == "ind")
    before = scene.arguments.before(opening - 1) if doc[opening - 1].text == "," else None
    return before is not None and (before.proper or before.determiner == "def")


def _in_title(phrase: Phrase) -> bool:
    """Tell whether a phrase is a word of a longer name: "direction" in "comité de direction"."""
    return phrase.outer is not None and phrase.determiner == "ind"


def _filler(scene: Scene, phrase: Phrase) -> list[Filler]:
    one = _one_of(scene, phrase)
    if one is not None:
        return one
    return [Filler(scene.discourse.referent(phrase), phrase, "named", scene.unit.index)]


def _one_of(scene: Scene, phrase: Phrase) -> list[Filler] | None:
    """Follow "X, one of four committees of Y" to X; None where no such words stand before."""
    doc, start = scene.unit.doc, phrase.start
    while start > 0 and doc[start - 1].pos_ in ("NUM", "DET", "ADJ", "PRON"):
        start -= 1
    if not phrase.plural or start < 2 or doc[start - 1].text.lower() != "of":
        return None
    one = doc[start - 2]
    if one.text.lower() != "one":
        return None
    if one.i and one.nbor(-1).text == ",":
        before = scene.arguments.before(one.i)
        return scene.arguments.of_phrases([before]) if before is not None else []
    return scene.fillers(subjects(one.head), (0, one.i)) if one.dep_ == "attr" else []


def _owner(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "conseil de X": whose it is, past the words of its own compound name."""
    owner = phrase.owner
    if owner is not None and owner.start < phrase.head:
        return []
    if owner is not None and _is_board_of(scene, phrase, owner):
        return _filler(scene, owner)
    kinds = _OWNERS if _organ(scene, phrase, "") == "organ" else _GROUPS
    found = next((p for p in _complements(phrase) if _stands(scene, p, kinds)), None)
    return _filler(scene, found) if found is not None else []


def _complements(phrase: Phrase) -> Iterator[Phrase]:
    """Yield what a phrase is of, and what that is of, in order."""
    for inner in phrase.inner:
        if inner.start > phrase.head:
            yield inner
            if inner.kind not in _GROUPS or inner.determiner == "ind":
                yield from _complements(inner)


def _is_board_of(scene: Scene, phrase: Phrase, owner: Phrase) -> bool:
    """Tell whether a plain "comité de l'Harmonie" is of something written as a name."""
    doc, boards = scene.unit.doc, scene.lexicon.words["boards"]
    named = owner.determiner == "def" and is_capital(doc[owner.head]) and not owner.plural
    plain = phrase.head_word in boards and not is_capital(doc[phrase.head])
    return plain and named and owner.kind in _OWNERS


def _for(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "the steering committee for the Tideway Project"."""
    english = scene.lexicon.language == "en"
    if not english or phrase.owner is not None or _organ(scene, phrase, "") != "organ":
        return []
    after = scene.arguments.after(phrase.end, frozenset(["for"]))
    return _filler(scene, after) if after is not None and _stands(scene, after, _OWNERS) else []


def _genitive(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "the Trust's board"."""
    owner = phrase.owner
    if owner is None or owner.start > phrase.head or owner.kind not in _OWNERS:
        return []
    return _filler(scene, owner) if _is_group(scene, owner) else []


def _stands(scene: Scene, phrase: Phrase, kinds: frozenset[Kind]) -> bool:
    """Tell whether a phrase names something of its own, not a word of a title."""
    if phrase.kind not in kinds or phrase.head_word in scene.lexicon.words["empty"]:
        return False
    if phrase.determiner in _DEFINITE:
        return _is_group(scene, phrase)
    known = len(scene.discourse.referent(phrase).phrases) > 1
    head = scene.unit.doc[phrase.head]
    return is_acronym(head.text) or (is_capital(head) and known and _is_group(scene, phrase))


def _is_group(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase is known to name a group or a work: by its head, or alone."""
    heads, word = scene.lexicon.heads, phrase.head_word
    if Kind.ROLE in (heads.get(word), heads.get(word.removesuffix("s"))):
        return False
    if word in heads or is_acronym(scene.unit.doc[phrase.head].text):
        return True
    return any(p.outer is None for p in scene.discourse.referent(phrase).phrases if p is not phrase)


def _known(owner: Filler) -> bool:
    """Tell whether an owner is named somewhere by itself, not only inside longer names."""
    others = (p for p in owner.referent.phrases if p is not owner.phrase)
    return any(p.outer is None or p.outer.kind in (None, Kind.PROJECT) for p in others)


def _is_title(scene: Scene, phrase: Phrase, owner: Phrase) -> bool:
    """Tell whether a phrase is one long name: "Direction des services du Sud"."""
    doc = scene.unit.doc
    if any(token.text == ")" for token in doc[phrase.head : owner.start]):
        return False
    if owner.determiner and _known(_filler(scene, owner)[0]):
        return False
    named = phrase.head + 1 < owner.start and is_capital(doc[phrase.head + 1])
    if named and owner.determiner == "def":
        return False
    if not owner.proper or owner.plural:
        return True
    if not owner.determiner and not is_acronym(owner.name):
        return True
    return phrase.name[:1].isupper() and not named


def _possessor(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "its board", "son comité exécutif", "whose trustees"."""
    if phrase.start == 0:
        return []
    before = scene.unit.doc[phrase.start - 1]
    if before.text.lower() == "whose":
        host = scene.arguments.before(before.i)
        return scene.arguments.of_phrases([host]) if host is not None else []
    if before.text.lower() == "own" and before.i:
        before = before.nbor(-1)
    if phrase.determiner != "poss" or before.text.lower() in _OURS:
        return []
    known = scene.discourse.pronouns.possessor(before, scene.unit, _OWNERS)
    return [Filler(known, None, "pronoun", scene.unit.index)] if known else []


def _prefix(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "ISR Steering Board": the words before the governing body name something known."""
    if scene.lexicon.language != "en" or _organ(scene, phrase, "") != "organ":
        return []
    doc = scene.unit.doc
    for end in range(phrase.head, phrase.start, -1):
        known = scene.discourse.named(doc[phrase.start : end].text)
        if known is not None and known.proper and known.kind in _OWNERS:
            return [Filler(known, None, "named", scene.unit.index)]
    return []


def _holder(scene: Scene, phrase: Phrase) -> list[Filler]:
    """Read "la fondation possède un conseil de gestion", "the Trust has a board"."""
    if phrase.determiner not in ("ind", "") or phrase.outer is not None:
        return []
    verb = scene.unit.doc[phrase.head].head
    if verb.i > phrase.start or lower(verb) not in scene.lexicon.words["having"]:
        return []
    if _organ(scene, phrase, "") != "organ":
        return []
    return scene.fillers(subjects(verb), (0, verb.i))


def _organ(scene: Scene, phrase: Phrase, construction: str) -> str:
    """Return what kind of organ a phrase names: ``organ``, ``board``, ``part`` or ``any``."""
    if names_organ(scene, phrase, "governing_bodies"):
        return "organ"
    if names_organ(scene, phrase, "parts"):
        return "part"
    french = scene.lexicon.language == "fr"
    owner = phrase.owner
    bare = owner is not None and owner.determiner in _DEFINITE and not owner.plural
    owned = construction in ("genitive", "possessor") or (french and bare)
    return "board" if owned and phrase.head_word in scene.lexicon.words["boards"] else "any"


_CONSTRUCTIONS = (
    (_owner, "of"),
    (_genitive, "genitive"),
    (_for, "for"),
    (_possessor, "possessor"),
    (_prefix, "prefix"),
    (_holder, "had"),
)
