"""Statement lists: a row says source, relation and target in so many columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...graph import Kind, Mention, Qualifiers, Statement, Vocabulary
from .entries import Entry
from .evidence import Evidence
from .headers import Column, Header
from .naming import mention
from .table import Row, Table
from .words import key

_FORWARD, _BACKWARD = False, True


@dataclass(frozen=True, slots=True)
class Statements:
    """A list of statements.

    Attributes
    ----------
    header : Header
        Its header.
    source, relation, target : Column
        The columns of these.
    known : mapping of str to (str, bool)
        Words for a relation → its name, and whether they are said from its target.
    kinds : mapping of str to frozenset of Kind
        Name → the kinds that all its relations in the table join.
    """

    header: Header
    source: Column
    relation: Column
    target: Column
    known: Mapping[str, tuple[str, bool]]
    kinds: Mapping[str, frozenset[Kind]] = field(default_factory=dict)
    name: str = "statements"

    @classmethod
    def of(
        cls, header: Header, rows: Sequence[Row], table: Table, vocabulary: Vocabulary
    ) -> Statements | None:
        """Return a table as a list of statements, None if it is none."""
        del table  # the header says it all
        found = [header.holding(what) for what in ("source", "relation", "target")]
        if not all(found):
            return None
        source, relation, target = (columns[0] for columns in found)
        made = cls(header, source, relation, target, _known(vocabulary))
        return replace(made, kinds=made._fitting(rows, vocabulary))

    def columns(self) -> Mapping[int, str]:
        """Return what each column that is read is, for people."""
        kinds = self.header.holding("source_kind", "target_kind")
        return {c.index: c.holds.replace("_", " ") for c in (*self._ends(), *kinds)}

    def _ends(self) -> tuple[Column, Column, Column]:
        return self.source, self.relation, self.target

    def read(
        self, entry: Entry, evidence: Evidence, qualifiers: Qualifiers
    ) -> Iterator[Statement | str]:
        """Yield the statements of a row, and in words what of it is not understood."""
        said, at = entry.cell(self.relation.index), self.relation.index
        relation, backward = self.known.get(key(said), ("", False))
        ends = [self._end(entry, column, what) for column, what in self._sides()]
        if not relation:
            if said:
                yield f"{evidence.address(entry.row, at)}: {said!r} is no relation"
            return
        if ends[0] is None or ends[1] is None:
            yield f"{evidence.address(entry.row, at)}: one end is missing"
            return
        source, target = (ends[1], ends[0]) if backward else (ends[0], ends[1])
        used = [column.index for column in self._ends()]
        yield evidence.state(source, relation, target, entry.row, used, at, qualifiers)

    def _sides(self) -> tuple[tuple[Column, str], tuple[Column, str]]:
        return (self.source, "source_kind"), (self.target, "target_kind")

    def _end(self, entry: Entry, column: Column, what: str) -> Mention | None:
        found = mention(entry.cell(column.index))
        kinds = self.header.holding(what)
        stated = key(entry.cell(kinds[0].index)) if kinds else ""
        if found and stated in set(Kind):
            return replace(found, kind=Kind(stated))
        return found and replace(found, kind=self._kind(found))

    def _kind(self, found: Mention) -> Kind:
        """Return what somebody is whose relations may know better than the look of the name."""
        return fitted(found, self.kinds.get(found.name, frozenset()))

    def _fitting(self, rows: Sequence[Row], vocabulary: Vocabulary) -> dict[str, frozenset[Kind]]:
        fitting: dict[str, frozenset[Kind]] = {}
        for row in rows:
            relation, backward = self.known.get(key(row.cell(self.relation.index)), ("", False))
            if not relation:
                continue
            joined = vocabulary.relations[relation]
            sides = (
                (joined.targets, joined.sources) if backward else (joined.sources, joined.targets)
            )
            for column, kinds in zip((self.source, self.target), sides, strict=True):
                found = mention(row.cell(column.index))
                if found:
                    fitting[found.name] = fitting.get(found.name, frozenset(Kind)) & kinds
        return fitting


def fitted(found: Mention, fitting: Collection[Kind]) -> Kind:
    """Return what somebody is, of the kinds that all relations of them join."""
    if not fitting or found.kind in fitting:
        return found.kind
    return next(kind for kind in Kind if kind in fitting)


def _known(vocabulary: Vocabulary) -> dict[str, tuple[str, bool]]:
    """Return the words for each relation: its name, its verbs, and what its target says."""
    words: dict[str, tuple[str, bool]] = {}
    for name, relation in vocabulary.relations.items():
        for text in (name.replace("_", " "), name, *relation.labels.values()):
            words.setdefault(key(text), (name, _FORWARD))
        words.setdefault(key(relation.inverse), (name, _BACKWARD))
    return words
