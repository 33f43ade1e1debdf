"""Records: a mapping is run over data, and each record makes its statements."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...graph import Document, Kind, Mention, Place, Qualifiers, Statement, Vocabulary
from ..blocks import Source
from ..limits import LIMITS, Limits
from ..reading import name
from .data import read_data
from .loops import Loops
from .mapping import Choice, End, Mapping, Rule
from .template import Scope, Used, search

_ROOT = "data"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class MappedEntry:
    """What came of one entry of a mapping.

    Attributes
    ----------
    place : str
        Which entry.
    records, statements : int
        How many records it looped over, and how many statements they made.
    missing : mapping of str to int
        What found nothing, and in how many records.
    example : Statement or None
        The first statement.
    """

    place: str
    records: int
    statements: int
    missing: Map[str, int]
    example: Statement | None


@dataclass(frozen=True, slots=True)
class MappedReading:
    """What the records of some data state: the document, its statements, and how each came."""

    source: Source
    statements: tuple[Statement, ...]
    entries: tuple[MappedEntry, ...]


def read_records(
    path: Path, mapping: Mapping, vocabulary: Vocabulary, limits: Limits = LIMITS
) -> MappedReading:
    """Return the statements that a mapping reads in a file, or in the files of a folder.

    The text of the document is made of what the statements rest on, a line each: the fields that
    were used, and nothing else of the data. A quote is such a line, and its place is the path to
    the record: ``sigs[0].leadership.chairs[1]``.

    Raises
    ------
    InputError
        If data cannot be read, or the mapping does not fit it.
    """
    scope, digest = _data(path, mapping, limits)
    run = _Run(mapping, vocabulary, name(path), Loops(mapping, scope))
    entries = tuple(run.entry(rule) for rule in mapping.rules)
    document = Document(
        id=name(path),
        title=mapping.title,
        address=str(path.resolve()),
        language="en",
        sha256=hashlib.sha256(f"{digest} {mapping.text}".encode()).hexdigest(),
        text="".join(run.text),
    )
    return MappedReading(Source(document, ()), tuple(run.statements), entries)


def _data(path: Path, mapping: Mapping, limits: Limits) -> tuple[Scope, str]:
    if not mapping.files:
        value, digest = read_data(path, limits)
        return {**(value if isinstance(value, dict) else {}), _ROOT: value}, digest
    folder = path if path.is_dir() else path.parent
    read = {key: _inside(folder, file, limits) for key, file in mapping.files.items()}
    digests = " ".join(digest for _, digest in read.values())
    return {key: value for key, (value, _) in read.items()}, digests


def _inside(folder: Path, file: str, limits: Limits) -> tuple[Any, str]:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(
            "leads out of the folder of the data", where=str(path), remedy="copy it in"
        )
    return read_data(path, limits)


@dataclass(slots=True)
class _Run:
    """One mapping under way."""

    mapping: Mapping
    vocabulary: Vocabulary
    document: str
    loops: Loops
    statements: list[Statement] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    size: int = 0

    def entry(self, rule: Rule) -> MappedEntry:
        before, missing, records = len(self.statements), Counter[str](), 0
        seen: set[tuple[object, ...]] = set()
        for scope, places in self.loops.scopes(rule.loops, rule.place):
            records += 1
            self.record(rule, scope, next(reversed(places.values())), missing, seen)
        made = self.statements[before:]
        return MappedEntry(rule.place, records, len(made), missing, made[0] if made else None)

    def record(
        self,
        rule: Rule,
        scope: dict[str, Any],
        place: str,
        missing: Counter[str],
        seen: set[tuple[object, ...]],
    ) -> None:
        used: Used = {}
        for variable, join in rule.joins:
            key = join.key.render(scope, used)
            found = self.loops.table(join.table, rule.place).get(key or "")
            if found is None:
                missing[f"join {variable}"] += 1
                return
            scope[variable] = found
        if rule.when and not search(rule.when, scope, f"{self.mapping.name}, {rule.place}"):
            return
        ends = [self.end(end, scope, used) for end in (rule.source, rule.target)]
        relation = self.choose(rule.relation, scope, used)
        for what, value in (("source", ends[0]), ("target", ends[1]), ("relation", relation)):
            if not value:
                missing[what] += 1
        if ends[0] and ends[1] and relation:
            told = self.limits(rule, scope, used, missing)
            said = (ends[0], relation, ends[1], *told.values())
            if said not in seen:
                seen.add(said)
                self.state(rule, ends[0], relation, ends[1], told, used, place)

    def limits(self, rule: Rule, scope: Scope, used: Used, missing: Counter[str]) -> dict[str, str]:
        """Return the qualifiers of a record; a date that is none is left out, and counted."""
        told = {}
        for qualifier, template in rule.qualifiers:
            value = template.render(scope, used) or ""
            if value and qualifier in ("since", "until") and not is_date(value):
                missing[f"a date in {qualifier} ({value})"] += 1
                value = ""
            told[qualifier] = value
        return told

    def state(
        self,
        rule: Rule,
        source: Mention,
        relation: str,
        target: Mention,
        told: dict[str, str],
        used: Used,
        place: str,
    ) -> None:
        known = self.vocabulary.relation(relation)
        if not known.joins(source.kind, target.kind):
            raise InputError(
                f"{known.name} does not join {source.kind} to {target.kind}",
                where=f"{self.mapping.name}, {rule.place}",
                remedy="mend the kinds or the relation",
            )
        quote = "; ".join(f"{text}: {value}" for text, value in used.items())
        self.statements.append(
            Statement(
                source,
                known.name,
                target,
                quote,
                self.document,
                Place(self.size, self.size + len(quote), place),
                _qualifiers(told),
                confidence=1.0,
                asserted_by=f"mapping.{self.mapping.name}",
            )
        )
        self.text.append(f"{quote}\n")
        self.size += len(quote) + 1

    def end(self, end: End, scope: Scope, used: Used) -> Mention | None:
        named = end.name.render(scope, used)
        kind = self.choose(end.kind, scope, {})
        if not named or not kind:
            return None
        if kind not in set(Kind):
            raise InputError(
                f"{kind!r} is no kind of stakeholder",
                where=end.name.where,
                remedy=f"use one of {', '.join(Kind)}",
            )
        aliases = (alias.render(scope, {}) for alias in end.aliases)
        values = ((scheme, each.render(scope, {})) for scheme, each in end.identifiers)
        return Mention(
            named,
            Kind(kind),
            tuple(alias for alias in aliases if alias and alias != named),
            (end.scope.render(scope, {}) or "") if end.scope else "",
            tuple(f"{scheme}:{value}" for scheme, value in values if value),
        )

    def choose(self, choice: Choice, scope: Scope, used: Used) -> str:
        value = choice.template.render(scope, used)
        if not choice.values and not choice.otherwise:
            return value or ""
        return choice.values.get(value or "", choice.otherwise)


def _qualifiers(told: dict[str, str]) -> Qualifiers:
    limits: dict[str, Any] = dict(told)
    return Qualifiers(**limits)


def is_date(text: str) -> bool:
    """Tell whether text is a year, a month or a day there is, as ISO 8601 writes them.

    >>> [is_date(text) for text in ("2024", "2024-02", "2024-02-29", "2023-02-29", "soon")]
    [True, True, True, False, False]
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
