"""Notes: which rows of a large table were not understood; of very many, the first."""

from __future__ import annotations

from collections.abc import Callable

from .grid import Numbers

_MOST = 100


class Notes:
    """What is to be said of rows."""

    def __init__(self) -> None:
        self._said: list[tuple[int, str]] = []
        self._more = 0

    def add(self, row: int, text: str) -> None:
        """Say something of a row."""
        if len(self._said) < _MOST:
            self._said.append((row, text))
        else:
            self._more += 1

    def add_all(self, rows: Numbers, say: Callable[[int], str]) -> None:
        """Say of each of some rows what a function tells of its place among them."""
        room = max(0, _MOST - len(self._said))
        for place, row in enumerate(rows[:room].tolist()):
            self._said.append((row, say(place)))
        self._more += max(0, len(rows) - room)

    def listed(self) -> tuple[str, ...]:
        """Return all in order of the rows."""
        said = [text for _, text in sorted(self._said)]
        return (*said, f"{self._more:,} more rows could not be read") if self._more else (*said,)
