"""The generated parts of queries.md: every helper, from its docstring and a run on the samples.

A helper is a function of `stakeholder_graph.queries`, or of a room in it, that asks a store. A new
one comes onto the page by itself; if its docstring or ``answers.py`` lacks what the page needs,
this stops and says what.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pandas as pd
from answers import FOLDER, example, is_store
from pages import table

from stakeholder_graph import queries
from stakeholder_graph.cli.program import ENTRIES
from stakeholder_graph.queries import COLUMNS, cypher

Helper = Callable[..., Any]


def helpers() -> dict[str, Helper]:
    """Return every helper by name."""
    rooms = [room.name for room in pkgutil.iter_modules(queries.__path__) if room.ispkg]
    modules = [queries, *(import_module(f"{queries.__name__}.{room}") for room in rooms)]
    public = [(name, getattr(module, name)) for module in modules for name in module.__all__]
    return {name: each for name, each in public if _asks(each)}


def _asks(each: object) -> bool:
    if not inspect.isfunction(each):
        return False
    first = next(iter(inspect.signature(each).parameters.values()), None)
    return first is not None and is_store(first)


def reference() -> str:
    """Return a section for each helper: question, parameters, columns, Cypher, example."""
    return "\n".join(_section(name, helper) for name, helper in sorted(helpers().items()))


def files() -> str:
    """Return the Cypher files: what each finds, its parameters, and which helpers ask it."""
    users = {name: example(name, helper).files for name, helper in sorted(helpers().items())}
    rows = []
    for name in sorted(file.name.removesuffix(".cypher") for file in FOLDER.iterdir()):
        comment = " ".join(line[3:] for line in cypher(name).splitlines() if line[:3] == "// ")
        parameters = dict.fromkeys(re.findall(r"\$\w+", cypher(name)))
        asked = [f"`{user}`" for user, asks in users.items() if name in asks]
        found = re.split(r"(?<=\.)\s|\s\$", comment)[0]
        rows.append((_file(name), found, ", ".join(f"`{p}`" for p in parameters), ", ".join(asked)))
    return table(("file", "finds", "parameters", "asked in the examples by"), rows)


def columns() -> str:
    """Return the columns of a statement, with what its attributes are documented as."""
    described = _parameters(queries.Evidence, "Attributes")
    told = {one: text for names, _, text in described for one in names.split(", ")}
    return table(("column", "what it holds"), ((f"`{name}`", told[name]) for name in COLUMNS))


def _section(name: str, helper: Helper) -> str:
    doc = inspect.getdoc(helper) or ""
    question, _, more = doc.partition("\n")
    shown = example(name, helper)
    parts = [
        f"### {name}",
        question,
        " ".join(re.split(r"\n[A-Z]\w+\n-{4}", more)[0].split()),
        f"```python\n{name}{_signature(helper)}\n```",
        _command(name),
        parameter_table(name, helper),
        f"Cypher: {', '.join(map(_file, shown.files))}." if shown.files else "",
        _columns_of(shown.answer),
        shown.shown(),
    ]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def _signature(helper: Helper) -> str:
    text = re.sub(r"'([^']*)'", r"\1", str(inspect.signature(helper)))
    return re.sub(r"<(Kind)\.(\w+): \w+>", r"\1.\2", text)


def _command(name: str) -> str:
    command = name.replace("_", "-").removesuffix("-matrix")
    return (
        f"Command: [`stakeholders {command}`](commands.md#{command})" if command in ENTRIES else ""
    )


def parameter_table(name: str, helper: Helper) -> str:
    """Return the parameters of a helper as a table, or whose they are.

    Raises
    ------
    LookupError
        If its docstring does not say.
    """
    described = _parameters(helper, "Parameters")
    if not described:
        same = re.search(r"[Pp]arameters.{0,40} those\s+of\s+`(\w+)`", inspect.getdoc(helper) or "")
        if not same:
            raise LookupError(f"the docstring of {name} has no section Parameters")
        return f"Parameters: those of [`{same[1]}`](#{same[1]})."
    return table(("parameter", "type", "what it is"), [(f"`{p}`", t, d) for p, t, d in described])


def _parameters(thing: object, heading: str) -> list[tuple[str, str, str]]:
    """Return names, type and description of each entry of a section of a numpy docstring."""
    lines = (inspect.getdoc(thing) or "").partition(f"\n{heading}\n{'-' * len(heading)}\n")[2]
    body = re.split(r"\n\n[A-Z]\w+\n-+\n", lines)[0]
    entries = re.findall(r"^(\w[\w, ]*?) : (.+)\n((?:[ ]{4}.*\n?|\n)+)", body + "\n", re.MULTILINE)
    return [(n, t.replace("|", "\\|"), " ".join(d.split())) for n, t, d in entries]


def _file(name: str) -> str:
    return f"[`{name}.cypher`](../queries/cypher/{name}.cypher)"


def _columns_of(answer: object) -> str:
    """Return a sentence on what an answer is, and its columns."""
    frame = answer if isinstance(answer, pd.DataFrame) else getattr(answer, "frame", lambda: None)()
    if not isinstance(frame, pd.DataFrame):
        return f"Returns `{type(answer).__name__}`."
    names = [str(name) for name in frame.columns]
    whole = set(COLUMNS) <= set(names)
    listed = [f"`{name}`" for name in names if not whole or name not in COLUMNS]
    listed += ["[those of a statement](#columns-of-a-statement)"] if whole else []
    made = (
        "" if frame is answer else f"Returns `{type(answer).__name__}`; as a table by `.frame()`. "
    )
    return f"{made}Columns: {', '.join(listed)}."
