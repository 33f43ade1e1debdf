"""The program as a process: pipes, Ctrl-C, exit codes."""

from __future__ import annotations

import signal
import socket
import subprocess
from contextlib import closing

import pytest

from .conftest import Spawn, command_line, heed_interrupts


@pytest.mark.usefixtures("store")
def test_a_pipe_gets_plain_text(spawn: Spawn) -> None:
    for arguments in (["in-charge", "Halle Verte"], ["metrics"], ["documents"], ["--help"]):
        done = spawn(*arguments)
        assert done.returncode == 0
        assert done.stderr == "" or arguments == ["metrics"]
        assert not set("\x1b│─┃━╭") & set(done.stdout)


def test_errors_are_lines_and_never_tracebacks(spawn: Spawn) -> None:
    done = spawn("in-charge", "x", "--store", "none.lbug")
    assert done.returncode == 4
    assert done.stdout == ""
    assert done.stderr.startswith("Error: none.lbug: nothing loaded yet")


@pytest.mark.usefixtures("store")
def test_a_reader_that_has_had_enough_is_no_error() -> None:
    for arguments in (["vocabulary", "--format", "jsonl"], ["relations"], ["--help"]):
        with subprocess.Popen(
            command_line(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            said = process.stderr.read()
        assert (process.returncode, said) == (0, b"")


def test_ctrl_c_ends_it_with_130() -> None:
    # A server that never answers keeps the program waiting.
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        address = f"bolt://127.0.0.1:{server.getsockname()[1]}"
        with subprocess.Popen(
            command_line("documents", "--store", address),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_interrupts,  # noqa: PLW1509  (no threads here)
        ) as process:
            connection, _ = server.accept()
            process.send_signal(signal.SIGINT)
            out, said = process.communicate(timeout=60)
            connection.close()
    assert process.returncode == 130
    assert out == ""
    assert said.strip() == "Interrupted."


def test_names_that_are_no_utf_8_do_no_harm(spawn: Spawn) -> None:
    done = spawn("extract", b"caf\xe9.md".decode("utf-8", "surrogateescape"))
    assert done.returncode == 3
    assert "no such file" in done.stderr
