"""Loops: the records that a mapping walks, each with what it is called and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...errors import InputError
from .mapping import Mapping
from .template import Scope, search

Places = dict[str, str]
"""Name in a scope → where its value stands in the data: ``sigs[0].leadership.chairs[1]``."""


@dataclass(slots=True)
class Loops:
    """The loops of a mapping over some data, and the tables that its records refer to."""

    mapping: Mapping
    root: Scope
    tables: dict[str, dict[str, Scope]] = field(default_factory=dict)

    def scopes(
        self, loops: tuple[tuple[str, str], ...], where: str
    ) -> Iterator[tuple[dict[str, Any], Places]]:
        """Yield a scope for each record of nested loops, the outermost first."""
        scopes: Iterator[tuple[dict[str, Any], Places]] = iter([(dict(self.root), {})])
        for variable, text in loops:
            scopes = self._inner(scopes, variable, text, where)
        return scopes

    def _inner(
        self, scopes: Iterator[tuple[dict[str, Any], Places]], variable: str, text: str, where: str
    ) -> Iterator[tuple[dict[str, Any], Places]]:
        at = f"{self.mapping.name}, {where}"
        for scope, places in scopes:
            found = search(text, scope, at)
            head, dot, rest = text.partition(".")
            base = f"{places.get(head, head)}{dot}{rest}"
            if isinstance(found, dict):
                for key, value in found.items():
                    place = {**places, variable: f"{base}.{key}"}
                    yield {**scope, variable: {"key": key, "value": value}}, place
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
            table = self.mapping.tables[wanted]
            self.tables[wanted] = {}
            for scope, _ in self.scopes(table.loops, f"tables.{wanted}"):
                key = table.key.render(scope, {})
                if key:
                    names = [variable for variable, _ in table.loops]
                    self.tables[wanted].setdefault(key, {n: scope[n] for n in names})
        return self.tables[wanted]
