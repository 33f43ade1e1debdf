"""The form of a mapping: what its YAML must be, checked before anything is read by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...graph import Kind
from .parts import Choice, End, Join, Mapping, Rule, Table
from .template import Template, expression

_QUALIFIERS = ("phase", "since", "until", "frequency", "condition")
_KEYS = {"for", "join", "when", "source", "relation", "target", *_QUALIFIERS}
_END = {"name", "kind", "aliases", "scope", "identifiers"}
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def mapping_of(data: object, where: str, text: str) -> Mapping:
    """Return the mapping that the content of a file describes.

    Parameters
    ----------
    data : object
        What its YAML holds.
    where, text : str
        Its path, for messages, and the text it was read from.

    Raises
    ------
    InputError
        If it does not follow the form; the message says where.
    """
    return _Form(where).mapping(data, text)


@dataclass(frozen=True, slots=True)
class _Form:
    """Checks what stands in the file, and says where something is wrong."""

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
            files={self.name("files", name): self.file(name, path) for name, path in files.items()},
            tables={name: self.tables(f"tables.{name}", entry) for name, entry in tables.items()},
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

    def tables(self, place: str, entry: object) -> tuple[Table, ...]:
        if isinstance(entry, list):
            return tuple(self.table(f"{place}[{i}]", each) for i, each in enumerate(entry))
        return (self.table(place, entry),)

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
            tuple(
                (self.name(f"{place}.join", name), self.join(f"{place}.join.{name}", each))
                for name, each in joins.items()
            ),
            str(when),
            self.end(f"{place}.source", found.get("source")),
            self.choice(f"{place}.relation", found.get("relation")),
            self.end(f"{place}.target", found.get("target")),
            tuple((q, self.choice(f"{place}.{q}", found[q])) for q in _QUALIFIERS if q in found),
        )

    def join(self, place: str, entry: object) -> Join:
        found = self.map(entry, place, {"table", "key", "optional"})
        key = self.template(f"{place}.key", found.get("key"))
        return Join(str(found.get("table")), key, bool(found.get("optional")))

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
        if isinstance(entry, str | int | float):
            return Choice(self.template(place, entry))
        self.quoted(entry, place)
        found = self.map(entry, place, {"by", "as", "otherwise"})
        values = self.map(found.get("as", {}), f"{place}.as")
        return Choice(
            self.template(f"{place}.by", found.get("by")),
            {value.casefold(): str(to) for value, to in values.items()},
            str(found.get("otherwise", "")),
        )

    def loops(self, place: str, entry: object) -> tuple[tuple[str, str], ...]:
        named = self.map(entry, f"{place}.for")
        loops = tuple((self.name(f"{place}.for", name), str(text)) for name, text in named.items())
        if not loops:
            raise self.fault(f"{place}.for", "loops over nothing", "write `for: {record: data}`")
        for _, text in loops:
            expression(text, self.at(place))
        return loops

    def template(self, place: str, text: object) -> Template:
        self.quoted(text, place)
        if text is None:
            raise self.fault(place, "is missing", 'write a template, such as "{record.name}"')
        if not isinstance(text, str | int | float):
            raise self.fault(
                place, f"{text!r} is no text", "write text, with {expressions} in braces"
            )
        return Template.of(str(text), self.at(place))

    def name(self, place: str, name: str) -> str:
        """Check that expressions can use a name as it stands."""
        if not _NAME.fullmatch(name):
            raise self.fault(place, f"{name!r} is no name for expressions", "use letters and _")
        return name

    def quoted(self, entry: object, place: str) -> None:
        """Refuse what YAML makes of a template without quotes: ``{record.name}`` is a mapping."""
        if isinstance(entry, dict) and list(entry.values()) == [None]:
            (name,) = entry
            remedy = f'put it in quotes: "{{{name}}}"'
            raise self.fault(place, f"{{{name}}} is no text to YAML", remedy)

    def map(self, entry: object, place: str, known: set[str] | None = None) -> dict[str, Any]:
        if entry is None:
            raise self.fault(place, "is missing", "see docs/mappings.md")
        if not isinstance(entry, dict):
            raise self.fault(place, "is no mapping of names to values", "see docs/mappings.md")
        self.quoted({} if known is None else entry, place)
        strange = [str(key) for key in entry if known is not None and key not in known]
        if strange:
            listed = ", ".join(sorted(known or ()))
            raise self.fault(place, f"has no {strange[0]!r}", f"it may have {listed}")
        return {str(key): value for key, value in entry.items()}

    def at(self, place: str) -> str:
        return f"{self.where}, {place}"

    def fault(self, place: str, what: str, remedy: str) -> InputError:
        return InputError(what, where=self.at(place), remedy=remedy)
