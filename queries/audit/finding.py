"""What a check finds, before it is told as a problem of its rule."""

from __future__ import annotations

from typing import NamedTuple

from ...graph import Document, Stakeholder
from ..evidence import Evidence


class Found(NamedTuple):
    """Whom or what it is about, what is wrong, and the statements that show it."""

    subject: Stakeholder | Document
    message: str
    evidence: tuple[Evidence, ...] = ()
