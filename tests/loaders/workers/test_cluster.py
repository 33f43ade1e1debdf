"""A real Dask cluster of two workers reads the same as one process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import LocalCluster

from stakeholder_graph.errors import InputError, WorkersError
from stakeholder_graph.loaders import Extraction, Failure, extract
from stakeholder_graph.loaders.extraction import FileReader
from stakeholder_graph.loaders.reading import fetch
from stakeholder_graph.loaders.workers.cluster import Cluster


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


def test_a_cluster_reads_the_same_as_one_process(documents: Path, scheduler: str) -> None:
    alone = [_plain(each) for each in extract([documents], jobs=1)]
    assert [_plain(each) for each in extract([documents], scheduler=scheduler)] == alone


def _plain(outcome: Extraction | Failure) -> Extraction | str:
    return str(outcome) if isinstance(outcome, Failure) else outcome


def test_what_kills_a_process_there_loses_only_its_document(
    tmp_path: Path, scheduler: str, moody: FileReader
) -> None:
    for name, text in (("a", "fine"), ("b", "KILL"), ("c", "fine")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    files = [fetch(path) for path in sorted(tmp_path.iterdir())]
    with Cluster(moody, scheduler) as cluster:
        outcomes = [wait() for wait in [cluster.begin(file) for file in files]]
    assert [isinstance(each, Extraction) for each in outcomes] == [True, False, True]
    assert "b.txt: the process that read it was killed" in str(outcomes[1])


def test_a_scheduler_that_is_not_there(documents: Path) -> None:
    with pytest.raises(WorkersError, match=r"^tcp://127.0.0.1:1: the Dask scheduler does not"):
        list(extract([documents], scheduler="tcp://127.0.0.1:1"))
    with pytest.raises(InputError, match="is no address of a scheduler"):
        list(extract([documents], scheduler="nowhere:at-all"))


def test_a_worker_with_another_version(documents: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    facts = other / "stakeholder_graph-0.0.7.dist-info" / "METADATA"
    facts.parent.mkdir(parents=True)
    facts.write_text("Metadata-Version: 2.1\nName: stakeholder-graph\nVersion: 0.0.7\n", "utf-8")
    with LocalCluster(n_workers=0, dashboard_address=":0") as cluster:
        address = cluster.scheduler_address
        wrong = pytest.raises(WorkersError, match=r"stakeholder_graph is 0\.0\.7 on .* here")
        with _worker(address, {"PYTHONPATH": str(other)}), wrong:
            list(extract([documents], scheduler=address))


def test_a_cluster_that_loses_its_workers(
    tmp_path: Path, moody: FileReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("HANG", "utf-8")
    with LocalCluster(n_workers=0, dashboard_address=":0") as cluster:
        address = cluster.scheduler_address
        path = os.pathsep.join(sys.path)
        with _worker(address, {"PYTHONPATH": path}) as worker, Cluster(moody, address) as ours:
            for patience in ("_PATIENCE", "_WORKER_WITHIN"):
                monkeypatch.setattr(f"stakeholder_graph.loaders.workers.cluster.{patience}", 1)
            wait = ours.begin(fetch(tmp_path / "a.txt"))
            worker.kill()
            with pytest.raises(WorkersError, match="the Dask scheduler does not answer, or has no"):
                wait()


@contextmanager
def _worker(address: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny"]
    with subprocess.Popen(
        [*command, "--no-dashboard"], env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()
