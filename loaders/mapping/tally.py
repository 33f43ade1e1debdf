"""The tally: what came of the expressions of one entry, over all its records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .template import Scope, Used

_PATH = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
_LISTED = 12


@dataclass(slots=True)
class Tally:
    """Counts of one entry.

    Attributes
    ----------
    records : int
        How many it looped over.
    missing : Counter of str
        What a statement lacked → in how many records.
    firsts : dict of str to str
        The same → the first time: a key that is in no table, a value, the place of a record.
    otherwise : Counter of str
        The values for which the relation is the one of ``otherwise``.
    """

    records: int = 0
    missing: Counter[str] = field(default_factory=Counter)
    firsts: dict[str, str] = field(default_factory=dict)
    otherwise: Counter[str] = field(default_factory=Counter)
    _tried: dict[str, Scope] = field(default_factory=dict)
    _found: set[str] = field(default_factory=set)

    def miss(self, what: str, first: str) -> None:
        """Count what a record lacks."""
        self.missing[what] += 1
        self.firsts.setdefault(what, first)

    def note(self, told: Used, scope: Scope) -> None:
        """Count which expressions found something in a record."""
        for text, value in told.items():
            self._tried.setdefault(text, dict(scope))
            if value:
                self._found.add(text)

    def nothing(self) -> Iterator[str]:
        """Yield the expressions that never found anything, and what there is instead."""
        for text, scope in self._tried.items():
            if text not in self._found:
                yield f"{{{text}}} finds nothing{_instead(text, scope)}"


def _instead(text: str, scope: Scope) -> str:
    r"""Return what a path could have named where it leads nowhere.

    >>> _instead("member.nom", {"member": {"name": "Ada", "rank": 1}})
    '; member has name, rank'
    >>> _instead("membre.name", {"member": {"name": "Ada"}})
    '; there is member'
    """
    if not _PATH.fullmatch(text):
        return ""
    value: object = scope
    walked: list[str] = []
    for step in text.split("."):
        if not isinstance(value, Mapping):
            kind = "a list: loop over it" if isinstance(value, list) else f"{value!r:.40}"
            return f"; {'.'.join(walked)} is {kind}" if value is not None else ""
        if step not in value:
            break
        walked.append(step)
        value = value[step]
    else:
        return ""
    names = [str(name) for name in value if name != "data" or walked]
    listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
    return f"; {'.'.join(walked)} has {listed}" if walked else f"; there is {listed}"
