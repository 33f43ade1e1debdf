"""Closing: a store as the subject of a ``with`` block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self


class Closing(ABC):
    """What is closed at the end of a block."""

    @abstractmethod
    def close(self) -> None:
        """Release files and connections. Closing again does nothing."""

    def __enter__(self) -> Self:
        """Open a block at whose end the store is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()
