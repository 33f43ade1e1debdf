"""The command that serves a page: its address, what it refuses, and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from .conftest import Run, command_line, heed_interrupts


@pytest.mark.parametrize("name", [[], ["La Halle"]])
def test_it_serves_until_ctrl_c(store: Path, name: list[str]) -> None:
    with subprocess.Popen(
        command_line("explore", "--no-open", *name),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509  (no threads here)
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.endswith("/#stakeholder=halle-verte" if name else "/")
        with urlopen(address, timeout=60) as page:  # noqa: S310  (our own)
            assert "Halle Verte" in page.read().decode()
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=60)
    assert (process.returncode, out, said) == (0, "", "Ctrl-C ends it.\n")


@pytest.mark.usefixtures("store")
def test_a_port_that_is_taken_is_named(run: Run) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        result = run("explore", "--no-open", "--port", str(port))
    assert result.exit_code == 3
    assert result.stdout == ""
    assert f"port {port} cannot be used" in result.stderr
    assert "--port" in result.stderr


@pytest.mark.usefixtures("store")
def test_a_name_that_is_not_there_is_told_before_it_serves(run: Run) -> None:
    result = run("explore", "Hale Verte", "--no-open")
    assert result.exit_code == 3
    assert "did you mean 'Halle Verte'" in result.stderr


def test_without_a_store_there_is_nothing_to_serve(run: Run) -> None:
    assert run("explore", "--no-open").exit_code == 4


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("missing", ["uvicorn", "starlette"])
def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in list(sys.modules):
        if name.split(".")[0] == missing:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    result = run("explore", "--no-open")
    assert result.exit_code == 1
    assert "pip install 'stakeholder-graph[explore]'" in result.stderr
