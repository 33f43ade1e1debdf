"""Candidates: what a frame proposes, before any check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Arguments, Filler
from ..discourse import Discourse, Unit
from ..lexicon import Lexicon
from ..triggers import Trigger, find_triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset([Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION])
WORK = frozenset([Kind.PROJECT])
BODIES = frozenset([Kind.BODY, Kind.PROJECT])
OF = frozenset(["de", "d'", "du", "des", "of", "de la", "de l'"])


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One relation proposed by one frame at one place.

    Attributes
    ----------
    source, target : Filler
        The two ends.
    relation : str
        A relation of the vocabulary.
    unit : int
        The block whose words state it.
    start, end : int
        The tokens of the trigger.
    rule : str
        The frame and its family, for `asserted_by`.
    joint : tuple of Filler
        Other sources of the same statement.
    lead : int
        The block that introduces this one, or -1.
    """

    source: Filler
    relation: str
    target: Filler
    unit: int
    start: int
    end: int
    rule: str
    joint: tuple[Filler, ...] = field(default=())
    lead: int = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """What a frame looks at: a unit, its arguments, the discourse and the lexicon."""

    unit: Unit
    arguments: Arguments
    discourse: Discourse
    lexicon: Lexicon

    @property
    def triggers(self) -> list[Trigger]:
        """The wordings found in the block, in order."""
        if self.unit.triggers is None:
            self.unit.triggers = find_triggers(self.unit.doc, self.lexicon)
        return self.unit.triggers

    def propose(
        self,
        sources: Iterable[Filler],
        relation: str,
        targets: Iterable[Filler],
        span: tuple[int, int],
        rule: str,
        lead: int = -1,
    ) -> Iterator[Candidate]:
        """Yield a candidate for each source and target."""
        sources = list(sources)
        targets = list(targets)
        for source in sources:
            joint = tuple(other for other in sources if other is not source)
            for target in targets:
                if source.referent is not target.referent:
                    yield Candidate(
                        source, relation, target, self.unit.index, *span, rule, joint, lead
                    )

    def implied_body(self, position: int) -> list[Filler]:
        """Return whose members are spoken of at a token."""
        found = self.discourse.topics.group(self.unit, position)
        return [Filler(found, None, "topic", self.unit.index)] if found else []

    def fillers(
        self, tokens: Iterable[Token], within: tuple[int, int] | None = None
    ) -> list[Filler]:
        """Return the fillers that these words stand for."""
        return self.arguments.of_tokens(tokens, within=within)
