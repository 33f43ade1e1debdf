"""A process that is killed while it writes leaves whole documents only."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path

from conformance.graphs import picture
from conformance.writer import DOCUMENTS, SIZE, version

from stakeholder_graph.graph import open_store

TESTS = Path(__file__).parents[2]


def test_a_killed_writer_leaves_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "stakeholders.lbug"
    reached = 0
    versions: dict[str, list[int]] = {}
    for seconds in islice(cycle((0.0, 0.13, 0.31, 0.52)), 40):
        reached = _write_and_kill(path, reached, seconds)
        with open_store(str(path)) as store:
            held = picture(store)
        versions = defaultdict(list)
        for _, _, _, _, quote, document, *_ in held["statements"]:
            versions[document].append(int(quote.split()[0]))
        assert all(len(held) == SIZE and len(set(held)) == 1 for held in versions.values())
        assert sorted(versions) == [row[0] for row in held["documents"]]
        assert max(number for held in versions.values() for number in held) >= reached
        mentioned = {row[0] for row in held["mentions"]}
        assert {row[0] for row in held["stakeholders"]} == mentioned
        assert {id_ for _, id_ in held["names"]} == mentioned
        if len(versions) == DOCUMENTS:  # a busy machine gets less far each time
            break
    assert len(versions) == DOCUMENTS


def test_a_log_cut_short_anywhere_leaves_whole_documents(tmp_path: Path) -> None:
    """What a kill leaves of the last record depends on the moment, so all are tried."""
    path = tmp_path / "stakeholders.lbug"
    _write_and_kill(path, 0, 0.1)
    data, log = path.read_bytes(), path.with_name(f"{path.name}.wal").read_bytes()
    ends = {*range(0, len(log), len(log) // 8), *range(len(log) - 40, len(log), 13)}
    for end in sorted(ends):
        path.write_bytes(data)
        path.with_name(f"{path.name}.wal").write_bytes(log[:end])
        with open_store(str(path)) as store:
            assert len(picture(store)["statements"]) % SIZE == 0
            version(DOCUMENTS).write_to(store)
        with open_store(str(path), read_only=True) as store:
            assert len(picture(store)["statements"]) % SIZE == 0
            assert "d0" in {row[0] for row in picture(store)["documents"]}


def _write_and_kill(path: Path, first: int, seconds: float) -> int:
    """Let a process write for a while, kill it, and return the last version it reported."""
    command = [sys.executable, "-m", "conformance.writer", str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=TESTS) as writer:
        assert writer.stdout is not None
        reported = [writer.stdout.readline()]
        time.sleep(seconds)
        writer.kill()
        reported += writer.stdout.read().splitlines()
    return int(reported[-1])
