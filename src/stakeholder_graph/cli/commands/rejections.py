"""What the evidence gate held back, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..render.formats import write_markdown, write_rows
from ..render.groups import Statement, group, rows
from ..render.listing import HEADS
from ..session import Session
from .readings import CHECKS, HELD_BACK


def show_rejected(
    session: Session,
    held: Iterable[Mapping[str, Any]],
    form: str,
) -> None:
    """Write rows with the columns `HELD_BACK`: for people, by the check that held them back."""
    if form in ("jsonl", "json", "csv"):
        write_rows(held, HELD_BACK, form)
        return
    words = session.wording

    def read(statement: Statement) -> tuple[str, str]:
        check = statement["check"]
        return f"set aside ({check}): {CHECKS.get(check, check)}", words.sentence(statement)

    groups = group(held, words, read)
    if form == "md":
        write_markdown(rows(groups), HEADS)
    else:
        session.page.groups(groups)
