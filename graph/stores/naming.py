"""Naming: what stakeholders are called and found by, kept as all documents name them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model import Mention, Stakeholder
from .batches import Execute, batched
from .cyphers import cypher
from .identity import Mentions, describe, keys
from .protocol import Row
from .rows import stakeholder_row, to_mention


@dataclass(frozen=True, slots=True)
class Standing:
    """The stakeholders of a document as they stand.

    Attributes
    ----------
    shown : dict
        Id → its row.
    elsewhere : dict
        Id → how other documents name it, and how often.
    names : set
        The keys that lead to them, with their ids.
    """

    shown: dict[str, Row]
    elsewhere: dict[str, Counter[Mention]]
    names: set[tuple[str, str]]

    def __or__(self, other: Standing) -> Standing:
        """Join the stakeholders of two moments."""
        return Standing(
            self.shown | other.shown, self.elsewhere | other.elsewhere, self.names | other.names
        )


def standing(execute: Execute, document: str) -> Standing:
    """Read how the stakeholders of a document stand."""
    at = {"document": document}
    shown = {row["id"]: row for row in execute(cypher("mentioned"), at)}
    elsewhere = {id_: Counter[Mention]() for id_ in shown}
    for row in execute(cypher("mentions_around"), at):
        elsewhere[row["id"]][to_mention(row)] += row["times"]
    for row in execute(cypher("mentions_of"), at):
        elsewhere[row["id"]][to_mention(row)] -= row["times"]
    names = {(row["key"], row["id"]) for row in execute(cypher("mentioned_names"), at)}
    return Standing(shown, elsewhere, names)


def introduce(execute: Execute, named: Mentions, mentions: list[Row]) -> list[Stakeholder]:
    """Write stakeholders that a document names and did not before; return the new and changed.

    Parameters
    ----------
    named : Mentions
        Them.
    mentions : list of dict
        The same as rows.
    """
    before = _standing_of(execute, list(named))
    known = {id_: found for id_, found in named.items() if id_ in before.shown}
    created = _create(execute, {id_: f for id_, f in named.items() if id_ not in known})
    batched(execute, cypher("create_mentions"), "rows", mentions)
    _name(execute, {(key, each.id) for each in created for key in keys(each)})
    return created + rename(execute, before, known)


def _standing_of(execute: Execute, ids: list[str]) -> Standing:
    """Read how some stakeholders stand; those that are not there are left out."""
    shown = {row["id"]: row for row in batched(execute, cypher("shown_as"), "ids", ids)}
    known = list(shown)
    elsewhere = {id_: Counter[Mention]() for id_ in known}
    for row in batched(execute, cypher("named_by"), "ids", known):
        elsewhere[row["id"]][to_mention(row)] += row["times"]
    found = batched(execute, cypher("found_by"), "ids", known)
    return Standing(shown, elsewhere, {(row["key"], row["id"]) for row in found})


def create_missing(execute: Execute, named: Mentions) -> list[Stakeholder]:
    """Create and return the stakeholders that no document has mentioned yet, without keys."""
    rows = batched(execute, cypher("known_stakeholders"), "ids", list(named))
    known = {row["id"] for row in rows}
    return _create(execute, {id_: found for id_, found in named.items() if id_ not in known})


def _create(execute: Execute, named: Mentions) -> list[Stakeholder]:
    new = [describe(id_, Counter(found)) for id_, found in named.items()]
    batched(execute, cypher("create_stakeholders"), "rows", [stakeholder_row(s) for s in new])
    return new


def rename(execute: Execute, stands: Standing, named: Mentions) -> list[Stakeholder]:
    """Leave stakeholders as the mentions elsewhere and these make them; return the changed.

    One without any is deleted; it must have no statement and no mention any more.
    """
    kept = [
        describe(id_, counts)
        for id_, others in sorted(stands.elsewhere.items())
        if (counts := others + Counter(named.get(id_, ())))
    ]
    names = {(key, stakeholder.id) for stakeholder in kept for key in keys(stakeholder)}
    _unname(execute, stands.names - names)
    gone = sorted(stands.shown.keys() - {stakeholder.id for stakeholder in kept})
    batched(execute, cypher("delete_stakeholders"), "ids", gone)
    changed = [s for s in kept if _differs(stakeholder_row(s), stands.shown[s.id])]
    batched(execute, cypher("set_stakeholders"), "rows", [stakeholder_row(s) for s in changed])
    _name(execute, names - stands.names)
    return changed


def _differs(row: Row, shown: Row) -> bool:
    return any(row[name] != shown[name] for name in ("name", "kind", "aliases", "identifiers"))


def _unname(execute: Execute, names: set[tuple[str, str]]) -> None:
    batched(execute, cypher("unlink_names"), "rows", _rows(names))
    batched(execute, cypher("delete_unused_names"), "keys", sorted({key for key, _ in names}))


def _name(execute: Execute, names: set[tuple[str, str]]) -> None:
    wanted = sorted({key for key, _ in names})
    known = {row["key"] for row in batched(execute, cypher("known_names"), "keys", wanted)}
    missing = [key for key in wanted if key not in known]
    batched(execute, cypher("create_names"), "keys", missing)
    batched(execute, cypher("link_names"), "rows", _rows(names))


def _rows(names: set[tuple[str, str]]) -> list[Row]:
    return [{"key": key, "id": id_} for key, id_ in sorted(names)]
