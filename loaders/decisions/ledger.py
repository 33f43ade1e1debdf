"""The file of decisions: one readable entry each, for people to read, mend and version."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

import yaml

from ...errors import InputError
from ..strict import read_yaml
from .decision import Action, Decision
from .entries import to_decision, to_entry

_HEAD = """\
# What people have decided about this graph; it is done again at each load.
# `stakeholders decisions` lists it, `stakeholders decide undo NUMBER` takes an entry back.
"""


class Ledger:
    """The decisions of a file; a file that is not there holds none.

    Parameters
    ----------
    path : Path
        Usually ``decisions.yaml`` beside the store.
    relations : collection of str, optional
        Those a statement may have that a person adds; any by default.
    """

    def __init__(self, path: Path, relations: Collection[str] = ()) -> None:
        self.path, self.relations = path, relations

    def read(self) -> list[Decision]:
        """Return the decisions, in order.

        Raises
        ------
        InputError
            If the file is no list of decisions, or two have the same number.
        """
        return [decision for decision, _ in self._entries()]

    def add(self, decisions: Iterable[Decision]) -> list[Decision]:
        """Write decisions at the end of the file, numbered and dated, and return them so."""
        number = max((decision.number for decision in self.read()), default=0)
        today = datetime.now(UTC).date().isoformat()
        made = [
            replace(decision, number=number + place, when=decision.when or today)
            for place, decision in enumerate(decisions, 1)
        ]
        if made:
            text = self._text() or _HEAD
            text += "" if text.endswith("\n") else "\n"
            self._write(text + "".join(f"\n{_dump(each)}" for each in made))
        return made

    def remove(self, number: int) -> Decision:
        """Take one decision out of the file, leave all else as it is, and return it.

        Raises
        ------
        InputError
            If there is none of that number.
        """
        entries = self._entries()
        found = next((e for e in enumerate(entries) if e[1][0].number == number), None)
        if found is None:
            remedy = "see `stakeholders decisions`"
            raise InputError(f"no decision {number}", where=str(self.path), remedy=remedy)
        place, (decision, start) = found
        lines = self._text().splitlines(keepends=True)
        end = entries[place + 1][1] if place + 1 < len(entries) else len(lines)
        while end > start + 1 and lines[end - 1].startswith("#"):  # said of the next one
            end -= 1
        self._write("".join(lines[:start] + lines[end:]))
        return decision

    def amend(self, change: Callable[[str], str]) -> None:
        """Change the text of the file, comments included."""
        text = self._text()
        if change(text) != text:
            self._write(change(text))

    def replace(self, decisions: Iterable[Decision]) -> None:
        """Write the file anew with these decisions alone."""
        self._write(_HEAD + "".join(f"\n{_dump(each)}" for each in decisions))

    def _entries(self) -> list[tuple[Decision, int]]:
        """Return each decision with the line it starts on, counted from 0."""
        text = self._text()
        try:
            data = read_yaml(text)
            node = yaml.compose(text, yaml.SafeLoader)
        except yaml.YAMLError as error:
            raise self._no_yaml(error) from error
        except ValueError as error:
            raise InputError(str(error), where=str(self.path)) from error
        if data is None or node is None:
            return []
        if not isinstance(data, list) or not isinstance(node, yaml.SequenceNode):
            remedy = "start each entry with `- number:`"
            raise InputError("is no list of decisions", where=str(self.path), remedy=remedy)
        lines = [item.start_mark.line for item in node.value]
        read = [to_decision(e, f"{self.path}:{at + 1}") for e, at in zip(data, lines, strict=True)]
        self._check_numbers(read, lines)
        self._check_relations(read, lines)
        return list(zip(read, lines, strict=True))

    def _no_yaml(self, error: yaml.YAMLError) -> InputError:
        """Return what is wrong with the file, in a line with its place."""
        mark = getattr(error, "problem_mark", None)
        where = f"{self.path}:{mark.line + 1}" if mark else str(self.path)
        why = getattr(error, "problem", None) or str(error)
        return InputError(f"is no YAML ({' '.join(why.split())})", where=where)

    def _check_numbers(self, read: list[Decision], lines: list[int]) -> None:
        seen: set[int] = set()
        for decision, line in zip(read, lines, strict=True):
            if decision.number in seen:
                where = f"{self.path}:{line + 1}"
                remedy = "give one of them a number of its own"
                raise InputError(
                    f"two decisions have the number {decision.number}", where=where, remedy=remedy
                )
            seen.add(decision.number)

    def _check_relations(self, read: list[Decision], lines: list[int]) -> None:
        for decision, line in zip(read, lines, strict=True):
            added = decision.said if decision.action is Action.ADD else None
            if added and self.relations and added.relation not in self.relations:
                near = get_close_matches(added.relation, self.relations, 1)
                remedy = f"did you mean {near[0]}?" if near else "see `stakeholders vocabulary`"
                raise InputError(
                    f"unknown relation {added.relation!r}",
                    where=f"{self.path}:{line + 1}",
                    remedy=remedy,
                )

    def _text(self) -> str:
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise InputError("cannot be read as UTF-8 text", where=str(self.path)) from error

    def _write(self, text: str) -> None:
        """Write the file whole or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        beside.write_text(text, "utf-8", newline="\n")
        beside.replace(self.path)


def _dump(decision: Decision) -> str:
    return yaml.safe_dump([to_entry(decision)], sort_keys=False, allow_unicode=True, width=100)
