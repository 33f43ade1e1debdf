"""Reach: how far the cells of a sheet lie apart, told before the room between them is filled.

The library that reads workbooks keeps a sheet as one block from its first to its last cell, and
ends the whole process where that finds no memory.
"""

from __future__ import annotations

import re
from typing import IO
from xml.parsers import expat

# The library takes an address beyond the last cell of Excel at its word, and so is it counted.
_ADDRESS = re.compile(r"\$?([A-Za-z]+)\$?(\d+)")
_LONGEST = 15
_CHUNK = 1 << 20
_REPEATED = frozenset({"table", "table-row", "table-cell", "covered-table-cell"})


class Reach:
    """The last row and column of a sheet in which a cell holds something, and what ends it early.

    Examples
    --------
    >>> import io
    >>> reach = Reach.of(io.BytesIO(b"<s><row><c r='B7'><v>1</v></c><c r='D9'/></row></s>"))
    >>> reach.rows, reach.columns
    (7, 2)

    OpenDocument says how often a row or a cell is repeated, instead of where it stands:

    >>> row = b"<table-row number-rows-repeated='9'><table-cell><p/></table-cell></table-row>"
    >>> reach = Reach.of(io.BytesIO(row))
    >>> reach.rows, reach.columns
    (9, 1)
    """

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.fault = ""
        self._row = self._column = 0
        self._open = False  # whether a cell of OpenDocument is

    @classmethod
    def of(cls, part: IO[bytes]) -> Reach:
        """Return the reach of a sheet, from its XML, as far as that is sound."""
        reach = cls()
        parser = expat.ParserCreate()
        parser.StartElementHandler = reach._start
        try:
            while piece := part.read(_CHUNK):
                parser.Parse(piece)
        except expat.ExpatError as error:
            reach.fault = str(error)
        return reach

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name in _REPEATED:
            self._repeat(name, attributes)
        elif name == "p" and self._open:
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name in ("v", "is"):
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        elif name == "row":
            given = attributes.get("r", "")
            self._row = _count(given) if given.isdecimal() else self._row + 1
            self._column = 0

    def _cell(self, address: str) -> None:
        match = _ADDRESS.fullmatch(address)
        if match is None:  # it stands beside the one before
            self._column += 1
            return
        self._row, self._column = _count(match[2]), 0
        for letter in match[1].upper()[:_LONGEST]:
            self._column = self._column * 26 + ord(letter) - ord("A") + 1

    def _repeat(self, name: str, attributes: dict[str, str]) -> None:
        self._open = name.endswith("cell")
        counts = {k.rpartition(":")[2]: _count(v) for k, v in attributes.items() if v.isdecimal()}
        if name == "table":
            self._row = 0
        elif name == "table-row":
            self._row, self._column = self._row + counts.get("number-rows-repeated", 1), 0
        else:
            self._column += counts.get("number-columns-repeated", 1)


def _count(digits: str) -> int:
    """Return a number, one of very many digits as far as it matters."""
    return int(digits[:_LONGEST])
