"""Rules: what the audit looks for, as data from ``rules.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from ...errors import InputError


class Severity(StrEnum):
    """How much a problem matters, the worst first; the words are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, threshold: Severity) -> bool:
        """Tell whether it is as bad as a threshold, or worse.

        >>> Severity.ERROR.reaches(Severity.WARNING), Severity.NOTE.reaches(Severity.WARNING)
        (True, False)
        """
        ranks = list(Severity)
        return ranks.index(self) <= ranks.index(threshold)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the audit looks for.

    Attributes
    ----------
    id : str
        As it is named in options, exceptions and reports.
    severity : Severity
        How much it matters.
    title : str
        What is wrong, in few words.
    meaning : str
        When the rule finds something.
    remedy : str
        What to do about it.
    """

    id: str
    severity: Severity
    title: str
    meaning: str
    remedy: str


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of a report.

    >>> rules()["body-without-chair"].severity
    <Severity.WARNING: 'warning'>
    """
    import yaml

    data = yaml.safe_load((resources.files(__package__) / "rules.yaml").read_text("utf-8"))
    return {id_: Rule(id_, Severity(facts.pop("severity")), **facts) for id_, facts in data.items()}


def choose(only: Iterable[str] | None, ignore: Iterable[str]) -> list[Rule]:
    """Return the rules that are asked for, in the order of a report.

    Raises
    ------
    InputError
        If one is unknown; the message lists those there are.
    """
    wanted = set(rules() if only is None else only)
    unwanted = set(ignore)
    for id_ in sorted(wanted | unwanted):
        check_rule(id_)
    return [rule for id_, rule in rules().items() if id_ in wanted - unwanted]


def check_rule(id_: str, where: str = "") -> None:
    """Refuse the id of a rule that there is none of.

    Raises
    ------
    InputError
        With the rules there are.
    """
    if id_ not in rules():
        known = ", ".join(rules())
        raise InputError(f"unknown rule {id_!r}", where=where, remedy=f"use one of {known}")
