"""Replay: the decisions of a file done on a store, each document in one transaction.

What stands in the store is always what was read with all decisions of the file on top, so doing it
again changes nothing, and a decision that is no longer in the file is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...graph import Store
from .cypher_files import cypher
from .decision import JUDGES, Decision
from .directory import Directory
from .matching import Match, Matcher
from .plan import Plan, plan
from .revision import as_read, revised, same, source_of


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of decisions.

    Attributes
    ----------
    followed : tuple of int
        Numbers of those that are followed.
    waiting : dict of int to str
        Number → why it cannot be followed: what it is about is not there, or has changed.
    conflicts : tuple of str
        Which contradict one another.
    documents : tuple of str
        The documents that were written anew.
    """

    followed: tuple[int, ...] = ()
    waiting: dict[int, str] | None = None
    conflicts: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def stale(self) -> dict[int, str]:
        """Those about a statement that its document does not make any more."""
        waiting = self.waiting or {}
        return {number: why for number, why in waiting.items() if why.startswith("stale")}


def replay(store: Store, decisions: Sequence[Decision]) -> Replayed:
    """Leave a store as it was read, with these decisions, and only these, on top.

    Parameters
    ----------
    store : Store
        Open for writing.
    decisions : sequence of Decision
        As `Ledger.read` returns them.

    Raises
    ------
    StoreError
        If the store refuses.
    """
    made = survey(store, decisions)
    written = [id_ for id_ in _concerned(store, made) if _rewrite(store, id_, made)]
    return outcome(made, written)


def survey(store: Store, decisions: Sequence[Decision]) -> Plan:
    """Return what decisions come to on a store, which is left as it is."""
    if not decisions:  # no need to know who is there
        return Plan()
    directory = Directory(store.stakeholders(decided=False))
    documents = {document.id for document in store.documents()}
    return plan(decisions, directory, Matcher(_statements(store, decisions), documents))


def outcome(made: Plan, documents: Iterable[str] = ()) -> Replayed:
    """Return what came of a plan, for a report."""
    return Replayed(
        tuple(made.followed), dict(made.waiting), tuple(made.conflicts), tuple(documents)
    )


def _statements(store: Store, decisions: Sequence[Decision]) -> list[Match]:
    said = [d.said for d in decisions if d.action in JUDGES and d.said]
    if not said:
        return []
    sought = {"ids": [s.id for s in said], "quotes": [s.quote for s in said if s.quote]}
    return [Match(**row) for row in store.run(cypher("quoted"), sought)]


def _concerned(store: Store, made: Plan) -> list[str]:
    found = {row["id"] for row in store.run(cypher("decided"))} | made.documents
    return sorted(found.union(documents_of(store, made.stakeholders)))


def documents_of(store: Store, ids: Iterable[str]) -> list[str]:
    """Return the documents that mention some stakeholders."""
    wanted = sorted(ids)
    rows = store.run(cypher("mentioning"), {"ids": wanted}) if wanted else []
    return sorted({row["id"] for row in rows})


def _rewrite(store: Store, id_: str, made: Plan) -> bool:
    """Write a document as decisions change it; return whether that changed anything."""
    told = store.told(id_)
    added = [each for each in made.additions if each.said.document == id_]
    read = as_read(told) if told else None
    if read is None or not (read.document.sha256 or read.mentions):  # only decisions quote it
        if not added:
            return store.forget(id_)
        read = source_of(id_, added)
    final = revised(read, made)
    if told is not None and same(told, final) and told.document == final.document:
        return False
    store.write(final.document, final.mentions, final.statements)
    return True
