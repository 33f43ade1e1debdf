"""The application: the page at its root, and a route for each question it asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..errors import InputError, StakeholderGraphError, StoreError
from .answers import SERVER, Answers
from .asked import Question, question

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_LARGEST = 4_000_000  # bytes of a question


def application(answers: Answers) -> Starlette:
    """Return an application that answers what a page asks; whom it serves is the guard's matter.

    Raises
    ------
    ImportError
        If the extra ``explore`` is not installed.
    """
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse
    from starlette.routing import Route

    async def page(request: Request) -> Response:  # noqa: ARG001  (Starlette's signature)
        return HTMLResponse(await run_in_threadpool(answers.page))

    routes = [Route("/", page)]
    for name, ask in answers.questions().items():
        routes.append(Route(f"/{SERVER}{name}", _route(ask), methods=["POST"]))
    return Starlette(routes=routes)


def _route(ask: Callable[[Question], Any]) -> Callable[[Request], Any]:
    """Return a route that answers one question as JSON, or says in one line what is wrong."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import Response

    async def answer(request: Request) -> Response:
        status, found = 200, b""
        try:
            found = await run_in_threadpool(_answer, ask, await _body(request))
        except StakeholderGraphError as error:
            status = 503 if isinstance(error, StoreError) else 400
            found = _json({"error": str(error)})
        return Response(found, status, media_type="application/json")

    return answer


def _answer(ask: Callable[[Question], Any], body: bytes) -> bytes:
    return _json(ask(question(body)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise InputError("the question is too large", remedy="open the page anew")
    return bytes(body)
