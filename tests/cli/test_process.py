"""The program as a process: pipes, Ctrl-C, exit codes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from contextlib import closing
from pathlib import Path

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


def test_progress_is_drawn_where_a_person_watches(here: Path) -> None:
    Path("charter.md").write_text("The harbour board oversees the ferry service.\n", "utf-8")
    terminal, inside = os.openpty()
    with subprocess.Popen(
        command_line("extract", "charter.md"), stdout=subprocess.PIPE, stderr=inside, text=True
    ) as process:
        os.close(inside)
        drawn = b"".join(iter(lambda: _read(terminal), b""))
        assert process.stdout is not None
        assert json.loads(process.stdout.read())["relation"] == "OVERSEES"
    os.close(terminal)
    assert b"1/1" in drawn


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_names_that_are_no_utf_8_do_no_harm(spawn: Spawn) -> None:
    done = spawn("extract", b"caf\xe9.md".decode("utf-8", "surrogateescape"))
    assert done.returncode == 3
    assert "no such file" in done.stderr
