"""English: how a question becomes a statement with a hole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .drafts import HOLE, Draft, Hole, noun_hole
from .names import MARK
from .words import Words

_ASKING = re.compile(r"\b(?P<asking>who|whom|whose|what|which|where)\b", re.I)
_DO = re.compile(r"^(?:do|does|did)\s+", re.I)
_BE = re.compile(r"^(?P<verb>is|are|was|were|will be|has been|have been)\s+", re.I)
_HAVE = re.compile(r"^(?P<verb>has|have|had|will|must|can)\s+", re.I)
_GERUND = re.compile(
    r"^(?:is|are) (?:responsible for|in charge of|(?:task|charg)ed with) (?P<stem>\w{3,})ing(?= )",
    re.I,
)
_STRANDED = frozenset("to on for by of in with at from under into within over as".split())
_SUBJECT = re.compile(rf"^(?:(?:the|a|an|any|its) (?:\w+ )*?)?(?:\w+ of )?{MARK}\d")
_MOST = 4  # words of the noun that asks
_HISSING = ("s", "sh", "ch", "x", "z", "o")


def drafts(text: str, words: Words) -> Iterator[Draft]:
    """Yield the statements a masked question may stand for, the likeliest first.

    >>> from .words import load_words
    >>> next(drafts("Which bodies does §0 sit on?", load_words("en"))).text
    '§0 sits on ¿'
    >>> next(drafts("To whom is §0 accountable?", load_words("en"))).text
    '§0 is accountable to ¿'
    """
    plain = text.strip(" ?.!").replace("’", "'")
    found = _ASKING.search(plain)
    if not found:
        yield Draft(_declared(plain) or plain, Hole())
        return
    before, rest = plain[: found.start()].strip(), plain[found.end() :].strip()
    asking = found["asking"].casefold()
    if MARK in before:
        subject = _declared(before) or before
        for hole, after in _holes(asking, rest, words):
            yield Draft(f"{subject} {HOLE} {after}".strip(), hole)
        return
    if asking == "whose":
        yield from _whose(before, rest)
        return
    for hole, after in _holes(asking, rest, words):
        yield from _drafts(before, after, hole)


def _holes(asking: str, rest: str, words: Words) -> Iterator[tuple[Hole, str]]:
    """Yield what is asked for and the rest of the question, for each length of its noun."""
    if asking == "where":
        yield Hole(asking, only="HOSTS"), rest
        return
    if asking in ("who", "whom") or _BE.match(rest) or _DO.match(rest):
        yield Hole(asking), rest
        return
    tokens = rest.split()
    for size in range(1, min(_MOST, len(tokens)) + 1):
        noun = " ".join(tokens[:size])
        hole = noun_hole(f"{asking} {noun}", noun, words)
        if hole:
            yield hole, " ".join(tokens[size:])
    yield Hole(asking), rest


def _drafts(before: str, rest: str, hole: Hole) -> Iterator[Draft]:
    clause = rest if not before and rest.startswith(MARK) else _declared(rest)
    if clause:
        yield from _filled(clause, before, hole)
    if not before and not hole.only:
        for verb in _gerunds(rest):
            yield Draft(f"{HOLE} {verb}", hole)
        plural = hole.said.endswith("s") or hole.noun.endswith("s") or hole.said.endswith("people")
        yield Draft(f"{HOLE} {_agreeing(rest) if plural else rest}", hole)


def _filled(clause: str, before: str, hole: Hole) -> Iterator[Draft]:
    """Yield a clause with the hole where the question left a gap."""
    if before:
        yield Draft(f"{clause} {before[0].lower()}{before[1:]} {HOLE}", hole)
    elif hole.only:
        yield from (Draft(f"{clause} {after} {HOLE}", hole) for after in ("by", "in"))
    else:
        tokens = clause.split()
        gaps = [place for place, word in enumerate(tokens, 1) if word.lower() in _STRANDED]
        gaps = [place for place in reversed(gaps) if not _continued(tokens, place)]
        for place in (*gaps, len(tokens), 2):
            yield Draft(" ".join([*tokens[:place], HOLE, *tokens[place:]]), hole)


def _continued(tokens: list[str], place: int) -> bool:
    """Tell whether a preposition has its complement already."""
    return place < len(tokens) and (
        tokens[place].startswith(MARK) or tokens[place].lower() in ("the", "a", "an")
    )


def _declared(clause: str) -> str:
    """Return "§0 sits on" for "does §0 sit on", "§0 is led by" for "is §0 led by"."""
    do = _DO.match(clause)
    aux = _BE.match(clause) or _HAVE.match(clause)
    opening = do or aux
    if opening is None:
        return ""
    rest = clause[opening.end() :]
    subject = _SUBJECT.match(rest)
    if subject is None:
        return ""
    verb = rest[subject.end() :].split()
    if aux:
        return " ".join([subject[0], aux["verb"].lower(), *verb])
    return " ".join([subject[0], *(_inflected(verb[0]) for _ in verb[:1]), *verb[1:]])


def _whose(before: str, rest: str) -> Iterator[Draft]:
    """Yield "§0 is the responsibility of ¿" for "whose responsibility is §0"."""
    tokens = rest.split()
    for size in (1, 2):
        noun, after = " ".join(tokens[:size]), " ".join(tokens[size:])
        clause = _declared(after)
        if clause and before:
            yield Draft(
                f"{clause} {before[0].lower()}{before[1:]} the {noun} of {HOLE}", Hole("whose")
            )
        elif clause:
            yield Draft(f"{clause} the {noun} of {HOLE}", Hole("whose"))


def _agreeing(clause: str) -> str:
    """Return a clause whose first verb agrees with one subject: "fund §0" → "funds §0"."""
    verb, _, rest = clause.partition(" ")
    irregular = {"are": "is", "have": "has", "were": "was", "do": "does"}
    if verb.lower() in irregular:
        return f"{irregular[verb.lower()]} {rest}".strip()
    if verb.isalpha() and verb.islower() and not verb.endswith(("s", "ed", "ll")):
        verb = _inflected(verb)
    return f"{verb} {rest}".strip()


def _gerunds(clause: str) -> Iterator[str]:
    """Yield "runs §0" for "is responsible for running §0", in each spelling the verb may have."""
    found = _GERUND.match(clause)
    if found:
        stem, rest = found["stem"], clause[found.end() :]
        yield f"{_inflected(stem)}{rest}"
        yield f"{stem}es{rest}"
        if stem[-1:] == stem[-2:-1]:
            yield f"{stem[:-1]}s{rest}"


def _inflected(verb: str) -> str:
    """Return the third person of a verb.

    >>> _inflected("oversee"), _inflected("supply"), _inflected("co-chair"), _inflected("have")
    ('oversees', 'supplies', 'co-chairs', 'has')
    """
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
