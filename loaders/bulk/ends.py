"""Ends: whom the two ends of each row of a list of statements name, and how they are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from ...graph import Kind, Mention, Vocabulary
from ..scopes import in_scope
from ..tabular.naming import mention
from ..tabular.statements import Statements, fitted
from ..tabular.table import Row
from ..tabular.words import key
from .coding import Coded, together
from .grid import Flags, Numbers, used
from .records import Records

_KINDS = tuple(Kind)
_ALL = (1 << len(_KINDS)) - 1
_NOBODY = -1


@dataclass(slots=True)
class Ends:
    """The ends of the rows of a list.

    Attributes
    ----------
    mentions : list of Mention
        Everyone that is named.
    relations : list of str
        The relations.
    relation, sources, targets : array of int
        For each row the place of its relation, its source and its target; -1 for none.
    """

    mentions: list[Mention]
    relations: list[str]
    relation: Numbers
    sources: Numbers
    targets: Numbers

    def select(self, rows: Flags) -> Ends:
        """Return the ends of some rows, with those whom they name and no others."""
        sources, targets = self.sources[rows], self.targets[rows]
        kept = used(np.concatenate([sources, targets]), len(self.mentions))
        number = np.zeros(len(self.mentions), np.int64)
        number[kept] = np.arange(len(kept))
        named = [self.mentions[each] for each in kept.tolist()]
        return Ends(named, self.relations, self.relation[rows], number[sources], number[targets])

    def at(self, row: int) -> tuple[Mention, str, Mention]:
        """Return source, relation and target of a row that has all three."""
        source, target = self.mentions[self.sources[row]], self.mentions[self.targets[row]]
        return source, self.relations[self.relation[row]], target

    def joins(self, vocabulary: Vocabulary) -> Flags:
        """Tell which rows have a relation that joins their ends."""
        ranks = {kind: rank for rank, kind in enumerate(_KINDS)}
        kinds = np.array([ranks[each.kind] for each in self.mentions], np.int64)
        joins = np.zeros((len(self.relations), len(_KINDS), len(_KINDS)), bool)
        for number, name in enumerate(self.relations):
            relation = vocabulary.relations[name]
            for source in relation.sources:
                for target in relation.targets:
                    joins[number, ranks[source], ranks[target]] = True
        return joins[self.relation, kinds[self.sources], kinds[self.targets]]


def ends_of(
    shape: Statements,
    vocabulary: Vocabulary,
    records: Records,
    document: str,
    stated: tuple[Coded[str] | None, Coded[str] | None],
) -> Ends:
    """Return the ends of the plain rows.

    Parameters
    ----------
    document : str
        The scope of names that only say what sort of thing they name.
    stated : pair of Coded
        What their columns of the kinds of source and target say, if there are any.
    """
    read = records.relation.map(lambda said: shape.known.get(key(said), ("", False)))
    relations = list(dict.fromkeys(name for name, _ in read.values if name))
    number = [relations.index(name) if name else _NOBODY for name, _ in read.values]
    backward = np.array([turned for _, turned in read.values], bool)[read.codes]
    named, sides = together(records.source, records.target)
    found = [mention(each) for each in named]
    fitting = _fitting(shape, vocabulary, found, sides, read, records.others)
    mentions: dict[Mention, int] = {}
    first, second = (
        _mentions(found, fitting, side, kind, mentions, document)
        for side, kind in zip(sides, stated, strict=True)
    )
    return Ends(
        list(mentions),
        relations,
        np.array(number, np.int64)[read.codes],
        np.where(backward, second, first),
        np.where(backward, first, second),
    )


def _mentions(
    found: list[Mention | None],
    fitting: dict[str, int],
    side: Numbers,
    stated: Coded[str] | None,
    mentions: dict[Mention, int],
    document: str,
) -> Numbers:
    """Return the number of the mention in each row; new ones are numbered."""
    kinds = stated.map(_kind) if stated else Coded(np.zeros(len(side), np.int64), [None])
    pairs = side * len(kinds.values) + kinds.codes
    numbers: Numbers = np.full(len(found) * len(kinds.values), _NOBODY, np.int64)
    for pair in used(pairs, len(numbers)).tolist():
        each, kind = found[pair // len(kinds.values)], kinds.values[pair % len(kinds.values)]
        if each is not None:
            is_a = kind or fitted(each, _kinds(fitting.get(each.name, 0)))
            each = in_scope(each if each.kind is is_a else replace(each, kind=is_a), document)
            numbers[pair] = mentions.setdefault(each, len(mentions))
    found_in: Numbers = numbers[pairs]
    return found_in


def _fitting(
    shape: Statements,
    vocabulary: Vocabulary,
    found: list[Mention | None],
    sides: list[Numbers],
    read: Coded[tuple[str, bool]],
    others: Sequence[Row],
) -> dict[str, int]:
    """Return the kinds that all relations of a name join, as bits."""
    names: dict[str, int] = {}
    numbers = [names.setdefault(each.name, len(names)) if each else _NOBODY for each in found]
    places = np.array(numbers, np.int64)
    bits = np.full(len(names) + 1, _ALL, np.int64)  # the last is nobody's
    masks = np.array([_masks(vocabulary, *each) for each in read.values], np.int64).reshape(-1, 2)
    for side, mask in zip(sides, masks.T, strict=True):
        np.bitwise_and.at(bits, places[side], mask[read.codes])
    fitting = dict(zip(names, bits.tolist(), strict=False))
    for row in others:
        told = shape.known.get(key(row.cell(shape.relation.index)), ("", False))
        masked = _masks(vocabulary, *told)
        for column, bit in zip((shape.source, shape.target), masked, strict=True):
            each = mention(row.cell(column.index))
            if told[0] and each:
                fitting[each.name] = fitting.get(each.name, _ALL) & bit
    return fitting


def _masks(vocabulary: Vocabulary, relation: str, backward: bool) -> tuple[int, int]:
    if not relation:
        return _ALL, _ALL
    joined = vocabulary.relations[relation]
    sides = (joined.targets, joined.sources) if backward else (joined.sources, joined.targets)
    first, second = (sum(1 << _KINDS.index(kind) for kind in side) for side in sides)
    return first, second


@cache
def _kinds(bits: int) -> list[Kind]:
    return [kind for rank, kind in enumerate(_KINDS) if bits >> rank & 1]


def _kind(words: str) -> Kind | None:
    stated = key(words)
    return Kind(stated) if stated in set(Kind) else None
