"""The guard: nobody but the reader who was given the address gets an answer.

- The host must be this machine: a page elsewhere whose name is made to point here (DNS rebinding)
  sends its own name.
- The first part of the path is a token of this run, compared in constant time; without it there is
  nothing here.
- What another page sends is refused by its Origin, and there is no CORS: no other page can read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from secrets import compare_digest
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """An application that only the reader of one address reaches.

    Attributes
    ----------
    app : callable
        The application behind it: it sees paths without the token.
    token : str
        What a path begins with.
    port : int
        The port of this server, which is part of the host.
    """

    app: App
    token: str
    port: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is allowed, refuse all else."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        status = self._refusal(scope)
        if status:
            await _refuse(status, send)
            return
        inside = {**scope, "path": scope["path"][len(self.token) + 1 :], "root_path": ""}
        inside["raw_path"] = inside["path"].encode()
        await self.app(inside, receive, _careful(send))

    def _refusal(self, scope: Scope) -> int:
        """Return the status with which a request is refused, 0 if it is not."""
        hosts = {f"{name}:{self.port}".encode() for name in ("127.0.0.1", "localhost")}
        headers = list(scope["headers"])
        if [value for name, value in headers if name == b"host"] not in [[host] for host in hosts]:
            return 421
        origins = {value for name, value in headers if name == b"origin"}
        if not origins <= {b"http://" + host for host in hosts}:
            return 403
        first, slash, _ = scope["path"].removeprefix("/").partition("/")
        if not slash or not compare_digest(first.encode(), self.token.encode()):
            return 404
        return 0


async def _refuse(status: int, send: Send) -> None:
    names = {421: b"not this host", 403: b"not from there", 404: b"not found"}
    headers = [(b"content-type", b"text/plain")]
    careful = _careful(send)
    await careful({"type": "http.response.start", "status": status, "headers": headers})
    await careful({"type": "http.response.body", "body": names[status]})


def _careful(send: Send) -> Send:
    """Return a `send` that adds the headers every answer has."""
    added = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *added]
        await send(message)

    return sending
