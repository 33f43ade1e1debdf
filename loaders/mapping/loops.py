"""Loops: the records that a mapping walks, each with what it is called and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...errors import InputError
from .parts import Mapping, Table
from .tally import Tally
from .template import Scope, Used, search

Places = dict[str, str]
"""Name in a scope → where its value stands in the data: ``sigs[0].leadership.chairs[1]``."""


class Entry(dict[str, Any]):
    """An entry of an object: its key and its value."""


@dataclass(slots=True)
class Loops:
    """The loops of a mapping over some data, and the tables that its records refer to."""

    mapping: Mapping
    root: Scope
    tables: dict[str, dict[str, Scope]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def scopes(
        self, loops: tuple[tuple[str, str], ...], where: str, tally: Tally
    ) -> Iterator[tuple[dict[str, Any], Places]]:
        """Yield a scope for each record of nested loops, the outermost first."""
        scopes: Iterator[tuple[dict[str, Any], Places]] = iter([(dict(self.root), {})])
        for variable, text in loops:
            scopes = self._inner(scopes, variable, text, where, tally)
        return scopes

    def _inner(
        self,
        scopes: Iterator[tuple[dict[str, Any], Places]],
        variable: str,
        text: str,
        where: str,
        tally: Tally,
    ) -> Iterator[tuple[dict[str, Any], Places]]:
        at = f"{self.mapping.name}, {where}"
        for scope, places in scopes:
            found = search(text, scope, at)
            tally.note({text: "" if found is None or found in ("", [], {}) else "found"}, scope)
            base = _base(text, scope, places)
            if isinstance(found, dict):
                for key, value in found.items():
                    place = {**places, variable: f"{base}.{key}"}
                    yield {**scope, variable: Entry(key=key, value=value)}, place
            elif found is not None:
                for i, value in enumerate(found if isinstance(found, list) else [found]):
                    place = {
                        **places,
                        variable: f"{base}[{i}]" if isinstance(found, list) else base,
                    }
                    yield {**scope, variable: value}, place

    def table(self, wanted: str, where: str) -> dict[str, Scope]:
        """Return the records of a table by key, made when it is first asked for."""
        if wanted not in self.mapping.tables:
            raise InputError(
                f"joins {wanted!r}, which is no table",
                where=f"{self.mapping.name}, {where}",
                remedy="add it to `tables`",
            )
        if wanted not in self.tables:
            self.tables[wanted] = {}
            for table in self.mapping.tables[wanted]:
                self._enter(table, wanted)
        return self.tables[wanted]

    def _enter(self, table: Table, wanted: str) -> None:
        """Enter records into a table: each with its own fields and the names of its loops."""
        names = [variable for variable, _ in table.loops]
        keys, has_any = Tally(), False
        for scope, places in self.scopes(table.loops, f"tables.{wanted}", Tally()):
            used: Used = {}
            key = table.key.render(scope, used)
            keys.note(used, scope)
            has_any |= bool(key)
            if key:
                record = scope[names[-1]]
                own = record if isinstance(record, dict) else {}
                entered = {**own, **{name: scope[name] for name in names}}
                first = self.tables[wanted].setdefault(key, entered)
                if first is not entered and first != entered:
                    place = places[names[-1]]
                    self.notes.append(f"{place}: {key!r} stands twice; the first is taken")
        if not has_any:  # every join with it will fail, and this is why
            self.notes += [f"tables.{wanted}: {each}" for each in keys.nothing()]


def _base(text: str, scope: Scope, places: Places) -> str:
    """Return where the value of an expression stands: an entry stands where its value does."""
    head, dot, rest = text.partition(".")
    base = places.get(head, head)
    if isinstance(scope.get(head), Entry) and rest.partition(".")[0] == "value":
        _, dot, rest = rest.partition(".")
    return f"{base}{dot}{rest}"
