"""Strict: JSON and YAML that mean one thing, and what they say as it is written.

What a standard reader takes silently is refused: a key that stands twice, a number that is none.
In YAML ``no``, ``on`` and dates are text, as in YAML 1.2, and so is a number that would be written
another way: ``007``, ``1.10``. https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "tag:yaml.org,2002:merge"


def read_json(text: str) -> Any:
    r"""Return what JSON holds, or lines of JSON: a list of what each holds.

    Raises
    ------
    ValueError
        If it is none, a key stands twice in an object, or a number is not finite.

    Examples
    --------
    >>> read_json('{"a": 1}'), read_json('{"a": 1}\n{"a": 2}')
    ({'a': 1}, [{'a': 1}, {'a': 2}])
    """
    try:
        return _loads(text)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data") or error.lineno == 1:
            raise
    return [_line(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def read_yaml(text: str, depth: int = 100) -> Any:
    """Return what YAML holds, read by a safe loader.

    Raises
    ------
    yaml.YAMLError
        If it is none, or a key stands twice in a mapping.
    ValueError
        If it is nested deeper than that: the library would end the whole process.

    Examples
    --------
    >>> read_yaml("{country: NO, since: 2024-01-05, code: 007, rank: 1, open: true}")
    {'country': 'NO', 'since': '2024-01-05', 'code': '007', 'rank': 1, 'open': True}
    """
    level = 0
    for event in yaml.parse(text, Loader=_Base):
        level += isinstance(event, yaml.CollectionStartEvent)
        level -= isinstance(event, yaml.CollectionEndEvent)
        if level > depth:
            number = event.start_mark.line + 1 if event.start_mark else 0
            raise ValueError(f"it is nested too deep, line {number}")
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe one)


def _loads(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_number, parse_float=_number)


def _line(text: str, number: int) -> Any:
    try:
        return _loads(text)
    except ValueError as error:
        raise ValueError(f"line {number}: {error}") from error


def _number(text: str) -> float:
    if not math.isfinite(found := float(text)):
        raise ValueError(f"{text} is no number")
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return found


class _Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader, with the types of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping whose keys each stand once."""
        seen = set()
        for key, _ in node.value:
            if key.tag != _MERGE and isinstance(key.value, str):
                if key.value in seen:
                    what = f"the key {key.value!r} stands twice in one mapping"
                    raise yaml.constructor.ConstructorError(None, None, what, key.start_mark)
                seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


def _as_written(_: object, node: yaml.ScalarNode) -> object:
    number = float(node.value) if "." in node.value else int(node.value)
    return number if str(number) == node.value else node.value


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("float", r"-?\d+(\.\d+)?", "-0123456789"),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})\\Z"), _first
    )
_Loader.add_constructor("tag:yaml.org,2002:float", _as_written)
