"""Asking an endpoint: a real server on this machine, that answers, fails, hangs or refuses."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from model_server import completion, hanging, refusing, saying, serving

from stakeholder_graph.errors import EndpointError, InputError
from stakeholder_graph.loaders.proposing import Budget, Connection, Endpoint, ModelReader
from stakeholder_graph.loaders.prose import Reading, Study

KEY = "sk-very-secret-1234567890"
STATEMENT = {
    "source": "Harbour Office",
    "relation": "SPONSORS",
    "target": "Sound Ferry",
    "quote": "The Sound Ferry is sponsored by the Harbour Office (HO).",
}


def endpoint(url: str, cache: Path, **more: float) -> Endpoint:
    connection = Connection(url, KEY, more.pop("timeout", 20.0), int(more.pop("retries", 2)), 0.01)
    budget = Budget(int(more.pop("tokens", 1_000_000)), **more)
    return Endpoint(connection, "careful/model:1", cache, budget)


def by_model(reading: Reading) -> list[str]:
    return [s.asserted_by for s in reading.statements if "model:" in s.asserted_by]


def test_what_the_model_says_lands_with_its_name(study: Study, tmp_path: Path) -> None:
    with serving(saying(STATEMENT)) as server:
        reading = ModelReader(endpoint(server.url, tmp_path)).read(study)
    assert [by.partition("model:")[2] for by in by_model(reading)] == ["careful/model:1"]
    assert len(server.bodies) == 2
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert "tools" not in server.bodies[0]


def test_a_second_run_asks_nothing_and_reads_the_same(study: Study, tmp_path: Path) -> None:
    with serving(saying(STATEMENT)) as server:
        first = ModelReader(endpoint(server.url, tmp_path)).read(study)
        again = endpoint(server.url, tmp_path)
        assert ModelReader(again).read(study) == first
    assert len(server.bodies) == 2
    assert (again.cached, again.budget.used) == (2, 0)


def test_the_cache_serves_as_a_folder_of_answers(study: Study, tmp_path: Path) -> None:
    from stakeholder_graph.loaders.proposing import Answers

    with serving(saying(STATEMENT)) as server:
        first = ModelReader(endpoint(server.url, tmp_path)).read(study)
    assert ModelReader(Answers(tmp_path, "careful/model:1")).read(study) == first


def test_rubbish_is_one_line_a_section_and_is_not_kept(study: Study, tmp_path: Path) -> None:
    with serving(lambda _: completion("I would rather not.")) as server:
        reading = ModelReader(endpoint(server.url, tmp_path)).read(study)
        assert reading.statements == study.reading.statements
        assert len(reading.notes) == len(server.bodies) == 2
        assert all("holds no JSON object" in note for note in reading.notes)
    with serving(saying(STATEMENT)) as server:
        assert by_model(ModelReader(endpoint(server.url, tmp_path)).read(study))


@pytest.mark.parametrize("rubbish", ["", "<html>", "[]", "null", '{"choices": 3}', "\x00\xff"])
def test_what_is_no_completion_is_told(study: Study, tmp_path: Path, rubbish: str) -> None:
    with serving(lambda _: (200, rubbish, {})) as server:
        reading = ModelReader(endpoint(server.url, tmp_path)).read(study)
    assert len(reading.notes) == 2
    assert reading.statements == study.reading.statements


def test_one_that_hangs_is_given_up_in_time(study: Study, tmp_path: Path) -> None:
    started = time.monotonic()
    with serving(hanging) as server, pytest.raises(EndpointError, match=r"within 0\.2 seconds"):
        ModelReader(endpoint(server.url, tmp_path, timeout=0.2, retries=1)).read(study)
    assert time.monotonic() - started < 2.5
    assert len(server.bodies) == 2  # tried again once


def test_time_outs_count_as_used(study: Study, tmp_path: Path) -> None:
    with serving(hanging) as server:
        slow = endpoint(server.url, tmp_path, timeout=0.2, retries=0)
        with pytest.raises(EndpointError):
            ModelReader(slow).read(study)
    assert slow.budget.used > 8000


@pytest.mark.parametrize(
    ("status", "told", "tries"),
    [(401, "refused the key", 1), (403, "refused access", 1), (404, "no such", 1),
     (429, "too busy", 3), (500, "status 500", 3), (503, "status 503", 3)],
)  # fmt: skip
def test_a_refusal_ends_the_run_in_one_line_without_the_key(
    study: Study, tmp_path: Path, status: int, told: str, tries: int
) -> None:
    echo = f"Incorrect API key provided: {KEY}. Also sk-very-****7890."
    with serving(refusing(status, echo)) as server, pytest.raises(EndpointError) as caught:
        ModelReader(endpoint(server.url, tmp_path)).read(study)
    message = str(caught.value)
    assert told in message
    assert "\n" not in message
    assert "sk-very" not in message
    assert len(server.bodies) == tries


def test_one_that_is_not_there_ends_the_run(study: Study, tmp_path: Path) -> None:
    with serving(saying()) as server:
        url = server.url
    with pytest.raises(EndpointError, match="cannot be reached"):
        ModelReader(endpoint(url, tmp_path)).read(study)


def test_it_is_tried_again_and_waited_for_as_it_asks(study: Study, tmp_path: Path) -> None:
    busy = refusing(429, "busy", Retry_After="1")
    started = time.monotonic()
    with serving(busy, refusing(502), saying(STATEMENT)) as server:
        reading = ModelReader(endpoint(server.url, tmp_path)).read(study)
    assert by_model(reading)
    assert len(server.bodies) == 4
    assert time.monotonic() - started >= 1


def test_a_refusal_later_loses_nothing_read_before(study: Study, tmp_path: Path) -> None:
    with serving(saying(STATEMENT), refusing(401)) as server:
        reading = ModelReader(endpoint(server.url, tmp_path)).read(study)
    assert by_model(reading)
    assert len(reading.notes) == 1


def test_what_does_not_fit_the_endpoint_is_left_out(study: Study, tmp_path: Path) -> None:
    def picky(body: dict[str, object]) -> tuple[int, str, dict[str, str]]:
        form = body.get("response_format")
        if isinstance(form, dict) and form["type"] == "json_schema":
            return refusing(400, "response_format json_schema is not supported")(body)
        if "max_tokens" in body:
            return refusing(400, "Use max_completion_tokens instead of max_tokens.")(body)
        if "temperature" in body:
            return refusing(422, "temperature is not supported by this model")(body)
        return saying(STATEMENT)(body)

    with serving(picky) as server:
        assert by_model(ModelReader(endpoint(server.url, tmp_path)).read(study))
    assert server.bodies[-1]["response_format"] == {"type": "json_object"}
    assert "temperature" not in server.bodies[-1]
    assert server.bodies[-1]["max_completion_tokens"] == 8000
    assert len(server.bodies) == 5  # three refusals, and two answers: it is remembered


def test_the_limit_of_tokens_is_never_exceeded(study: Study, tmp_path: Path) -> None:
    with serving(saying(STATEMENT)) as server:
        first = endpoint(server.url, tmp_path / "a", tokens=5000)
        reading = ModelReader(first).read(study)
        assert not server.bodies
        assert all("limit of 5,000 tokens would be exceeded" in note for note in reading.notes)
        second = endpoint(server.url, tmp_path / "b", tokens=14_000)
        reading = ModelReader(second).read(study)
    assert second.budget.used <= 14_000
    assert len(server.bodies) in (1, 2)


def test_the_limit_of_cost_is_never_exceeded(study: Study, tmp_path: Path) -> None:
    with serving(saying(STATEMENT)) as server:
        capped = endpoint(server.url, tmp_path, cost=0.05, price_in=2.5, price_out=10.0)
        reading = ModelReader(capped).read(study)
    assert not server.bodies
    assert "limit of 0.05 in cost" in reading.notes[0]


def test_the_key_is_nowhere(study: Study, tmp_path: Path) -> None:
    with serving(
        lambda _: completion(json.dumps({"statements": [{**STATEMENT, "x": KEY}]}))
    ) as server:
        asked = endpoint(server.url, tmp_path)
        ModelReader(asked).read(study)
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "ferry.md"]
    assert len(kept) == 2
    assert not any(KEY in path.read_text("utf-8") for path in kept)
    assert KEY not in repr(asked)


@pytest.mark.parametrize("url", ["", "model", "ftp://x/v1", "https://", "file:///etc/passwd"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="no address"):
        Connection(url)


def test_a_key_does_not_travel_in_the_open() -> None:
    with pytest.raises(InputError, match="in the open"):
        Connection("http://model.example/v1", KEY)
    assert Connection("http://model.example/v1").address == "http://model.example/v1"


def test_an_address_is_shown_without_its_secrets() -> None:
    shown = Connection("https://user:word@model.example:8443/v1?key=secret", KEY).address
    assert shown == "https://model.example:8443/v1"
