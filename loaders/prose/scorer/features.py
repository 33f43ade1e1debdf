"""Features: what a candidate looks like, as words a linear model can weigh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..arguments import Filler
from ..discourse import Discourse
from ..frames import Candidate
from ..phrases import lower
from ..syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Support = Mapping[tuple[int, str, int], int]
"""How many candidates propose the same relation between the same two referents."""

_LONG = 4


def describe(candidate: Candidate, discourse: Discourse, support: Support) -> frozenset[str]:
    """Return the features of a candidate: frame, words, ends, places and their combinations."""
    return frozenset(_features(candidate, discourse, support))


def _features(candidate: Candidate, discourse: Discourse, support: Support) -> Iterator[str]:
    source, target = candidate.source.referent, candidate.target.referent
    relation, rule = candidate.relation, candidate.rule
    unit = discourse.units[candidate.unit]
    doc = unit.doc
    key = source.number, relation, target.number
    yield "bias"
    yield f"relation={relation}"
    yield f"rule={rule}"
    yield f"rule={rule} relation={relation}"
    yield f"word={lower(doc[candidate.start])} relation={relation}"
    yield f"kinds={source.kind} {target.kind} relation={relation}"
    yield f"links={candidate.source.link} {candidate.target.link} rule={rule}"
    yield f"proper={source.proper} {target.proper} relation={relation}"
    yield f"proper={source.proper} {target.proper} rule={rule}"
    yield f"block={unit.block.kind} rule={rule}"
    yield f"support={min(support.get(key, 0), 3)}"
    yield from _sentence(candidate, doc)
    yield f"target is topic={target is discourse.topics.document}"
    yield f"source is topic={source is discourse.topics.document}"
    yield f"lead={candidate.lead >= 0}"
    yield from _end("source", candidate.source, candidate, doc)
    yield from _end("target", candidate.target, candidate, doc)


def _sentence(candidate: Candidate, doc: Doc) -> Iterator[str]:
    """Yield how plain the sentence is, and whether the source is the subject of the trigger."""
    anchor = doc[candidate.start]
    sentence = anchor.sent
    verbs = min(_verbs(sentence), 3)
    length = min(len(sentence) // 10, _LONG)
    links = f"{candidate.source.link} {candidate.target.link}"
    yield f"length={length}"
    yield f"verbs={verbs} links={links}"
    yield f"verbs={verbs} rule={candidate.rule}"
    yield f"plain={length <= 1 and verbs <= 1} relation={candidate.relation}"
    yield f"plain={length <= 1 and verbs <= 1} links={links}"
    phrase = candidate.source.phrase
    if phrase is not None and candidate.source.unit == candidate.unit:
        heads = {token.i for token in subjects(anchor)}
        yield f"source is subject={phrase.head in heads} rule={candidate.rule}"


def _verbs(sentence: Span) -> int:
    known = sentence.doc.user_data
    key = f"verbs {sentence.start}"
    if key not in known:
        known[key] = sum(token.pos_ == "VERB" for token in sentence)
    return int(known[key])


def _end(role: str, filler: Filler, candidate: Candidate, doc: Doc) -> Iterator[str]:
    referent, phrase = filler.referent, filler.phrase
    yield f"{role} kind={referent.kind}"
    yield f"{role} proper={referent.proper}"
    yield f"{role} link={filler.link}"
    yield f"{role} named={min(len(referent.phrases), _LONG)}"
    if filler.link != "named":
        strength = f"{referent.kind} proper={referent.proper} named={min(len(referent.phrases), 3)}"
        yield f"{role} {filler.link}={strength}"
    if phrase is None:
        return
    yield f"{role} determiner={phrase.determiner} proper={phrase.proper}"
    yield f"{role} words={min(phrase.end - phrase.start, 6)}"
    yield f"{role} plural={phrase.plural} proper={phrase.proper}"
    yield f"{role} nested={phrase.outer is not None}"
    yield f"{role} known={phrase.kind is not None} proper={phrase.proper}"
    if filler.unit == candidate.unit:
        yield f"{role} function={doc[phrase.head].dep_}"
        yield f"{role} distance={_distance(phrase.start, phrase.end, candidate)}"


def _distance(start: int, end: int, candidate: Candidate) -> str:
    """Return how far a phrase stands from the trigger, and on which side."""
    side = "before" if end <= candidate.start else "after" if start >= candidate.end else "across"
    gap = candidate.start - end if side == "before" else start - candidate.end
    return f"{side} {'near' if gap <= 2 else 'middle' if gap <= 8 else 'far'}"
