"""The mapping: what a YAML file says of records, checked once and ready to run."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ...errors import InputError
from ...graph import Kind
from .template import Template, expression

_QUALIFIERS = ("phase", "since", "until", "frequency", "condition")
_KEYS = {"for", "join", "when", "source", "relation", "target", *_QUALIFIERS}
_END = {"name", "kind", "aliases", "scope", "identifiers"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that is taken from a template, through a table of values if there is one."""

    template: Template
    values: Map[str, str] = field(default_factory=dict)
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """How a stakeholder is named from a record."""

    name: Template
    kind: Choice
    aliases: tuple[Template, ...]
    scope: Template | None
    identifiers: tuple[tuple[str, Template], ...]


@dataclass(frozen=True, slots=True)
class Join:
    """A look-up in a table by key."""

    table: str
    key: Template


@dataclass(frozen=True, slots=True)
class Table:
    """Records that others refer to, by key."""

    loops: tuple[tuple[str, str], ...]
    key: Template


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of statement that records make."""

    place: str
    loops: tuple[tuple[str, str], ...]
    joins: tuple[tuple[str, Join], ...]
    when: str
    source: End
    relation: Choice
    target: End
    qualifiers: tuple[tuple[str, Template], ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which statements the records of some files make.

    Attributes
    ----------
    name, title : str
        What it is called, and what the documents it makes are called.
    files : mapping of str to str
        Name in expressions → name of the file in the folder of the data. Empty for a mapping of
        one file, which is then ``data``.
    tables : mapping of str to Table
        What records refer to.
    rules : tuple of Rule
        The statements.
    text : str
        What it was read from, for telling whether it changed.
    """

    name: str
    title: str
    files: Map[str, str]
    tables: Map[str, Table]
    rules: tuple[Rule, ...]
    text: str = field(repr=False, default="")


def shipped() -> dict[str, str]:
    """Return the mappings that come with the program: name → what it is for."""
    folder = resources.files(__package__) / "shipped"
    names = sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir())
    return {name: load_mapping(name).title for name in names}


def load_mapping(path: str | Path) -> Mapping:
    """Return a mapping from a file, or one of those that come with the program by its name.

    Raises
    ------
    InputError
        If it is not there or does not follow the form; the message says where.
    """
    own = resources.files(__package__) / "shipped" / f"{path}.yaml"
    where = str(path)
    try:
        text = own.read_text("utf-8") if own.is_file() else Path(path).read_text("utf-8")
        data = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("is no readable mapping", where=where, remedy="check it") from error
    except yaml.YAMLError as error:
        raise InputError(f"is not YAML ({error})", where=where, remedy="mend it") from error
    return _Form(where).mapping(data, text)


@dataclass(frozen=True, slots=True)
class _Form:
    """Checks what stands in the file."""

    where: str

    def mapping(self, data: object, text: str) -> Mapping:
        top = self.map(data, "the file", {"title", "files", "tables", "statements"})
        files = self.map(top.get("files", {}), "files")
        tables = self.map(top.get("tables", {}), "tables")
        rules = top.get("statements")
        if not isinstance(rules, list) or not rules:
            raise self.fault("statements", "is no list of statements", "add at least one")
        return Mapping(
            name=Path(self.where).stem,
            title=str(top.get("title") or Path(self.where).stem),
            files={name: self.file(name, path) for name, path in files.items()},
            tables={name: self.table(f"tables.{name}", entry) for name, entry in tables.items()},
            rules=tuple(self.rule(f"statements[{i}]", entry) for i, entry in enumerate(rules)),
            text=text,
        )

    def file(self, name: str, path: object) -> str:
        parts = Path(str(path)).parts
        if not isinstance(path, str) or Path(path).is_absolute() or ".." in parts:
            raise self.fault(
                f"files.{name}", f"{path!r} leads out of the folder", "name a file in it"
            )
        return path

    def table(self, place: str, entry: object) -> Table:
        found = self.map(entry, place, {"for", "key"})
        return Table(self.loops(place, found.get("for")), self.template(place, found.get("key")))

    def rule(self, place: str, entry: object) -> Rule:
        found = self.map(entry, place, _KEYS)
        when = found.get("when", "")
        if when:
            expression(str(when), self.at(place))
        joins = self.map(found.get("join", {}), f"{place}.join")
        return Rule(
            place,
            self.loops(place, found.get("for")),
            tuple((name, self.join(f"{place}.join.{name}", each)) for name, each in joins.items()),
            str(when),
            self.end(f"{place}.source", found.get("source")),
            self.choice(f"{place}.relation", found.get("relation")),
            self.end(f"{place}.target", found.get("target")),
            tuple((q, self.template(f"{place}.{q}", found[q])) for q in _QUALIFIERS if q in found),
        )

    def join(self, place: str, entry: object) -> Join:
        found = self.map(entry, place, {"table", "key"})
        return Join(str(found.get("table")), self.template(place, found.get("key")))

    def end(self, place: str, entry: object) -> End:
        found = self.map({"name": entry} if isinstance(entry, str) else entry, place, _END)
        listed = found.get("aliases", [])
        aliases = listed if isinstance(listed, list) else [listed]
        identifiers = self.map(found.get("identifiers", {}), f"{place}.identifiers")
        return End(
            self.template(f"{place}.name", found.get("name")),
            self.choice(f"{place}.kind", found.get("kind", Kind.ORGANIZATION.value)),
            tuple(self.template(f"{place}.aliases", each) for each in aliases),
            self.template(f"{place}.scope", found["scope"]) if "scope" in found else None,
            tuple(
                (s, self.template(f"{place}.identifiers", each)) for s, each in identifiers.items()
            ),
        )

    def choice(self, place: str, entry: object) -> Choice:
        if isinstance(entry, str):
            return Choice(self.template(place, entry))
        found = self.map(entry, place, {"by", "as", "otherwise"})
        values = self.map(found.get("as", {}), f"{place}.as")
        return Choice(
            self.template(f"{place}.by", found.get("by")),
            {str(value): str(to) for value, to in values.items()},
            str(found.get("otherwise", "")),
        )

    def loops(self, place: str, entry: object) -> tuple[tuple[str, str], ...]:
        loops = tuple((name, str(text)) for name, text in self.map(entry, f"{place}.for").items())
        if not loops:
            raise self.fault(f"{place}.for", "loops over nothing", "write `for: {record: data}`")
        for _, text in loops:
            expression(text, self.at(place))
        return loops

    def template(self, place: str, text: object) -> Template:
        if not isinstance(text, str | int):
            raise self.fault(
                place, f"{text!r} is no text", "write text, with {expressions} in braces"
            )
        return Template.of(str(text), self.at(place))

    def map(self, entry: object, place: str, known: set[str] | None = None) -> dict[str, Any]:
        if not isinstance(entry, dict):
            raise self.fault(place, "is no mapping of names to values", "see docs/mappings.md")
        strange = [str(key) for key in entry if known is not None and key not in known]
        if strange:
            listed = ", ".join(sorted(known or ()))
            raise self.fault(place, f"has no {strange[0]!r}", f"it may have {listed}")
        return {str(key): value for key, value in entry.items()}

    def at(self, place: str) -> str:
        return f"{self.where}, {place}"

    def fault(self, place: str, what: str, remedy: str) -> InputError:
        return InputError(what, where=self.at(place), remedy=remedy)
