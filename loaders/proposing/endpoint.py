"""An endpoint that speaks the protocol of OpenAI's chat completions, asked through a cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Never

from ...errors import EndpointError, InputError
from ...graph import slug
from ...whole_file import write_whole
from .answer import Answer, read_completion
from .answers import Answers
from .budget import Budget, at_most
from .connection import Connection
from .request import Request
from .turns import Turns

_UNFIT = (400, 415, 422, 501)
_OK, _MULTIPLE = 200, 300
_JOBS = 4


@dataclass(slots=True)
class Endpoint:
    """A language model behind an address.

    Each answer is kept on disk, in a folder of the model below `cache`, and asked for once.

    Attributes
    ----------
    connection : Connection
        Where it is.
    model : str
        Which model is asked.
    cache : Path
        The folder of all that was asked and answered.
    budget : Budget
        What the run may use.
    longest : int
        Tokens of an answer at most.
    jobs : int
        How many requests may be under way at a time.
    """

    connection: Connection
    model: str
    cache: Path
    budget: Budget = field(default_factory=Budget)
    longest: int = 8000
    jobs: int = _JOBS
    cached: int = 0
    _closed: str = ""
    _answered: bool = False
    _failed: EndpointError | None = None
    _unfit: list[str] = field(default_factory=list)
    _room: Turns[Answer] | None = None
    _lock: Lock = field(default_factory=Lock, repr=False)

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request, from the cache where it is there.

        Raises
        ------
        InputError
            If there is none that can be used.
        EndpointError
            If the endpoint refuses, or does not answer, before it ever did in this run.
        """
        return self.begin(request)()

    def begin(self, request: Request) -> Callable[[], Answer]:
        """Begin to ask, if the cache has no answer; return what waits for it and returns it.

        Requests are begun in order, each as soon as the budget allows it for sure, so the same
        ones are sent however many may be under way. The first is waited for: it shows whether the
        endpoint answers, and in what form it wants to be asked.
        """
        while not self._answered and self._turns.await_one():
            pass
        if self._failed:
            raise self._failed
        found = self._memory.find(request)
        if found is not None:
            self.cached += 1
            return lambda: found
        body = self._body(request)
        limit = self.budget.forbids(body)
        while limit and self._turns.await_one():
            limit = self.budget.forbids(body)
        if limit and not self._closed:
            self._closed = f"not asked: the {limit} would be exceeded"
            remedy = "raise it and read again"
            return partial(_refuse, InputError(self._closed, where=self.model, remedy=remedy))
        if self._closed:
            return partial(_refuse, InputError(self._closed, where=self.model))
        with self._lock:
            self.budget.reserve(body)
        return self._turns.begin(partial(self._answer, request, body)).result

    @property
    def _memory(self) -> Answers:
        return Answers(self.cache / slug(self.model), self.model)

    @property
    def _turns(self) -> Turns[Answer]:
        self._room = self._room or Turns(self.jobs)
        return self._room

    def _answer(self, request: Request, body: dict[str, Any]) -> Answer:
        try:
            text, sent = self._ask(request, body)
        finally:
            with self._lock:
                self.budget.reserve(body, -1)
        answer = read_completion(text, f"{self.model}, {request.name}")
        self._keep(self._memory.folder, request, sent, text)
        return answer

    def _ask(self, request: Request, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the completion of a request, which is simplified while it is said not to fit."""
        while True:
            lost = partial(self._count, "", body)
            try:
                status, text = self.connection.post(body, on_timeout=lost)
            except EndpointError as error:
                raise self._close(error) from error
            if _OK <= status < _MULTIPLE:
                self._answered = True
                self._count(text, body)
                return text, body
            why = self.connection.explain(status, text)
            step = _simpler(body, text) if status in _UNFIT else None
            if step is None and status in _UNFIT:
                raise InputError(why, where=f"{self.model}, {request.name}")
            if step is None:
                raise self._close(EndpointError(why, where=self.connection.address))
            with self._lock:
                if step not in self._unfit:
                    self._unfit.append(step)
            body = self._body(request)

    def _body(self, request: Request) -> dict[str, Any]:
        body = request.body(self.model, self.longest)
        for step in self._unfit:
            _STEPS[step](body)
        return body

    def _close(self, error: EndpointError) -> EndpointError | InputError:
        """End the asking: the run, where nothing was answered yet, else the rest of it."""
        if not self._answered:
            self._failed = error
            return error
        self._closed = error.what
        return InputError(error.what, where=error.where, remedy=error.remedy)

    def _count(self, text: str, body: dict[str, Any]) -> None:
        """Take note of what a request used: what the answer says, else the most it can be."""
        sent, received = at_most(body)
        try:
            usage = json.loads(text)["usage"]
            sent, received = int(usage["prompt_tokens"]), int(usage["completion_tokens"])
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
        with self._lock:
            self.budget.spend(sent, received)

    def _keep(self, folder: Path, request: Request, body: dict[str, Any], text: str) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"cannot be made ({error.strerror})",
                where=str(folder),
                remedy="set proposer_cache to a folder you may write to",
            ) from error
        kept = {"request": body, "response": json.loads(text)}
        content = self.connection.without_key(json.dumps(kept, ensure_ascii=False, indent=1))
        write_whole(folder / f"{request.name}.json", content.encode())


def _refuse(error: InputError) -> Never:
    raise error


def _simpler(body: dict[str, Any], complaint: str) -> str | None:
    """Return which change may make a request fit for an endpoint that says it is not."""
    said, form = complaint.lower(), body.get("response_format", {}).get("type")
    if "max_tokens" in said and "max_tokens" in body:
        return "completion tokens"
    if "temperature" in said and "temperature" in body:
        return "no temperature"
    return {"json_schema": "json object", "json_object": "no form"}.get(form)


def _completion_tokens(body: dict[str, Any]) -> None:
    body["max_completion_tokens"] = body.pop("max_tokens")


def _json_object(body: dict[str, Any]) -> None:
    body["response_format"] = {"type": "json_object"}


_STEPS: dict[str, Callable[[dict[str, Any]], object]] = {
    "completion tokens": _completion_tokens,
    "no temperature": lambda body: body.pop("temperature"),
    "json object": _json_object,
    "no form": lambda body: body.pop("response_format"),
}
