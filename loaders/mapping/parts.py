"""The parts of a mapping, as values that are checked and ready to run."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from .template import Template


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
    """A look-up in a table by key; an optional one may find nothing."""

    table: str
    key: Template
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Some records that others refer to, by key."""

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
    qualifiers: tuple[tuple[str, Choice], ...]


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
    tables : mapping of str to tuple of Table
        What records refer to: one table may have records from several places.
    rules : tuple of Rule
        The statements.
    text : str
        What it was read from, for telling whether it changed.
    """

    name: str
    title: str
    files: Map[str, str]
    tables: Map[str, tuple[Table, ...]]
    rules: tuple[Rule, ...]
    text: str = field(repr=False, default="")
