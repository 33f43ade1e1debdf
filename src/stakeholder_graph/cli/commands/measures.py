"""The tables of measures that a command line asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd

    from ...queries.influence import Frames, Source
    from ..session import Session

_OF_STAKEHOLDERS = ("weighted", "reverse", "both_ways")
TABLES = ("stakeholders", "roles", "together", "interlocks", "equivalence", "whole")


def tell_unknown_phase(session: Session, source: Source, phase: str) -> None:
    """Say that a phase is known to nobody: then only what names no phase counts."""
    if not phase:
        return
    from ...queries.influence import frames, knows_phase

    if not knows_phase(frames(source)[1], phase, session.vocabulary):
        session.say(f"no phase is known as {phase!r}: only statements without a phase count")


def varied(frames: Frames, runs: int, versus: str, choices: dict[str, Any]) -> pd.DataFrame:
    """Return how one metric varies, over runs or since a date."""
    from ...queries.influence import change, stability

    only = choices.pop("only") or ["pagerank"]
    if len(only) > 1:
        raise click.UsageError("--stability and --versus are of one metric: choose one")
    if runs:
        return stability(frames, only[0], runs=runs, **choices)
    after = choices.pop("at")
    if not after:
        raise click.UsageError("--versus needs --at, the later date")
    return change(frames, versus, after, only[0], **choices)


def measured(frames: Frames, chosen: str, choices: dict[str, Any]) -> pd.DataFrame:
    """Return one of the tables."""
    from ...queries import influence

    if chosen == TABLES[0]:
        return influence.metrics(frames, **choices)
    given = [choices.pop(name) for name in _OF_STAKEHOLDERS]
    if choices["only"] or any(given):
        raise click.UsageError(
            "--metric, --weighted, --reverse and --both-ways are of the first table only"
        )
    choices.pop("only")
    if chosen == "whole":
        return influence.centralisation(frames, **choices).to_frame("value").rename_axis("measure")
    if chosen in ("together", "interlocks") and choices["relations"] is None:
        choices.pop("relations")
    tables = {
        "roles": influence.brokerage,
        "together": influence.sitting_together,
        "interlocks": influence.interlocks,
        "equivalence": influence.equivalence,
    }
    table: pd.DataFrame = tables[chosen](frames, **choices)
    return table
