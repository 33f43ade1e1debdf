"""Exceptions: what is as it should be, for a reason, although a rule would find it.

A file of them is YAML::

    exceptions:
      - rule: nobody-accountable
        subject: halle Saint-Laurent
        reason: The committee decides in September 2027.
        until: 2027-09-30
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...graph import fold
from ..dates import holds, parse_date
from .rule import check_rule

_FORM = "write entries of rule, subject, reason and, if it ends, until under `exceptions:`"
_LARGEST = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Exemption:
    """An entry of the exceptions.

    Attributes
    ----------
    rule : str
        Id of the rule.
    subject : str
        A name, alias or id of the stakeholder, or the id of the document.
    reason : str
        Why it is as it should be.
    until : str
        The last day it counts, ISO 8601; empty for always.
    place : str
        Where it is written.
    """

    rule: str
    subject: str
    reason: str
    until: str = ""
    place: str = ""

    def covers(self, rule: str, names: Collection[str], at: str) -> bool:
        """Tell whether it allows what a rule found at a date of what bears these names and ids."""
        return (
            rule == self.rule
            and holds("", self.until, at)
            and _key(self.subject) in map(_key, names)
        )

    def as_dict(self) -> dict[str, str]:
        """Return it as plain values."""
        facts = {"rule": self.rule, "subject": self.subject, "reason": self.reason}
        return {**facts, "until": self.until, "place": self.place}


def load_exceptions(path: Path) -> list[Exemption]:
    """Read a file of exceptions.

    Raises
    ------
    InputError
        If it cannot be read, or an entry lacks its rule, subject or reason; with the place.
    """
    import yaml

    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("is too large", where=str(path), remedy="give a file of exceptions")
        data = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        remedy = "check the path and encoding"
        raise InputError("cannot be read as UTF-8 text", where=str(path), remedy=remedy) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(f"is not YAML ({error})", where=str(path), remedy="mend it") from error
    entries = data.get("exceptions") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise InputError("has no list `exceptions`", where=str(path), remedy=_FORM)
    return [_entry(entry, f"{path}, entry {n}") for n, entry in enumerate(entries, start=1)]


def _entry(entry: Any, where: str) -> Exemption:
    if not isinstance(entry, dict):
        raise InputError("is not a mapping", where=where, remedy=_FORM)
    unknown = sorted(str(key) for key in set(entry) - {"rule", "subject", "reason", "until"})
    if unknown:
        raise InputError(f"unknown key {unknown[0]!r}", where=where, remedy=_FORM)
    texts = {name: _text(entry.get(name), name, where) for name in ("rule", "subject", "reason")}
    check_rule(texts["rule"], where)
    until = entry.get("until") or ""
    try:
        end = parse_date(until if isinstance(until, date) else str(until))
    except InputError as error:
        raise InputError(error.what, where=where, remedy=error.remedy) from error
    return Exemption(**texts, until=end, place=where)


def _text(value: object, name: str, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"has no {name}", where=where, remedy=_FORM)
    return value.strip()


def _key(name: str) -> str:
    return fold(name.removeprefix("id:")) or name
