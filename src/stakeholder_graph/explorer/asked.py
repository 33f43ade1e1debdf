"""What a page asks: the values of a question, checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import InputError

_MOST = 1_000  # stakeholders that one answer has
_HELD = 20_000  # ids that a page may hold
_LONGEST = 1_000  # characters of an id or a name

Question = Mapping[str, Any]


def question(body: bytes) -> Question:
    """Return the values of a question.

    Raises
    ------
    InputError
        If it is no JSON object.
    """
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputError("a question is JSON", remedy="send an object") from error
    if not isinstance(values, dict):
        raise InputError("a question is a JSON object", remedy="send an object")
    return values


def text(values: Question, name: str) -> str:
    """Return a value that is a text.

    Raises
    ------
    InputError
        If it is none, or too long.
    """
    value = values.get(name)
    return str(_checked(name, value, _is_text, "a text"))


def texts(values: Question, name: str) -> list[str]:
    """Return a value that is a list of texts, empty if it is missing.

    Raises
    ------
    InputError
        If it is none, or too long.
    """
    value = values.get(name, [])
    return list(_checked(name, value, _are_texts, f"a list of at most {_HELD} texts"))


def number(values: Question, name: str) -> int:
    """Return a value that is a whole number from 1 to 1,000; more is taken for 1,000.

    Raises
    ------
    InputError
        If it is none.
    """
    value = values.get(name)
    return min(int(_checked(name, value, _is_number, "a whole number from 1")), _MOST)


def _checked(name: str, value: Any, sound: Callable[[Any], bool], what: str) -> Any:
    if not sound(value):
        raise InputError(f"{name!r} is not {what}", remedy="send one")
    return value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= _HELD and all(map(_is_text, value))


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
