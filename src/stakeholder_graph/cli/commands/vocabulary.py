"""The command that shows the vocabulary."""

from __future__ import annotations

from typing import Any

from ..command import command
from ..render.formats import write_rows
from ..session import Session

_COLUMNS = (
    "relation",
    "meaning",
    "source",
    "target",
    "inverse",
    "raci",
    "label_en",
    "label_fr",
    "colour",
)
_SHOWN = ("relation", "raci", "meaning", "in English", "in French")


@command(
    "vocabulary",
    examples=[
        "stakeholders vocabulary",
        "stakeholders vocabulary --vocabulary our-relations.yaml --format md",
    ],
    shared=("format",),
)
def vocabulary(session: Session) -> None:
    """List the relations and what they mean.

    Each runs from a source to a target; RACI is the letter it gives the source for the target.
    """
    rows = list(map(_row, session.vocabulary.relations.values()))
    form = session.format()
    if form != "table":
        write_rows(rows, _COLUMNS, form)
        return
    from ..render.screen import show_table

    chosen = ("relation", "raci", "meaning", "label_en", "label_fr")
    show_table(session.console, _SHOWN, [[row[name] for name in chosen] for row in rows])


def _row(relation: Any) -> dict[str, Any]:
    return {
        "relation": relation.name,
        "meaning": relation.meaning,
        "source": sorted(relation.sources),
        "target": sorted(relation.targets),
        "inverse": relation.inverse,
        "raci": relation.raci,
        "label_en": relation.labels["en"],
        "label_fr": relation.labels["fr"],
        "colour": relation.colour,
    }
