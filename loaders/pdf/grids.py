"""Grids: tables whose cells are ruled off by lines; the lines tell cells better than gaps do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .words import Box, Word

_THIN, _SHORT = 2.5, 4.0  # points
_NEAR = 3.0
_MOST_RULES = 600  # of a page: what has more is a map or a chart


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is drawn: where it stands, and from where to where it runs."""

    at: float
    start: float
    stop: float


@dataclass(slots=True)
class Grid:
    """A ruled table: its upright and its level lines, each sorted."""

    uprights: list[Rule]
    levels: list[Rule]

    @property
    def box(self) -> Box:
        """What it covers."""
        return self.uprights[0].at, self.levels[0].at, self.uprights[-1].at, self.levels[-1].at

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands in it."""
        left, bottom, right, top = self.box
        x, y = _middle(word)
        return left < x < right and bottom < y < top

    def rows(self, words: Iterable[Word]) -> list[list[list[Word]]]:
        """Return the words of each cell of each row, from top to bottom."""
        heights = _distinct(rule.at for rule in self.levels)
        columns = _distinct(rule.at for rule in self.uprights)
        rows = [[list[Word]() for _ in columns[1:]] for _ in heights[1:]]
        for word in words:
            x, y = _middle(word)
            row = min(max(bisect_right(heights, y) - 1, 0), len(rows) - 1)
            column = min(max(bisect_right(columns, x) - 1, 0), len(columns) - 2)
            while column > 0 and not self._parts(columns[column], y):
                column -= 1  # a cell that stretches over columns
            rows[row][column].append(word)
        return [row for row in reversed(rows) if any(row)]

    def _parts(self, at: float, height: float) -> bool:
        return any(
            abs(rule.at - at) <= _NEAR and rule.start - _NEAR <= height <= rule.stop + _NEAR
            for rule in self.uprights
        )


def grids_of(page: Any, pdfium: Any) -> list[Grid]:
    """Return the ruled tables of a page that is not turned, from top to bottom."""
    if page.get_rotation():
        return []
    uprights, levels = list[Rule](), list[Rule]()
    for number, path in enumerate(page.get_objects((pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if number > _MOST_RULES:
            return []
        _take(path.get_bounds(), uprights, levels)
    if len(uprights) + len(levels) > _MOST_RULES:
        return []
    grids = [grid for group in _joined(uprights, levels) if (grid := _grid(*group))]
    return sorted(grids, key=lambda grid: -grid.box[3])


def _take(box: Box, uprights: list[Rule], levels: list[Rule]) -> None:
    """Take a path for a line if it is thin, for four if it is a box."""
    left, bottom, right, top = box
    if right - left <= _THIN < _SHORT < top - bottom:
        uprights.append(Rule((left + right) / 2, bottom, top))
    elif top - bottom <= _THIN < _SHORT < right - left:
        levels.append(Rule((bottom + top) / 2, left, right))
    elif right - left > _SHORT and top - bottom > _SHORT:
        uprights += [Rule(left, bottom, top), Rule(right, bottom, top)]
        levels += [Rule(bottom, left, right), Rule(top, left, right)]


def _joined(
    uprights: Sequence[Rule], levels: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that touch one another, group by group."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for upright in uprights:
        touched = [level for level in levels if _crosses(upright, level)]
        mine: tuple[list[Rule], list[Rule]] = ([upright], touched)
        rest = []
        for group in groups:
            if any(level in group[1] for level in touched):
                mine[0].extend(group[0])
                mine[1].extend(level for level in group[1] if level not in mine[1])
            else:
                rest.append(group)
        groups = [*rest, mine]
    return groups


def _crosses(upright: Rule, level: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.stop + _NEAR
        and upright.start - _NEAR <= level.at <= upright.stop + _NEAR
    )


def _grid(uprights: list[Rule], levels: list[Rule]) -> Grid | None:
    grid = Grid(
        sorted(uprights, key=lambda rule: rule.at), sorted(levels, key=lambda rule: rule.at)
    )
    several = [len(_distinct(rule.at for rule in rules)) > 2 for rules in (uprights, levels)]
    return grid if all(several) else None


def _distinct(places: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > _NEAR:
            distinct.append(place)
    return distinct


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, (word.bottom + word.top) / 2
