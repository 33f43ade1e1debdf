"""The generated parts of influence.md: each metric, as its docstring defines it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

from stakeholder_graph.queries import influence
from stakeholder_graph.queries.influence import METRICS, Metric

_FIRST = {"highest": "the highest value is first", "lowest": "the lowest value is first"}
_ASKED = ("Definition", "Reference", "Complexity")
_TABLES = (
    *("brokerage", "sitting_together", "interlocks", "equivalence", "centralisation"),
    *("stability", "change"),
)


def definitions() -> str:
    """Return a section for each metric.

    Raises
    ------
    LookupError
        If a docstring lacks definition, reference or complexity.
    """
    return "\n".join(_section(name, metric) for name, metric in METRICS.items())


def tables() -> str:
    """Return what the other tables tell, each in one line."""
    return "".join(f"- `{name}`: {_says(getattr(influence, name))}\n" for name in _TABLES)


def _section(name: str, metric: Metric) -> str:
    parts = _parts(metric.measure)
    missing = [heading for heading in _ASKED if heading not in parts]
    if missing:
        raise LookupError(f"the docstring of {name} has no {missing[0]}")
    rank = f"\n- **Rank**: {_FIRST[metric.first]}." if metric.first else ""
    lines = [f"- **{heading}**: {text}" for heading, text in parts.items()]
    return f"### {name}\n\n{_says(metric.measure)}\n\n" + "\n".join(lines) + rank + "\n"


def _says(function: Callable[..., Any]) -> str:
    """Return the first sentence of a docstring as one that says what a value is."""
    first = (inspect.getdoc(function) or "").partition("\n")[0]
    text = re.sub(r"^(Return|Count) ", "", first)
    return text[0].upper() + text[1:]


def _parts(function: Callable[..., Any]) -> dict[str, str]:
    """Return the headed parts of a docstring, each on one line, as Markdown."""
    text = inspect.getdoc(function) or ""
    found = re.findall(r"^([A-Z][\w ]+)\n((?:[ ]{4}.*\n?)+)", text, re.MULTILINE)
    return {heading: _plain(" ".join(body.split())) for heading, body in found}


def _plain(text: str) -> str:
    return re.sub(r":func:`~?([\w.]+)`", r"`\1`", text.replace("``", "`"))
