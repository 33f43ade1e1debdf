"""Reading many documents, against what spaCy alone takes over the same text on the same cores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.pages import pages

from stakeholder_graph.loaders import Failure, extract, read
from stakeholder_graph.loaders.prose.parser import pipeline
from stakeholder_graph.loaders.workers.pool import cores

_PAGES = int(os.environ.get("BENCH_PAGES", "2000"))
_AT_MOST, _ROUNDS = 1.6, 1

_READ = """
import resource, sys
from stakeholder_graph.loaders import extract
for each in extract([sys.argv[1]], jobs=1):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of pages: BENCH_PAGES of them, 2,000 by default."""
    return _write(tmp_path_factory.mktemp("corpus"), _PAGES)


def test_reading_against_spacy_alone(corpus: Path, compare: Callable[..., float]) -> None:
    texts: dict[str, list[str]] = {"fr": [], "en": []}
    for path in sorted(corpus.iterdir()):
        source = read(path)
        texts[source.document.language].extend(block.text for block in source.blocks)
    jobs = cores()

    def read_all() -> None:
        assert not any(isinstance(each, Failure) for each in extract([corpus], jobs=jobs))

    def parse_only() -> None:
        for language, blocks in texts.items():
            for _ in pipeline(language).pipe(blocks, batch_size=64, n_process=jobs):
                pass

    # What both take to start their processes counts.
    name = f"{_PAGES} pages by {jobs} processes, reading / spaCy alone"
    assert compare(name, read_all, parse_only, rounds=_ROUNDS) <= _AT_MOST


def test_memory_does_not_grow_with_the_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = (_memory(_write(tmp_path / str(n), n)) for n in (_PAGES // 20, _PAGES // 4))
    with capsys.disabled():
        print(f"\nmemory: {few} MB for {_PAGES // 20} pages, {many} MB for {_PAGES // 4}")
    assert many <= 1.1 * few


def _memory(folder: Path) -> int:
    """Return how many MB a process takes that reads the documents of a folder."""
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(folder)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def _write(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    for page, text in enumerate(pages(number)):
        (folder / f"{page:05}.md").write_text(text, "utf-8")
    return folder
