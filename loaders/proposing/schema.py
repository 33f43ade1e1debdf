"""The form of an answer, as a JSON schema that endpoints can hold a model to."""

from __future__ import annotations

from typing import Any

from ...graph import Kind, Vocabulary

_TEXT = {"type": "string"}
_LIST = {"type": "array", "items": _TEXT}
QUALIFIERS = ("phase", "since", "until", "frequency", "condition")
"""The qualifiers of a statement that are texts."""


def schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of an answer: stakeholders, and statements between them by name.

    All properties are required and no others allowed, as strict modes of endpoints want it.
    """
    stakeholder = _object(
        name=_TEXT, kind={"type": "string", "enum": [kind.value for kind in Kind]}, aliases=_LIST
    )
    statement = _object(
        source=_TEXT,
        relation={"type": "string", "enum": list(vocabulary.relations)},
        target=_TEXT,
        quote=_TEXT,
        **dict.fromkeys(QUALIFIERS, _TEXT),
        jointly_with=_LIST,
    )
    return _object(stakeholders=_array(stakeholder), statements=_array(statement))


def _object(**properties: object) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}
