"""Entries: a decision as the plain data that a YAML file holds, and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from ...errors import InputError
from ...graph import Kind
from .decision import JUDGES, Action, Decision, Party, Said
from .erasure import Erasure

_KEYS = frozenset(
    ("number", "decision", "stakeholders", "statement", "name", "documents", "person")
) | frozenset(("who", "when", "why"))
_PARTY_KEYS = frozenset(("name", "kind", "id"))
_SAID_KEYS = frozenset(("source", "relation", "target", "quote", "document", "id"))
_ERASURE_KEYS = frozenset(("salt", "names", "surnames"))
_PARTIES = {Action.MERGE: 2, Action.APART: 2, Action.RENAME: 1, Action.SPLIT: 1}
_NAMED = frozenset((Action.RENAME, Action.SPLIT))


def to_entry(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain data, without what is empty."""
    entry = {
        "number": decision.number,
        "decision": decision.action.value,
        "stakeholders": [_party(party) for party in decision.parties],
        "statement": _said(decision.said) if decision.said else None,
        "name": decision.name,
        "documents": list(decision.documents),
        "person": _erasure(decision.erasure) if decision.erasure else None,
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
    }
    return {key: value for key, value in entry.items() if value}


def to_decision(entry: object, where: str) -> Decision:
    """Return the decision of an entry.

    Raises
    ------
    InputError
        If something is missing, unknown or of the wrong sort.
    """
    data = _mapping(entry, where, _KEYS)
    action = _action(data, where)
    parties = data.get("stakeholders") or []
    decision = Decision(
        action,
        tuple(_to_party(party, where) for party in _listed(parties, where)),
        _to_said(data["statement"], where) if "statement" in data else None,
        _text(data, "name", where),
        tuple(str(each) for each in _listed(data.get("documents") or [], where)),
        _to_erasure(data["person"], where) if "person" in data else None,
        who=_text(data, "who", where),
        when=_text(data, "when", where),
        why=_text(data, "why", where),
        number=_number(data, where),
    )
    _check(decision, where)
    return decision


def _check(decision: Decision, where: str) -> None:
    action = decision.action
    if len(decision.parties) < _PARTIES.get(action, 0):
        remedy = f"name {_PARTIES[action]} under `stakeholders`"
        raise InputError(f"{action} lacks a stakeholder", where=where, remedy=remedy)
    if action in (*JUDGES, Action.ADD) and decision.said is None:
        raise InputError(f"{action} lacks its statement", where=where, remedy="add `statement`")
    if action in _NAMED and not decision.name:
        raise InputError(f"{action} lacks the new name", where=where, remedy="add `name`")
    if action is Action.FORGET and decision.erasure is None:
        remedy = "use `stakeholders forget --person`, or take the entry out"
        raise InputError("forget lacks its person", where=where, remedy=remedy)
    if action is Action.SPLIT and not decision.documents:
        remedy = "add `documents`: where the name means another"
        raise InputError("split lacks its documents", where=where, remedy=remedy)


def _action(data: Mapping[str, Any], where: str) -> Action:
    try:
        return Action(str(data.get("decision", "")))
    except ValueError as error:
        remedy = f"use one of {', '.join(Action)}"
        raise InputError(
            f"unknown decision {data.get('decision')!r}", where=where, remedy=remedy
        ) from error


def _number(data: Mapping[str, Any], where: str) -> int:
    number = data.get("number")
    if isinstance(number, int) and not isinstance(number, bool) and number > 0:
        return number
    raise InputError("an entry lacks its number", where=where, remedy="give it one of its own")


def _party(party: Party) -> dict[str, str]:
    kind = party.kind.value if party.kind else ""
    entry = {"name": party.name, "kind": kind, "id": party.id}
    return {key: value for key, value in entry.items() if value}


def _to_party(entry: object, where: str) -> Party:
    plain = isinstance(entry, str | int | float)  # a project may be called 2030
    data = {"name": entry} if plain else _mapping(entry, where, _PARTY_KEYS)
    name, kind = _text(data, "name", where), _text(data, "kind", where)
    if not name:
        raise InputError("a stakeholder lacks its name", where=where, remedy="add `name`")
    if kind and kind not in set(Kind):
        remedy = f"use one of {', '.join(Kind)}"
        raise InputError(f"unknown kind {kind!r}", where=where, remedy=remedy)
    return Party(name, Kind(kind) if kind else None, _text(data, "id", where))


def _said(said: Said) -> dict[str, Any]:
    entry = {
        "source": _party(said.source),
        "relation": said.relation,
        "target": _party(said.target),
        "quote": said.quote,
        "document": said.document,
        "id": said.id,
    }
    return {key: value for key, value in entry.items() if value}


def _to_said(entry: object, where: str) -> Said:
    data = _mapping(entry, where, _SAID_KEYS)
    for key in ("source", "relation", "target", "document"):
        if not data.get(key):
            raise InputError(f"a statement lacks its {key}", where=where, remedy=f"add `{key}`")
    return Said(
        _text(data, "document", where),
        _to_party(data["source"], where),
        _text(data, "relation", where),
        _to_party(data["target"], where),
        _text(data, "quote", where),
        _text(data, "id", where),
    )


def _erasure(erasure: Erasure) -> dict[str, Any]:
    lists = {"names": list(erasure.names), "surnames": list(erasure.surnames)}
    return {"salt": erasure.salt, **lists}


def _to_erasure(entry: object, where: str) -> Erasure:
    data = _mapping(entry, where, _ERASURE_KEYS)
    salt = _text(data, "salt", where)
    lists = (tuple(map(str, _listed(data.get(key) or [], where))) for key in ("names", "surnames"))
    made = Erasure(salt, *lists)
    if not all(re.fullmatch(r"(?:[0-9a-f]{2})+", each) for each in (salt, *made.names)):
        raise InputError("a person is no digest", where=where, remedy="leave it as it was written")
    return made


def _mapping(value: object, where: str, keys: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError(
            f"{str(value)[:40]!r} is no entry", where=where, remedy="see the other ones"
        )
    unknown = sorted(str(key) for key in value if key not in keys)
    if unknown:
        near = get_close_matches(unknown[0], keys, 1)
        remedy = f"did you mean {near[0]!r}?" if near else f"use {', '.join(sorted(keys))}"
        raise InputError(f"unknown key {unknown[0]!r}", where=where, remedy=remedy)
    return value


def _listed(value: object, where: str) -> list[Any]:
    if isinstance(value, list):
        return value
    raise InputError(f"{str(value)[:40]!r} is no list", where=where, remedy="put it in [ ]")


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key, "")
    if isinstance(value, Mapping | list):
        raise InputError(f"{key} is no text", where=where, remedy="write it as text")
    return "" if value is None else str(value)
