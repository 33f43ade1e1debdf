"""Agreement: what rules and a model both say of a document, only one says, or say differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ...graph import Mention, Statement, fold
from ..prose import Rejected

MODEL = 0.85
"""How often what only a model says holds: a careful one, told the guide, is right 9 times in 10,
and is wrong more often where the rules read nothing."""
_SILENCE = 6.0


class Verdict(StrEnum):
    """Who says something."""

    BOTH = "both"
    MODEL = "model"
    RULES = "rules"
    DIFFERENTLY = "differently"


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement, and who says it.

    Attributes
    ----------
    verdict : Verdict
        Both, only the model, only the rules; or differently: one of two of the same words.
    statement : Statement
        What is said, with the confidence it has after the comparison.
    """

    verdict: Verdict
    statement: Statement


def agreed(one: float, other: float) -> float:
    """Return the confidence of what two readers say: that not both err, as if independently.

    >>> agreed(0.6, 0.85)
    0.94
    """
    return round(1 - (1 - one) * (1 - other), 3)


def unconfirmed(confidence: float) -> float:
    """Return the confidence of what the rules say of words where a model says nothing like it.

    By Bayes: a model finds 85 of 100 true statements and repeats 10 of 100 false ones, so its
    silence is 0.90 / 0.15 = 6 times as likely where there is nothing to say.

    >>> unconfirmed(0.9), unconfirmed(0.6)
    (0.6, 0.2)
    """
    return round(confidence / (confidence + _SILENCE * (1 - confidence)), 3)


def compare(
    rules: Sequence[Statement], model: Sequence[Statement], read: Iterable[tuple[int, int]]
) -> list[Compared]:
    """Return all statements of a document, and who says each.

    Parameters
    ----------
    rules, model : sequence of Statement
        What either says.
    read : iterable of (int, int)
        The parts of the stored text that the model read. Of others its silence says nothing.
    """
    parts = list(read)
    left = list(model)
    found: list[Compared] = []
    alone: list[Statement] = []
    for statement in rules:
        twin = next((other for other in left if _same(statement, other)), None)
        if twin is None:
            alone.append(statement)
        else:
            left.remove(twin)
            found.append(Compared(Verdict.BOTH, _joined(statement, twin)))
    for statement in alone:
        seen = any(start <= statement.place.start < end for start, end in parts)
        less = unconfirmed(statement.confidence) if seen else statement.confidence
        rival = next((other for other in left if _differs(statement, other)), None)
        if rival is not None:
            left.remove(rival)
            found.append(Compared(Verdict.DIFFERENTLY, rival))
        verdict = Verdict.RULES if rival is None else Verdict.DIFFERENTLY
        found.append(Compared(verdict, replace(statement, confidence=less)))
    found += [Compared(Verdict.MODEL, each) for each in left]
    return sorted(found, key=_order)


def _order(compared: Compared) -> tuple[int, int, str, str, str]:
    said = compared.statement
    return said.place.start, said.place.end, said.relation, said.source.name, said.target.name


def doubtful(compared: Compared) -> Rejected:
    """Return what only the rules say, and too unsurely, as held back."""
    said = compared.statement
    why = "only the rules read it so: the model, which read it too, does not"
    ends = said.source, said.relation, said.target
    return Rejected(*ends, said.quote, said.place, "score", why)


def _joined(rule: Statement, model: Statement) -> Statement:
    """Return what both say: as the rules name it, with all that the model adds of its limits."""
    limits = {
        name: getattr(rule.qualifiers, name) or getattr(model.qualifiers, name)
        for name in ("phase", "since", "until", "frequency", "condition", "jointly_with")
    }
    return replace(
        rule,
        qualifiers=replace(rule.qualifiers, **limits),
        confidence=agreed(rule.confidence, model.confidence),
        asserted_by=f"{rule.asserted_by} + {model.asserted_by}",
    )


def _same(one: Statement, other: Statement) -> bool:
    return one.relation == other.relation and _ends(one, other) == (True, True)


def _differs(one: Statement, other: Statement) -> bool:
    """Tell whether the same words are read otherwise: another relation of the two, or of whom."""
    apart = one.place.end <= other.place.start or other.place.end <= one.place.start
    if apart:
        return False
    turned = replace(other, source=other.target, target=other.source)
    pair = _ends(one, other) == (True, True) or _ends(one, turned) == (True, True)
    return pair or (one.relation == other.relation and _alike(one.source, other.source))


def _ends(one: Statement, other: Statement) -> tuple[bool, bool]:
    return _alike(one.source, other.source), _alike(one.target, other.target)


def _alike(one: Mention, other: Mention) -> bool:
    return bool(_names(one) & _names(other))


def _names(mention: Mention) -> set[str]:
    return {fold(name) for name in (mention.name, *mention.aliases)}
