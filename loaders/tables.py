"""Table rows written with pipes: Markdown's, and those people type in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..graph import fold
from .blocks import Block, BlockKind

Characters = tuple[str, Sequence[int]]
"""Text and the offset of each of its characters in the stored text."""

_PIPE = re.compile(r"(?<!\\)\|")
_PREFIX = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?=\|)")
_RULE = re.compile(r"[\s|:=+-]+\Z")
# Words that head a column rather than fill one.
_HEADS = frozenset(
    """acteur action activite area body composition contact dataset description domaine entity
    etape fonction forum function gouvernance groupe instance lead member membre mission name nom
    notes organisation organisme organization owner perimetre pilote position projet project
    purpose qualite representant responsable responsibility role service sponsor stakeholder
    steward structure tache task titre title what who qui quoi""".split()
)


def is_rule(text: str) -> bool:
    """Tell whether a line only rules off the head of a table.

    >>> is_rule("|------|:---:|"), is_rule("| a |")
    (True, False)
    """
    return "-" in text and "|" in text and bool(_RULE.match(text))


def has_cells(text: str) -> bool:
    """Tell whether a line may be a row: a pipe stands between two things."""
    return bool(_PIPE.search(text.strip().strip("|")))


def is_head(text: str) -> bool:
    """Tell whether a row names columns.

    >>> is_head("Dataset | Owner | Steward"), is_head("Red Cross | SUPPORT | Staffs shelters")
    (True, False)
    """
    cells = [fold(cell) for cell in _PIPE.split(text.strip().strip("|"))]
    return any(cell in _HEADS for cell in cells)


def row(
    line: Characters,
    *,
    header: bool,
    plain: Callable[[str], tuple[str, Sequence[int]]] | None = None,
) -> Block:
    """Return a line as a row whose text is its cells with a pipe between two.

    Parameters
    ----------
    line : (str, sequence of int)
        The line as it is written, and its offsets.
    header : bool
        Whether it heads its table.
    plain : callable, optional
        What takes the markup out of a cell: source → text and offsets in that source.

    Examples
    --------
    >>> line = "| Lead | DRAC |"
    >>> b = row((line, range(10, 25)), header=False)
    >>> b.text, b.cells, b.span(5, 9)
    ('Lead|DRAC', ((0, 4), (5, 9)), (19, 23))
    """
    source, places = line
    prefix = _PREFIX.match(source)
    start = prefix.end() + 1 if prefix else 0
    text, offsets, cells = "", list[int](), list[tuple[int, int]]()
    for begin, end in _bounds(source, start):
        if cells:
            text += "|"
            offsets.append(places[begin - 1])
        words, within = _cell(source[begin:end], plain)
        cells.append((len(text), len(text) + len(words)))
        text += words
        offsets.extend(places[begin + index] for index in within)
    return Block(BlockKind.ROW, text, tuple(offsets), cells=tuple(cells), header=header)


def _bounds(source: str, start: int) -> list[tuple[int, int]]:
    """Return where each cell begins and ends; a pipe that ends the line opens no cell."""
    length = len(source.rstrip())
    pipes = [match.start() for match in _PIPE.finditer(source, start, length)]
    if pipes and pipes[-1] == length - 1:
        length = pipes.pop()
    return list(zip([start, *(pipe + 1 for pipe in pipes)], [*pipes, length], strict=True))


def _cell(source: str, plain: Callable[[str], Characters] | None) -> Characters:
    left = len(source) - len(source.lstrip())
    stripped = source.strip()
    if plain is None:
        return stripped, range(left, left + len(stripped))
    text, within = plain(stripped)
    return text, [left + index for index in within]
