"""A worker: another process that reads one document after the other.

Requests and answers are pickles on its standard input and output, so that nothing of the program
that starts it is run again: a script needs no ``if __name__ == "__main__"``, and a worker of a
Dask cluster, which may have no children by `multiprocessing`, can have this one.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from threading import Timer
from typing import IO, cast

from ...errors import InputError, WorkersError
from ..extraction import Extraction, FileReader
from ..files import Failure
from ..reading import File

_START = "from stakeholder_graph.loaders.workers.worker import serve; serve()"
_READY = "ready"
_MB = 1_000_000
_OUT_OF_MEMORY = 77

# Seconds after the time is up in which whoever started a process ends it.
_GRACE = 5

# Seconds that a process which closed its end may take to end.
_PATIENCE = 5.0


class Worker:
    """A process that reads documents; it is started when it is first needed, and again if it died.

    Not to be used by two threads at a time.

    Parameters
    ----------
    reader : bytes
        The pickle of the `FileReader` that it reads with.
    seconds : int
        How long it may read a document, for each MB that it has.
    """

    def __init__(self, reader: bytes, seconds: int) -> None:
        self._reader, self._seconds = reader, seconds
        self._process: subprocess.Popen[bytes] | None = None
        self.retired = False

    def read(self, file: File) -> Extraction | Failure:
        """Return what a document states, or why that is not known.

        Raises
        ------
        InputError
            If nothing can be read at all.
        WorkersError
            If no process can be started.
        """
        process = self._process or self._start()
        seconds = self._seconds * (1 + len(file.data) // _MB)
        timer = _Alarm(seconds, process)
        timer.start()
        try:
            _send(process.stdin, (self._reader, seconds, file))
            answer = _receive(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._stop(patience=_PATIENCE)
            return Failure(str(file.path), _loss(file, process, seconds if timer.rung else 0))
        finally:
            timer.cancel()
        if isinstance(answer, InputError):
            raise answer
        return cast("Extraction | Failure", answer)

    def retire(self) -> None:
        """End the process for good, whatever it does."""
        self.retired = True
        self._stop()

    def _start(self) -> subprocess.Popen[bytes]:
        # In a session of its own it gets no Ctrl-C: whoever started it ends it.
        process = self._process = subprocess.Popen(  # noqa: S603  (this Python, and our own words)
            [sys.executable, "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )
        with suppress(EOFError, pickle.UnpicklingError):
            if _receive(process.stdout) == _READY and not self.retired:
                return process
        self._stop()
        remedy = "read with one job"
        raise WorkersError("a process to read in could not be started", remedy=remedy)

    def _stop(self, *, patience: float = 0) -> None:
        """End the process, if it has not ended after some seconds. Again, it does nothing."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(patience)
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                _close(stream)


class _Alarm(Timer):
    """Kills a process that takes too long."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        super().__init__(seconds, self._ring)
        self.daemon, self.rung, self._late = True, False, process

    def _ring(self) -> None:
        self.rung = True
        self._late.kill()


def serve() -> None:
    """Answer requests until there is no more input: the program of a worker."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever prints must not print into the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _send(answers, _READY)
    load = lru_cache(1)(pickle.loads)
    with suppress(EOFError):
        while True:
            reader, seconds, file = cast("tuple[bytes, int, File]", _receive(sys.stdin.buffer))
            _end_within(seconds + _GRACE)
            _send(answers, _answer(load(reader), file))
            _end_within(0)


def _end_within(seconds: int) -> None:
    """End this process after some seconds, also if whoever started it is gone; 0 for never."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(reader: FileReader, file: File) -> object:
    try:
        return reader.read(file)
    except InputError as error:
        return error
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)


def _loss(file: File, process: subprocess.Popen[bytes], seconds: int) -> InputError:
    if seconds:
        what = f"was not read within {seconds:,} seconds"
        return InputError(what, where=str(file.path), remedy="split it or raise limit_seconds")
    code = process.returncode
    if code in (_OUT_OF_MEMORY, -signal.SIGKILL):
        why = "ran out of memory" if code == _OUT_OF_MEMORY else "was killed, often for its memory"
        remedy = "use fewer jobs or split it"
    else:
        why, remedy = f"ended with code {code}", "read it alone with one job to see why"
    return InputError(f"the process that read it {why}", where=str(file.path), remedy=remedy)


def _send(stream: IO[bytes] | None, message: object) -> None:
    if stream is not None:
        pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()


def _receive(stream: IO[bytes] | None) -> object:
    if stream is None:
        raise EOFError
    return pickle.load(stream)  # noqa: S301  (both ends are this program)


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        with suppress(OSError):  # what it still holds was for a process that is gone
            stream.close()
