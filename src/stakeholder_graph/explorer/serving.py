"""Serving: on this machine alone, under an address that nobody can guess, until Ctrl-C."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import quote

from ..errors import InputError, MissingExtraError
from .answers import Answers
from .guard import Guard

_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is served: a port of this machine, and a token of this run."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    def address(self, chosen: str = "") -> str:
        """Return the address of the page, on which a stakeholder may be chosen."""
        fragment = f"#stakeholder={quote(chosen, safe='')}" if chosen else ""
        return f"http://{_LOOPBACK}:{self.port}/{self.token}/{fragment}"


def serve(answers: Answers, port: int, ready: Callable[[str], None]) -> None:
    """Serve the page of a store until it is interrupted.

    Parameters
    ----------
    answers : Answers
        What is served.
    port : int
        A port of this machine; 0 for any free one.
    ready : callable
        Is told the address once the page can be opened.

    Raises
    ------
    InputError
        If the extra ``explore`` is not installed, the port is taken, or the name of the
        stakeholder to open on stands for none.
    """
    try:
        import uvicorn

        from .application import application

        app = application(answers)
    except ImportError as error:
        what = "serving the page needs Starlette and Uvicorn"
        raise MissingExtraError(what, "explore") from error
    chosen = answers.chosen()
    with _listening(port) as listener:
        place = Place(listener.getsockname()[1])
        config = uvicorn.Config(
            Guard(app, place.token, place.port),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        ready(place.address(chosen))
        # It ends what it is answering, then passes the interrupt on: that is how it is stopped.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """Return a socket of this machine that listens: a browser may come from now on."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise InputError(
            f"port {port} cannot be used ({error.strerror})",
            remedy="choose another one by --port, or leave it out",
        ) from error
    return listener
