"""Large tables: their ends are resolved, and they are poured into the store; also once more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from ..graph import Document, Mention, Store
from .bulk import LargeTable, Pour, is_unfinished, judged, uncollected
from .company import resolve_in_company
from .decisions import Decision, Match, Plan
from .extraction import Progress
from .report import LoadReport
from .resolution import Resolver


class Load(Protocol):
    """A load under way."""

    store: Store
    decisions: Sequence[Decision]
    resolver: Resolver
    at: dict[str, Document]
    report: LoadReport
    progress: Progress | None
    total: int
    done: int

    def take(self, document: Document) -> None:
        """Take note of a document."""

    def know(self, without: str = "") -> None:
        """Take note of who is in the store, without those that only one document names."""

    def plan(self, resolved: Sequence[Mapping[Mention, str]], read: Iterable[Match]) -> Plan:
        """Return what decisions come to."""


def pour(load: Load, table: LargeTable) -> set[str]:
    """Write a large table; return the ids of those whom it names."""
    before = load.at.get(table.document.address)
    load.take(table.document)
    with uncollected():
        unfinished = is_unfinished(before)
        poured = _resumed(load, table, before) if is_unfinished(before) else _resolved(load, table)
        bulk = poured.bulk(datetime.now(UTC).isoformat(timespec="seconds"))

        def tell(done: int) -> None:
            if load.progress:
                what = f"{table.document.id}: {done:,} of {len(table):,} statements"
                load.progress(load.done, load.total, what)

        load.store.pour(bulk, tell)
    if unfinished:
        load.know()
    poured.count(load.report)
    return set(bulk.mentions)


def _resolved(load: Load, table: LargeTable) -> Pour:
    met = [(table.document.id, table.company())]
    (ids,) = resolve_in_company(load.resolver, table.said.mentions, met)
    return Pour(table, ids, load.plan([ids], judged(table, load.decisions)))


def _resumed(load: Load, table: LargeTable, before: Document) -> Pour:
    """Resolve as a load that was stopped did; begin again if the graph has changed since."""
    load.know(without=before.id)
    poured = _resolved(load, table)
    if poured.mark == before.sha256:
        return poured
    load.store.forget(before.id)
    load.know()
    return _resolved(load, table)
