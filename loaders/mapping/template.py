"""Templates: text in which what stands in braces is an expression over the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError
from jmespath.parser import ParsedResult

from ...errors import InputError

Scope = Mapping[str, Any]
Used = dict[str, str]
"""Expression → the value it had; empty if it found nothing."""


@cache
def expression(text: str, where: str) -> ParsedResult:
    """Return a JMESPath expression, ready to search.

    Raises
    ------
    InputError
        If it is none.
    """
    try:
        return jmespath.compile(text)
    except JMESPathError as error:
        raise InputError(
            f"{text!r} is no JMESPath expression ({' '.join(str(error).split())})",
            where=where,
            remedy="mend it; jmespath.org has the language",
        ) from error


def search(text: str, scope: Scope, where: str) -> Any:
    """Return what an expression finds in some data; nothing if it does not fit the data."""
    try:
        return expression(text, where).search(scope)
    except JMESPathError as error:
        raise InputError(
            f"{text!r} does not fit the data ({' '.join(str(error).split())})",
            where=where,
            remedy="mend the expression",
        ) from error


@dataclass(frozen=True, slots=True)
class Template:
    """Text with expressions in braces: ``SIG {sig.name}``.

    Attributes
    ----------
    parts : tuple of (str, bool)
        Pieces in order, and whether each is an expression.
    where : str
        Where in the mapping it stands.
    """

    parts: tuple[tuple[str, bool], ...]
    where: str

    @classmethod
    def of(cls, text: str, where: str) -> Template:
        """Return the template of a text; braces may stand in one another, as in JMESPath.

        Raises
        ------
        InputError
            If a brace is not closed, or an expression is none.

        Examples
        --------
        >>> Template.of("SIG {sig.name}", "").render({"sig": {"name": "Docs"}}, {})
        'SIG Docs'
        >>> Template.of("{sig.head}", "").render({"sig": {"name": "Docs"}}, {}) is None
        True
        """
        parts, start, depth = [], 0, 0
        for place, letter in enumerate(text):
            if letter == "{" and depth == 0:
                parts.append((text[start:place], False))
                start = place + 1
            elif letter == "}" and depth == 1:
                expression(text[start:place], where)
                parts.append((text[start:place], True))
                start = place + 1
            depth += (letter == "{") - (letter == "}")
        if depth:
            raise InputError(f"{text!r} has a brace too many or too few", where=where)
        parts.append((text[start:], False))
        return cls(tuple(part for part in parts if part[0]), where)

    def render(self, scope: Scope, used: Used) -> str | None:
        """Return the text for some data, None if an expression finds nothing; note what was used.

        Raises
        ------
        InputError
            If an expression finds more than one value.
        """
        pieces = []
        for piece, is_expression in self.parts:
            if not is_expression:
                pieces.append(piece)
                continue
            found = search(piece, scope, self.where)
            if found is None or found in ("", [], {}):
                used.setdefault(piece, "")
                return None
            used[piece] = text = self._text(found, piece)
            pieces.append(text)
        return " ".join("".join(pieces).split()) or None

    def _text(self, found: object, piece: str) -> str:
        if isinstance(found, dict | list):
            raise InputError(
                f"{{{piece}}} finds {type(found).__name__}, not one value",
                where=self.where,
                remedy="name a field of it, or loop over it with `for`",
            )
        return str(found).lower() if isinstance(found, bool) else str(found)
