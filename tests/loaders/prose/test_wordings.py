"""Each wording of the lexicon has a sentence beside it that states its relation, and no other."""

from pathlib import Path

import pytest
import yaml

from stakeholder_graph.graph import Document
from stakeholder_graph.loaders.blocks import Block, BlockKind, Source
from stakeholder_graph.loaders.prose import Reader


def _sentences(language: str) -> list[tuple[str, str, list[str]]]:
    path = Path(__file__).parent / f"wordings_{language}.yaml"
    wordings = yaml.safe_load(path.read_text("utf-8"))
    return [(language, sentence, stated) for sentence, stated in wordings.items()]


def _read(sentence: str, language: str) -> set[str]:
    block = Block(BlockKind.PARAGRAPH, sentence, tuple(range(len(sentence))))
    source = Source(Document("sentence", language=language, text=sentence), (block,))
    return {
        f"{s.source.name} {s.relation} {s.target.name}" for s in Reader().read(source).statements
    }


@pytest.mark.parametrize(("language", "sentence", "stated"), [*_sentences("fr"), *_sentences("en")])
def test_a_sentence_states_just_what_stands_beside_it(
    language: str, sentence: str, stated: list[str]
) -> None:
    assert _read(sentence, language) == set(stated)
