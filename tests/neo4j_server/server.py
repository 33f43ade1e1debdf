"""A real Neo4j Community server for a test session: Maven fetches it, Java runs it, no Docker."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import Driver, GraphDatabase

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".neo4j"
START_WITHIN = 180.0  # seconds: the first start on a busy machine

_CONF = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.memory.pagecache.size={cache}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
"""
_SMALL = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_LARGE = ("-Xmx2g", "-XX:+UseSerialGC")


class NoServerError(Exception):
    """There is no Neo4j to test on, and why."""


@dataclass(frozen=True)
class Server:
    """A running server, and how to open it."""

    address: str
    username: str
    password: str

    @property
    def environment(self) -> dict[str, str]:
        """The variables a user would set."""
        return {
            "NEO4J_URI": self.address,
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
        }

    def driver(self) -> Driver:
        """Open it, beside the store under test."""
        return GraphDatabase.driver(self.address, auth=(self.username, self.password))

    def wipe(self) -> None:
        """Delete all nodes and relationships."""
        with self.driver() as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")

    def reset(self) -> None:
        """Delete everything, constraints too."""
        self.wipe()
        with self.driver() as driver:
            names = driver.execute_query("SHOW CONSTRAINTS YIELD name RETURN name").records
            for (name,) in names:
                driver.execute_query(f"DROP CONSTRAINT `{name}`")


@contextmanager
def running(folder: Path, *, large: bool = False) -> Iterator[Server]:
    """Give the server ``NEO4J_TEST_URI`` names, or start one in a folder and stop it at the end.

    A large one has memory for a million relationships, and compiles for speed, not for a start.

    Raises
    ------
    NoServerError
        If one cannot be had.
    """
    if "NEO4J_TEST_URI" in os.environ:
        server = _named()
        yield server
        server.reset()
        return
    port = _free_port()
    with _process(folder, port, _jars(), large=large):
        server = Server(f"bolt://127.0.0.1:{port}", "neo4j", secrets.token_urlsafe(12))
        first = GraphDatabase.driver(server.address, auth=("neo4j", "neo4j"))
        with first as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new",
                new=server.password,
                database_="system",
            )
        yield server


def administer(folder: Path, *arguments: str | Path) -> str:
    """Run ``neo4j-admin`` on a folder in which no server runs; return what it prints.

    Raises
    ------
    NoServerError
        If it cannot be had.
    """
    if "NEO4J_TEST_URI" in os.environ:
        message = "NEO4J_TEST_URI names a server, and neo4j-admin works on its folder"
        raise NoServerError(message)
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    command = [
        "java",
        *_SMALL,
        "-cp",
        f"{_jars()}/*",
        "org.neo4j.cli.AdminTool",
        *map(str, arguments),
    ]
    paths = {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **paths}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _named() -> Server:
    server = Server(
        os.environ["NEO4J_TEST_URI"],
        os.environ.get("NEO4J_TEST_USERNAME", "neo4j"),
        os.environ.get("NEO4J_TEST_PASSWORD", ""),
    )
    with server.driver() as driver:
        (count,) = driver.execute_query("MATCH (n) RETURN count(n)").records[0]
    if count:
        message = "the database of NEO4J_TEST_URI is not empty, and tests would empty it"
        raise NoServerError(message)
    return server


def _jars() -> Path:
    """Return the folder of the server's jars, fetched once for each version of pom.xml."""
    _require("java")
    jars = CACHE / hashlib.sha256((HERE / "pom.xml").read_bytes()).hexdigest()[:12]
    if not jars.exists():
        _require("mvn")
        part = CACHE / f"{jars.name}.{os.getpid()}"
        _fetch(part)
        try:
            part.rename(jars)
        except OSError:  # others were quicker
            shutil.rmtree(part)
    return jars


def _fetch(folder: Path) -> None:
    goal = ("dependency:copy-dependencies", f"-DoutputDirectory={folder}")
    command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), *goal]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"Maven could not fetch Neo4j: {(done.stdout + done.stderr)[-500:]}"
        raise NoServerError(message)


def _require(program: str) -> None:
    if not shutil.which(program):
        message = f"no {program}: install Java 17 and Maven, or set NEO4J_TEST_URI"
        raise NoServerError(message)


@contextmanager
def _process(folder: Path, port: int, jars: Path, *, large: bool) -> Iterator[None]:
    """Run the server; it stops when its input is closed, also when the tests are killed."""
    conf = _CONF.format(port=port, cache="1g" if large else "64m")
    (folder / "neo4j.conf").write_text(conf, "utf-8")
    log = folder / "server.log"
    options = _LARGE if large else _SMALL
    command = ["java", *options, "-cp", f"{jars}/*", str(HERE / "Serve.java"), str(folder)]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=output) as process,
    ):
        try:
            _await(process, log)
            yield
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(60)


def _await(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN
    while "ready" not in log.read_text("utf-8", "replace").split():
        if process.poll() is not None or time.monotonic() > deadline:
            raise NoServerError(f"Neo4j did not start: {log.read_text('utf-8')[-500:]}")
        time.sleep(0.1)


def _free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
