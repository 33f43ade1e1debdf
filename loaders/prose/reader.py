"""The reader: from the blocks of a document to statements that carry their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph import Mention, Place, Statement, Vocabulary, load_vocabulary
from ..blocks import Source
from .arguments import Arguments
from .discourse import Discourse, Unit
from .frames import Candidate, Scene, read_frames, read_lists
from .gate import Rejected, check_kinds
from .lexicon import load_lexicon
from .modality import unstated
from .parser import parse
from .phrases import find_phrases
from .qualifiers import qualify
from .quote import locate


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document.

    Attributes
    ----------
    statements : tuple of Statement
        In order of place.
    rejected : tuple of Rejected
        What the evidence gate held back, with the check that did.
    """

    statements: tuple[Statement, ...]
    rejected: tuple[Rejected, ...]


class Reader:
    """Reads French and English prose."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or load_vocabulary()

    def read(self, source: Source) -> Reading:
        """Return the statements of a document."""
        language = source.document.language or "en"
        docs = list(parse((block.text for block in source.blocks), language))
        return self._understand(source, docs, language)

    def read_all(self, sources: Iterable[Source]) -> Iterator[Reading]:
        """Yield the reading of each document, in order."""
        for source in sources:
            yield self.read(source)

    def _understand(self, source: Source, docs: list, language: str) -> Reading:
        lexicon = load_lexicon(language)
        units = [
            Unit(index, block, doc, find_phrases(doc, index, lexicon))
            for index, (block, doc) in enumerate(zip(source.blocks, docs, strict=True))
        ]
        discourse = Discourse(units, lexicon)
        scenes = [Scene(unit, Arguments(unit, discourse), discourse, lexicon) for unit in units]
        candidates = list(read_lists(scenes))
        candidates += [c for scene in scenes for c in read_frames(scene)]
        return self._judge(source, units, candidates)

    def _judge(self, source: Source, units: list[Unit], candidates: list[Candidate]) -> Reading:
        statements: dict[tuple[int, str, int], Statement] = {}
        rejected = []
        mentions: dict[int, Mention] = {}

        def mention(filler) -> Mention:
            number = filler.referent.number
            if number not in mentions:
                mentions[number] = filler.referent.mention()
            return mentions[number]

        chairs = {(c.source.referent.number, c.target.referent.number) for c in candidates if c.relation in ("CHAIRS", "CO_CHAIRS")}
        cochairs = {(c.source.referent.number, c.target.referent.number) for c in candidates if c.relation == "CO_CHAIRS"}
        for c in candidates:
            lexicon = load_lexicon(source.document.language or "en")
            src, tgt = mention(c.source), mention(c.target)
            pair = (c.source.referent.number, c.target.referent.number)
            doc = units[c.unit].doc
            place, quote, sentence = locate(c, units, source.document)
            check, why = "", ""
            if c.relation == "PARTICIPATES_IN" and pair in chairs or c.relation == "CHAIRS" and pair in cochairs:
                continue
            if why := unstated(c, doc, lexicon):
                check = "modality"
            elif c.relation == "PARTICIPATES_IN" and c.target.referent.kind is None:
                check, why = "kinds", f"{tgt.name!r} is neither a body nor a project"
            elif why := check_kinds(c.relation, src, tgt, self.vocabulary):
                check = "kinds"
            if check:
                rejected.append(Rejected(src, c.relation, tgt, quote, place, check, why))
                continue
            key = (pair[0], c.relation, pair[1])
            if key not in statements:
                joint = tuple(mention(j).name for j in c.joint) if c.relation not in ("PARTICIPATES_IN",) else ()
                statements[key] = Statement(
                    src, c.relation, tgt, quote, source.document.id, place,
                    qualify(sentence, doc[c.start], lexicon, joint), 0.8, f"rule:{c.rule}",
                )
        ordered = sorted(statements.values(), key=lambda s: (s.place.start, s.relation, s.source.name, s.target.name))
        return Reading(tuple(ordered), tuple(rejected))
