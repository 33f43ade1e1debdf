"""The reader: from the blocks of a document to statements that carry their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph import Vocabulary, load_vocabulary
from ..blocks import Source
from .arguments import Arguments
from .discourse import Discourse, Unit
from .frames import (
    Candidate,
    Scene,
    carry_subjects,
    read_charts,
    read_frames,
    read_lists,
    read_rows,
)
from .judge import Judge
from .lexicon import Lexicon, load_lexicon
from .parser import parse
from .phrases import find_phrases
from .retagging import retag_verbs
from .scorer import load_scorer
from .study import Reading, Study


class Reader:
    """Reads French and English prose.

    Parameters
    ----------
    vocabulary : Vocabulary, optional
        The relations a statement may have; the built-in ones by default.
    """

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or load_vocabulary()

    def read(self, source: Source) -> Reading:
        """Return the statements of a document.

        Raises
        ------
        InputError
            If no spaCy model of its language is installed.
        """
        return self.study(source).reading

    def study(self, source: Source) -> Study:
        """Return a document as it was understood, for those who propose further statements.

        Raises
        ------
        InputError
            If no spaCy model of its language is installed.
        """
        discourse, lexicon, candidates = understand(source)
        judge = Judge(source.document, discourse, lexicon, self.vocabulary, load_scorer())
        statements, rejected = judge.judge(candidates)
        reading = Reading(tuple(statements), tuple(rejected))
        return Study(source, reading, discourse, lexicon, self.vocabulary)

    def read_all(self, sources: Iterable[Source]) -> Iterator[Reading]:
        """Yield the reading of each document, in order."""
        for source in sources:
            yield self.read(source)


def understand(source: Source) -> tuple[Discourse, Lexicon, list[Candidate]]:
    """Return the referents of a document and every candidate its frames propose."""
    language = source.document.language or "en"
    lexicon = load_lexicon(language)
    docs = list(parse((block.text for block in source.blocks), language))
    for doc in docs:
        retag_verbs(doc, language)
    units = [
        Unit(index, block, doc, find_phrases(doc, index, lexicon))
        for index, (block, doc) in enumerate(zip(source.blocks, docs, strict=True))
    ]
    discourse = Discourse(units, lexicon)
    scenes = [Scene(unit, Arguments(unit, discourse), discourse, lexicon) for unit in units]
    carry_subjects(scenes)
    candidates = [*read_lists(scenes), *read_charts(scenes), *read_rows(scenes)]
    candidates += [candidate for scene in scenes for candidate in read_frames(scene)]
    return discourse, lexicon, candidates
