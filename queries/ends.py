"""The ends of a statement, as stakeholders."""

from __future__ import annotations

from ..graph import Kind, Stakeholder
from .evidence import Evidence


def source_of(said: Evidence) -> Stakeholder:
    """Return who a statement is about."""
    return Stakeholder(said.source_id, said.source, Kind(said.source_kind))


def target_of(said: Evidence) -> Stakeholder:
    """Return whom or what a statement is towards."""
    return Stakeholder(said.target_id, said.target, Kind(said.target_kind))
