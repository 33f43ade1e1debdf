"""What the rules read across the sentences, headings and lists of a passage, whatever its score."""

from pathlib import Path

import pytest
import yaml

from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.loaders.prose.judge import Judge
from stakeholder_graph.loaders.prose.reader import understand
from stakeholder_graph.loaders.reading import read


def _passages() -> list[tuple[str, dict[str, list[str]]]]:
    path = Path(__file__).parent / "passages.yaml"
    return [(case["text"], case) for case in yaml.safe_load(path.read_text("utf-8"))]


def _read(text: str, folder: Path) -> set[str]:
    path = folder / "passage.md"
    path.write_text(text, "utf-8")
    source = read(path)
    discourse, lexicon, candidates = understand(source)
    judge = Judge(source.document, discourse, lexicon, load_vocabulary(), scorer=None)
    return {
        f"{judge.mention(c.source).name} {c.relation} {judge.mention(c.target).name}"
        for c in judge.admitted(candidates)
    }


@pytest.mark.parametrize(("text", "case"), _passages())
def test_a_passage_states_what_stands_beside_it(
    text: str, case: dict[str, list[str]], tmp_path: Path
) -> None:
    found = _read(text, tmp_path)
    assert set(case["stated"]) <= found
    assert not set(case.get("unstated", ())) & found
