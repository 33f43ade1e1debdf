"""French: how a question becomes a statement with a hole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .drafts import HOLE, Draft, Hole, noun_hole
from .names import MARK
from .words import Words

_CLITIC = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on|ce)\b", re.I)
_WHETHER = re.compile(r"^est-ce qu(?:e |')", re.I)
_THAT = re.compile(r"^\s*est-ce qu(?:e |')", re.I)
_WHAT = re.compile(r"\bqu'est-ce qu(?:e |')", re.I)
_ASKING = re.compile(
    r"(?P<asking>(?<![-\w])(?:quels?|quelles?|lesquels|lesquelles|lequel|laquelle|quoi|qui|que|où)"
    r"(?!\w)|(?<![-\w])qu')",
    re.I,
)
_DETERMINERS = frozenset("le la les l' un une des ce cette son sa ses".split())
_LINKING = frozenset("de à par sur dans pour avec chez du au aux en".split())
_COPULA = re.compile(r"^(?:est|sont|sera|seront|étai(?:t|ent))\b", re.I)
_MOST = 4  # words of the noun that asks


def drafts(text: str, words: Words) -> Iterator[Draft]:
    """Yield the statements a masked question may stand for, the likeliest first.

    >>> from .words import load_words
    >>> next(drafts("À qui rend compte §0 ?", load_words("fr"))).text
    '§0 rend compte à ¿'
    >>> next(drafts("De quoi §0 est-il responsable ?", load_words("fr"))).text
    '§0 est responsable de ¿'
    """
    plain = _WHAT.sub("que est-ce que ", text.strip(" ?.!").replace("’", "'"))
    whether = _WHETHER.sub("", plain)
    found = _ASKING.search(plain)
    if whether != plain or not found:
        yield Draft(_CLITIC.sub("", whether), Hole())
        return
    before, rest = plain[: found.start()].strip(), plain[found.end() :].strip()
    asking = found["asking"].casefold()
    if MARK in before:
        for hole, after in _holes(asking, rest, words):
            yield Draft(f"{_CLITIC.sub('', before)} {HOLE} {after}".strip(), hole)
        return
    for hole, after in _holes(asking, rest, words):
        yield from _fronted(before, after, hole) if before else _bare(asking, after, hole)


def _holes(asking: str, rest: str, words: Words) -> Iterator[tuple[Hole, str]]:
    """Yield what is asked for and the rest of the question, for each length of its noun."""
    if not asking.startswith(("quel", "lequel", "laquel", "lesquel")):
        yield Hole(asking, only="HOSTS" if asking == "où" else ""), rest
        return
    if _COPULA.match(rest) or asking.startswith("l"):
        yield Hole(asking), rest
        return
    tokens = rest.split()
    for size in range(1, min(_MOST, len(tokens)) + 1):
        noun = " ".join(tokens[:size])
        hole = noun_hole(f"{asking} {noun}", noun, words)
        if hole and (size == len(tokens) or tokens[size] != "de"):
            yield hole, " ".join(tokens[size:])


def _fronted(before: str, rest: str, hole: Hole) -> Iterator[Draft]:
    """Yield "K rend compte à ¿" for "à qui rend compte K", "à qui K rend-il compte"."""
    plain = _CLITIC.sub("", _THAT.sub("", rest))
    clause = plain if _opens_with_noun(plain) else _inverted(plain)
    if clause:
        yield Draft(f"{clause} {before[0].lower()}{before[1:]} {HOLE}", hole)


def _bare(asking: str, rest: str, hole: Hole) -> Iterator[Draft]:
    """Yield what "qui", "que", "quels organismes" may stand for: the subject, or the object."""
    if hole.only:
        turned = _CLITIC.sub("", rest)
        clause = turned if _opens_with_noun(turned) else _inverted(turned)
        yield from (Draft(f"{clause} {after} {HOLE}", hole) for after in ("par", "dans") if clause)
        return
    plain = _CLITIC.sub("", _THAT.sub("", rest))
    turned = "" if plain == rest and not _opens_with_noun(plain) else plain
    thing = asking in ("que", "qu'", "quoi")
    if turned and _opens_with_noun(turned):
        yield from _with_object(turned, hole)
        return
    subject = Draft(f"{HOLE} {plain}", hole)
    inverted = _inverted(plain)
    objects = list(_with_object(inverted, hole)) if inverted else []
    if thing or _is_plural(asking, plain):
        yield from (*objects, subject)
    else:
        yield from (subject, *objects)


def _with_object(clause: str, hole: Hole) -> Iterator[Draft]:
    yield Draft(f"{clause} {HOLE}", hole)
    words = clause.split()
    if len(words) > 2:
        yield Draft(" ".join([*words[:2], HOLE, *words[2:]]), hole)


def _opens_with_noun(clause: str) -> bool:
    first = clause.split()[:1]
    return bool(first) and (
        first[0].startswith(MARK) or first[0].split("'")[0].lower() in _DETERMINERS | {"l"}
    )


def _inverted(clause: str) -> str:
    """Return "K rend compte" for "rend compte K"; nothing if no subject follows the verb."""
    tokens = clause.replace("l'", "l' ").split()
    for place, token in enumerate(tokens[1:], start=1):
        if token.startswith(MARK) or token.lower() in _DETERMINERS:
            if tokens[place - 1].lower() in _LINKING:
                return ""
            return " ".join([*tokens[place:], *tokens[:place]]).replace("l' ", "l'")
    return ""


def _is_plural(asking: str, clause: str) -> bool:
    """Tell whether the noun that asks is plural and the verb is not: it is the object then."""
    verb = clause.split(maxsplit=1)[0].lower() if clause else ""
    return asking in ("quels", "quelles") and not verb.endswith(("nt", "s"))
