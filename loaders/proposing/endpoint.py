"""An endpoint that speaks the protocol of OpenAI's chat completions, asked through a cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ...errors import EndpointError, InputError
from ...graph import slug
from ...whole_file import write_whole
from .answer import Answer, read_completion
from .answers import Answers
from .budget import Budget, at_most
from .connection import Connection
from .request import Request

_UNFIT = (400, 415, 422, 501)
_OK, _MULTIPLE = 200, 300


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
    """

    connection: Connection
    model: str
    cache: Path
    budget: Budget = field(default_factory=Budget)
    longest: int = 8000
    cached: int = 0
    _closed: str = ""
    _answered: bool = False
    _unfit: list[str] = field(default_factory=list)

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request, from the cache where it is there.

        Raises
        ------
        InputError
            If there is none that can be used.
        EndpointError
            If the endpoint refuses, or does not answer, before it ever did in this run.
        """
        memory = Answers(self.cache / slug(self.model), self.model)
        found = memory.find(request)
        if found is not None:
            self.cached += 1
            return found
        if self._closed:
            raise InputError(self._closed, where=self.model)
        body = self._body(request)
        if limit := self.budget.forbids(body):
            self._closed = f"not asked: the {limit} would be exceeded"
            raise InputError(self._closed, where=self.model, remedy="raise it and read again")
        text = self._ask(request, body)
        answer = read_completion(text, f"{self.model}, {request.name}")
        self._keep(memory.folder, request, body, text)
        return answer

    def _ask(self, request: Request, body: dict[str, Any]) -> str:
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
                return text
            why = self.connection.explain(status, text)
            step = _simpler(body, text) if status in _UNFIT else None
            if step is None and status in _UNFIT:
                raise InputError(why, where=f"{self.model}, {request.name}")
            if step is None:
                raise self._close(EndpointError(why, where=self.connection.address))
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
