"""A connection to an endpoint: bounded in time and size, tried again, silent about its key."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ...errors import EndpointError, InputError, MissingExtraError

if TYPE_CHECKING:
    from urllib3 import PoolManager

_PATH = "/chat/completions"
_AGAIN = frozenset([408, 409, 425, 429, 500, 502, 503, 504, 529])
_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
_KEYS = re.compile(r"\bsk-[\w*.…-]+")
_LARGEST, _CHUNK = 10_000_000, 65_536
_LONGEST_PAUSE, _LONGEST_WAIT = 30.0, 300.0  # of its own accord; where the endpoint asks for it
_SHOWN = 200
_POOLED = 16
_REFUSALS = {
    401: "refused the key",
    403: "refused access",
    404: "knows no such address or model",
    429: "is too busy, or the allowance is used up",
}


@dataclass(frozen=True)
class Connection:
    """Where a model is asked.

    Attributes
    ----------
    url : str
        Such as ``https://api.openai.com/v1`` or ``http://localhost:11434/v1``.
    key : str
        Sent as a bearer token; never shown.
    timeout : float
        Seconds that an answer may take.
    retries : int
        How often a request is tried again that was not answered.
    pause : float
        Seconds before the first of these, doubled for each.
    """

    url: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    retries: int = 3
    pause: float = 1.0
    _asked: dict[str, float] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Refuse an address that cannot be, or to which a key would travel in the open."""
        if find_spec("urllib3") is None:
            raise MissingExtraError("asking a language model needs urllib3", "proposer")
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            remedy = "write it like https://host/v1"
            raise InputError("is no address of an endpoint", where="OPENAI_BASE_URL", remedy=remedy)
        if self.key and parts.scheme == "http" and parts.hostname not in _LOCAL:
            raise InputError(
                "would send the key in the open",
                where="OPENAI_BASE_URL",
                remedy="write https://, or unset OPENAI_API_KEY",
            )

    @property
    def address(self) -> str:
        """The address for people: without anything that can be a secret."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"

    def post(
        self, body: Mapping[str, Any], on_timeout: Callable[[], None] = lambda: None
    ) -> tuple[int, str]:
        """Send a request, and return the status and words of its answer.

        Raises
        ------
        EndpointError
            If no answer comes, however often it is tried.
        """
        import urllib3

        content = json.dumps(body, ensure_ascii=False).encode()
        pause, why, answer = self.pause, "", None
        for attempt in range(self.retries + 1):
            if attempt:
                time.sleep(min(pause, _LONGEST_PAUSE))
                pause *= 2
            self._wait()
            try:
                status, text, wait = self._exchange(content)
            except urllib3.exceptions.NewConnectionError:
                answer, why = None, "cannot be reached"
                continue
            except (urllib3.exceptions.TimeoutError, TimeoutError):
                on_timeout()  # It may have been read all the same, and paid for.
                answer, why = None, f"did not answer within {self.timeout:g} seconds"
                continue
            except urllib3.exceptions.HTTPError as error:
                answer, why = None, f"breaks off ({type(error).__name__})"
                continue
            if status not in _AGAIN:
                return status, text
            answer = status, text
            if wait > _LONGEST_WAIT:
                break
            self._asked["until"] = max(self._asked.get("until", 0.0), time.monotonic() + wait)
        if answer is not None:
            return answer
        remedy = "check OPENAI_BASE_URL and that it runs, or raise proposer_timeout"
        raise EndpointError(why, where=self.address, remedy=remedy)

    def _wait(self) -> None:
        """Wait as long as the endpoint asked for, whichever request it answered so."""
        while (left := self._asked.get("until", 0.0) - time.monotonic()) > 0:
            time.sleep(left)

    def explain(self, status: int, text: str) -> str:
        """Return in one line why an endpoint refused."""
        try:
            error = json.loads(text)["error"]
            said = str(error["message"] if isinstance(error, dict) else error)
        except (ValueError, KeyError, TypeError, RecursionError):
            said = ""
        what = _REFUSALS.get(status, "refused")
        detail = self.without_key(" ".join(said.split()))[:_SHOWN]
        return f"{what} (status {status}{f': {detail}' if detail else ''})"

    def without_key(self, text: str) -> str:
        """Return a text without the key, whole or in part."""
        return _KEYS.sub("[key]", text.replace(self.key, "[key]") if self.key else text)

    def _exchange(self, content: bytes) -> tuple[int, str, float]:
        """Send bytes once; return status, answer and the seconds that are asked to be waited."""
        import urllib3

        limit = time.monotonic() + self.timeout
        response = self._pool.request(
            "POST",
            self.url.rstrip("/").removesuffix(_PATH) + _PATH,
            body=content,
            headers=self._headers,
            timeout=urllib3.Timeout(connect=min(10.0, self.timeout), read=self.timeout),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        data = bytearray()
        try:
            while chunk := response.read1(_CHUNK):
                data += chunk
                if time.monotonic() > limit:
                    raise TimeoutError
                if len(data) > _LARGEST:
                    raise EndpointError("answers without end", where=self.address)
        finally:
            response.close()
        wait = seconds(response.headers.get("Retry-After", ""))
        return response.status, data.decode("utf-8", "replace"), wait

    @property
    def _headers(self) -> dict[str, str]:
        known = {"Content-Type": "application/json", "Accept": "application/json"}
        return {**known, "Authorization": f"Bearer {self.key}"} if self.key else known

    @cached_property
    def _pool(self) -> PoolManager:
        import urllib3

        parts = urlsplit(self.url)
        proxy = getproxies().get(parts.scheme)
        if proxy and not proxy_bypass(str(parts.hostname)):
            return urllib3.ProxyManager(proxy, maxsize=_POOLED)
        return urllib3.PoolManager(maxsize=_POOLED)


def seconds(after: str) -> float:
    """Return how long a ``Retry-After`` asks to wait: seconds or a date (RFC 9110, 10.2.3).

    >>> seconds("7"), seconds("0.5"), seconds("Wed, 21 Oct 2015 07:28:00 GMT"), seconds("soon")
    (7.0, 0.5, 0.0, 0.0)
    """
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", after):
        return float(after)
    try:
        until = parsedate_to_datetime(after)
    except ValueError:
        return 0.0
    now = datetime.now(until.tzinfo)
    return max(0.0, (until - now).total_seconds())
