"""The reader that has a language model read too, and weighs what it and the rules say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from ...errors import InputError
from ...graph import Kind, Mention, Place, Statement, Vocabulary, load_vocabulary
from ..blocks import Source
from ..decisions import Erased
from ..prose import Reader, Reading, Rejected, Study
from .agreement import MODEL, Compared, Verdict, compare, doubtful
from .answer import Answer, proposals
from .request import Request, requests

Begin = Callable[[Request], Callable[[], Answer]]
"""Begins to have a request answered; what it returns waits for the answer."""


class Proposer(Protocol):
    """Whoever answers requests: an endpoint, or a folder of answers."""

    @property
    def model(self) -> str:
        """Which model it is, where that is known."""

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request.

        Raises
        ------
        InputError
            If there is none that can be used.
        """


@dataclass(slots=True)
class Tally:
    """What came of the proposals of a model.

    Attributes
    ----------
    asked, unanswered : int
        Sections the model was asked about, and those without an answer that can be used.
    proposed : int
        Statements it proposed.
    refused : Counter of str
        Check of the evidence gate → proposals it refused.
    verdicts : Counter of Verdict
        Who says what was kept or set aside as doubtful.
    """

    asked: int = 0
    unanswered: int = 0
    proposed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)


class ModelReader:
    """Reads as the rules do, and has a language model propose what they may have missed.

    What it proposes passes the evidence gate or is held back. What both say is surer than what
    one says; what only the rules say of words that the model read as well is doubted.

    Parameters
    ----------
    proposer : Proposer
        `Endpoint` or `Answers`.
    vocabulary : Vocabulary, optional
        The relations a statement may have; the built-in ones by default.
    keep : bool, optional
        Whether to keep who says what, for `compared`.
    erased : Erased, optional
        Persons whose names no request may have.

    Attributes
    ----------
    tally : Tally
        What came of the proposals so far.
    compared : list of (Source, list of Compared)
        Each document and who says what of it, where `keep` was set.
    """

    def __init__(
        self,
        proposer: Proposer,
        vocabulary: Vocabulary | None = None,
        *,
        keep: bool = False,
        erased: Erased | None = None,
    ) -> None:
        self.vocabulary = vocabulary or load_vocabulary()
        self.proposer, self.keep, self.erased = proposer, keep, erased
        self.rules = Reader(self.vocabulary)
        self.tally = Tally()
        self.compared: list[tuple[Source, list[Compared]]] = []

    def read_all(self, sources: Iterable[Source]) -> Iterator[Reading]:
        """Yield the reading of each document, in order.

        Raises
        ------
        EndpointError
            If an endpoint refuses, or does not answer, before it ever did.
        """
        for source in sources:
            yield self.read(self.rules.study(source))

    def read(self, study: Study) -> Reading:
        """Return what rules and model read in one document."""
        run = _Run(study, self)
        begin: Begin = getattr(self.proposer, "begin", self._later)
        asked = [(each, begin(each)) for each in requests(study, self.vocabulary, self.erased)]
        for request, wait in asked:
            run.take(request, wait)
        return run.reading()

    def _later(self, request: Request) -> Callable[[], Answer]:
        return partial(self.proposer.answer, request)


class _Run:
    """One document being read."""

    def __init__(self, study: Study, reader: ModelReader) -> None:
        self.study, self.reader, self.tally = study, reader, reader.tally
        self.stated: dict[tuple[str, str, str], Statement] = {}
        self.refused: list[Rejected] = []
        self.notes: list[str] = []
        self.read: list[tuple[int, int]] = []

    def take(self, request: Request, wait: Callable[[], Answer]) -> None:
        """Wait for the answer to a request, and bring what it says before the gate."""
        self.tally.asked += 1
        section = request.where.rpartition(", ")[2]
        try:
            answer = wait()
        except InputError as error:
            self.tally.unanswered += 1
            self.notes.append(f"{section}: {error}")
            return
        blocks = self.study.source.blocks
        self.read += [(blocks[i].offsets[0], blocks[i].offsets[-1] + 1) for i in request.shown]
        by = f"model:{self.reader.proposer.model or answer.model or 'answers'}"
        language = self.study.source.document.language or "en"
        for proposal in proposals(answer, request.shown, self.reader.vocabulary, language):
            self.tally.proposed += 1
            outcome = (
                _formless(proposal)
                if isinstance(proposal, str)
                else self.study.examine(proposal, MODEL, by)
            )
            if isinstance(outcome, Rejected):
                self.tally.refused[outcome.check] += 1
                unplaced = outcome.place.start < 0
                place = Place(locator=section) if unplaced else outcome.place
                self.refused.append(replace(outcome, place=place))
            else:
                self.keep(outcome)

    def keep(self, statement: Statement) -> None:
        """Keep a statement; of those that say the same, the first."""
        key = statement.source.name, statement.relation, statement.target.name
        self.stated.setdefault(key, statement)

    def reading(self) -> Reading:
        """Return what is stated and what is held back, after comparison with the rules."""
        rules = self.study.reading
        compared = compare(rules.statements, list(self.stated.values()), self.read)
        self.tally.verdicts.update(each.verdict for each in compared)
        if self.reader.keep:
            self.reader.compared.append((self.study.source, compared))
        unsure = [each for each in compared if each.statement.confidence < self.study.threshold]
        held = [*rules.rejected, *self.refused, *map(doubtful, unsure)]
        kept = [each.statement for each in compared if each not in unsure]
        return Reading(tuple(kept), tuple(held), tuple(self.notes))


def _formless(why: str) -> Rejected:
    """Return an entry of an answer that says too little to be examined."""
    nobody = Mention("", Kind.ORGANIZATION)
    return Rejected(nobody, "", nobody, "", Place(), "form", why)
