"""The same document states the same in every format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from making import MAKERS, pieces

from stakeholder_graph.loaders import Extraction, extract

SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*.*"))
Triple = tuple[str, str, str]


def triples(paths: Iterable[Path]) -> set[Triple]:
    found = set()
    for each in extract(paths):
        assert isinstance(each, Extraction), each
        text = each.source.document.text
        for s in each.statements:
            found.add((s.source.name, s.relation, s.target.name))
            assert text[s.place.start : s.place.end] == s.quote
            assert s.place.locator
    return found


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_format_states_the_same(sample: Path, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"{sample.stem}{suffix}"
    path.write_bytes(MAKERS[suffix](pieces(sample)))
    assert triples([path]) == triples([sample])
