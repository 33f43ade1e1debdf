"""Reading prose, against what spaCy alone takes over the same text."""

from collections.abc import Callable

from stakeholder_graph.loaders.blocks import Source
from stakeholder_graph.loaders.prose import Reader
from stakeholder_graph.loaders.prose.parser import parse


def test_reading_against_spacy_alone(sources: list[Source], compare: Callable[..., float]) -> None:
    reader = Reader()

    def parse_only() -> None:
        for source in sources:
            list(parse((block.text for block in source.blocks), source.document.language))

    compare("reading / spaCy alone", lambda: list(reader.read_all(sources)), parse_only)
