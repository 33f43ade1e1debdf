"""What a load did, as a short table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..render.formats import write_json, write_lines, write_rows
from ..session import Session
from .readings import CHECKS

if TYPE_CHECKING:
    from ...loaders import LoadReport

_COLUMNS = ("what", "number", "which")


def complain_of(session: Session, report: LoadReport) -> None:
    """Tell of all that could not be read, or done as people decided."""
    stale = [f"decision {n}: {why}" for n, why in report.decisions.stale.items()]
    for complaint in (*report.failures, *report.notes, *report.decisions.conflicts, *stale):
        session.complain(str(complaint))


def write_report(session: Session, report: LoadReport, form: str) -> None:
    """Write the report of a load."""
    if form == "json":
        write_json(_object(report))
    elif form == "jsonl":
        write_lines([_object(report)])
    elif form == "table":
        _print(session, report)
    else:
        rows = (dict(zip(_COLUMNS, row, strict=True)) for row in _rows(session, report))
        write_rows(rows, _COLUMNS, form)


def _object(report: LoadReport) -> dict[str, Any]:
    return {
        "loaded": report.loaded,
        "unchanged": report.unchanged,
        "duplicates": report.duplicates,
        "failures": [{"path": each.path, "error": str(each)} for each in report.failures],
        "notes": report.notes,
        "stakeholders": report.stakeholders,
        "statements": dict(sorted(report.statements.items())),
        "set_aside": dict(sorted(report.set_aside.items())),
    }


def _rows(session: Session, report: LoadReport) -> Iterator[tuple[str, int, str]]:
    documents = {
        "read": len(report.loaded),
        "unchanged since they were loaded": len(report.unchanged),
        "with the content of another": len(report.duplicates),
        "that could not be read": len(report.failures),
        "parts that could not be read": len(report.notes),
    }
    yield from (("documents", count, which) for which, count in documents.items() if count)
    if report.loaded:
        yield "stakeholders", report.stakeholders, "named in what was read"
    for relation in session.vocabulary.relations:
        if count := report.statements[relation]:
            yield "statements", count, f"{relation} ({session.wording.verb(relation)})"
    for check, count in report.set_aside.most_common():
        yield "set aside", count, f"{check}: {CHECKS.get(check, check)}"


def _print(session: Session, report: LoadReport) -> None:
    from ..render.screen import show_table

    lines: list[tuple[str, int, str]] = []
    for what, rows in groupby(_rows(session, report), key=itemgetter(0)):
        parts = [("", count, which) for _, count, which in rows]
        if what in ("statements", "set aside"):
            parts = [("", sum(count for _, count, _ in parts), "in all"), *parts]
        lines += [(what, *parts[0][1:]), *parts[1:]]
    if report.loaded and not report.set_aside:
        lines.append(("set aside", 0, ""))
    show_table(session.console, (), lines, right={1})
