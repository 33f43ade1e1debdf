"""Requests are answered side by side, a bounded number, and what comes of it is the same."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Lock

import pytest
from model_server import Behaviour, Reply, refusing, saying, serving

from stakeholder_graph.errors import EndpointError
from stakeholder_graph.loaders import read
from stakeholder_graph.loaders.proposing import Budget, Connection, Endpoint, ModelReader
from stakeholder_graph.loaders.prose import Reader, Study

_SECTIONS = 6


@pytest.fixture
def long(tmp_path: Path) -> Study:
    text = "# The Sound Ferry\n"
    for number in range(_SECTIONS):
        text += (
            f"\n## Pier {number}\n\nThe Harbour Office sponsors Pier {number}. "
            + "It is old. " * 25
        )
    path = tmp_path / "piers.md"
    path.write_text(text, "utf-8")
    return Reader().study(read(path))


def endpoint(
    url: str, cache: Path, *, jobs: int = 4, retries: int = 2, tokens: int = 10**6
) -> Endpoint:
    return Endpoint(Connection(url, "", 20.0, retries, 0.01), "m", cache, Budget(tokens), jobs=jobs)


class Watched:
    """Answers slowly, and counts how many requests are under way at a time."""

    def __init__(self, reply: Behaviour) -> None:
        self.reply, self.now, self.most, self._lock = reply, 0, 0, Lock()

    def __call__(self, body: dict[str, object]) -> Reply:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.2)
        with self._lock:
            self.now -= 1
        return self.reply(body)


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (3, 3)])
def test_no_more_are_under_way_than_allowed(
    long: Study, tmp_path: Path, jobs: int, most: int
) -> None:
    watched = Watched(saying())
    with serving(watched) as server:
        ModelReader(endpoint(server.url, tmp_path / "c", jobs=jobs)).read(long)
    assert (watched.most, len(server.bodies)) == (most, _SECTIONS)


def test_the_reading_is_the_same_however_many_are_under_way(long: Study, tmp_path: Path) -> None:
    said = [
        {"source": "Harbour Office", "relation": "SPONSORS", "target": f"Pier {number}",
         "quote": f"The Harbour Office sponsors Pier {number}."}
        for number in range(_SECTIONS)
    ]  # fmt: skip
    with serving(saying(*said)) as server:
        readings = [
            ModelReader(endpoint(server.url, tmp_path / str(jobs), jobs=jobs)).read(long)
            for jobs in (1, 2, 8)
        ]
    assert readings[0] == readings[1] == readings[2]


@pytest.mark.parametrize("tokens", [5_000, 14_000, 19_000, 26_000])
def test_the_same_requests_are_sent_within_the_limit(
    long: Study, tmp_path: Path, tokens: int
) -> None:
    sent = []
    for jobs in (1, 4):
        with serving(saying()) as server:
            asked = endpoint(server.url, tmp_path / str(jobs), jobs=jobs, tokens=tokens)
            ModelReader(asked).read(long)
        assert asked.budget.used <= tokens
        assert (asked.budget.reserved_in, asked.budget.reserved_out) == (0, 0)
        sent.append(sorted(str(body["messages"]) for body in server.bodies))
    assert sent[0] == sent[1]


def test_all_wait_as_long_as_one_is_told(long: Study, tmp_path: Path) -> None:
    at: list[float] = []

    def timed(reply: Behaviour) -> Behaviour:
        def answer(body: dict[str, object]) -> Reply:
            at.append(time.monotonic())
            return reply(body)

        return answer

    busy = timed(refusing(429, "busy", Retry_After="1"))
    with serving(busy, timed(saying())) as server:
        ModelReader(endpoint(server.url, tmp_path / "c")).read(long)
    assert len(server.bodies) == _SECTIONS + 1
    assert at[1] - at[0] >= 1


def test_one_that_asks_for_an_hour_is_given_up_at_once(long: Study, tmp_path: Path) -> None:
    busy = refusing(429, "busy", Retry_After="3600")
    with serving(busy) as server, pytest.raises(EndpointError, match="too busy"):
        ModelReader(endpoint(server.url, tmp_path / "c")).read(long)
    assert len(server.bodies) == 1
