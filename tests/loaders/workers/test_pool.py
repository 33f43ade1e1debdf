"""Processes that read: the same outcome as one, and what kills one of them costs one document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from moody import MoodyReader

from stakeholder_graph.graph import load_vocabulary, open_store
from stakeholder_graph.loaders import Extraction, Failure, extract, load
from stakeholder_graph.loaders.extraction import FileReader
from stakeholder_graph.loaders.limits import Limits
from stakeholder_graph.loaders.reading import File, fetch
from stakeholder_graph.loaders.workers import Outcome, in_order, team
from stakeholder_graph.loaders.workers.pool import Pool


def files(folder: Path, **texts: str) -> list[File]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [fetch(folder / f"{name}.txt") for name in texts]


def read_with(pool: Pool, given: list[File]) -> list[Outcome]:
    with pool:
        return list(in_order([(1, pool.begin(file)) for file in given], 9))


def process_of(outcome: Outcome) -> int:
    assert isinstance(outcome, Extraction), outcome
    return int(outcome.rejected[0].reason)


def test_several_processes_read_the_same_as_one(documents: Path) -> None:
    alone = [_plain(each) for each in extract([documents], jobs=1)]
    assert sum(isinstance(each, Extraction) for each in alone) == 14
    assert [_plain(each) for each in extract([documents], jobs=2)] == alone


def _plain(outcome: Extraction | Failure) -> Extraction | str:
    return str(outcome) if isinstance(outcome, Failure) else outcome


def test_several_processes_load_the_same_as_one(documents: Path) -> None:
    reports, graphs = [], []
    for jobs in (1, 2):
        with open_store(":memory:") as store:
            report = load([documents], store, jobs=jobs)
            reports.append((report.loaded, report.duplicates, len(report.failures)))
            graphs.append([frame.to_json() for frame in store.frames()])
    assert reports[0] == reports[1]
    assert reports[0][1] == {str(documents / "twin.md"): "papers/1.md"}
    assert graphs[0] == graphs[1]


def test_what_kills_a_process_loses_only_its_document(tmp_path: Path, moody: FileReader) -> None:
    given = files(tmp_path, a="fine", b="KILL", c="fine", d="MEMORY", e="fine")
    outcomes = read_with(Pool(moody, 2), given)
    lost = [str(each) for each in outcomes if isinstance(each, Failure)]
    assert [isinstance(each, Extraction) for each in outcomes] == [True, False, True, False, True]
    assert lost[0].startswith(f"{tmp_path / 'b.txt'}: the process that read it was killed")
    assert lost[1].startswith(f"{tmp_path / 'd.txt'}: the process that read it ran out of memory")


def test_a_document_that_hangs_is_given_up(tmp_path: Path, moody: FileReader) -> None:
    outcomes = read_with(Pool(moody, 1), files(tmp_path, a="HANG", b="fine"))
    assert str(outcomes[0]) == (
        f"{tmp_path / 'a.txt'}: was not read within 5 seconds; split it or raise limit_seconds"
    )
    assert isinstance(outcomes[1], Extraction)


def test_a_process_reads_many_documents(tmp_path: Path, moody: FileReader) -> None:
    given = files(tmp_path, **{f"n{number}": "fine" for number in range(8)})
    processes = {process_of(each) for each in read_with(Pool(moody, 2), given)}
    assert 1 <= len(processes) <= 2
    assert os.getpid() not in processes


def test_processes_end_with_the_work(tmp_path: Path, moody: FileReader) -> None:
    (outcome,) = read_with(Pool(moody, 2), files(tmp_path, a="fine"))
    with pytest.raises(ProcessLookupError):
        os.kill(process_of(outcome), 0)


def test_few_documents_start_no_process(tmp_path: Path) -> None:
    moody = FileReader(MoodyReader(), load_vocabulary(), Limits())
    small = files(tmp_path, a="fine", b="fine")
    large = files(tmp_path, c="fine\n\n" * 20_000, d="fine")
    with team(moody) as who:
        here = [process_of(wait()) for wait in [who.begin(file) for file in small]]
        there = [process_of(wait()) for wait in [who.begin(file) for file in large]]
    assert set(here) == {os.getpid()}
    assert len(os.sched_getaffinity(0)) == 1 or os.getpid() not in there
