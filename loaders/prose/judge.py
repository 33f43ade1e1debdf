"""The judge: candidates through the gate, one statement for each relation of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ...graph import Document, Mention, Statement, Vocabulary
from .arguments import Filler
from .discourse import Discourse, Unit
from .frames import Candidate
from .gate import Evidence, Rejected, check
from .lexicon import Lexicon
from .naming import name_referent
from .qualifiers import qualify
from .quote import locate
from .scorer import Scorer, describe
from .scorer.features import Support

_CHAIRING = frozenset(["CHAIRS", "CO_CHAIRS"])


class Judge:
    """Judges the candidates of one document."""

    def __init__(
        self,
        document: Document,
        discourse: Discourse,
        lexicon: Lexicon,
        vocabulary: Vocabulary,
        scorer: Scorer | None,
    ) -> None:
        self.scorer = scorer
        self.document = document
        self.discourse = discourse
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.units: Sequence[Unit] = discourse.units
        self.mentions: dict[int, Mention] = {}

    def judge(self, candidates: Iterable[Candidate]) -> tuple[list[Statement], list[Rejected]]:
        """Return the statements, in order of place, and what the gate held back."""
        proposed = list(candidates)
        support = self.support(proposed)
        stated: dict[tuple[int, str, int], Statement] = {}
        rejected: list[Rejected] = []
        for candidate in without_lesser(proposed):
            outcome = self._weigh(candidate, support)
            if isinstance(outcome, Rejected):
                rejected.append(outcome)
            else:
                best = stated.get(_key(candidate))
                if best is None or outcome.confidence > best.confidence:
                    stated[_key(candidate)] = outcome
        return sorted(stated.values(), key=_order), rejected

    def admitted(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Return the candidates that pass the gate, whatever their score."""
        return [
            candidate
            for candidate in without_lesser(list(candidates))
            if isinstance(self._weigh(candidate, {}), Statement)
        ]

    def support(self, candidates: Iterable[Candidate]) -> Support:
        """Count the candidates for each relation of two referents."""
        return Counter(map(_key, candidates))

    def _weigh(self, candidate: Candidate, support: Support) -> Statement | Rejected:
        place, quote, sentence = locate(candidate, self.units, self.document)
        source, target = self.mention(candidate.source), self.mention(candidate.target)
        doc = self.units[candidate.unit].doc
        evidence = Evidence(candidate, source, target, quote, place, doc, self.document.text)
        failed, why = check(evidence, self.lexicon, self.vocabulary)
        score = 0.0 if failed else self.score(candidate, support)
        if not failed and self.scorer is not None and score < self.scorer.threshold:
            failed, why = "score", f"readings like this hold {score:.0%} of the time"
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
            confidence=score,
            asserted_by=f"rule:{candidate.rule}",
        )

    def score(self, candidate: Candidate, support: Support) -> float:
        """Return how often candidates like this one hold."""
        if self.scorer is None:
            return 1.0
        return self.scorer.score(describe(candidate, self.discourse, support))

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
    """Drop, of one pair, membership beside a chair or a part, a sole chair beside a shared one."""
    chairs = {_pair(c) for c in candidates if c.relation in _CHAIRING}
    shared = {_pair(c) for c in candidates if c.relation == "CO_CHAIRS"}
    parts = {_pair(c) for c in candidates if c.relation == "PART_OF"}
    return [
        c
        for c in candidates
        if not (c.relation == "PARTICIPATES_IN" and _pair(c) in chairs | parts)
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
