"""The server as the network sees it: who gets an answer, and who does not."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from exploring import fill_region, served

from stakeholder_graph.graph import open_store


class Answer(NamedTuple):
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("region") / "region.lbug"
    with open_store(str(path)) as store:
        fill_region(store)
    return path


@pytest.fixture(scope="module")
def address(region: Path) -> Iterator[str]:
    with served(region) as found:
        yield found


def ask(
    address: str, path: str = "", method: str = "GET", body: bytes = b"", **headers: str
) -> Answer:
    """Send one request: to the page, or to a path below it, or to one that begins with a slash."""
    where = urlsplit(address)
    connection = HTTPConnection("127.0.0.1", where.port or 0, timeout=30)
    try:
        connection.putrequest(method, path if path[:1] == "/" else where.path + path, True)
        sent = {"Host": where.netloc, "Content-Length": str(len(body)), **headers}
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


def test_the_page_and_its_questions(address: str) -> None:
    page = ask(address)
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert b"connect-src &#39;self&#39;" in page.body or b"connect-src 'self'" in page.body
    asked = json.dumps({"of": "office", "size": "degree", "most": 2, "held": []}).encode()
    answer = ask(address, "api/neighbours", "POST", asked)
    assert [n["name"] for n in json.loads(answer.body)["nodes"]] == [
        *("Office", "Branch 000", "Pont Vert")
    ]


@pytest.mark.parametrize(
    "path",
    ["/", "/api/search", "/" + "x" * 32 + "/", "/x/", "//", "/../", "/%2e%2e/", "/favicon.ico"],
)
def test_nothing_is_there_without_the_token(address: str, path: str) -> None:
    answer = ask(address, path)
    assert (answer.status, answer.body) == (404, b"not found")


def test_a_part_of_the_token_is_not_enough(address: str) -> None:
    path = urlsplit(address).path
    for wrong in (path[:-2] + "/", path[:-1] + "x/", path.upper(), path.rstrip("/")):
        assert ask(address, wrong).status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "[::1]:{port}"]
)
def test_another_host_is_refused(address: str, host: str) -> None:
    port = urlsplit(address).port
    assert ask(address, Host=host.format(port=port)).status == 421
    assert ask(address, Host=f"localhost:{port}").status == 200


def test_what_another_page_sends_is_refused(address: str) -> None:
    own = f"http://{urlsplit(address).netloc}"
    asked = b'{"text":"office","most":1}'
    for origin, status in ((own, 200), ("http://evil.example", 403), ("null", 403)):
        answer = ask(address, "api/search", "POST", asked, Origin=origin)
        assert answer.status == status
        assert not [name for name in answer.headers if name.startswith("access-control")]
    assert ask(address, "api/search", "OPTIONS", Origin="http://evil.example").status == 403


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("", "POST", 405), ("", "DELETE", 405), ("api/search", "GET", 405), ("api/load", "POST", 404)],
)
def test_nothing_can_be_changed(address: str, path: str, method: str, status: int) -> None:
    assert ask(address, path, method).status == status


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"NaN", b"[" * 100_000])
def test_what_is_no_question_is_told_in_one_line(address: str, body: bytes) -> None:
    answer = ask(address, "api/search", "POST", body)
    assert answer.status == 400
    assert "JSON" in json.loads(answer.body)["error"]


def test_a_question_that_never_ends_is_cut(address: str) -> None:
    answer = ask(address, "api/search", "POST", b" " * 5_000_000)
    assert answer.status == 400
    assert "too large" in json.loads(answer.body)["error"]


def test_only_this_machine_is_served(address: str) -> None:
    port = urlsplit(address).port
    with pytest.raises(OSError, match=r".*"), socket.socket() as other:
        other.settimeout(2)
        other.connect(("127.0.0.2", port))
