"""The generated parts of the pages in this folder: `make docs` writes them, a test checks them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from stakeholder_graph.cli import program
from stakeholder_graph.cli.exits import MEANINGS
from stakeholder_graph.cli.program import ENTRIES
from stakeholder_graph.graph import Kind, Relation, load_vocabulary
from stakeholder_graph.graph.exchange import FORMATS
from stakeholder_graph.queries.audit import rules

_WIDTH = 88


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"


def relations() -> str:
    """Return the relations of the vocabulary as a table."""
    heads = ("relation", "meaning", "from", "to", "inverse", "RACI", "English", "French", "colour")
    return table(heads, map(_relation, load_vocabulary().relations.values()))


def _relation(relation: Relation) -> Sequence[str]:
    return (
        f"`{relation.name}`",
        relation.meaning,
        _kinds(relation.sources),
        _kinds(relation.targets),
        relation.inverse,
        relation.raci or "–",
        relation.labels["en"],
        relation.labels["fr"],
        f"`{relation.colour}`",
    )


def _kinds(chosen: frozenset[Kind]) -> str:
    missing = [kind for kind in Kind if kind not in chosen]
    if not missing:
        return "any"
    if len(missing) == 1:
        return f"any but {missing[0]}"
    return ", ".join(kind for kind in Kind if kind in chosen)


def kinds() -> str:
    """Return the kinds of stakeholder as a table."""
    styles = load_vocabulary().kinds
    heads = ("kind", "English", "French", "shape", "colour")
    return table(
        heads,
        (
            (f"`{kind}`", style.labels["en"], style.labels["fr"], style.shape, f"`{style.colour}`")
            for kind, style in styles.items()
        ),
    )


def ladder() -> str:
    """Return the steps by which accountability is found, as a numbered list."""
    vocabulary = load_vocabulary()
    lines = []
    for number, step in enumerate(vocabulary.accountability, start=1):
        names = " or ".join(f"`{name}`" for name in step.relations)
        via = f" a body that stands in `{step.via}` to it" if step.via else " it"
        lines.append(f"{number}. whom it {names}" if step.up else f"{number}. who {names}{via}")
    lines.append(f"\nWhere none holds, what it is `{vocabulary.containment}` answers for it.")
    return "\n".join(lines) + "\n"


def implied() -> str:
    """Return the letters that follow from what is stated of others, as a list."""
    lines = []
    for entry in load_vocabulary().implied:
        names = " or ".join(f"`{name}`" for name in (*entry.relations, *entry.towards))
        who = f"who {names} a body that stands in `{entry.via}` to it"
        lines.append(f"- {entry.letter}: {who if entry.via else f'to whom it stands in {names}'}")
    return "\n".join(lines) + "\n"


def phases() -> str:
    """Return the phases and the words that name them, as a table."""
    named = load_vocabulary().phases.items()
    return table(("phase", "words"), ((f"`{name}`", ", ".join(words)) for name, words in named))


def audit_rules() -> str:
    """Return the rules of the audit as a table."""
    heads = ("rule", "severity", "finds", "remedy")
    return table(heads, ((f"`{r.id}`", r.severity, r.meaning, r.remedy) for r in rules().values()))


def formats() -> str:
    """Return the formats of other tools as a table."""
    heads = ("format", "for", "what does not come back")
    named = FORMATS.items()
    return table(heads, ((f"`{name}`", each.purpose, each.loses) for name, each in named))


def exit_codes() -> str:
    """Return the exit codes as a table."""
    return table(("code", "meaning"), ((int(code), text) for code, text in MEANINGS.items()))


def commands() -> str:
    """Return the help of each command, by section."""
    settings = {**program.context_settings, "terminal_width": _WIDTH}
    root = click.Context(program, info_name="stakeholders", **settings)
    parts = []
    for section in dict.fromkeys(entry.section for entry in ENTRIES.values()):
        parts.append(f"## {section}\n")
        for name in (name for name, entry in ENTRIES.items() if entry.section == section):
            command = program.get_command(root, name)
            assert command is not None  # noqa: S101  (every entry has a command: tested)
            context = command.context_class(command, parent=root, info_name=name)
            parts.append(f"### {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)
