"""The budget of a run: tokens and money that are never exceeded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_MILLION = 1_000_000
_BYTES = 2


@dataclass(slots=True)
class Budget:
    """What a run may use, and what it has used.

    Attributes
    ----------
    tokens : int
        How many it may use, sent and received.
    cost : float
        How much it may cost, in the currency of the prices; 0 for no limit.
    price_in, price_out : float
        Prices of a million tokens sent and received.
    requests, sent, received : int
        What has been used.
    reserved_in, reserved_out : int
        What those under way may use at most.
    """

    tokens: int = 1_000_000
    cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0
    requests: int = 0
    sent: int = 0
    received: int = 0
    reserved_in: int = 0
    reserved_out: int = 0

    @property
    def used(self) -> int:
        """The tokens used, sent and received."""
        return self.sent + self.received

    @property
    def spent(self) -> float:
        """What they cost."""
        return self._price(self.sent, self.received)

    def forbids(self, body: Mapping[str, Any]) -> str:
        """Return which limit a request could exceed at its longest answer, or an empty text.

        >>> Budget(tokens=100).forbids({"messages": ["x" * 400], "max_tokens": 10})
        'limit of 100 tokens'
        """
        sent, received = at_most(body)
        sent, received = sent + self.reserved_in, received + self.reserved_out
        if self.used + sent + received > self.tokens:
            return f"limit of {self.tokens:,} tokens"
        if self.cost and self.spent + self._price(sent, received) > self.cost:
            return f"limit of {self.cost:g} in cost"
        return ""

    def reserve(self, body: Mapping[str, Any], times: int = 1) -> None:
        """Set aside what a request may use at most, or with -1 give it free again."""
        sent, received = at_most(body)
        self.reserved_in += times * sent
        self.reserved_out += times * received

    def spend(self, sent: int, received: int) -> None:
        """Take note of a request."""
        self.requests += 1
        self.sent += sent
        self.received += received

    def _price(self, sent: int, received: int) -> float:
        return (sent * self.price_in + received * self.price_out) / _MILLION


def at_most(body: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many tokens a request sends and receives at most.

    Tokens of French and English have 3 bytes or more on average; one for 2 bytes is counted.
    """
    size = len(json.dumps(body, ensure_ascii=False).encode())
    answer = body.get("max_tokens") or body.get("max_completion_tokens") or 0
    return size // _BYTES, int(answer)
