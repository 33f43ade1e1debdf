"""The judge: candidates through the gate, one statement for each relation of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...graph import Document, Kind, Mention, Statement, Vocabulary
from .arguments import Filler
from .discourse import Discourse, Unit
from .frames import Candidate
from .gate import Evidence, Rejected, check
from .lexicon import Lexicon
from .naming import name_referent
from .qualifiers import qualify
from .quote import locate

_CONFIDENCE = {"named": 0.95, "pronoun": 0.85, "topic": 0.75}
_CHAIRING = frozenset(["CHAIRS", "CO_CHAIRS"])


class Judge:
    """Judges the candidates of one document."""

    def __init__(
        self, document: Document, discourse: Discourse, lexicon: Lexicon, vocabulary: Vocabulary
    ) -> None:
        self.document = document
        self.discourse = discourse
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.units: Sequence[Unit] = discourse.units
        self.mentions: dict[int, Mention] = {}

    def judge(self, candidates: Iterable[Candidate]) -> tuple[list[Statement], list[Rejected]]:
        """Return the statements, in order of place, and what the gate held back."""
        stated: dict[tuple[int, str, int], Statement] = {}
        rejected: list[Rejected] = []
        for candidate in without_lesser(list(candidates)):
            outcome = self._weigh(candidate)
            if isinstance(outcome, Rejected):
                rejected.append(outcome)
            else:
                stated.setdefault(_key(candidate), outcome)
        return sorted(stated.values(), key=_order), rejected

    def _weigh(self, candidate: Candidate) -> Statement | Rejected:
        place, quote, sentence = locate(candidate, self.units, self.document)
        source, target = self.mention(candidate.source), self.mention(candidate.target)
        doc = self.units[candidate.unit].doc
        evidence = Evidence(candidate, source, target, quote, place, doc, self.document.text)
        failed, why = check(evidence, self.lexicon, self.vocabulary)
        if failed:
            return Rejected(source, candidate.relation, target, quote, place, failed, why)
        return Statement(
            source=source,
            relation=candidate.relation,
            target=target,
            quote=quote,
            document=self.document.id,
            place=place,
            qualifiers=qualify(
                sentence, doc[candidate.start], self.lexicon, self._joint(candidate)
            ),
            confidence=_confidence(candidate),
            asserted_by=f"rule:{candidate.rule}",
        )

    def mention(self, filler: Filler) -> Mention:
        """Return how the document names what fills a place."""
        number = filler.referent.number
        if number not in self.mentions:
            self.mentions[number] = name_referent(filler.referent, self.discourse, self.document)
        return self.mentions[number]

    def _joint(self, candidate: Candidate) -> tuple[str, ...]:
        if candidate.relation == "PARTICIPATES_IN":
            return ()
        return tuple(self.mention(other).name for other in candidate.joint)


def without_lesser(candidates: list[Candidate]) -> list[Candidate]:
    """Drop membership beside a chair, and a sole chair beside a shared one, of the same pair."""
    chairs = {_pair(c) for c in candidates if c.relation in _CHAIRING}
    shared = {_pair(c) for c in candidates if c.relation == "CO_CHAIRS"}
    return [
        c
        for c in candidates
        if not (c.relation == "PARTICIPATES_IN" and _pair(c) in chairs)
        and not (c.relation == "CHAIRS" and _pair(c) in shared)
    ]


def _pair(candidate: Candidate) -> tuple[int, int]:
    return candidate.source.referent.number, candidate.target.referent.number


def _key(candidate: Candidate) -> tuple[int, str, int]:
    source, target = _pair(candidate)
    return source, candidate.relation, target


def _order(statement: Statement) -> tuple[int, int, str, str, str]:
    place = statement.place
    ends = statement.source.name, statement.target.name
    return place.start, place.end, statement.relation, *ends


def _confidence(candidate: Candidate) -> float:
    ends = (candidate.source, candidate.target)
    vague = any(end.referent.kind in (None, Kind.PLACE) for end in ends)
    return min(_CONFIDENCE[end.link] for end in ends) - (0.15 if vague else 0.0)
